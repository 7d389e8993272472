import { labelOf } from '@/domain/catalogue/codes';
import { CODES, QUESTIONS, type Answers, type Question } from '@/domain/policies/fit';

/** Stands in the address for 不限定: answered, and no answer that keeps anything away. */
export const ANY = 'any';

export type Given = Partial<Record<Question, string>>;

/** The address of the finder with some answers. */
export function finderAddress(given: Given): string {
  const kept = QUESTIONS.flatMap((question) => {
    const answer = given[question];
    return answer === undefined ? [] : [[question, answer] as [string, string]];
  });
  return kept.length > 0 ? `/policies/find?${new URLSearchParams(kept)}` : '/policies/find';
}

/** The answers without one of them: the address at which it is asked again. */
export function without(given: Given, question: Question): Given {
  const { [question]: _, ...others } = given;
  return others;
}

/** The answers that restrict. */
export const answersOf = (given: Given): Answers =>
  Object.fromEntries(Object.entries(given).filter(([, answer]) => answer !== ANY));

export const labelOfAnswer = (question: Question, code: string, locale: string): string =>
  labelOf(CODES[question] as never, code as never, locale);
