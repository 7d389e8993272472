import type { AdminViewServerProps, CollectionSlug, Where } from 'payload';
import { formatDate } from '@/components/DateText/format-date';
import { EXPLAINED_KINDS } from '@/domain/review/interpretation-due';
import { isMissed } from '@/domain/review/schedule';
import { addDays, dayOf } from '@/domain/workdays/days';
import { dutiesOf } from '@/fields/review/document-duties';
import { REVIEWED } from '@/fields/review/reviewed-collections';
import { idsOf, storedReview, type Reviewed } from '@/fields/review/stored-review';
import { messages } from '@/messages';
import type { Document, WithheldItem } from '@/payload-types';

export type Item = { href: string; title: string; note?: string; isLate?: boolean };
export type Desk = {
  heading: string;
  items: Item[];
  total: number;
  /** Where the rest of a long desk stands. */
  more?: { href: string; label: string }[];
};

/** Who asks, and in which language they read. */
export type Sitting = {
  payload: AdminViewServerProps['payload'];
  user: AdminViewServerProps['user'];
  locale: 'zh-CN' | 'en';
  /** ISO instant. */
  now: string;
};

const MOST = 8;
/** How many unpublished documents are looked through for the nearest days of article 26. */
const LOOKED_THROUGH = 300;
/** Days ahead at which a withheld item comes to the desk. */
const REASSESS_AHEAD = 30;

const WITHOUT_JOINS = { joins: false } as Record<never, never>;
const WITHOUT_BODY = {
  title: true,
  kind: true,
  agency: true,
  madeOn: true,
  publishedOn: true,
  interpretationWaiver: true,
  source: true,
  review: true,
} as const;

/** Texts of every reviewed collection in one state, as far as this person may read them. */
export const stateDesk = (sitting: Sitting, heading: string, state: string): Promise<Desk> =>
  reviewDesk(sitting, heading, {
    and: [
      { 'review.state': { equals: state } },
      // What is approved and public needs nobody.
      ...(state === 'approved'
        ? [{ _status: { equals: 'draft' } }, { releaseAt: { exists: false } }]
        : []),
    ],
  });

export const scheduledDesk = (sitting: Sitting): Promise<Desk> => {
  const words = messages[sitting.locale].review.work;
  return reviewDesk(
    sitting,
    words.scheduled,
    { and: [{ releaseAt: { greater_than: sitting.now } }, { _status: { equals: 'draft' } }] },
    ({ releaseAt }) => ({ note: words.goesOut.replace('{time}', timeOf(releaseAt, sitting)) }),
  );
};

/** What was to go out by itself and did not. */
export async function missedDesk(sitting: Sitting): Promise<Desk> {
  const words = messages[sitting.locale].review.work;
  return reviewDesk(
    sitting,
    words.missed,
    {
      and: [{ releaseAt: { less_than_equal: sitting.now } }, { _status: { equals: 'draft' } }],
    },
    (doc) =>
      isMissed({ review: storedReview(doc), releaseAt: doc.releaseAt }, sitting.now)
        ? { note: words.wasFor.replace('{time}', timeOf(doc.releaseAt, sitting)), isLate: true }
        : null,
  );
}

async function reviewDesk(
  { payload, user, locale }: Sitting,
  heading: string,
  where: Where,
  describe: (doc: Reviewed) => Pick<Item, 'note' | 'isLate'> | null = () => ({}),
): Promise<Desk> {
  const found = await Promise.all(
    REVIEWED.map(async (collection) => {
      const { docs, totalDocs } = await payload.find({
        collection,
        where,
        draft: true,
        depth: 0,
        limit: MOST,
        sort: '-updatedAt',
        user,
        overrideAccess: false,
        ...WITHOUT_JOINS,
      });
      const items = (docs as unknown as Reviewed[]).flatMap((doc): Item[] => {
        const told = describe(doc);
        const href = `/admin/collections/${collection}/${doc.id}`;
        return told ? [{ href, title: doc.title ?? '', ...told }] : [];
      });
      const total = totalDocs - (docs.length - items.length);
      return { collection, items, total };
    }),
  );
  const total = found.reduce((sum, one) => sum + one.total, 0);
  const items = found.flatMap((one) => one.items).slice(0, MOST);
  const more = total > items.length ? found.filter((one) => one.total > 0) : [];
  return {
    heading,
    items,
    total,
    more: more.map((one) => ({
      href: listHref(one.collection, where),
      label: `${labelOf(one.collection, payload, locale)} ${one.total}`,
    })),
  };
}

/** 条例第二十六条: our own documents that are not public yet, the nearest day first. */
export async function deadlineDesk(sitting: Sitting): Promise<Desk> {
  const { payload, user, locale, now } = sitting;
  const words = messages[locale].review.work;
  const { docs } = await payload.find({
    collection: 'documents',
    where: {
      and: [
        { _status: { equals: 'draft' } },
        { madeOn: { exists: true } },
        { 'source.imported': { not_equals: true } },
      ],
    },
    draft: true,
    depth: 1,
    limit: LOOKED_THROUGH,
    sort: 'madeOn',
    select: WITHOUT_BODY,
    populate: { agencies: { kind: true } },
    user,
    overrideAccess: false,
    ...WITHOUT_JOINS,
  });
  const items: (Item & { due: string })[] = [];
  for (const doc of docs as unknown as Document[]) {
    const steps = storedReview(doc as never).steps;
    const isPublic = steps.findLast(({ action }) => action !== 'return')?.action === 'publish';
    const { deadline } = await dutiesOf(doc, isPublic, payload, dayOf(now));
    if (!deadline) continue;
    const left = deadline.isOverdue ? words.overdueBy : words.days;
    const parts = [
      words.dueOn.replace('{date}', formatDate(deadline.due, locale)),
      left.replace('{days}', String(Math.abs(deadline.left))),
      deadline.provisional && words.provisional,
    ];
    items.push({
      href: `/admin/collections/documents/${doc.id}`,
      title: doc.title,
      note: parts.filter(Boolean).join(' · '),
      isLate: deadline.isOverdue,
      due: deadline.due,
    });
  }
  items.sort((a, b) => (a.due < b.due ? -1 : 1));
  return { heading: words.art26, items: items.slice(0, MOST), total: items.length };
}

/** Our own documents that should have an interpretation, with none and no reason why not. */
export async function interpretationDesk(sitting: Sitting): Promise<Desk> {
  const { payload, user, locale } = sitting;
  const words = messages[locale].review.work;
  const [explaining, outside] = await Promise.all([
    payload.find({
      collection: 'interpretations',
      draft: true,
      depth: 0,
      pagination: false,
      select: { documents: true },
    }),
    payload.find({
      collection: 'agencies',
      where: { kind: { equals: 'external' } },
      depth: 0,
      pagination: false,
      select: { slug: true },
    }),
  ]);
  const explained = explaining.docs.flatMap(({ documents }) => idsOf(documents));
  const where: Where = {
    and: [
      { kind: { in: [...EXPLAINED_KINDS] } },
      { agency: { exists: true } },
      { agency: { not_in: outside.docs.map(({ id }) => id) } },
      { 'source.imported': { not_equals: true } },
      { interpretationWaiver: { exists: false } },
      { id: { not_in: explained } },
    ],
  };
  const { docs, totalDocs } = await payload.find({
    collection: 'documents',
    where,
    draft: true,
    depth: 0,
    limit: MOST,
    sort: '-updatedAt',
    select: { title: true },
    user,
    overrideAccess: false,
    ...WITHOUT_JOINS,
  });
  return {
    heading: words.lacksInterpretation,
    total: totalDocs,
    items: docs.map(({ id, title }) => ({ href: `/admin/collections/documents/${id}`, title })),
  };
}

/** 条例第十八条: withheld items whose day of reassessment is near or past. */
export async function withheldDesk(sitting: Sitting): Promise<Desk> {
  const { payload, user, locale, now } = sitting;
  const words = messages[locale].review.work;
  const today = dayOf(now);
  const { docs, totalDocs } = await payload.find({
    collection: 'withheld-items',
    where: {
      and: [
        { state: { equals: 'withheld' } },
        { reassessOn: { less_than_equal: `${addDays(today, REASSESS_AHEAD)}T23:59:59.999Z` } },
      ],
    },
    sort: 'reassessOn',
    depth: 0,
    limit: MOST,
    user,
    overrideAccess: false,
  });
  return {
    heading: words.withheld,
    total: totalDocs,
    items: docs.map(({ id, title, reassessOn }: WithheldItem) => ({
      href: `/admin/collections/withheld-items/${id}`,
      title,
      note: words.reassessOn.replace('{date}', formatDate(dayOf(reassessOn), locale)),
      isLate: dayOf(reassessOn) < today,
    })),
  };
}

/** The admin's own list, filtered as the desk is. */
function listHref(collection: CollectionSlug, where: Where): string {
  const params = new URLSearchParams();
  for (const [i, condition] of (where.and ?? []).entries()) {
    for (const [field, test] of Object.entries(condition)) {
      for (const [operator, value] of Object.entries(test as object)) {
        params.set(`where[or][0][and][${i}][${field}][${operator}]`, String(value));
      }
    }
  }
  return `/admin/collections/${collection}?${params.toString()}`;
}

function labelOf(
  collection: CollectionSlug,
  payload: Sitting['payload'],
  locale: Sitting['locale'],
): string {
  const { plural } = payload.collections[collection].config.labels;
  if (typeof plural === 'string') return plural;
  if (typeof plural === 'function') return collection;
  return plural[locale === 'en' ? 'en' : 'zh'] ?? collection;
}

const timeOf = (instant: string | null | undefined, { locale }: Sitting): string =>
  instant
    ? new Date(instant).toLocaleString(locale === 'en' ? 'en-GB' : 'zh-CN', {
        timeZone: 'Asia/Shanghai',
        dateStyle: 'medium',
        timeStyle: 'short',
      })
    : '';
