import type { Where } from 'payload';
import { DESK_PATH, deskAddress } from '@/components/admin/ApplicationsDesk/desk-address';
import { waitWords } from '@/components/admin/ApplicationsDesk/wait-words';
import { formatDate } from '@/components/DateText/format-date';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { WAITING, waitOfCase } from '@/collections/Applications/waiting';
import { filedBefore } from '@/domain/applications/desk';
import { isOpen, openStatuses, statuses, type Status } from '@/domain/applications/statuses';
import { workdaysBetween } from '@/domain/workdays/count';
import { dayOf } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { Application } from '@/payload-types';
import type { Desk, Item, Sitting } from './desks';

const MOST = 8;

/** Open applications whose clock runs, the nearest deadline first; then those that wait for somebody. */
export const applicationDesk = (sitting: Sitting): Promise<Desk> =>
  deskOf(sitting, messages[sitting.locale].review.work.due, {
    // While an answer is corrected no day is owed: that stands with what is the office's turn.
    and: [{ status: { in: statuses.filter(isOpen) } }, { closedOn: { exists: false } }],
  });

/** Replies whose words wait for the legal review. */
export const legalReviewDesk = (sitting: Sitting): Promise<Desk> =>
  deskOf(sitting, messages[sitting.locale].desk.work.review, { status: { equals: 'drafted' } });

/** Replies that wait for the leader's signature. */
export const signingDesk = (sitting: Sitting): Promise<Desk> =>
  deskOf(sitting, messages[sitting.locale].desk.work.approve, { status: { equals: 'reviewed' } });

/** Extensions that an officer asked for and no leader has decided on (§33). */
export const extensionDesk = (sitting: Sitting): Promise<Desk> =>
  deskOf(sitting, messages[sitting.locale].desk.work.extensions, {
    and: [
      { 'extension.state': { equals: 'asked' } },
      { status: { in: ['confirmed', 'in-progress', 'consulting', 'reasons-requested'] } },
      // The answer went out without it, and is being corrected: there is nothing left to extend.
      { closedOn: { exists: false } },
    ],
  });

/**
 * Applications for which nobody else is to be waited for: a term is over, or a filing is to be confirmed.
 * Of an inquiry whose term is over the clock has run on, and so there is a due day.
 */
export async function turnDesk(sitting: Sitting): Promise<Desk> {
  const { payload, user, locale, now } = sitting;
  const calendar = await workCalendar({ payload });
  const today = dayOf(now);
  const endOfToday = `${today}T23:59:59.999Z`;
  const isPast = { less_than: `${today}T00:00:00.000Z` };
  const { docs, totalDocs } = await payload.find({
    collection: 'applications',
    where: {
      or: [
        {
          and: [
            { status: { equals: 'received' } },
            { filedOn: { less_than_equal: `${filedBefore(calendar, today)}T23:59:59.999Z` } },
          ],
        },
        {
          and: [{ status: { equals: 'supplement-requested' } }, { 'supplement.termOn': isPast }],
        },
        { and: [{ status: { equals: 'fee-notified' } }, { 'fee.termOn': isPast }] },
        // Its answer is being corrected, and the applicant is not to be waited for.
        {
          and: [
            { status: { in: openStatuses.filter((status) => !OF_APPLICANT.includes(status)) } },
            { closedOn: { exists: true } },
          ],
        },
        // Due today or overdue it stands with those that are.
        { and: [{ status: { equals: 'consulting' } }, { dueOn: { greater_than: endOfToday } }] },
      ],
    },
    sort: 'filedOn',
    depth: 0,
    limit: MOST,
    select: SHOWN,
    user,
    overrideAccess: false,
  });
  return {
    heading: messages[locale].desk.work.turn,
    total: totalDocs,
    items: (docs as Application[]).map((application) => itemOf(application, sitting, calendar)),
    more: [{ href: deskAddress({ group: 'turn' }), label: String(totalDocs) }],
  };
}

/** What stands here until the applicant has done something, or their term is over. */
const OF_APPLICANT: readonly Status[] = [
  'supplement-requested',
  'fee-notified',
  'reasons-requested',
];

const SHOWN = {
  receiptNumber: true,
  informationTitle: true,
  ...WAITING,
  dueOn: true,
  closedOn: true,
  stopped: true,
} as const;

async function deskOf(sitting: Sitting, heading: string, where: Where): Promise<Desk> {
  const { payload, user } = sitting;
  const calendar = await workCalendar({ payload });
  const find = (running: boolean, limit: number) =>
    payload.find({
      collection: 'applications',
      where: { and: [where, { dueOn: { exists: running } }] },
      sort: running ? 'dueOn' : 'filedOn',
      depth: 0,
      limit,
      select: SHOWN,
      user,
      overrideAccess: false,
    });
  const running = await find(true, MOST);
  // A limit of none would be all.
  const waiting = await find(false, Math.max(1, MOST - running.docs.length));
  const total = running.totalDocs + waiting.totalDocs;
  const docs = [...running.docs, ...waiting.docs].slice(0, MOST) as Application[];
  return {
    heading,
    total,
    items: docs.map((application) => itemOf(application, sitting, calendar)),
    more: [{ href: DESK_PATH, label: String(total) }],
  };
}

function itemOf(
  application: Application,
  { locale, now }: Sitting,
  calendar: Awaited<ReturnType<typeof workCalendar>>,
): Item {
  const { id, receiptNumber, informationTitle, status, dueOn, closedOn, stopped } = application;
  const { applications, clock, desk, review } = messages[locale];
  const words = review.work;
  const today = dayOf(now);
  const href = `/admin/collections/applications/${id}`;
  const title = `${receiptNumber} ${informationTitle}`;
  const wait = waitOfCase(application, calendar, today);
  const waits = wait && waitWords(wait, desk, (day) => formatDate(day, locale));
  // No day is owed for the correction of an answer that was given.
  if (closedOn) return { href, title, note: [desk.correcting, waits].filter(Boolean).join(' · ') };
  if (!dueOn) {
    if (wait) return { href, title, note: waits ?? undefined, isLate: wait.isLate };
    const known: Record<string, string> = clock.stopped;
    return { href, title, note: (stopped && known[stopped]) || applications.statuses[status] };
  }
  const due = dayOf(dueOn);
  const isLate = due < today;
  const left = isLate
    ? words.late
    : words.days.replace('{days}', String(workdaysBetween(today, due, calendar)));
  const note = [words.dueOn.replace('{date}', formatDate(due, locale)), left, waits]
    .filter(Boolean)
    .join(' · ');
  return { href, title, note, isLate: isLate || wait?.isLate };
}
