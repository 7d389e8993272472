import type { PayloadRequest } from 'payload';

/**
 * The transaction that a request has open, or null. Where the database keeps none, Payload leaves a
 * promise of nothing or an empty object in its place, which must not be taken for one.
 */
export async function openTransaction(req: PayloadRequest): Promise<number | string | null> {
  const transaction: unknown = await req.transactionID;
  return typeof transaction === 'string' || typeof transaction === 'number' ? transaction : null;
}
