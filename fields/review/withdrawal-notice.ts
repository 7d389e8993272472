import {
  isolateObjectProperty,
  type CollectionAfterChangeHook,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload';
import { queueEdition } from '@/jobs/open-data';
import { keyOf } from './plan-together';
import { yearlySlug } from '@/domain/review/yearly-slug';
import { idOf, storedReview, type Reviewed } from './stored-review';

declare module 'payload' {
  interface RequestContext {
    /** Withdrawals that the review hook allowed in this very request, by the key of the text. */
    withdrawals?: Map<string, AllowedWithdrawal>;
  }
}

export type AllowedWithdrawal = {
  /** By which the public knew it, which a draft beside it may have changed; none where it is hidden. */
  title?: string | null;
  number?: string | null;
  reason: string;
  by: string;
  at: string;
};

/** Kinds of text that have an address of their own, by their slug or by their agency and year. */
const ADDRESSED = [
  'documents',
  'interpretations',
  'topics',
  'pages',
  'published-answers',
  'annual-reports',
  'website-reports',
  'consultations',
  'published-letters',
  'proposals',
  'policies',
  'services',
  'service-chains',
  'questions',
  'quarterly-notices',
];

/**
 * Nothing that was published just vanishes: its address says when it was withdrawn and why, until the
 * text is public again after a new review.
 */
export const noteWithdrawal: CollectionAfterChangeHook<Reviewed> = async ({
  collection,
  context,
  doc,
  req,
}) => {
  if (!ADDRESSED.includes(collection.slug)) return doc;
  const key = keyOf(collection.slug, doc.id);
  const withdrawal = context.withdrawals?.get(key);
  context.withdrawals?.delete(key);
  // Its own request: this hook writes another record, whose hooks read the context too.
  const own = isolateObjectProperty(req, 'context');
  own.context = { ...context, withdrawals: undefined };
  if (withdrawal && doc._status !== 'published') {
    await write(collection.slug as CollectionSlug, doc, withdrawal, own);
    // The files of the night before still hold the text.
    await queueEdition(own);
  } else if (doc._status === 'published' && wasWithdrawn(doc)) {
    await close(collection.slug as CollectionSlug, doc, own);
  }
  return doc;
};

async function write(
  subject: CollectionSlug,
  doc: Reviewed,
  { title, number, reason, by, at }: AllowedWithdrawal,
  req: PayloadRequest,
): Promise<void> {
  await req.payload.create({
    collection: 'withdrawals',
    data: {
      subject,
      record: String(doc.id),
      slug: placeOf(doc),
      title,
      number,
      reason,
      publishedOn: doc.publishedOn,
      withdrawnOn: at,
      by,
    },
    depth: 0,
    req,
  });
}

async function close(subject: CollectionSlug, doc: Reviewed, req: PayloadRequest): Promise<void> {
  await req.payload.update({
    collection: 'withdrawals',
    where: {
      and: [
        { subject: { equals: subject } },
        { record: { equals: String(doc.id) } },
        { restoredOn: { exists: false } },
      ],
    },
    data: { restoredOn: new Date().toISOString() },
    depth: 0,
    req,
  });
}

const wasWithdrawn = (doc: Reviewed): boolean =>
  storedReview(doc).steps.some(({ action }) => action === 'withdraw');

/** Under what a page looks the notice up; a yearly report has no slug but an agency and a year. */
const placeOf = (doc: Reviewed & { year?: unknown }): string =>
  doc.slug ?? (doc.year ? yearlySlug(idOf(doc.agency), doc.year) : String(doc.id));
