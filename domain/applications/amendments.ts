import type { z } from 'zod';
import {
  applicantKinds,
  applicantSecrets,
  deliveryWays,
  idTypes,
  informationForms,
} from './applicants';
import {
  choice,
  emailProblem,
  halfWidth,
  phoneProblem,
  readPhone,
  required,
  severalLines,
  type Problem,
} from './form-texts';
import { normaliseIdNumber, problemOfCreditCode, problemOfDocument } from './identity';
import { maxLengths } from './parse';

/**
 * What was asked and by whom: once an application is filed, nobody changes it by a save, since the case and
 * its letters speak of it. A slip, or an address that is another now, is put right by an action.
 */
export const amendItems = [
  'name',
  'representative',
  'phone',
  'email',
  'address',
  'postcode',
  'idType',
  'idNumber',
  'creditCode',
  'applicantKind',
  'informationTitle',
  'informationNumber',
  'description',
  'form',
  'delivery',
] as const;
export type AmendItem = (typeof amendItems)[number];

export const isAmendItem = (value: unknown): value is AmendItem =>
  (amendItems as readonly unknown[]).includes(value);

/** Whether the item tells who somebody is: it stands nowhere in clear. */
export const isSecretItem = (item: AmendItem): boolean =>
  (applicantSecrets as readonly string[]).includes(item);

/** The codes of an item that is chosen and not typed. */
export const choicesOf: Partial<Record<AmendItem, readonly string[]>> = {
  idType: idTypes,
  applicantKind: applicantKinds,
  form: informationForms,
  delivery: deliveryWays,
};

/** What the check of an item needs to know of the case. */
export type AmendFacts = { idType?: string | null };

/**
 * The new value as it is stored, or what is wrong with it: `key` is a message in `applications.errors`. The
 * checks are those of the form that the applicant fills in.
 */
export function readAmendment(
  item: AmendItem,
  value: unknown,
  facts: AmendFacts,
):
  | { ok: true; value: string }
  | { ok: false; key: string; values?: Record<string, string | number> } {
  const parsed = schemaOf(item, facts).safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0]!;
  const values =
    issue.code === 'custom' ? (issue.params as Record<string, string | number>) : undefined;
  return { ok: false, key: issue.message, ...(values && { values }) };
}

function schemaOf(item: AmendItem, { idType }: AmendFacts): z.ZodType<string> {
  const text = (
    max: number,
    problemOf?: (value: string) => Problem,
    clean?: (raw: string) => string,
  ) => required('unreadable', max, problemOf, clean);
  switch (item) {
    case 'phone':
      return text(50, phoneProblem, readPhone);
    case 'email':
      return text(maxLengths.email, emailProblem, halfWidth);
    case 'postcode':
      return text(
        20,
        (code) => (/^\d{6}$/.test(code) ? null : { key: 'postcodeFormat' }),
        halfWidth,
      );
    case 'idNumber':
      return text(
        50,
        (number) => {
          const type = idTypes.find((code) => code === idType);
          const key = type && problemOfDocument(type, number);
          return key ? { key, values: { length: number.length } } : null;
        },
        normaliseIdNumber,
      );
    case 'creditCode':
      return text(
        50,
        (code) => {
          const key = problemOfCreditCode(code);
          return key && { key, values: { length: code.length } };
        },
        normaliseIdNumber,
      );
    case 'name':
      return text(maxLengths.name, (name) => (/\p{L}/u.test(name) ? null : { key: 'nameLetters' }));
    case 'description':
      return text(maxLengths.description, undefined, severalLines);
    case 'idType':
      return choice(idTypes, 'idTypeRequired');
    case 'applicantKind':
      return choice(applicantKinds, 'applicantKindRequired');
    case 'form':
      return choice(informationForms, 'formRequired');
    case 'delivery':
      return choice(deliveryWays, 'deliveryRequired');
    default:
      return text(maxLengths[item]);
  }
}

/**
 * Whether a save may still change them: on the very day on which an officer wrote the application down, as
 * long as nothing was done about it. What a citizen filed is theirs from the start.
 */
export const isBeingWritten = (
  history: readonly { action: string; role: string }[],
  recordedOn: string | null,
  today: string,
): boolean => history.length === 1 && history[0]!.role === 'officer' && recordedOn === today;
