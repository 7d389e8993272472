import type { PayloadRequest, Where } from 'payload';
import { addressOf } from '@/access/address-of';
import { canModerate } from '@/access/roles';
import { appendToAudit } from '@/collections/AuditLog/append';
import {
  COMMENT_STATES,
  WITHHOLDING_REASONS,
  type CommentState,
  type WithholdingReason,
} from '@/domain/consultations/codes';
import type { Comment, User } from '@/payload-types';

/** The most that one request decides on; the page asks again for the rest. */
export const MOST_AT_ONCE = 500;

export type Decision = {
  /** In which state the moderator saw them: another in the meantime is told, not overwritten. */
  from: CommentState;
  to: CommentState;
  /** Why it is not shown; null for what is. */
  reason: WithholdingReason | null;
  note: string | null;
};

export type Moderated = {
  done: number;
  /** What somebody else had decided first, and who. */
  taken: { id: Comment['id']; excerpt: string; state: CommentState; by: string | null }[];
  /** Not there, or another agency's. */
  missing: number;
};

const isOneOf = <Code extends string>(
  codes: readonly { code: Code }[],
  value: unknown,
): value is Code => codes.some(({ code }) => code === value);

/** A decision as somebody sent it; null when it is none, as one that withholds and gives no reason. */
export function readDecision(given: Record<string, unknown>): Decision | null {
  const { from = 'pending', to, reason, note } = given;
  if (!isOneOf(COMMENT_STATES, from) || !isOneOf(COMMENT_STATES, to)) return null;
  if (from === to || to === 'pending') return null;
  const why = to === 'withheld' && isOneOf(WITHHOLDING_REASONS, reason) ? reason : null;
  if (to === 'withheld' && why === null) return null;
  const words = typeof note === 'string' ? note.trim().slice(0, 600) : '';
  return { from, to, reason: why, note: words || null };
}

/**
 * One decision over many comments, each written only if it still is as the moderator saw it: of two at once
 * one wins. Past the hooks of a single save, which would take a minute for a flood of advertising; who,
 * when and why are written with each, and into the audit log.
 */
export async function moderate(
  req: PayloadRequest,
  ids: readonly Comment['id'][],
  { from, to, reason, note }: Decision,
): Promise<Moderated> {
  const allowed = (await canModerate({ req })) as boolean | Where;
  if (allowed === false) return { done: 0, taken: [], missing: ids.length };
  const asked: Where[] = [{ id: { in: [...ids] } }];
  const { docs } = await req.payload.db.find<Comment>({
    collection: 'comments',
    where: { and: allowed === true ? asked : [...asked, allowed] },
    limit: MOST_AT_ONCE,
    pagination: false,
    select: { state: true, receiptNumber: true, excerpt: true, reason: true, note: true },
    req,
  });
  const user = req.user as User;
  const moderatedAt = new Date().toISOString();
  const data = { state: to, reason, note, moderatedBy: user.name, moderatedAt };
  const won: Comment[] = [];
  const lost: Comment['id'][] = [];
  for (const comment of docs) {
    const written = await req.payload.db.updateOne({
      collection: 'comments',
      where: { and: [{ id: { equals: comment.id } }, { state: { equals: from } }] },
      data,
      select: { state: true },
      req,
    });
    if (written && Object.keys(written).length > 0) won.push(comment);
    else lost.push(comment.id);
  }
  await appendToAudit(
    req.payload,
    won.map((comment) => ({
      action: 'update',
      subject: 'comments',
      record: String(comment.id),
      title: null,
      before: { state: comment.state, reason: comment.reason ?? null, note: comment.note ?? null },
      after: { state: to, reason, note },
      at: moderatedAt,
      who: String(user.id),
      whoName: user.name ?? null,
      address: addressOf(req.headers),
    })),
    req,
  );
  return {
    done: won.length,
    taken: await takenBy(req, lost),
    missing: ids.length - docs.length,
  };
}

async function takenBy(
  req: PayloadRequest,
  ids: readonly Comment['id'][],
): Promise<Moderated['taken']> {
  if (ids.length === 0) return [];
  const { docs } = await req.payload.db.find<Comment>({
    collection: 'comments',
    where: { id: { in: [...ids] } },
    limit: 50,
    pagination: false,
    select: { state: true, moderatedBy: true, excerpt: true },
    req,
  });
  return docs.map(({ id, excerpt, state, moderatedBy }) => ({
    id,
    excerpt: excerpt ?? '',
    state,
    by: moderatedBy ?? null,
  }));
}
