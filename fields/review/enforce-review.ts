import { createHash } from 'node:crypto';
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionSlug,
  FlattenedField,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload';
import { canonicalContent } from '@/domain/review/fingerprint';
import {
  afterContentChange,
  newReview,
  notExamined,
  publicationRefusal,
  recordWithdrawal,
  REVIEW_ACTIONS,
  takeStep,
  type Attachment,
  type Review,
  type Reviewer,
} from '@/domain/review/review';
import { hasRole } from '@/access/roles';
import { toNoon } from '@/fields/day';
import type { User } from '@/payload-types';
import { asAttachment, filesIn } from './attachments';
import { keyOf, planTogether } from './plan-together';
import { published } from './published';
import { ReviewRefused } from './review-refused';
import { releaseTime } from './release-time';
import { signBatch, type SignOff } from './sign-batch';
import { idOf, reviewerOf, storedReview, type Reviewed } from './stored-review';

export type { SignOff } from './sign-batch';

declare module 'payload' {
  interface RequestContext {
    signOff?: SignOff;
    isDraftSave?: boolean;
    isWithdrawalAsked?: boolean;
    /** Several texts by a condition: Payload then starts from the main records, not the latest. */
    isBulk?: boolean;
    /** A public version taken back as a draft: Payload still shows the hook its old status. */
    isRestoredAsDraft?: boolean;
    disableRevalidate?: boolean;
    disableIndexing?: boolean;
  }
}

/**
 * Tells the hook below what Payload does not: whether the main record or only a draft is written.
 * Said for every writing operation anew, since those of one GraphQL request share their context.
 */
export const noteDraftSave: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { data, draft } = args as { data?: { _status?: string }; draft?: boolean };
  const isDraft = Boolean(draft);
  // A hook that reads on its way to the record shares the context too, and has asked nothing.
  if (!WRITING.has(operation)) return;
  // Later, Payload fills in what was not sent from the latest draft, whose status is `draft` too.
  req.context.isWithdrawalAsked = data?._status === 'draft';
  if (operation === 'update' || operation === 'updateByID') {
    req.context.isDraftSave = isDraft;
    req.context.isBulk = operation === 'update';
    req.context.isRestoredAsDraft = false;
  } else if (operation === 'restoreVersion') {
    req.context.isDraftSave = isDraft;
    req.context.isBulk = false;
    req.context.isRestoredAsDraft = isDraft;
  }
};

const WRITING: ReadonlySet<string> = new Set(['create', 'update', 'updateByID', 'restoreVersion']);

/**
 * Nothing is public that was not submitted, examined and approved by three people over exactly
 * this content. Runs for the admin, REST, GraphQL, imports and scripts alike.
 */
export const enforceReview =
  (contentFields: readonly string[]): CollectionBeforeChangeHook<Reviewed> =>
  async ({ collection, context, data, operation, originalDoc: given, req }) => {
    // On create, Payload gives the text of which this one is a copy: its record is not the copy's.
    const originalDoc = operation === 'create' ? undefined : given;
    const isCopy = operation === 'create' && Boolean(given?.review?.fingerprint);
    const content = merged(originalDoc, data);
    const fingerprint = hash(canonicalContent(content, contentFields));
    const before = storedReview(originalDoc);
    if (originalDoc && context.isBulk) await mustBeLatest(originalDoc, collection.slug, req);
    const actor = reviewerOf(req.user as User | null);
    const { signOff } = context;
    const writer = signOff ? String(signOff.editor.id) : (actor?.id ?? null);
    const at = new Date().toISOString();
    const isChanged = operation === 'update' && before.fingerprint !== fingerprint;
    // Not so where a record that it pointed to was deleted: then nobody wrote anything just now.
    const isWritten =
      isChanged && hash(canonicalContent({ ...originalDoc }, contentFields)) !== fingerprint;

    let review =
      operation === 'create'
        ? newReview(writer, fingerprint)
        : afterContentChange(before, fingerprint, isWritten ? writer : before.writtenBy);

    const isSigned =
      Boolean(data.review?.action) || Boolean(signOff && review.state !== 'approved');
    const fields = collection.flattenedFields.filter(({ name }) => contentFields.includes(name));
    const attachments = isSigned ? await attachmentsOf(content, fields, req) : [];
    if (data.review?.action) review = askedStep(review, data.review, actor, at, attachments, req);
    if (signOff) review = await signBatch(review, signOff, at, attachments, req);

    const status = context.isRestoredAsDraft
      ? 'draft'
      : (data._status ?? originalDoc?._status ?? 'draft');
    const wasApproved = before.steps.some(({ action }) => action === 'approve');
    // The day of publication is a fact of the record: once a leader has approved, nobody types it.
    const typed = data.publishedOn === undefined ? originalDoc?.publishedOn : data.publishedOn;
    const kept = wasApproved && !signOff ? originalDoc?.publishedOn : typed;
    const publishedOn = isCopy ? null : kept;
    const plain = { ...data, signedBy: isCopy ? {} : signedByOf(originalDoc) };
    if (status === 'published') {
      const refusal = publicationRefusal(review, fingerprint);
      if (refusal) throw new ReviewRefused(refusal, req);
      if (originalDoc) await planTogether(collection.slug as CollectionSlug, originalDoc.id, req);
      return {
        ...plain,
        ...published(review, actor, at, signedByOf(originalDoc), req),
        publishedOn: publishedOn ?? toNoon(at),
      } as typeof data;
    }
    if (operation === 'update' && !context.isDraftSave) {
      const open = await publicRecord(collection, originalDoc, req);
      if (open) {
        const asked = { key: keyOf(collection.slug, open.id), open, review: data.review };
        review = withdrawn(review, actor, at, asked, req);
      }
    }
    if (isWritten || isCopy) mayWrite(originalDoc, data, req);
    const releaseAt = isCopy
      ? null
      : releaseTime({ before, originalDoc, data, isChanged, at, req });
    return { ...plain, review, releaseAt, publishedOn } as typeof data;
  };

/** One step that a person asks for; the clerk says which attachments they opened. */
function askedStep(
  review: Review,
  asked: NonNullable<Reviewed['review']>,
  actor: Reviewer | null,
  at: string,
  attachments: readonly Attachment[],
  req: PayloadRequest,
): Review {
  const { action, opinion, examined } = asked;
  if (!action) return review;
  if (!REVIEW_ACTIONS.includes(action)) throw new ReviewRefused('wrongState', req);
  const result = takeStep(review, { action, actor, at, opinion, attachments });
  if (!result.ok) throw new ReviewRefused(result.refusal, req);
  if (action === 'examine') {
    const left = notExamined(attachments, Array.isArray(examined) ? examined : []);
    if (left.length > 0) throw new ReviewRefused('attachmentsNotExamined', req, left);
  }
  return result.review;
}

/**
 * A published text leaves the public only by a leader's hand and for a reason that the public may
 * read, never as a side effect of a save.
 */
function withdrawn(
  review: Review,
  actor: Reviewer | null,
  at: string,
  { key, open, review: asked }: { key: string; open: Reviewed; review: Reviewed['review'] },
  req: PayloadRequest,
): Review {
  const isAsked = req.context.isWithdrawalAsked;
  if (!actor || !isAsked || !hasRole(req.user, 'leader')) {
    throw new ReviewRefused('withdrawalByLeader', req);
  }
  const reason = asked?.opinion?.trim();
  if (!reason) throw new ReviewRefused('withdrawalReason', req);
  // For the hook that writes the public notice once the text is gone; see withdrawal-notice.ts.
  req.context.withdrawals ??= new Map();
  req.context.withdrawals.set(key, {
    reason,
    title: asked?.hidesTitle ? null : open.title,
    number: asked?.hidesTitle ? null : open.number,
    by: actor.name,
    at,
  });
  return recordWithdrawal(review, actor, at, reason);
}

/** Clerks and leaders give their steps and write nothing; an editor writes for their own agency. */
function mayWrite(originalDoc: Reviewed | undefined, data: Partial<Reviewed>, req: PayloadRequest) {
  const user = req.user as User | null;
  if (!user || req.context.signOff || hasRole(user, 'administrator')) return;
  if (!hasRole(user, 'editor')) throw new ReviewRefused('editorsWrite', req);
  const agency = idOf(data.agency);
  const isMoved = agency !== undefined && String(agency) !== String(idOf(originalDoc?.agency));
  if (isMoved && String(agency) !== String(idOf(user.agency))) {
    throw new ReviewRefused('otherAgency', req);
  }
}

/**
 * A change of several texts at once starts from their main records, where an approval may still stand
 * that was taken back since in a draft beside it.
 */
async function mustBeLatest(given: Reviewed, slug: string, req: PayloadRequest): Promise<void> {
  const { docs } = await req.payload.db.findVersions<Reviewed>({
    collection: slug as CollectionSlug,
    where: { and: [{ parent: { equals: given.id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    req,
  });
  const latest = docs[0] && storedReview(docs[0].version);
  if (!latest) return;
  const { state, fingerprint, steps } = storedReview(given);
  const isLatest =
    latest.state === state &&
    latest.fingerprint === fingerprint &&
    latest.steps.length === steps.length;
  if (!isLatest) throw new ReviewRefused('newerDraft', req);
}

/** The main record, which the public reads, when it is published now. */
async function publicRecord(
  { slug, flattenedFields }: SanitizedCollectionConfig,
  originalDoc: Reviewed | undefined,
  req: PayloadRequest,
): Promise<Reviewed | null> {
  if (!originalDoc) return null;
  const names = ['_status', 'title', 'number'].filter((wanted) =>
    flattenedFields.some(({ name }) => name === wanted),
  );
  const current = await req.payload.db.findOne<Reviewed>({
    collection: slug as CollectionSlug,
    where: { id: { equals: originalDoc.id } },
    select: Object.fromEntries(names.map((name) => [name, true])) as never,
    req,
  });
  return current?._status === 'published' ? current : null;
}

const attachmentsOf = async (
  content: Record<string, unknown>,
  fields: FlattenedField[],
  req: PayloadRequest,
): Promise<Attachment[]> => (await filesIn(content, fields, req)).map(asAttachment);

/** A partial save speaks of some fields, and of some parts of a group; the rest stays as it was. */
function merged(original: object | undefined, data: object): Record<string, unknown> {
  const result: Record<string, unknown> = { ...original };
  for (const [key, value] of Object.entries(data)) {
    const before = result[key];
    if (value === undefined) continue;
    result[key] = isPlain(before) && isPlain(value) ? { ...before, ...value } : value;
  }
  return result;
}

const signedByOf = (doc: Reviewed | undefined): object =>
  (doc as { signedBy?: object } | undefined)?.signedBy ?? {};

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const hash = (content: string): string => createHash('sha256').update(content).digest('hex');
