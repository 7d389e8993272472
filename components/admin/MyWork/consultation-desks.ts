import { createLocalReq } from 'payload';
import { waitingComments } from '@/collections/Comments/moderation-rows';
import { formatDate } from '@/components/DateText/format-date';
import { dayOf } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { Desk, Sitting } from './desks';

const MOST = 8;

/** Comments that nobody has read yet, the oldest first. */
export async function commentsDesk({ payload, user, locale, now }: Sitting): Promise<Desk> {
  const words = messages[locale].consultations.work;
  const req = await createLocalReq({ user: user ?? undefined }, payload);
  const { items, total } = await waitingComments(req, now, MOST);
  const today = dayOf(now);
  return {
    heading: words.comments,
    total,
    items: items.map(({ id, excerpt, consultation, due }) => ({
      href: `/admin/collections/comments/${id}`,
      title: excerpt || words.empty,
      note: (due < today ? words.commentLate : words.commentDue)
        .replace('{consultation}', () => consultation)
        .replace('{date}', formatDate(due, locale)),
      isLate: due < today,
    })),
    more: [{ href: '/admin/comments-desk', label: String(total) }],
  };
}

/** Consultations that have closed and owe their outcome, the nearest day first. */
export async function outcomesDesk({ payload, user, locale, now }: Sitting): Promise<Desk> {
  const words = messages[locale].consultations.work;
  const { docs, totalDocs } = await payload.find({
    collection: 'consultations',
    where: {
      and: [
        { _status: { equals: 'published' } },
        { closesAt: { less_than_equal: now } },
        { outcomeOn: { exists: false } },
        { withoutOutcome: { exists: false } },
        ...ownOf(user),
      ],
    },
    sort: 'outcomeDueOn',
    limit: MOST,
    depth: 0,
    select: { title: true, outcomeDueOn: true },
    user,
    overrideAccess: false,
  });
  const today = dayOf(now);
  return {
    heading: words.outcomes,
    total: totalDocs,
    items: docs.map(({ id, title, outcomeDueOn }) => {
      const due = outcomeDueOn ? dayOf(outcomeDueOn) : null;
      const isLate = due !== null && due < today;
      return {
        href: `/admin/collections/consultations/${id}`,
        title,
        isLate,
        ...(due && {
          note: (isLate ? words.late : words.due).replace('{date}', formatDate(due, locale)),
        }),
      };
    }),
  };
}

/** Of the own agency, for whoever belongs to one and writes for it. */
function ownOf(user: Sitting['user']) {
  const isEditor = user?.roles?.every((role) => role === 'editor');
  const agency = user?.agency;
  const id = typeof agency === 'object' ? agency?.id : agency;
  return isEditor && id ? [{ agency: { equals: id } }] : [];
}
