import type { PayloadRequest } from 'payload';

/**
 * The next number of a sequence, starting at 1; of several, the last. The database adds and reads in one
 * step, so two requests, or two processes, never get the same number.
 */
export async function nextNumber(key: string, req: PayloadRequest, count = 1): Promise<number> {
  const next = await increment(key, req, count);
  if (next !== null) return next;
  try {
    await req.payload.db.create({ collection: 'counters', data: { key, value: count }, req });
    return count;
  } catch (error) {
    // Another request made the row first: then it is there to be incremented.
    const retried = await increment(key, req, count);
    if (retried === null) throw error;
    return retried;
  }
}

async function increment(key: string, req: PayloadRequest, count: number): Promise<number | null> {
  const row = (await req.payload.db.updateOne({
    collection: 'counters',
    where: { key: { equals: key } },
    data: { value: { $inc: count } },
    // One statement on SQLite; other databases do it in one anyway.
    options: { atomic: true },
    req,
  })) as { value?: unknown } | null;
  return typeof row?.value === 'number' ? row.value : null;
}
