import type { Payload, PayloadRequest } from 'payload';
import { createLocalReq } from 'payload';
import { receiptPrefix } from '@/collections/Applications/receipt-numbers';
import { AS_LEDGER } from '@/collections/Applications/record-application';
import type { HistoryEntry, StoredConsultation } from '@/collections/Applications/stored-case';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { datesOf, type CaseFacts } from '@/domain/applications/case';
import { parseReceiptNumber } from '@/domain/applications/receipt-number';
import { reckon } from '@/domain/applications/reckon';
import type { Status } from '@/domain/applications/statuses';
import type { Calendar } from '@/domain/workdays/calendar';
import type { Day } from '@/domain/workdays/days';
import { toNoon } from '@/fields/day';
import { seal } from '@/fields/sealed/seal';
import { messages } from '@/messages';
import type { Application } from '@/payload-types';
import type { PlannedRow } from './plan-ledger';
import type { LedgerEntry } from './read-ledger';

/** Writes the rows that are new, one by one: broken off, the next run goes on from there. */
export async function writeLedger(
  payload: Payload,
  planned: readonly PlannedRow[],
  onRow: () => void = () => undefined,
  isStopped: () => boolean = () => false,
): Promise<number> {
  const req = await createLocalReq({ context: { ...AS_LEDGER, disableRevalidate: true } }, payload);
  const calendar = await workCalendar(req);
  let written = 0;
  for (const { outcome, entry, key, agencyId } of planned) {
    if (isStopped()) break;
    onRow();
    if (outcome !== 'new' || !entry || !key) continue;
    await payload.create({
      collection: 'applications',
      data: {
        ...applicationOf(entry, calendar),
        ledgerKey: key,
        agency: agencyId ?? null,
      } as never,
      depth: 0,
      context: { ...AS_LEDGER, disableRevalidate: true },
    });
    written += 1;
  }
  await passBy(planned, req);
  return written;
}

/**
 * The law asks how and by which way the information is wanted; a ledger does not tell it, and nothing
 * is sent or counted by it any more.
 */
const UNTOLD = { form: 'paper', delivery: 'in-person' } as const;

/** The case as it is stored. Its steps are those of which the ledger tells the day. */
export function applicationOf(entry: LedgerEntry, calendar: Calendar): Partial<Application> {
  const { history, consultations, status } = stepsOf(entry);
  const isWithdrawn = entry.replyKind === 'withdrawn';
  const isPost = entry.channel === 'signed-post';
  return {
    ...UNTOLD,
    status,
    channel: entry.channel,
    applicantKind: entry.applicantKind,
    name: entry.name ?? messages['zh-CN'].ledger.nameless,
    informationTitle: entry.informationTitle,
    informationNumber: entry.informationNumber,
    ...(entry.receiptNumber && { receiptNumber: entry.receiptNumber }),
    filedOn: toNoon(entry.receivedOn),
    receivedOn: toNoon(entry.receivedOn),
    ...(isPost && { signedOn: toNoon(entry.receivedOn) }),
    ...dueOf(entry, history, consultations, calendar),
    history,
    consultations,
    letters: [],
    ...(entry.extension && {
      extension: { state: 'approved', workingDays: entry.extension.workingDays },
    }),
    ...(entry.fee !== null && { fee: { yuan: entry.fee } }),
    reply: {
      ...(!isWithdrawn && {
        kind: entry.replyKind as NonNullable<Application['reply']>['kind'],
        decidedOn: toNoon(entry.decidedOn),
      }),
      number: entry.letterNumber,
    },
    ...(entry.letterNumber && { letterNumbers: `|${entry.letterNumber}|` }),
    closedOn: toNoon(entry.decidedOn),
    servedOn: entry.servedOn && toNoon(entry.servedOn),
    revision: 0,
  };
}

function stepsOf(entry: LedgerEntry): {
  history: HistoryEntry[];
  consultations: StoredConsultation[];
  status: Status;
} {
  const at = new Date().toISOString();
  const { supplement, thirdParty, extension, replyKind } = entry;
  const steps: (Pick<HistoryEntry, 'action' | 'on'> & Partial<HistoryEntry>)[] = [];
  const add = (
    on: Day | null | undefined,
    step: Partial<HistoryEntry> & Pick<HistoryEntry, 'action'>,
  ) => {
    if (on) steps.push({ ...step, on });
  };
  const isConfirmed = ['internet', 'fax', 'unsigned-post'].includes(entry.channel);
  add(entry.receivedOn, { action: 'register', status: isConfirmed ? 'received' : 'confirmed' });
  if (isConfirmed) add(entry.receivedOn, { action: 'confirm', status: 'confirmed' });
  add(supplement?.from, { action: 'request-supplement', status: 'supplement-requested' });
  add(supplement?.to, { action: 'receive-supplement', status: 'in-progress' });
  thirdParty.forEach(({ from, to }, i) => {
    add(from, { action: 'ask-third-party', status: 'consulting', consultation: i + 1 });
    add(to, { action: 'receive-opinion', status: 'in-progress', consultation: i + 1 });
  });
  const workingDays = extension?.workingDays;
  add(extension?.on, {
    action: 'extend',
    status: 'in-progress',
    ...(workingDays && { workingDays }),
  });
  steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const isLapse = replyKind === 'not-supplemented' || replyKind === 'unpaid';
  const end = replyKind === 'withdrawn' ? 'withdraw' : isLapse ? 'lapse' : 'issue';
  const ended = { withdraw: 'withdrawn', lapse: 'lapsed', issue: 'answered' } as const;
  add(entry.decidedOn, { action: end, status: ended[end] });
  if (end === 'issue') add(entry.servedOn, { action: 'deliver', status: 'delivered' });
  add(entry.archivedOn, { action: 'archive', status: 'archived' });
  const history = steps.map((step): HistoryEntry => ({
    status: 'in-progress',
    ...step,
    at,
    by: null,
    byId: null,
    role: 'portal',
  }));
  const consultations = thirdParty.map(({ from, to }, i): StoredConsultation => ({
    number: i + 1,
    of: 'third-party',
    party: seal('', 'party'),
    askedOn: from,
    dueOn: from,
    answeredOn: to,
  }));
  return { history, consultations, status: history.at(-1)?.status ?? 'answered' };
}

/** The due day that the ledger tells; else the one that follows from its steps, where it does. */
function dueOf(
  { dueOn, channel, receivedOn, replyKind, extension, decidedOn }: LedgerEntry,
  history: readonly HistoryEntry[],
  consultations: readonly StoredConsultation[],
  calendar: Calendar,
): Partial<Application> {
  if (dueOn) return { dueOn: toNoon(dueOn), isProvisional: false };
  // Taken back, or waiting for a fee, or extended on a day that is not told: no period can be reckoned.
  const isUntold =
    replyKind === 'withdrawn' || replyKind === 'unpaid' || (extension && !extension.on);
  if (isUntold) return { dueOn: null };
  const facts: Pick<CaseFacts, 'channel' | 'filedOn' | 'signedOn' | 'history' | 'consultations'> = {
    channel,
    filedOn: receivedOn,
    signedOn: channel === 'signed-post' ? receivedOn : null,
    history: history
      .filter(({ on }) => on <= decidedOn)
      .map(({ byId, ...step }) => ({ ...step, by: byId })),
    consultations,
  };
  const reckoned = reckon(datesOf(facts), calendar);
  const due = reckoned.ok ? reckoned.clock.due : null;
  return {
    dueOn: due && toNoon(due),
    isProvisional: reckoned.ok ? reckoned.clock.provisional : false,
  };
}

/** The portal draws no number that came with the ledger: its sequences go on after the highest. */
async function passBy(planned: readonly PlannedRow[], req: PayloadRequest): Promise<void> {
  const highest = new Map<number, number>();
  for (const { entry } of planned) {
    const parsed = parseReceiptNumber(entry?.receiptNumber ?? '', receiptPrefix());
    if (!parsed.ok) continue;
    const { year, serial } = parsed.value;
    highest.set(year, Math.max(serial, highest.get(year) ?? 0));
  }
  const { db } = req.payload;
  for (const [year, serial] of highest) {
    const where = { key: { equals: `application:${year}` } };
    const counter = await db.findOne<{ id: number; value: number }>({
      collection: 'counters',
      where,
      req,
    });
    if (!counter) {
      const data = { key: `application:${year}`, value: serial };
      await db.create({ collection: 'counters', data, req });
    } else if (counter.value < serial) {
      await db.updateOne({ collection: 'counters', where, data: { value: serial }, req });
    }
  }
}
