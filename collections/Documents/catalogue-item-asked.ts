import type { PayloadRequest } from 'payload';

/**
 * A new document begun from the coverage board (`/create?catalogueItem=…`) stands under that item
 * from the start.
 */
export function catalogueItemAsked({ req }: { req: PayloadRequest }): (number | string)[] {
  const asked = req?.query?.catalogueItem;
  if (typeof asked !== 'string' || !/^[0-9a-f]{1,24}$/.test(asked)) return [];
  return [req.payload.db.defaultIDType === 'number' ? Number(asked) : asked];
}
