import { defaultLoggerOptions, type Config } from 'payload';

/**
 * An error as a log may keep it. Of a statement that the database could not carry out, since it was busy or the
 * disk full, Drizzle tells all values as well: what somebody asks for and what was decided, the hash of a
 * password. They would outlive the case in the log, where nothing erases them.
 */
export function loggedError(error: unknown, depth = 0): unknown {
  if (!isError(error)) return error;
  const parts = { ...error, ...partsOf(error) };
  const { name, message, stack, cause, query: _query, params: _params, ...told } = parts;
  // Whoever wraps the error may repeat its message, with the values in it.
  const failed = statementIn(error);
  const plain = failed ? message.replaceAll(failed.message, () => failed.plain) : message;
  return {
    type: error.constructor?.name || name,
    message: plain,
    stack: stack?.replace(message, () => plain),
    ...told,
    ...(cause !== undefined && depth < DEEPEST && { cause: loggedError(cause, depth + 1) }),
  };
}

const DEEPEST = 5;

/** The statement that failed, the error itself or what caused it: its message, and what of that may be told. */
function statementIn(error: unknown, depth = 0): { message: string; plain: string } | null {
  if (!isError(error) || depth > DEEPEST) return null;
  const { query, params, message, cause } = error;
  const isStatement = typeof query === 'string' && params !== undefined;
  if (isStatement) return { message, plain: `Failed query: ${query}` };
  return statementIn(cause, depth + 1);
}

/** The log of Payload as it comes, in which no error tells the values of a statement. */
export const logger: NonNullable<Config['logger']> = {
  // Payload names a log that has options; no base leaves the name out of each line.
  options: { base: null, serializers: { err: loggedError } },
  destination: defaultLoggerOptions,
};

type Fields = Error & { query?: unknown; params?: unknown };

const isError = (error: unknown): error is Fields =>
  typeof error === 'object' && error !== null && 'message' in error && 'stack' in error;

/** Of an error itself these can't be listed. */
const partsOf = ({ name, message, stack, cause }: Fields) => ({ name, message, stack, cause });
