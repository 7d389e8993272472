import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
  RequestContext,
} from 'payload';
import { canRegisterApplications } from '@/access/roles';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { clockOfCase } from '@/domain/applications/case';
import type { Clock } from '@/domain/applications/reckon';
import { requestKey } from '@/domain/applications/same-request';
import { dayOf } from '@/domain/workdays/days';
import { toNoon } from '@/fields/day';
import { isSealedAs, keyedHash } from '@/fields/sealed/seal';
import type { Application, User } from '@/payload-types';
import { refuseRewriting, refuseUndeliverable } from './amend';
import { caseError } from './case-error';
import { claimForSave } from './claim';
import { hashedFields } from './hashed-fields';
import { confirmReceiptNumber, drawReceiptNumber } from './receipt-numbers';
import { factsOf, historyOf, type HistoryEntry } from './stored-case';

/** How `context` says that the portal's own code writes: an action of act.ts, or a past year's ledger. */
export const AS_ACTION = { caseAction: true } satisfies RequestContext;
export const AS_LEDGER = { caseLedger: true } satisfies RequestContext;

declare module 'payload' {
  interface RequestContext {
    /** The case is made of what was sent and has its receipt since (register-received.ts). */
    received?: { receiptNumber: string; sentAt: string };
  }
}

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
    // Nobody writes back into it what was erased from it, and would never be erased again.
    if (before.erasedOn) throw caseError(req, { key: 'erased', values: {} });
    refuseRewriting(req, next, before);
    // Whoever saves the form while a colleague acts would write back what the action changed.
    await claimForSave(req, before);
    next.actingSince = null;
    for (const field of BY_ACTIONS) Object.assign(next, { [field]: before[field] });
    // Once an agency has the case, it passes on by dispatch, which is recorded.
    if (before.status !== 'received' || !(await mayGiveTo(next, req))) next.agency = before.agency;
  }
  if (!isAction) refuseUndeliverable(req, next, before);
  if (!before) Object.assign(next, filed(next, req));
  Object.assign(next, keysOf(next, before));
  if (!isAction) refuseFuture(next, before, req);
  if (before?.closedOn) {
    // What was answered, or came with a ledger, keeps its days.
    if (!isAction) refuseOtherReceipt(next, before, req);
    return next;
  }
  const clock = await clockOf({ ...before, ...next } as Application, req);
  Object.assign(next, storedClock(clock));
  if (!isAction) Object.assign(next, receiptOf({ ...before, ...next } as Application, before, req));
  // Drawn when nothing of the days is in its way any more, unless the applicant has seen one already.
  if (!before) {
    next.receiptNumber =
      context.received?.receiptNumber ?? (await drawReceiptNumber(dayOf(next.filedOn!), req));
  }
  return next;
};

/** The case is stored with its number: that is not drawn again. */
export const confirmNumberOfCase: CollectionAfterChangeHook<Application> = async ({
  context,
  doc,
  operation,
  req,
}) => {
  if (operation !== 'create' || context.caseLedger) return doc;
  await confirmReceiptNumber(doc.receiptNumber, req);
  return doc;
};

/** Whoever registers for their own agency alone gives no case to another one by a save. */
const mayGiveTo = async (next: Partial<Application>, req: PayloadRequest): Promise<boolean> =>
  !req.user || Boolean(await canRegisterApplications({ data: next, req }));

const RECEIPT_FIELDS = ['channel', 'filedOn', 'signedOn'] as const;

/** The days on which it came in, typed by hand. */
function refuseFuture(
  next: Partial<Application>,
  before: Application | undefined,
  req: PayloadRequest,
): void {
  const today = dayOf(new Date());
  const isLater = (['filedOn', 'signedOn'] as const).some((field) => {
    const value = next[field];
    return value && value !== before?.[field] && dayOf(value) > today;
  });
  if (isLater) throw caseError(req, { key: 'filedInFuture', values: {} });
}

/** Once it is closed, nobody makes it on time by another day of receipt. */
function refuseOtherReceipt(
  next: Partial<Application>,
  before: Application,
  req: PayloadRequest,
): void {
  const isSame = RECEIPT_FIELDS.every((field) => (next[field] ?? null) === (before[field] ?? null));
  if (!isSame) throw caseError(req, { key: 'receiptFixed', values: {} });
}

/**
 * Where a case stands that nobody has acted on follows from its channel and days: in person and by
 * signed post receipt is certain from the start, and there is nothing to confirm. Later, a channel or
 * a day that takes the receipt away would leave the case without a clock.
 */
function receiptOf(
  next: Application,
  before: Application | undefined,
  req: PayloadRequest,
): Partial<Application> {
  if (before && before.status !== 'received' && before.status !== 'confirmed') {
    if (before.receivedOn && !next.receivedOn) {
      throw caseError(req, { key: 'receiptFixed', values: {} });
    }
    return {};
  }
  const status = next.receivedOn ? ('confirmed' as const) : ('received' as const);
  const history = historyOf(next).map((entry) =>
    entry.action === 'register'
      ? { ...entry, status: historyOf(next).some(isConfirmation) ? entry.status : status }
      : entry,
  );
  return { status, history };
}

const isConfirmation = ({ action }: HistoryEntry): boolean => action === 'confirm';

/** What the filing fixes. Everything else that only actions write begins empty. */
function filed(given: Partial<Application>, req: PayloadRequest): Partial<Application> {
  const now = req.context.received?.sentAt ?? new Date().toISOString();
  const signedOn = given.channel === 'signed-post' && given.signedOn ? dayOf(given.signedOn) : null;
  // A letter that is written down later was handed in by the day on which it was signed for.
  const filedOn = given.filedOn ? dayOf(given.filedOn) : (signedOn ?? dayOf(now));
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
    revision: 0,
    history: [registered],
  };
}

/**
 * The clock of a case. A past year's ledger may tell days that no clock follows: a closed case then has
 * those that it came with.
 *
 * @throws the refusal `clock` when the days of an open case can't be
 */
export async function clockOf(application: Application, req: PayloadRequest): Promise<Clock> {
  const reckoned = clockOfCase(factsOf(application), await workCalendar(req), dayOf(new Date()));
  if (reckoned.ok) return reckoned.clock;
  if (!application.closedOn) {
    throw caseError(req, { key: 'clock', values: { problem: reckoned.problem } });
  }
  const day = (value: string | null | undefined) => (value ? dayOf(value) : null);
  return {
    receivedOn: day(application.receivedOn),
    due: day(application.dueOn),
    provisional: false,
    stopped: null,
    latest: null,
    closed: 'replied',
    steps: [],
    days: [],
  };
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
