import type { APIError, PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import {
  amendItems,
  isAmendItem,
  isBeingWritten,
  isSecretItem,
  readAmendment,
  type AmendItem,
} from '@/domain/applications/amendments';
import type { NewAct } from '@/domain/applications/case';
import { deliveryProblem } from '@/domain/applications/delivery';
import { dayOf } from '@/domain/workdays/days';
import { seal, unsealed } from '@/fields/sealed/seal';
import { messages } from '@/messages';
import type { Application } from '@/payload-types';
import { caseError } from './case-error';
import { historyOf, type HistoryEntry } from './stored-case';

/**
 * What `amend` is given, its value read as the applicant's form reads it.
 *
 * @throws the refusal `amendment`, in the words of that form
 */
export function readAmend(
  req: PayloadRequest,
  seen: Application,
  given: NewAct['given'],
): NewAct['given'] {
  const { item } = given;
  if (!isAmendItem(item)) throw caseError(req, { key: 'itemUnknown', values: {} });
  const read = readAmendment(item, given.value, seen, dayOf(new Date()));
  if (!read.ok) throw formError(req, 'amendment', read.key, read.values);
  const way = item === 'form' || item === 'delivery';
  const lacking = way && deliveryProblem({ ...seen, [item]: read.value });
  if (lacking) throw formError(req, 'amendment', lacking);
  return { ...given, value: read.value };
}

/** What the record of the case keeps of it: how it read before, sealed whatever it is. */
export function amendedOf(
  { action, given }: NewAct,
  seen: Application,
): Pick<HistoryEntry, 'amended'> {
  if (action !== 'amend') return {};
  const item = given.item as AmendItem;
  const stored = seen[item];
  const old = isSecretItem(item) ? unsealed(stored, item) : stored;
  return { amended: { item, old: old ? seal(old, 'amended') : null } };
}

/**
 * What an officer writes down can reach the applicant, as what the applicant files by the form can.
 *
 * @throws the refusal `undeliverable`
 */
export function refuseUndeliverable(
  req: PayloadRequest,
  next: Partial<Application>,
  before: Application | undefined,
): void {
  const fields = ['form', 'delivery', 'email', 'address'] as const;
  const isSame =
    before && fields.every((field) => (next[field] || null) === (before[field] || null));
  const lacking = !req.user || isSame ? null : deliveryProblem(next);
  if (lacking) throw formError(req, 'undeliverable', lacking);
}

/** In the words of the applicant's form, which say what to fill in. */
function formError(
  req: PayloadRequest,
  key: 'amendment' | 'undeliverable',
  problem: string,
  values: Record<string, string | number> = {},
): APIError {
  const words: Record<string, string> = messages[localeOf(req)].applications.errors;
  const text = (words[problem] ?? problem).replace(/\{(\w+)\}/g, (place, name: string) =>
    String(values[name] ?? place),
  );
  return caseError(req, { key, values: { problem: text } });
}

/**
 * An ordinary save leaves what was asked, and by whom, as it was filed.
 *
 * @throws the refusal `requestFixed`, which says what to do instead
 */
export function refuseRewriting(
  req: PayloadRequest,
  next: Partial<Application>,
  before: Application,
): void {
  const [registered] = historyOf(before);
  // A past year's ledger may tell no instant.
  const recordedOn = registered?.at ? dayOf(registered.at) : null;
  if (isBeingWritten(historyOf(before), recordedOn, dayOf(new Date()))) return;
  // What is sealed reads as its mask on both sides, unless somebody typed something else.
  const isSame = amendItems.every((item) => (next[item] || null) === (before[item] || null));
  if (!isSame) throw caseError(req, { key: 'requestFixed', values: {} });
}
