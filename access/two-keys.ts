import { parseQueryCode } from '@/domain/applications/query-code';
import { forgetNumber, minutesForNumber, minutesToWait } from './attempts';

/** What a writer holds: the receipt number and the query code that was shown once. */
export type TwoKeys = { number: string; code: string };

export type KeysState = {
  number: string;
  errors: { field: 'number' | 'code'; message: string }[];
};

export type Lock = {
  /** The number as it is kept, however it was written; or what is wrong with it, in words. */
  read: (number: string) => { kept: string } | { problem: string };
  /** Whether the two belong together. */
  opens: (keys: TwoKeys) => Promise<boolean>;
  words: { code: string; unknown: string; tooMany: (minutes: number) => string };
};

/**
 * Tries the two keys that somebody typed. Counts the attempt for the address and for the number, whether it is
 * anybody's or not, and never says which of the two is wrong.
 *
 * @returns the keys when they open, else what the form shows again
 */
export async function tryKeys(
  form: FormData,
  { read, opens, words }: Lock,
): Promise<{ keys: TwoKeys } | { refused: KeysState }> {
  // Longer than any number: nobody needs it back.
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, 100);
  const [number, code] = [text('number'), text('code')];
  const refuse = (field: 'number' | 'code', message: string) => ({
    refused: { number, errors: [{ field, message }] },
  });
  const parsed = read(number);
  if ('problem' in parsed) return refuse('number', parsed.problem);
  if (!parseQueryCode(code)) return refuse('code', words.code);
  const minutes = (await minutesToWait('status')) ?? (await minutesForNumber(parsed.kept));
  if (minutes !== null) return refuse('number', words.tooMany(minutes));
  if (!(await opens({ number, code }))) return refuse('number', words.unknown);
  await forgetNumber(parsed.kept);
  return { keys: { number, code } };
}
