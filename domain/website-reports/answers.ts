import { FIELDS, type FormField } from './form';

/** What stands in one field; `null` is a blank, which is no 0 and no 否. */
export type Answer = string | number | boolean | readonly string[] | null;

/** Every field of the form by its code. */
export type Answers = Record<string, Answer>;

export type ParsedAnswers = { ok: true; value: Answers } | { ok: false; problems: string[] };

/**
 * Answers as they come from outside: every field of the form is there afterwards, a missing or empty
 * one as `null`. Numbers may be written with full-width digits and thousands separators.
 *
 * @returns the codes that the form does not have, or whose value is none of its kind
 */
export function parseAnswers(given: unknown): ParsedAnswers {
  if (given === null || given === undefined) return { ok: true, value: emptyAnswers() };
  if (typeof given !== 'object' || Array.isArray(given))
    return { ok: false, problems: ['answers'] };
  const entries = given as Record<string, unknown>;
  const known = new Set(FIELDS.map(({ code }) => code));
  const problems = Object.keys(entries).filter((code) => !known.has(code));
  const value = emptyAnswers();
  for (const field of FIELDS) {
    const answer = parseAnswer(field, entries[field.code]);
    if (answer === undefined) problems.push(field.code);
    else value[field.code] = answer;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

export const emptyAnswers = (): Answers =>
  Object.fromEntries(FIELDS.map(({ code }) => [code, null]));

/** The number in a field; null where it is blank. */
export const numberIn = (answers: Answers, code: string): number | null => {
  const answer = answers[code];
  return typeof answer === 'number' ? answer : null;
};

export const isBlank = (answer: Answer | undefined): boolean =>
  answer === null || answer === undefined || (Array.isArray(answer) && answer.length === 0);

export const isSameAnswer = (a: Answer | undefined, b: Answer | undefined): boolean =>
  (isBlank(a) && isBlank(b)) ||
  (Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((one) => b.includes(one))
    : a === b);

/** One answer of its kind, `null` for a blank; undefined when it is none. */
function parseAnswer(field: FormField, given: unknown): Answer | undefined {
  if (given === null || given === undefined || given === '') return null;
  switch (field.kind) {
    case 'text':
      return typeof given === 'string' && given.length <= MOST_WORDS
        ? given.trim() || null
        : undefined;
    case 'yes-no':
      return typeof given === 'boolean' ? given : undefined;
    case 'choice':
      return isOption(field, given) ? given : undefined;
    case 'choices': {
      if (!Array.isArray(given) || !given.every((one) => isOption(field, one))) return undefined;
      const codes = (field.options ?? []).map(({ code }) => code);
      return codes.filter((code) => given.includes(code));
    }
    case 'count':
    case 'days': {
      const number = readNumber(given);
      if (number === undefined || number < 0 || number > MOST) return undefined;
      if (field.kind === 'count') return Number.isInteger(number) ? number : undefined;
      return Math.round(number * 100) / 100;
    }
  }
}

const MOST_WORDS = 500;
/** Visits of a county's site run to millions; what is larger is a slip of the key. */
const MOST = 1e12;

const isOption = ({ options = [] }: FormField, given: unknown): given is string =>
  options.some(({ code }) => code === given);

function readNumber(given: unknown): number | undefined {
  if (typeof given === 'number') return Number.isFinite(given) ? given : undefined;
  if (typeof given !== 'string') return undefined;
  const plain = given.normalize('NFKC').replaceAll(/[\s,]/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
