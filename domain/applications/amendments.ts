import type { Day } from '../workdays/days';
import {
  applicantKinds,
  applicantSecrets,
  deliveryWays,
  idTypes,
  informationForms,
} from './applicants';
import { readerOf } from './parse';

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

/** What the form would hold beside the item: who applies, by which paper, and what is wanted how. */
export type AmendFacts = Partial<Record<AmendItem, unknown>>;

/**
 * The new value as it is stored, or what is wrong with it: `key` is a message in `applications.errors`. It
 * is read as the form of the applicant reads it; nothing at all is no new value.
 */
export function readAmendment(
  item: AmendItem,
  value: unknown,
  facts: AmendFacts,
  today: Day,
):
  | { ok: true; value: string }
  | { ok: false; key: string; values?: Record<string, string | number> } {
  const parsed = readerOf(item, { ...facts, [item]: value }, today).safeParse(value);
  if (parsed.success) {
    return parsed.data ? { ok: true, value: parsed.data } : { ok: false, key: 'unreadable' };
  }
  const issue = parsed.error.issues[0]!;
  const values =
    issue.code === 'custom' ? (issue.params as Record<string, string | number>) : undefined;
  return { ok: false, key: issue.message, ...(values && { values }) };
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
