import {
  APIError,
  ValidationError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload';
import { messages } from '@/messages';
import type { Comment, User } from '@/payload-types';

/** What moderation decides; all else stays as it was sent. */
const DECIDED = ['state', 'reason', 'note'] as const satisfies readonly (keyof Comment)[];

/** Notes which state of the comment the moderator saw, before the database fills in its own. */
export const noteSeen: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'update' && operation !== 'updateByID') return;
  const { updatedAt } = ((args as { data?: Partial<Comment> }).data ?? {}) as Partial<Comment>;
  req.context.commentSeenAt = updatedAt ? Date.parse(updatedAt) : null;
};

/**
 * A comment stays as its writer sent it: an office shows it or does not, says why not, and changes no word
 * of it. Of two who decide at once the database lets one win; so it does where the second has the page open
 * from before. The other is told who. Whoever does not say what they saw has seen it waiting.
 */
export const keepComment: CollectionBeforeChangeHook<Comment> = async ({
  collection,
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'create' || !originalDoc || context.caseAction) return data;
  const words = messages[req.i18n?.language === 'en' ? 'en' : 'zh-CN'].moderation;
  const seenAt = context.commentSeenAt as number | null | undefined;
  if (seenAt && seenAt !== Date.parse(originalDoc.updatedAt)) {
    throw await takenFirst(originalDoc.id, words, req);
  }
  const next: Partial<Comment> = { ...data };
  for (const field of Object.keys(data) as (keyof Comment)[]) {
    const isDecided = DECIDED.some((each) => each === field) && data[field] !== undefined;
    if (!isDecided) Object.assign(next, { [field]: originalDoc[field] });
  }
  const { state, reason } = { ...originalDoc, ...next };
  if (state === 'withheld' && !reason) {
    const errors = [{ path: 'reason', message: words.refusals.reason }];
    throw new ValidationError({ collection: collection.slug, errors, req }, req.t);
  }
  if (state === 'pending' && originalDoc.state !== 'pending') {
    const errors = [{ path: 'state', message: words.refusals.notBack }];
    throw new ValidationError({ collection: collection.slug, errors, req }, req.t);
  }
  if (state !== 'withheld') next.reason = null;
  if (state === originalDoc.state && (reason ?? null) === (originalDoc.reason ?? null)) return next;
  if (!seenAt && originalDoc.state !== 'pending') {
    throw await takenFirst(originalDoc.id, words, req);
  }
  const moderatedAt = new Date().toISOString();
  const won = await req.payload.db.updateOne({
    collection: 'comments',
    where: { and: [{ id: { equals: originalDoc.id } }, { state: { equals: originalDoc.state } }] },
    data: { state, moderatedAt },
    select: { state: true },
    req,
  });
  if (!won || Object.keys(won).length === 0) throw await takenFirst(originalDoc.id, words, req);
  return { ...next, moderatedAt, moderatedBy: (req.user as User | null)?.name ?? null };
};

async function takenFirst(
  id: Comment['id'],
  words: (typeof messages)['en']['moderation'],
  req: PayloadRequest,
): Promise<APIError> {
  const now = await req.payload.db.findOne<Comment>({
    collection: 'comments',
    where: { id: { equals: id } },
    select: { moderatedBy: true },
  });
  const by = now?.moderatedBy ?? words.somebody;
  return new APIError(
    words.refusals.taken.replace('{by}', () => by),
    409,
    null,
    true,
  );
}
