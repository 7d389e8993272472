import type { PayloadRequest } from 'payload';

/**
 * The next number of a sequence, starting at 1. The database adds and reads in one step, so two
 * requests, or two processes, never get the same number.
 */
export async function nextNumber(key: string, req: PayloadRequest): Promise<number> {
  const next = await increment(key, req);
  if (next !== null) return next;
  try {
    await req.payload.db.create({ collection: 'counters', data: { key, value: 1 }, req });
    return 1;
  } catch (error) {
    // Another request made the row first: then it is there to be incremented.
    const retried = await increment(key, req);
    if (retried === null) throw error;
    return retried;
  }
}

async function increment(key: string, req: PayloadRequest): Promise<number | null> {
  const row = (await req.payload.db.updateOne({
    collection: 'counters',
    where: { key: { equals: key } },
    data: { value: { $inc: 1 } },
    // One statement on SQLite; other databases do it in one anyway.
    options: { atomic: true },
    req,
  })) as { value?: unknown } | null;
  return typeof row?.value === 'number' ? row.value : null;
}
