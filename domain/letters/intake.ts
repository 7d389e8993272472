import { z } from 'zod';
import {
  choice,
  emailProblem,
  halfWidth,
  optional,
  phoneProblem,
  readPhone,
  required,
  severalLines,
} from '../applications/form-texts';
import { cleanLine } from '../consultations/clean-comment';
import { addMonths, isDay, type Day } from '../workdays/days';
import { CORRECTION_KINDS, LETTER_CHANNELS, LETTER_KINDS, type LetterPurpose } from './codes';
import { hasLetters, letterLengths, nameProblem, pathOf } from './parse';

/** How a letter reaches the office itself; what comes through the site registers itself. */
export const intakeChannels = LETTER_CHANNELS.map(({ code }) => code).filter(
  (code) => code !== 'internet',
);

/** What the office writes down of a letter: each a text or nothing, by the path of its field. */
export const intakePaths = [
  'channel',
  'receivedOn',
  'kind',
  'title',
  'body',
  'page.address',
  'page.kind',
  'name',
  'phone',
  'email',
  'address',
  'idNumber',
] as const;
export type IntakePath = (typeof intakePaths)[number];
export type Intake = Partial<Record<IntakePath, string | null>>;

/** `key` is a message of `applications.errors` or, where it is not there, of `lettersOffice.errors`. */
export type IntakeError = {
  path: IntakePath;
  key: string;
  values?: Record<string, string | number>;
};

export type TakenIn = { ok: true; value: Intake } | { ok: false; errors: IntakeError[] };

/**
 * A letter that came by telephone, over the counter, by post or from another office, as an officer writes it
 * down. Whoever wrote may want no answer in writing: how to reach them is asked for by nobody, but what is
 * given has to be right. Whose record is to be put right has to be known (条例第四十一条).
 *
 * @param today no letter came later, nor more than a year before: that is a year typed wrongly
 * @param site the address of this portal, for a page of it
 */
export function parseIntake(
  given: Intake,
  purpose: LetterPurpose,
  { today, site }: { today: Day; site?: string },
): TakenIn {
  const isCorrection = purpose === 'correction';
  const address = pathOf(given['page.address'], site);
  const shape = {
    channel: choice(intakeChannels, 'channelRequired'),
    receivedOn: optional(10, (day) => dayProblem(day, today)),
    kind: purpose === 'letter' ? choice(codesOf(LETTER_KINDS), 'letterKindRequired') : optional(20),
    title: required('titleRequired', letterLengths.title, hasLetters, cleanLine),
    body: required('bodyRequired', letterLengths.body, undefined, severalLines),
    'page.address': isCorrection
      ? optional(letterLengths.pageAddress, (text) =>
          text === address ? null : { key: 'pageElsewhere' },
        )
      : optional(letterLengths.pageAddress),
    'page.kind': isCorrection
      ? choice(codesOf(CORRECTION_KINDS), 'correctionKindRequired')
      : optional(20),
    name:
      purpose === 'record'
        ? required('recordNameRequired', letterLengths.name, nameProblem, cleanLine)
        : optional(letterLengths.name, nameProblem, cleanLine),
    phone: optional(50, phoneProblem, readPhone),
    email: optional(letterLengths.email, emailProblem, halfWidth),
    address: optional(letterLengths.address),
    idNumber: optional(50, undefined, halfWidth),
  } satisfies Record<IntakePath, z.ZodType>;
  const form = { ...given, ...(isCorrection && address !== null && { 'page.address': address }) };
  const parsed = z
    .object(shape)
    .safeParse(Object.fromEntries(intakePaths.map((path) => [path, form[path] ?? ''])));
  if (parsed.success) return { ok: true, value: parsed.data };
  const { issues } = parsed.error;
  return {
    ok: false,
    errors: intakePaths.flatMap((path) => {
      const issue = issues.find((each) => each.path[0] === path);
      if (!issue) return [];
      const values = issue.code === 'custom' ? (issue.params as IntakeError['values']) : undefined;
      return [{ path, key: issue.message, ...(values && { values }) }];
    }),
  };
}

function dayProblem(day: string, today: Day): { key: string } | null {
  if (!isDay(day)) return { key: 'receivedDay' };
  if (day > today) return { key: 'receivedLater' };
  return day < addMonths(today, -12) ? { key: 'receivedLongAgo' } : null;
}

const codesOf = <const Code extends string>(entries: readonly { code: Code }[]): Code[] =>
  entries.map(({ code }) => code);
