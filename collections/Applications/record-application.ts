import type { CollectionBeforeChangeHook, PayloadRequest, RequestContext } from 'payload';
import { nextNumber } from '@/collections/Counters/next-number';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { datesOf } from '@/domain/applications/case';
import { formatReceiptNumber } from '@/domain/applications/receipt-number';
import { reckon, type Clock } from '@/domain/applications/reckon';
import { requestKey } from '@/domain/applications/same-request';
import { dayOf, yearOf, type Day } from '@/domain/workdays/days';
import { toNoon } from '@/fields/day';
import { isSealedAs, keyedHash } from '@/fields/sealed/seal';
import type { Application, User } from '@/payload-types';
import { claimForSave } from './claim';
import { hashedFields } from './hashed-fields';
import { factsOf, historyOf, type HistoryEntry } from './stored-case';

/** The letters before every receipt number of this portal. */
export const receiptPrefix = (): string => process.env.RECEIPT_PREFIX ?? 'YF';

/** How `context` says that the portal's own code writes: an action of act.ts, or a past year's ledger. */
export const AS_ACTION = { caseAction: true } satisfies RequestContext;
export const AS_LEDGER = { caseLedger: true } satisfies RequestContext;

/** Written by the actions alone: what an ordinary save carries of these is not kept. */
const BY_ACTIONS = [
  'status',
  'receiptNumber',
  'history',
  'consultations',
  'supplement',
  'extension',
  'fee',
  'reasons',
  'reply',
  'letters',
  'rating',
  'assignee',
  'closedOn',
  'servedOn',
  'revision',
  'letterNumbers',
  'queryHash',
  'filingKey',
  'ledgerKey',
  'deletionAskedOn',
  'erasedOn',
] as const satisfies readonly (keyof Application)[];

/** Given with the filing by the portal's own code. */
const AT_FILING: readonly string[] = ['queryHash', 'filingKey'];

/**
 * Numbers a new application, keeps what only actions may write, and counts the reply period afresh.
 * Nobody types a due date.
 */
export const recordApplication: CollectionBeforeChangeHook<Application> = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (context.caseLedger) return { ...data, ...keysOf(data, undefined) };
  const before = operation === 'update' ? originalDoc : undefined;
  const isAction = Boolean(context.caseAction);
  const next: Partial<Application> = { ...data };
  if (before && !isAction) {
    // Whoever saves the form while a colleague acts would write back what the action changed.
    await claimForSave(req, before);
    next.actingSince = null;
    for (const field of BY_ACTIONS) Object.assign(next, { [field]: before[field] });
    // Once an agency has the case, it passes on by dispatch, which is recorded.
    if (before.status !== 'received') next.agency = before.agency;
  }
  if (!before) Object.assign(next, await filed(next, req));

  const clock = await clockOf({ ...before, ...next } as Application, req);
  Object.assign(next, storedClock(clock), keysOf(next, before));
  // In person and by signed post the day is certain from the start: there is nothing to confirm.
  if (!before) {
    next.status = clock.receivedOn ? 'confirmed' : 'received';
    next.history = historyOf(next).map((entry) => ({ ...entry, status: next.status! }));
  }
  return next;
};

/** What the filing fixes. Everything else that only actions write begins empty. */
async function filed(
  given: Partial<Application>,
  req: PayloadRequest,
): Promise<Partial<Application>> {
  const now = new Date().toISOString();
  const filedOn = given.filedOn ? dayOf(given.filedOn) : dayOf(now);
  const signedOn = given.channel === 'signed-post' && given.signedOn ? dayOf(given.signedOn) : null;
  const empty = Object.fromEntries(
    BY_ACTIONS.filter((field) => !AT_FILING.includes(field)).map((field) => [field, undefined]),
  );
  const user = req.user as User | null;
  const registered: HistoryEntry = {
    action: 'register',
    status: 'received',
    on: signedOn ?? filedOn,
    at: now,
    by: user?.name ?? null,
    byId: user ? String(user.id) : null,
    role: user ? 'officer' : 'applicant',
  };
  return {
    ...empty,
    filedOn: toNoon(filedOn),
    signedOn: signedOn && toNoon(signedOn),
    receiptNumber: await newReceiptNumber(filedOn, req),
    revision: 0,
    history: [registered],
  };
}

/** The clock of a stored case. What cannot be reckoned was refused before it was stored. */
export async function clockOf(application: Application, req: PayloadRequest): Promise<Clock> {
  const reckoned = reckon(datesOf(factsOf(application)), await workCalendar(req));
  if (reckoned.ok) return reckoned.clock;
  throw new Error(`The days of a stored application are impossible: ${reckoned.problem.key}`);
}

/** The part of the clock that is stored, to sort and to filter by. */
export const storedClock = (clock: Clock): Partial<Application> => ({
  receivedOn: clock.receivedOn && toNoon(clock.receivedOn),
  dueOn: clock.due && toNoon(clock.due),
  isProvisional: clock.provisional,
  stopped: clock.stopped,
});

/** Keyed hashes and keys by which a case is found. A mask that a save carries back changes none. */
function keysOf(next: Partial<Application>, before: Application | undefined): Partial<Application> {
  // A case whose texts were erased is the same as no other.
  const keys: Partial<Application> = {
    requestKey: before?.erasedOn
      ? null
      : requestKey(next.informationTitle ?? '', next.informationNumber ?? ''),
  };
  for (const { key, field, normalise } of hashedFields(next)) {
    const value = next[field];
    // What was read before the change is a mask, unless somebody asked for it in full.
    const isKept =
      value === undefined || isSealedAs(value, field) || (before && value === before[field]);
    const hash = value ? keyedHash(normalise(value), key) : null;
    Object.assign(keys, { [key]: isKept ? before?.[key] : hash });
  }
  return keys;
}

async function newReceiptNumber(filedOn: Day, req: PayloadRequest): Promise<string> {
  const year = yearOf(filedOn);
  const serial = await nextNumber(`application:${year}`, req);
  return formatReceiptNumber({ prefix: receiptPrefix(), year, serial });
}
