import {
  APIError,
  ValidationError,
  type CollectionBeforeChangeHook,
  type PayloadRequest,
} from 'payload';
import { nextNumber } from '@/collections/Counters/next-number';
import { dueDate, longestExtension, type ClockFacts } from '@/domain/applications/clock';
import { formatReceiptNumber } from '@/domain/applications/receipt-number';
import { canMove, type Status } from '@/domain/applications/statuses';
import { dayOf, yearOf, type Day } from '@/domain/workdays/days';
import { nationalCalendar } from '@/domain/workdays/national-calendar';
import { toNoon } from '@/fields/day';
import { messages } from '@/messages';
import type { Application, User } from '@/payload-types';
import { writeReply } from './write-reply';

/** The letters before every receipt number of this portal. */
export const receiptPrefix = (): string => process.env.RECEIPT_PREFIX ?? 'YF';

/**
 * Numbers a new application, allows only the moves that the regulation knows, dates each one and
 * counts the reply period afresh. Nobody types a due date.
 */
export const recordApplication: CollectionBeforeChangeHook<Application> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { occurredOn, note, ...kept } = data;
  const today = dayOf(new Date().toISOString());
  const on = occurredOn ? dayOf(occurredOn) : today;
  const before = operation === 'update' ? originalDoc : undefined;
  const next: Partial<Application> = { ...kept };

  if (before) {
    next.receiptNumber = before.receiptNumber;
    next.queryHash = before.queryHash;
  } else {
    const filedOn = next.filedOn ? dayOf(next.filedOn) : on;
    next.filedOn = toNoon(filedOn);
    next.receiptNumber = await newReceiptNumber(filedOn, req);
  }

  const from = before?.status as Status | undefined;
  const to = (next.status ?? from ?? 'received') as Status;
  const history = before?.history ?? [];
  if (from && from !== to) {
    const had = history.map(({ status }) => status as Status);
    if (!canMove(from, to, had)) throw refused('move', req, { from, to });
    Object.assign(next, datesOf(from, to, on, next));
  }

  refuseOddExtension({ ...before, ...next }, req);
  const clock = dueDate(clockFacts({ ...before, ...next } as Application), nationalCalendar);
  next.receivedOn = clock.receivedOn ? toNoon(clock.receivedOn) : null;
  next.dueOn = clock.due ? toNoon(clock.due) : null;
  next.isProvisional = clock.provisional;
  // In person and by signed post the day is certain from the start: there is nothing to confirm.
  if (!before) next.status = clock.receivedOn ? 'confirmed' : 'received';

  next.reply = await replyOf(before, next, to, on, req);
  const status = next.status ?? to;
  if (!before || from !== to || note) {
    next.history = [
      ...history,
      { status, at: stepTime(on, today), by: actorName(req), note: note?.trim() || undefined },
    ];
  } else {
    next.history = history;
  }
  return next;
};

/**
 * The letter is made by the rules at the answer, never typed; what was served stays as it was, or
 * the applicant would read another letter than the one that the remedy's time limit runs from.
 */
async function replyOf(
  before: Application | undefined,
  next: Partial<Application>,
  to: Status,
  on: Day,
  req: PayloadRequest,
): Promise<Application['reply']> {
  if (before?.reply?.letter) return before.reply;
  if (to === 'answered') return writeReply({ ...before, ...next } as Application, on, req);
  return { ...before?.reply, ...next.reply, letter: null };
}

/** Payload validates fields after this hook, and the clock counts no part of a day and no longer time. */
function refuseOddExtension(
  { extensionWorkdays }: Partial<Application>,
  req: PayloadRequest,
): void {
  if (extensionWorkdays === null || extensionWorkdays === undefined) return;
  const isWhole = Number.isInteger(extensionWorkdays);
  if (isWhole && extensionWorkdays >= 1 && extensionWorkdays <= longestExtension) return;
  const message = `延长须为 1 到 ${longestExtension} 个工作日。 An extension is 1 to ${longestExtension} working days.`;
  throw new ValidationError(
    { collection: 'applications', errors: [{ path: 'extensionWorkdays', message }], req },
    req.t,
  );
}

/** What the clock needs to know, out of a stored application. */
export function clockFacts(application: Application): ClockFacts {
  const day = (value: string | null | undefined) => (value ? dayOf(value) : null);
  return {
    channel: application.channel,
    filedOn: dayOf(application.filedOn ?? new Date().toISOString()),
    signedOn: day(application.signedOn),
    confirmedOn: day(application.confirmedOn),
    supplementRequestedOn: day(application.supplementRequestedOn),
    supplementReceivedOn: day(application.supplementReceivedOn),
    extensionWorkdays: application.extensionWorkdays,
  };
}

/** The days that a move fixes, for the clock. */
function datesOf(
  from: Status,
  to: Status,
  on: Day,
  { extensionWorkdays }: Partial<Application>,
): Partial<Application> {
  if (to === 'confirmed') return { confirmedOn: toNoon(on) };
  if (to === 'supplement-requested') return { supplementRequestedOn: toNoon(on) };
  if (from === 'supplement-requested' && to === 'in-progress') {
    return { supplementReceivedOn: toNoon(on) };
  }
  if (to === 'extended') return { extensionWorkdays: extensionWorkdays ?? longestExtension };
  return {};
}

async function newReceiptNumber(filedOn: Day, req: PayloadRequest): Promise<string> {
  const year = yearOf(filedOn);
  const serial = await nextNumber(`application:${year}`, req);
  return formatReceiptNumber({ prefix: receiptPrefix(), year, serial });
}

/** Now for what happens today; noon of its day for what is recorded afterwards. */
const stepTime = (on: Day, today: Day): string =>
  on === today ? new Date().toISOString() : toNoon(on);

const actorName = (req: PayloadRequest): string | undefined =>
  (req.user as User | null)?.name ?? undefined;

function refused(
  key: keyof (typeof messages)['zh-CN']['applications']['office'],
  req: PayloadRequest,
  values: Record<string, string>,
): APIError {
  const locale = req.i18n?.language === 'en' ? 'en' : 'zh-CN';
  const { office, statuses } = messages[locale].applications;
  const text = Object.entries(values).reduce(
    (words, [name, value]) =>
      words.replace(`{${name}}`, statuses[value as keyof typeof statuses] ?? value),
    office[key] as string,
  );
  return new APIError(text, 400, { refusal: key }, true);
}
