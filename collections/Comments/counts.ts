import type { Payload, Where } from 'payload';
import { NO_OPINION } from '@/domain/consultations/outcome';

export type CommentCounts = {
  /** Opinions from the website; advertising and what was sent twice is none. */
  received: number;
  shown: number;
  /** Nobody has read them yet. */
  waiting: number;
  /** Read, and not shown for a reason; they count all the same. */
  withheld: number;
  /** Advertising and what was sent twice, set aside by a moderator. */
  setAside: number;
};

/** How many comments a consultation has. Figures alone: they are no secret. */
export async function commentCounts(
  payload: Payload,
  consultation: number | string,
): Promise<CommentCounts> {
  const count = async (...conditions: Where[]): Promise<number> => {
    const where = { and: [{ consultation: { equals: consultation } }, ...conditions] };
    const { totalDocs } = await payload.db.count({ collection: 'comments', where });
    return totalDocs;
  };
  const [all, none, shown, waiting] = await Promise.all([
    count(),
    count({ state: { equals: 'withheld' } }, { reason: { in: [...NO_OPINION] } }),
    count({ state: { equals: 'shown' } }),
    count({ state: { equals: 'pending' } }),
  ]);
  const received = all - none;
  // Counted at slightly different moments: never less than none.
  const withheld = Math.max(0, received - shown - waiting);
  return { received, shown, waiting, withheld, setAside: none };
}
