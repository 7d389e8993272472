import type { Where } from 'payload';
import { answersAddress } from '@/components/admin/AnswersDesk/answers-address';
import { formatDate } from '@/components/DateText/format-date';
import { dayOf } from '@/domain/workdays/days';
import { messages } from '@/messages';
import type { Desk, Sitting } from './desks';

const MOST = 8;

/** Letters that no agency has yet, the nearest due day first. */
export const routingDesk = (sitting: Sitting): Promise<Desk> =>
  letterDesk(sitting, messages[sitting.locale].lettersOffice.myWork.route, {
    status: { equals: 'received' },
  });

export const answeringDesk = (sitting: Sitting): Promise<Desk> =>
  letterDesk(sitting, messages[sitting.locale].lettersOffice.myWork.answer, {
    status: { equals: 'routed' },
  });

/** Replies that another hand than the drafter's has to send. */
export const replyReviewDesk = (sitting: Sitting): Promise<Desk> =>
  letterDesk(sitting, messages[sitting.locale].lettersOffice.myWork.review, {
    status: { equals: 'drafted' },
  });

/** Drafts out of answered letters and applications, which an officer has made and an editor submits. */
export async function publishedCasesDesk({ payload, user, locale }: Sitting): Promise<Desk> {
  const found = await Promise.all(
    (['published-letters', 'published-answers'] as const).map(async (collection) => {
      const { docs, totalDocs } = await payload.find({
        collection,
        where: {
          and: [{ 'review.state': { equals: 'draft' } }, { _status: { equals: 'draft' } }],
        },
        draft: true,
        depth: 0,
        limit: MOST,
        sort: '-updatedAt',
        select: { title: true },
        user,
        overrideAccess: false,
      });
      const href = `/admin/collections/${collection}`;
      const items = docs.map(({ id, title }) => ({ href: `${href}/${id}`, title: title ?? '' }));
      return { items, total: totalDocs, href };
    }),
  );
  return {
    heading: messages[locale].lettersOffice.myWork.word,
    items: found.flatMap(({ items }) => items).slice(0, MOST),
    total: found.reduce((sum, { total }) => sum + total, 0),
    more: found
      .filter(({ items, total }) => total > items.length)
      .map(({ href, total }) => ({ href, label: String(total) })),
  };
}

async function letterDesk(
  { payload, user, locale, now }: Sitting,
  heading: string,
  where: Where,
): Promise<Desk> {
  const { docs, totalDocs } = await payload.find({
    collection: 'letters',
    where,
    sort: 'dueOn',
    limit: MOST,
    depth: 0,
    select: { receiptNumber: true, title: true, dueOn: true, purpose: true },
    user,
    overrideAccess: false,
  });
  const today = dayOf(now);
  const { panel, words } = messages[locale].lettersOffice;
  return {
    heading,
    total: totalDocs,
    items: docs.map(({ id, receiptNumber, title, dueOn, purpose }) => {
      const due = dueOn ? dayOf(dueOn) : null;
      return {
        href: `/admin/collections/letters/${id}`,
        // Its title alone, of a page or a record, would pass for that of a letter.
        title: [receiptNumber, purpose !== 'letter' && words[purpose], title]
          .filter(Boolean)
          .join(' '),
        ...(due && {
          note: panel.dueOn.replace('{day}', formatDate(due, locale)),
          isLate: due < today,
        }),
      };
    }),
    more: [
      {
        href: answersAddress({ kind: null, agency: null, span: 'all', page: 1 }),
        label: String(totalDocs),
      },
    ],
  };
}
