import type { CollectionAfterErrorHook, PayloadRequest, Where } from 'payload';
import type { Application } from '@/payload-types';
import { caseError } from './case-error';
import { historyOf } from './stored-case';

/** A process that was killed while it acted holds a case for no longer than this. */
const HELD_MS = 30_000;
const SAVED_WITHIN_MS = 3_000;

/** That nobody acts on a case now: nobody took it, or whoever did was killed and gave it back to nobody. */
export const nobodyActs = (now: number): Where => ({
  or: [{ actingSince: { exists: false } }, { actingSince: { less_than: now - HELD_MS } }],
});

/**
 * Takes a case for one change, if it is still as it was read: the database compares and writes in one
 * step, so of two who act at once one wins. The change itself writes `released`.
 *
 * @throws the refusal `conflict`, with what was done meanwhile
 */
export async function claim(
  req: PayloadRequest,
  seen: Application,
  heldFor = HELD_MS,
): Promise<void> {
  const now = Date.now();
  const taken = await req.payload.db.updateOne({
    collection: 'applications',
    where: {
      and: [
        { id: { equals: seen.id } },
        { revision: { equals: seen.revision ?? 0 } },
        nobodyActs(now),
      ],
    },
    data: { actingSince: now - HELD_MS + heldFor },
    req,
  });
  if (!taken) throw await conflict(req, seen.id, seen);
}

/**
 * The same for an ordinary save, which changes nothing that an action changes and so leaves the revision
 * as it is: what is taken is given back by what the save writes, or after a moment if it is refused.
 */
export async function claimForSave(req: PayloadRequest, seen: Application): Promise<void> {
  try {
    await claim(req, seen, SAVED_WITHIN_MS);
  } catch (error) {
    if (!isWriteConflict(error)) throw error;
    throw caseError(req, { key: 'busy', values: {} }, 409);
  }
  req.context.heldCase = seen.id;
}

/** How MongoDB tells a transaction that somebody else changed the record since it began. */
const isWriteConflict = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 112;

/** A save that was refused after it had taken the case gives it back. */
export const giveUpAfterError: CollectionAfterErrorHook = async ({ req }) => {
  const held = req.context.heldCase as Application['id'] | undefined;
  if (held !== undefined) await giveUp(req, held);
};

/** Gives a case back that was taken and could not be changed. */
export async function giveUp(req: PayloadRequest, id: Application['id']): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'applications',
    id,
    data: { actingSince: null },
    req,
  });
}

/** What the change of a claimed case writes with it. */
export const released = (seen: Pick<Application, 'revision'>) => ({
  revision: (seen.revision ?? 0) + 1,
  actingSince: null,
});

/** What to tell whoever came too late: what was done meanwhile, or that somebody is at it just now. */
export async function conflict(
  req: PayloadRequest,
  id: Application['id'],
  seen?: Pick<Application, 'revision'>,
) {
  const now = await req.payload.db.findOne<Application>({
    collection: 'applications',
    where: { id: { equals: id } },
    req,
  });
  if (now && seen && (now.revision ?? 0) === (seen.revision ?? 0)) {
    return caseError(req, { key: 'busy', values: {} }, 409);
  }
  const last = now ? historyOf(now).at(-1) : undefined;
  return caseError(req, { key: 'conflict', values: last ?? null }, 409);
}
