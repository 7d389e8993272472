import type { Where } from 'payload';
import { DESK_PATH } from '@/components/admin/ApplicationsDesk/desk-address';
import { formatDate } from '@/components/DateText/format-date';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { isOpen, statuses } from '@/domain/applications/statuses';
import { workdaysBetween } from '@/domain/workdays/count';
import { dayOf } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { Application } from '@/payload-types';
import type { Desk, Item, Sitting } from './desks';

const MOST = 8;

/** Open applications whose clock runs, the nearest deadline first; then those that wait for somebody. */
export const applicationDesk = (sitting: Sitting): Promise<Desk> =>
  deskOf(sitting, messages[sitting.locale].review.work.due, {
    status: { in: statuses.filter(isOpen) },
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
    ],
  });

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
      select: {
        receiptNumber: true,
        informationTitle: true,
        status: true,
        dueOn: true,
        stopped: true,
      },
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
  { id, receiptNumber, informationTitle, status, dueOn, stopped }: Application,
  { locale, now }: Sitting,
  calendar: Awaited<ReturnType<typeof workCalendar>>,
): Item {
  const { applications, clock, review } = messages[locale];
  const words = review.work;
  const today = dayOf(now);
  const href = `/admin/collections/applications/${id}`;
  const title = `${receiptNumber} ${informationTitle}`;
  if (!dueOn) {
    const known: Record<string, string> = clock.stopped;
    return { href, title, note: (stopped && known[stopped]) || applications.statuses[status] };
  }
  const due = dayOf(dueOn);
  const isLate = due < today;
  const left = isLate
    ? words.late
    : words.days.replace('{days}', String(workdaysBetween(today, due, calendar)));
  const note = `${words.dueOn.replace('{date}', formatDate(due, locale))} · ${left}`;
  return { href, title, note, isLate };
}
