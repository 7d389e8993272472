import type { PayloadRequest } from 'payload';

/** A file begun from a case (`/create?application=…`) belongs to it from the start. */
export function caseAskedFor({ req }: { req: PayloadRequest }): number | string | undefined {
  const asked = req?.query?.application;
  if (typeof asked !== 'string' || !/^[0-9a-f]{1,24}$/.test(asked)) return undefined;
  return req.payload.db.defaultIDType === 'number' ? Number(asked) : asked;
}
