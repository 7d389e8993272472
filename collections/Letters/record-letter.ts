import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload';
import { canRegisterLetters } from '@/access/roles';
import { confirmDrawn, drawNumber } from '@/collections/Counters/drawn-number';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { daysFor, letterClock } from '@/domain/letters/clock';
import type { LetterStep } from '@/domain/letters/history';
import { formatLetterReceipt, letterPrefixes, parseLetterReceipt } from '@/domain/letters/receipt';
import { dayOf, yearOf, type Day } from '@/domain/workdays/days';
import { toNoon } from '@/fields/day';
import type { Letter, User } from '@/payload-types';
import { tellWriter } from '@/transfer/mail/letter-mails';
import { letterError } from './letter-error';
import { hashesAfter, hashesIn, hashesOf } from './letter-hashes';
import { letterHistory, responseLimits } from './stored-letter';
import { isCorrectable, WRITERS_OWN } from './take-in-letter';

/** What the filing fixes: the writer's own, which nobody changes afterwards but for a slip of the office. */
const AS_FILED = [
  ...WRITERS_OWN,
  'purpose',
  'channel',
  'receivedOn',
] as const satisfies readonly (keyof Letter)[];

/** Written by the actions alone. */
const BY_ACTIONS = [
  'status',
  'receiptNumber',
  'history',
  'reply',
  'rating',
  'application',
  'agency',
  'assignee',
  'complexity',
  'dueOn',
  'isProvisional',
  'closedOn',
  'deletionAskedOn',
  'erasedOn',
  'revision',
  'queryHash',
  'filingKey',
] as const satisfies readonly (keyof Letter)[];

const isWritersOwn = (field: keyof Letter): boolean =>
  (WRITERS_OWN as readonly string[]).includes(field);

const AT_FILING: readonly string[] = ['queryHash', 'filingKey', 'agency', 'complexity'];

/**
 * Numbers a new letter and starts its clock; afterwards an ordinary save keeps what the writer sent and
 * what only actions write. An officer types over the kind, and a slip in what the office itself wrote down.
 */
export const recordLetter: CollectionBeforeChangeHook<Letter> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update' && originalDoc) {
    const isOpen = isCorrectable(originalDoc);
    const fixed = AS_FILED.filter((field) => !isOpen || !isWritersOwn(field));
    const kept = Object.fromEntries(
      [...fixed, ...BY_ACTIONS].map((field) => [field, originalDoc[field]]),
    );
    return {
      ...data,
      ...kept,
      ...(isOpen ? hashesAfter(data, originalDoc) : hashesIn(originalDoc)),
    };
  }
  return filed(data as Letter, req);
};

/**
 * The letter is stored with its number: that is not drawn again. Whoever left an address with the office is
 * told as everybody is; a filing through the site sends its first mail itself, with the query code.
 */
export const confirmLetterNumber: CollectionAfterChangeHook<Letter> = async ({
  doc,
  operation,
  req,
}) => {
  const parsed = operation === 'create' ? parseLetterReceipt(doc.receiptNumber ?? '') : null;
  if (parsed) await confirmDrawn(sequenceOf(parsed.purpose, parsed.year), parsed.serial, req);
  if (operation === 'create' && req.user) await tellWriter(req, doc, 0);
  return doc;
};

async function filed(letter: Letter, req: PayloadRequest): Promise<Letter> {
  // Whoever answers for one agency alone would not see again what belongs to none.
  const given = { ...letter, agency: letter.agency ?? (await ownAgencyOnly({ req })) } as Letter;
  const now = new Date();
  const today = dayOf(now);
  const receivedOn = given.receivedOn ? dayOf(given.receivedOn) : today;
  if (receivedOn > today) throw letterError(req, { key: 'receivedInFuture', values: {} });
  if (req.user && given.agency && !(await canRegisterLetters({ data: given, req }))) {
    throw letterError(req, { key: 'otherAgency', values: {} });
  }
  const { purpose } = given;
  const complexity = given.complexity ?? 'other';
  const limits = await responseLimits(req.payload, req);
  const days = daysFor(limits, purpose, complexity);
  const clock = letterClock(
    receivedOn,
    { days, routingDays: limits.routingDays },
    await workCalendar(req),
  );
  const user = req.user as User | null;
  const registered: LetterStep = {
    action: 'register',
    status: 'received',
    on: receivedOn,
    // Only samples are filed by nobody on another day than today.
    at: user || receivedOn === today ? now.toISOString() : `${receivedOn}T02:00:00.000Z`,
    by: user?.name ?? null,
    byId: user ? String(user.id) : null,
    role: user ? 'officer' : 'writer',
    days,
  };
  const empty = Object.fromEntries(
    BY_ACTIONS.filter((field) => !AT_FILING.includes(field)).map((field) => [field, undefined]),
  );
  return {
    ...given,
    ...empty,
    complexity,
    status: 'received',
    receivedOn: toNoon(receivedOn),
    dueOn: toNoon(clock.due),
    isProvisional: clock.provisional,
    history: [registered],
    revision: 0,
    ...hashesOf(given),
    receiptNumber: await newNumber(purpose, receivedOn, req),
  } as Letter;
}

/** The agency of an officer who registers for no other; the office where all letters arrive chooses. */
export async function ownAgencyOnly({
  req,
}: {
  req: PayloadRequest;
}): Promise<number | string | undefined> {
  if (!req.user || (await canRegisterLetters({ data: { agency: 'any' }, req }))) return undefined;
  const { agency } = req.user as User;
  return (typeof agency === 'object' ? agency?.id : agency) ?? undefined;
}

async function newNumber(
  purpose: Letter['purpose'],
  receivedOn: Day,
  req: PayloadRequest,
): Promise<string> {
  const year = yearOf(receivedOn);
  const serial = await drawNumber(sequenceOf(purpose, year), req, async (candidate) => {
    const { totalDocs } = await req.payload.db.count({
      collection: 'letters',
      where: { receiptNumber: { equals: formatLetterReceipt(purpose, year, candidate) } },
      req,
    });
    return totalDocs > 0;
  });
  return formatLetterReceipt(purpose, year, serial);
}

const sequenceOf = (purpose: Letter['purpose'], year: number): string =>
  `letter:${letterPrefixes[purpose]}:${year}`;

/** The working days by which a letter goes: those of the last step that set them. */
export const daysOf = (letter: Partial<Pick<Letter, 'history'>>): number | null =>
  letterHistory(letter).findLast(({ days }) => typeof days === 'number')?.days ?? null;
