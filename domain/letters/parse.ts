import { z } from 'zod';
import { idTypes } from '../applications/applicants';
import {
  choice,
  emailProblem,
  halfWidth,
  oneLine,
  optional,
  phoneProblem,
  readPhone,
  required,
  severalLines,
} from '../applications/form-texts';
import {
  normaliseIdNumber,
  problemOfCreditCode,
  problemOfDocument,
} from '../applications/identity';
import { cleanLine } from '../consultations/clean-comment';
import type { Day } from '../workdays/days';
import {
  CORRECTION_KINDS,
  LETTER_KINDS,
  type CorrectionKind,
  type LetterKind,
  type LetterPurpose,
} from './codes';

/** Longest texts, in characters. */
export const letterLengths = {
  title: 120,
  body: 5000,
  part: 1500,
  name: 100,
  email: 254,
  address: 200,
  pageAddress: 500,
  pageTitle: 200,
} as const;

export const letterFields = [
  'kind',
  'title',
  'body',
  'agency',
  'name',
  'phone',
  'email',
  'mayPublish',
] as const;
export const correctionFields = [
  'pageAddress',
  'pageTitle',
  'kind',
  'body',
  'name',
  'phone',
  'email',
] as const;
export const recordFields = [
  'agency',
  'title',
  'wrong',
  'right',
  'evidence',
  'name',
  'idType',
  'idNumber',
  'phone',
  'email',
  'address',
] as const;
export type LetterField = (typeof letterFields)[number];
export type CorrectionField = (typeof correctionFields)[number];
export type RecordField = (typeof recordFields)[number];

/** Papers by which somebody shows whose record it is; an organisation gives its credit code. */
export const recordIdTypes = [...idTypes, 'credit-code'] as const;

/** What is filed, whichever of the three forms it came by: null where the form does not ask. */
export type LetterInput = {
  purpose: LetterPurpose;
  kind: LetterKind | null;
  title: string;
  body: string;
  /** The slug as the form sent it; null when the writer leaves it to the office. */
  agency: string | null;
  page: { address: string | null; title: string | null; kind: CorrectionKind } | null;
  name: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
  idNumber: string | null;
  mayPublish: boolean;
};

/** `key` is a message of `applications.errors` or, where it is not there, of `lettersOffice.errors`. */
export type LetterFieldError<Field extends string> = {
  field: Field;
  key: string;
  values?: Record<string, string | number>;
};

export type ParsedLetter<Field extends string> =
  { ok: true; value: LetterInput } | { ok: false; errors: LetterFieldError<Field>[] };

type Form = Record<string, unknown>;

/** 网民来信. Each field a text as a form sends it; gives every error at once, at most one a field. */
export function parseLetter(form: Form): ParsedLetter<LetterField> {
  const parsed = read(form, letterFields, {
    kind: choice(codesOf(LETTER_KINDS), 'letterKindRequired'),
    title: required('titleRequired', letterLengths.title, hasLetters, cleanLine),
    body: required('bodyRequired', letterLengths.body, undefined, severalLines),
    agency: optional(100, slugProblem),
    name: required('writerNameRequired', letterLengths.name, nameProblem, cleanLine),
    ...reachable(form),
    mayPublish: optional(10),
  });
  if (!parsed.ok) return parsed;
  const { mayPublish, ...rest } = parsed.value;
  return { ok: true, value: { ...nothing, ...rest, purpose: 'letter', mayPublish: !!mayPublish } };
}

/** 网站找错. Who writes need not say who they are; whoever wants to hear of it leaves an address. */
export function parseCorrection(form: Form, site?: string): ParsedLetter<CorrectionField> {
  const pageAddress = pathOf(form.pageAddress, site);
  const given = { ...form, pageAddress: pageAddress ?? form.pageAddress };
  const parsed = read(given, correctionFields, {
    pageAddress: optional(letterLengths.pageAddress, (text) =>
      text === pageAddress ? null : { key: 'pageElsewhere' },
    ),
    pageTitle: optional(letterLengths.pageTitle),
    kind: choice(codesOf(CORRECTION_KINDS), 'correctionKindRequired'),
    body: required('correctionBodyRequired', letterLengths.body, undefined, severalLines),
    name: optional(letterLengths.name, nameProblem, cleanLine),
    phone: optional(50, phoneProblem, readPhone),
    email: optional(letterLengths.email, emailProblem, halfWidth),
  });
  if (!parsed.ok) return parsed;
  const { pageAddress: address, pageTitle, kind, ...rest } = parsed.value;
  const title = pageTitle ?? oneLine(rest.body);
  return {
    ok: true,
    value: {
      ...nothing,
      ...rest,
      purpose: 'correction',
      title: [...title].slice(0, letterLengths.title).join(''),
      page: { address, title: pageTitle, kind },
    },
  };
}

/**
 * 更正本人信息. 条例第四十一条: “公民、法人或者其他组织有证据证明行政机关提供的与其自身相关的政府信息记录不准确的，可以要求行政机关更正。”
 * So it asks whose record it is, what is wrong and what proves it.
 *
 * @param today with it, a birth date in an identity number may not lie in the future
 */
export function parseRecordCorrection(form: Form, today?: Day): ParsedLetter<RecordField> {
  const idType = recordIdTypes.find((code) => code === form.idType);
  const part = (key: string) => required(key, letterLengths.part, undefined, severalLines);
  const parsed = read(form, recordFields, {
    agency: required('recordAgencyRequired', 100, slugProblem),
    title: required('recordTitleRequired', letterLengths.title, hasLetters, cleanLine),
    wrong: part('wrongRequired'),
    right: part('rightRequired'),
    evidence: part('evidenceRequired'),
    name: required('nameRequired', letterLengths.name, nameProblem, cleanLine),
    idType: choice(recordIdTypes, 'idTypeRequired'),
    idNumber: required(
      'idNumberRequired',
      50,
      (number) => {
        if (!idType) return null;
        const key =
          idType === 'credit-code'
            ? problemOfCreditCode(number)
            : problemOfDocument(idType, number, today);
        return key && { key, values: { length: number.length } };
      },
      normaliseIdNumber,
    ),
    ...reachable(form),
    address: optional(letterLengths.address),
  });
  if (!parsed.ok) return parsed;
  const { wrong, right, evidence, idType: _shown, ...rest } = parsed.value;
  // The office reads one text, as it reads a letter.
  const body = `现有记录：\n${wrong}\n\n应当更正为：\n${right}\n\n证据：\n${evidence}`;
  return { ok: true, value: { ...nothing, ...rest, purpose: 'record', body } };
}

const nothing = {
  kind: null,
  agency: null,
  page: null,
  name: null,
  phone: null,
  email: null,
  address: null,
  idNumber: null,
  mayPublish: false,
} as const;

/** One way to reach the writer: an answer has to arrive somewhere. */
function reachable(form: Form) {
  const email = typeof form.email === 'string' ? oneLine(form.email) : '';
  return {
    phone:
      email === ''
        ? required('writerContactRequired', 50, phoneProblem, readPhone)
        : optional(50, phoneProblem, readPhone),
    email: optional(letterLengths.email, emailProblem, halfWidth),
  };
}

function read<Field extends string, Shape extends Record<Field, z.ZodType>>(
  form: Form,
  fields: readonly Field[],
  shape: Shape,
): { ok: true; value: z.output<z.ZodObject<Shape>> } | ReturnType<typeof refused<Field>> {
  const parsed = z
    .object(shape)
    .safeParse(Object.fromEntries(fields.map((field) => [field, form[field] ?? ''])));
  return parsed.success
    ? { ok: true, value: parsed.data }
    : refused(fields, parsed.error.issues as z.core.$ZodIssue[]);
}

function refused<Field extends string>(
  fields: readonly Field[],
  issues: readonly z.core.$ZodIssue[],
): { ok: false; errors: LetterFieldError<Field>[] } {
  const errors = fields.flatMap((field) => {
    const issue = issues.find(({ path }) => path[0] === field);
    if (!issue) return [];
    const values =
      issue.code === 'custom' ? (issue.params as LetterFieldError<Field>['values']) : undefined;
    return [{ field, key: issue.message, ...(values && { values }) }];
  });
  return { ok: false, errors };
}

/** The path of an address on this portal, or null for any other: what is kept is never a link elsewhere. */
export function pathOf(given: unknown, site?: string): string | null {
  const text = typeof given === 'string' ? oneLine(given) : '';
  if (text === '') return '';
  if (/^\/(?![/\\])\S*$/.test(text)) return text;
  if (!URL.canParse(text)) return null;
  const { protocol, origin, pathname, search } = new URL(text);
  const isHere = /^https?:$/.test(protocol) && site && URL.canParse(site);
  // A path of two strokes is, as a link, another host.
  const isOurs = isHere && new URL(site).origin === origin && !pathname.startsWith('//');
  return isOurs ? pathname + search : null;
}

const codesOf = <const Code extends string>(entries: readonly { code: Code }[]): Code[] =>
  entries.map(({ code }) => code);

export const nameProblem = (name: string) => (/\p{L}/u.test(name) ? null : { key: 'nameLetters' });
export const hasLetters = (text: string) =>
  /[\p{L}\p{N}]/u.test(text) ? null : { key: 'textLetters' };
const slugProblem = (slug: string) =>
  /^[\w-]+$/.test(slug) ? null : { key: 'recordAgencyRequired' };
