import type { PayloadRequest } from 'payload';

type Asked = { req: PayloadRequest };

/** A report begun from the board (`/create?agency=…&year=…`) is that agency's from the start. */
export function agencyAsked({ req }: Asked): number | string | undefined {
  const asked = req?.query?.agency;
  if (typeof asked !== 'string' || !/^[0-9a-f]{1,24}$/.test(asked)) return undefined;
  return req.payload.db.defaultIDType === 'number' ? Number(asked) : asked;
}

/** And is about that year. */
export function yearAsked({ req }: Asked): number | undefined {
  const asked = req?.query?.year;
  return typeof asked === 'string' && /^20\d\d$/.test(asked) ? Number(asked) : undefined;
}
