import { APIError, type CollectionSlug, type Endpoint, type PayloadRequest } from 'payload';
import type { ReviewStep } from '@/domain/review/review';
import { isMissed } from '@/domain/review/schedule';
import { isBesidePublic, stage, type Stage } from '@/domain/review/stage';
import { planRelease } from '@/domain/review/release-set';
import { dayOf } from '@/domain/workdays/days';
import type { Document } from '@/payload-types';
import { filesIn } from './attachments';
import { dutiesOf, type Duties } from './document-duties';
import { withRemarks, type ExaminedFile } from './file-remarks';
import { collectionOf, keyOf, textsAround } from './plan-together';
import { storedReview, type Reviewed } from './stored-review';

/** What the review panel tells of one text besides its own record. */
export type ReviewFacts = {
  id: number | string;
  title: string;
  stage: Stage;
  /** A draft beside a version that the public goes on reading. */
  isBesidePublic: boolean;
  isMissed: boolean;
  attachments: ExaminedFile[];
  /** The saved version that each step looked at, and whether the content changed after it. */
  steps: { at: string; action: string; version: string | null; isChangedAfter: boolean }[];
  /** What goes out with it, when it is not public yet. */
  together: { title: string; href: string; isApproved: boolean; goesSeparately: boolean }[];
  duties: Duties | null;
};

/** How many texts one question may name. */
export const MOST_AT_ONCE = 50;

/** `GET /api/<collection>/review-facts?ids=1,2`: for those who may read the review of the texts. */
export const reviewFacts = (contentFields: readonly string[]): Endpoint => ({
  path: '/review-facts',
  method: 'get',
  handler: async (req) => {
    const collection = req.routeParams?.collection as CollectionSlug;
    const ids = String(req.query.ids ?? '')
      .split(',')
      .filter(Boolean);
    if (!req.user || ids.length === 0 || ids.length > MOST_AT_ONCE) {
      throw new APIError('?ids=…', req.user ? 400 : 401, null, true);
    }
    const { docs } = await req.payload.find({
      collection,
      where: { id: { in: ids } },
      draft: true,
      depth: 0,
      joins: false as never,
      pagination: false,
      overrideAccess: false,
      user: req.user,
      req,
    });
    // Without the right to read it, access control leaves the record of the review out.
    const readable = (docs as unknown as Reviewed[]).filter(({ review }) => review);
    const facts = [];
    for (const doc of readable) facts.push(await factsOf(collection, doc, contentFields, req));
    return Response.json({ facts }, { headers: { 'Cache-Control': 'private, no-store' } });
  },
});

async function factsOf(
  collection: CollectionSlug,
  doc: Reviewed,
  contentFields: readonly string[],
  req: PayloadRequest,
): Promise<ReviewFacts> {
  const review = storedReview(doc);
  const status = doc._status ?? 'draft';
  const beside = isBesidePublic({ review, status });
  const isPublic = status === 'published' || beside;
  const now = new Date().toISOString();
  const { flattenedFields } = req.payload.collections[collection].config;
  const fields = flattenedFields.filter(({ name }) => contentFields.includes(name));
  return {
    id: doc.id,
    title: doc.title ?? '',
    stage: stage({ ...(doc as object), review, status }),
    isBesidePublic: beside,
    isMissed: isMissed({ review, releaseAt: doc.releaseAt }, now),
    attachments: await withRemarks(await filesIn(doc as never, fields, req), req),
    steps: await stepFacts(collection, doc, review.fingerprint, review.steps, req),
    together: isPublic ? [] : await togetherWith(collection, doc.id, req),
    duties:
      collection === 'documents'
        ? await dutiesOf(doc as unknown as Document, isPublic, req.payload, dayOf(now))
        : null,
  };
}

async function togetherWith(
  collection: CollectionSlug,
  id: number | string,
  req: PayloadRequest,
): Promise<ReviewFacts['together']> {
  if (collection !== 'documents' && collection !== 'interpretations') return [];
  const all = await textsAround(collection, id, req);
  const { others } = planRelease(keyOf(collection, id), all);
  const separate = all.filter((text) => text.goesSeparately && text.id !== id && !text.isPublic);
  return [...others, ...separate].map((text) => ({
    title: text.title,
    href: `/admin/collections/${collectionOf(text)}/${text.id}`,
    isApproved: text.isApproved,
    goesSeparately: Boolean(text.goesSeparately),
  }));
}

/** The version that a step made is the first one whose record holds the step. */
async function stepFacts(
  collection: CollectionSlug,
  doc: Reviewed,
  fingerprint: string,
  steps: readonly ReviewStep[],
  req: PayloadRequest,
): Promise<ReviewFacts['steps']> {
  if (steps.length === 0) return [];
  const { docs } = await req.payload.findVersions({
    collection,
    where: { parent: { equals: doc.id } },
    sort: 'createdAt',
    depth: 0,
    pagination: false,
    select: { version: { review: true } } as never,
    req,
  });
  const versions = docs.map(({ id, version }) => ({
    id: String(id),
    steps: storedReview(version as unknown as Reviewed).steps,
  }));
  return steps.map(({ at, action, fingerprint: seen }) => ({
    at,
    action,
    version:
      versions.find((version) =>
        version.steps.some((step) => step.action === action && isSameTime(step.at, at)),
      )?.id ?? null,
    isChangedAfter: seen !== fingerprint,
  }));
}

const isSameTime = (a: string, b: string): boolean =>
  new Date(a).getTime() === new Date(b).getTime();
