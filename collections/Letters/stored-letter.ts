import { APIError, type Payload, type PayloadRequest, type Where } from 'payload';
import type { LetterFacts } from '@/domain/letters/case';
import type { LetterStep } from '@/domain/letters/history';
import { RESPONSE_LIMITS, type ResponseLimitDays } from '@/domain/letters/limits';
import type { Letter } from '@/payload-types';

/** The agencies that answer letters: neither those above the county nor the county itself. */
export const ANSWERS_LETTERS: Where = { kind: { not_in: ['external', 'government'] } };

export const letterHistory = (letter: Partial<Pick<Letter, 'history'>>): LetterStep[] =>
  Array.isArray(letter.history) ? (letter.history as LetterStep[]) : [];

/** The letter as it is stored, with what no interface gives out: ciphertexts and hashes. */
export async function storedLetter(req: PayloadRequest, id: Letter['id']): Promise<Letter> {
  const stored = await req.payload.db.findOne<Letter>({
    collection: 'letters',
    where: { id: { equals: id } },
    req,
  });
  if (!stored) throw new APIError('Not Found', 404);
  return stored;
}

export const letterFacts = (letter: Letter): LetterFacts => ({
  status: letter.status,
  purpose: letter.purpose,
  complexity: letter.complexity ?? 'other',
  agency: letter.agency ? idOf(letter.agency) : null,
  history: letterHistory(letter),
  // Words that came with a rating would never be erased again.
  isRated: typeof letter.rating?.score === 'number' || Boolean(letter.erasedOn),
  isDeletionAsked: Boolean(letter.deletionAskedOn ?? letter.erasedOn),
});

export const idOf = (value: number | string | { id: number | string }): string =>
  String(typeof value === 'object' ? value.id : value);

/** How many working days each kind of answer may take now. */
export async function responseLimits(
  payload: Payload,
  req?: PayloadRequest,
): Promise<ResponseLimitDays> {
  // MongoDB has nothing of a global that nobody has saved yet.
  const stored = ((await payload.db.findGlobal({ slug: 'response-limits', req })) ?? {}) as Partial<
    Record<string, unknown>
  >;
  const names = Object.keys(RESPONSE_LIMITS) as (keyof ResponseLimitDays)[];
  return Object.fromEntries(
    names.map((name) => {
      const days = stored[name];
      return [name, typeof days === 'number' ? days : RESPONSE_LIMITS[name].days];
    }),
  ) as ResponseLimitDays;
}
