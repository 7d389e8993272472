import {
  correctionFields,
  letterFields,
  parseCorrection,
  parseLetter,
  parseRecordCorrection,
  recordFields,
  type LetterFieldError,
  type ParsedLetter,
} from '@/domain/letters/parse';
import type { LetterPurpose } from '@/domain/letters/codes';
import type { Day } from '@/domain/workdays/days';

/** What was entered so far, as it was typed. */
export type LetterAnswers = Record<string, string>;

type Form = {
  /** Its page, without the language; the pages and posts of the form lie below. */
  path: string;
  fields: readonly string[];
  /** Of the cookie with the key of the draft. */
  cookie: string;
  /** How many files it takes. */
  files: number;
};

/** The three forms by which somebody writes to the office: one machinery, each with its own questions. */
export const forms: Record<LetterPurpose, Form> = {
  letter: { path: '/letters/new', fields: letterFields, cookie: 'letter-draft', files: 3 },
  correction: {
    path: '/corrections/new',
    fields: correctionFields,
    cookie: 'correction-draft',
    files: 0,
  },
  record: { path: '/corrections/record', fields: recordFields, cookie: 'record-draft', files: 3 },
};

export const MEGABYTES = 10;

export const limitsOf = (purpose: LetterPurpose) => ({
  files: forms[purpose].files,
  megabytes: MEGABYTES,
});

const site = (): string => process.env.SITE_URL || 'http://localhost:3000';

export function parseForm(
  purpose: LetterPurpose,
  answers: LetterAnswers,
  today: Day,
): ParsedLetter<string> {
  switch (purpose) {
    case 'letter':
      return parseLetter(answers);
    case 'correction':
      return parseCorrection(answers, site());
    case 'record':
      return parseRecordCorrection(answers, today);
  }
}

export function errorsIn(
  purpose: LetterPurpose,
  answers: LetterAnswers,
  today: Day,
): LetterFieldError<string>[] {
  const parsed = parseForm(purpose, answers, today);
  return parsed.ok ? [] : parsed.errors;
}

/** Far beyond what any field takes: nothing that somebody typed is lost, and they are told how long it is. */
const MOST_CHARACTERS = 60_000;

/** The answers with those of a page that was sent; what else it sends is nobody's. */
export function merged(
  purpose: LetterPurpose,
  answers: LetterAnswers,
  form: Pick<FormData, 'get'>,
): LetterAnswers {
  const given = forms[purpose].fields.flatMap((field) => {
    const answer = form.get(field);
    return typeof answer === 'string'
      ? [[field, answer.slice(0, MOST_CHARACTERS).toWellFormed()]]
      : [];
  });
  return { ...answers, ...(Object.fromEntries(given) as LetterAnswers) };
}

/**
 * The page that somebody came from, as an address of this portal without its host; null for any other. An
 * address that somebody made up is at worst a page that does not exist.
 */
export function pageOf(from: string): string | null {
  const parsed = parseCorrection({ pageAddress: from, kind: 'other', body: '-' }, site());
  return parsed.ok ? (parsed.value.page?.address ?? null) : null;
}
