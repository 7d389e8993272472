export const NO_ADDRESS = '没有这个接口地址。 There is nothing at this address of the interface.';

/**
 * Puts into both languages of the interfaces what Payload refuses in English alone: it translates what is about
 * a record, and not what is about an address, a sign-in or a condition. Everything else passes as it is.
 */
export async function inWords(response: Response): Promise<Response> {
  const isJson = response.headers.get('content-type')?.includes('application/json');
  if (response.status < 400 || !isJson) return response;
  const text = await response.text();
  const told = JSON.stringify(toldIn(text));
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(told ?? text, { status: response.status, headers });
}

type Refusal = { message?: unknown };

/** The body in words; nothing where it says nothing that is known here. */
function toldIn(text: string): object | undefined {
  const body = parsed(text);
  if (typeof body !== 'object' || body === null) return undefined;
  const { message, error, errors } = body as { message?: unknown; error?: unknown; errors?: unknown };
  if (Array.isArray(errors)) {
    const told = errors.map((each: Refusal | null) => ({
      ...each,
      message: wordsFor(each?.message) ?? each?.message,
    }));
    return { ...body, errors: told };
  }
  const words = wordsFor(message) ?? wordsFor(error);
  return words === undefined ? undefined : { errors: [{ message: words }] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const FAILED = '出错了，请稍后再试。 Something went wrong. Please try again later.';

/** What a message begins with, whole, and what is said for it; `$1` is what it names. */
const WORDS: readonly [RegExp, string][] = [
  [/^Route not found.*$/s, NO_ADDRESS],
  [/^Cannot (?:GET|POST|PATCH|PUT|DELETE) .*$/s, NO_ADDRESS],
  [/^Unauthori[sz]ed\b.*$/is, '请先登录。 Please sign in first.'],
  [/^Forbidden\b.*$/is, '你没有权限做这件事。 You are not allowed to do this.'],
  [/^Not found\b.*$/is, '没有找到。 Not found.'],
  [
    /^The following paths? cannot be queried: (.*)$/s,
    '不能按这些字段查询：$1。 These fields can’t be asked for: $1.',
  ],
  [/^(?:An unknown error occurred|Something went wrong).*$/s, FAILED],
];

function wordsFor(message: unknown): string | undefined {
  if (typeof message !== 'string') return undefined;
  const known = WORDS.find(([pattern]) => pattern.test(message));
  return known && message.replace(...known);
}
