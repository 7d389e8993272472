import { z } from 'zod';
import { isUnseen } from './letters/clean';
import { mailbox } from './mails';
import { parsePhone } from './phone';

/** What is wrong with a text; null for nothing. */
export type Problem = { key: string; values?: Record<string, string | number> } | null;

/** What a field holds that the applicant's kind does not need: nothing is kept. */
export const dropped = z.unknown().transform(() => null);

export function choice<const Codes extends readonly string[]>(
  codes: Codes,
  key: string,
  problemOf: (code: string) => Problem = () => null,
) {
  return z.preprocess(
    (raw) => (typeof raw === 'string' ? oneLine(raw) : raw),
    z
      .enum(codes as unknown as [Codes[number], ...Codes[number][]], { error: key })
      .superRefine((code, context) => report(context, problemOf(code))),
  );
}

export const required = (
  key: string,
  max: number,
  problemOf?: (text: string) => Problem,
  clean = oneLine,
) =>
  text(max, problemOf, clean).superRefine((value, context) => {
    if (isUnseen(value)) report(context, { key });
  });

export const optional = (max: number, problemOf?: (text: string) => Problem, clean = oneLine) =>
  text(max, problemOf, clean).transform((value) => (isUnseen(value) ? null : value));

const text = (
  max: number,
  problemOf: (text: string) => Problem = () => null,
  clean: (text: string) => string,
) =>
  z
    .string({ error: 'unreadable' })
    .transform(clean)
    .superRefine((value, context) => {
      const length = [...value].length;
      if (forbidden.test(value)) report(context, { key: 'controlCharacters' });
      else if (length > max) report(context, { key: 'tooLong', values: { max, length } });
      else if (value !== '') report(context, problemOf(value));
    });

function report(context: z.RefinementCtx, problem: Problem): void {
  if (!problem) return;
  context.addIssue({ code: 'custom', message: problem.key, params: problem.values });
}

/** Trimmed, line breaks and runs of spaces pasted along made one space. */
export function oneLine(raw: string): string {
  return raw.replace(/[\s\u3000]+/g, ' ').trim();
}

/** Trimmed, line breaks of every system made `\n`, tabs made spaces. */
export function severalLines(raw: string): string {
  return raw.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim();
}

/** A code or an address: what Chinese keyboards write in full width, without marks that nobody sees. */
export const halfWidth = (raw: string): string =>
  oneLine(raw.normalize('NFKC').replace(/\p{Cf}/gu, ''))
    .replaceAll(' ', '')
    .replaceAll('。', '.');

export const readPhone = (raw: string): string => parsePhone(oneLine(raw)) ?? oneLine(raw);

export const phoneProblem = (phone: string): Problem =>
  parsePhone(phone) === null ? { key: 'phoneFormat' } : null;

/** An address to which a mail can be sent, in any script: a domain in Chinese is one like any other. */
export const emailProblem = (email: string): Problem =>
  mailbox(email) !== null && mailShape.test(email) ? null : { key: 'emailFormat' };

/** No dot at an end or beside another, no dash at an end of a part of the domain, and no number for its last. */
const mailShape =
  /^(?!\.)(?!.*\.[.@])[^@]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:\p{L}{2,}|xn--[a-z0-9-]+)$/iu;

// Control characters other than a line break, half surrogates, and the marks that turn the
// direction of writing and so can make a text read otherwise than it is stored.
const forbidden = /(?!\n)\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069\uFEFF]/u;
