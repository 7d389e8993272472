import type { PayloadRequest } from 'payload';

/** A file begun from a case (`/create?application=…`, `?letter=…`) belongs to it from the start. */
export const caseAskedFor =
  (name: 'application' | 'letter') =>
  ({ req }: { req: PayloadRequest }): number | string | undefined => {
    const asked = req?.query?.[name];
    if (typeof asked !== 'string' || !/^[0-9a-f]{1,24}$/.test(asked)) return undefined;
    return req.payload.db.defaultIDType === 'number' ? Number(asked) : asked;
  };
