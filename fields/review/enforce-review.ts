import { createHash } from 'node:crypto';
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionSlug,
  PayloadRequest,
  TypeWithID,
} from 'payload';
import { canonicalContent } from '@/domain/review/fingerprint';
import {
  afterContentChange,
  newReview,
  publicationRefusal,
  REVIEW_RULES,
  takeStep,
  type Review,
  type ReviewAction,
  type Reviewer,
} from '@/domain/review/review';
import { hasRole } from '@/access/roles';
import { toNoon } from '@/fields/day';
import { messages } from '@/messages';
import type { User } from '@/payload-types';
import { ReviewRefused } from './review-refused';

type Reviewed = TypeWithID & {
  _status?: 'draft' | 'published' | null;
  publishedOn?: string | null;
  review?: Partial<Review> & { action?: ReviewAction; opinion?: string };
};

/**
 * The three signatures under a batch, given by a command that its operator runs
 * (import, demo seed). Only server code can set a context, so no request can forge one;
 * each signature is still checked against the account that gives it.
 */
export type SignOff = { editor: User; clerk: User; leader: User; opinion: string };

declare module 'payload' {
  interface RequestContext {
    signOff?: SignOff;
    isDraftSave?: boolean;
    isWithdrawalAsked?: boolean;
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
  // Later, Payload fills in what was not sent from the latest draft, whose status is `draft` too.
  req.context.isWithdrawalAsked = data?._status === 'draft';
  if (operation === 'update' || operation === 'updateByID') {
    req.context.isDraftSave = isDraft;
    req.context.isRestoredAsDraft = false;
  } else if (operation === 'restoreVersion') {
    req.context.isDraftSave = isDraft;
    req.context.isRestoredAsDraft = isDraft;
  }
};

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
    const actor = reviewer(req.user as User | null);
    const { signOff } = context;
    const writer = signOff ? String(signOff.editor.id) : (actor?.id ?? null);
    const at = new Date().toISOString();

    let review =
      operation === 'create'
        ? newReview(writer, fingerprint)
        : afterContentChange(storedReview(originalDoc), fingerprint, writer);

    const asked = data.review?.action;
    if (asked) {
      review = step(review, asked, actor, at, data.review?.opinion, req);
    }
    if (signOff) review = await signBatch(review, signOff, at, req);

    const status = context.isRestoredAsDraft
      ? 'draft'
      : (data._status ?? originalDoc?._status ?? 'draft');
    const wasApproved = storedReview(originalDoc).steps.some(({ action }) => action === 'approve');
    // The day of publication is a fact of the record: once a leader has approved, nobody types it.
    const typed = data.publishedOn === undefined ? originalDoc?.publishedOn : data.publishedOn;
    const kept = wasApproved && !signOff ? originalDoc?.publishedOn : typed;
    const publishedOn = isCopy ? null : kept;
    if (status === 'published') {
      const refusal = publicationRefusal(review, fingerprint);
      if (refusal) throw new ReviewRefused(refusal, req);
    } else if (operation === 'update' && !context.isDraftSave) {
      const isWithdrawal = await isPublic(collection.slug as CollectionSlug, originalDoc, req);
      if (isWithdrawal) review = withdrawn(review, actor, at, data.review?.opinion, req);
    }
    return {
      ...data,
      review,
      publishedOn: status === 'published' ? (publishedOn ?? toNoon(at)) : publishedOn,
    } as typeof data;
  };

/**
 * A published text leaves the public only by a leader's hand, never as a side effect of a save. Its
 * approval goes with it, or an editor could bring back at once what a leader took away.
 */
function withdrawn(
  review: Review,
  actor: Reviewer | null,
  at: string,
  opinion: string | undefined,
  req: PayloadRequest,
): Review {
  const isAsked = req.context.isWithdrawalAsked;
  if (!isAsked || !hasRole(req.user, 'leader')) throw new ReviewRefused('withdrawalByLeader', req);
  if (!canReturn(review)) return review;
  return step(review, 'return', actor, at, opinion?.trim() || WITHDRAWN, req);
}

/** Whether the main record, which the public reads, is published now. */
async function isPublic(
  slug: CollectionSlug,
  originalDoc: Reviewed | undefined,
  req: PayloadRequest,
): Promise<boolean> {
  if (!originalDoc) return false;
  const current = await req.payload.db.findOne<Reviewed>({
    collection: slug,
    where: { id: { equals: originalDoc.id } },
    select: { _status: true } as never,
    req,
  });
  return current?._status === 'published';
}

async function signBatch(review: Review, signOff: SignOff, at: string, req: PayloadRequest) {
  const steps: [ReviewAction, User][] = [
    ['submit', signOff.editor],
    ['examine', signOff.clerk],
    ['approve', signOff.leader],
  ];
  let signed = review;
  for (const [action, user] of steps) {
    // An unchanged, approved text has its signatures already.
    if (signed.state === 'approved') break;
    const known = await account(user, req);
    signed = step(signed, action, known, at, signOff.opinion, req);
  }
  return signed;
}

/** The account as the database holds it, so that a caller can't invent roles; read once a run. */
async function account(user: User, req: PayloadRequest): Promise<Reviewer | null> {
  const known = (req.context.signers ??= new Map()) as Map<string, Reviewer | null>;
  const id = String(user.id);
  if (!known.has(id)) {
    const found = await req.payload.findByID({
      collection: 'users',
      id: user.id,
      depth: 0,
      disableErrors: true,
      req,
    });
    known.set(id, reviewer(found));
  }
  return known.get(id) ?? null;
}

function step(
  review: Review,
  action: ReviewAction,
  actor: Reviewer | null,
  at: string,
  opinion: string | undefined,
  req: PayloadRequest,
): Review {
  const result = takeStep(review, { action, actor, at, opinion });
  if (!result.ok) throw new ReviewRefused(result.refusal, req);
  return result.review;
}

function storedReview(doc: Reviewed | undefined): Review {
  const stored = doc?.review;
  return {
    state: stored?.state ?? 'draft',
    writtenBy: stored?.writtenBy ?? null,
    fingerprint: stored?.fingerprint ?? '',
    steps: stored?.steps ?? [],
  };
}

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

const canReturn = ({ state }: Review): boolean => REVIEW_RULES.return.from.includes(state);

/** What the record says of a withdrawal for which no reason was written. */
const WITHDRAWN = messages['zh-CN'].review.withdrawn;

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const reviewer = (user: User | null | undefined): Reviewer | null =>
  user ? { id: String(user.id), name: user.name, roles: user.roles } : null;

const hash = (content: string): string => createHash('sha256').update(content).digest('hex');
