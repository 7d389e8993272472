import type { PayloadRequest } from 'payload';
import type { User } from '@/payload-types';

type Asked = { req: PayloadRequest };

/**
 * A report begun from the board (`/create?agency=…&year=…`) is that agency's from the start, any other
 * the writer's own: an editor may not even open a report of nobody.
 */
export function agencyAsked({ req }: Asked): number | string | undefined {
  const asked = req?.query?.agency;
  if (typeof asked !== 'string' || !/^[0-9a-f]{1,24}$/.test(asked)) {
    const own = (req?.user as User | null | undefined)?.agency;
    return (typeof own === 'object' ? own?.id : own) ?? undefined;
  }
  return req.payload.db.defaultIDType === 'number' ? Number(asked) : asked;
}

/** And is about that year. */
export function yearAsked({ req }: Asked): number | undefined {
  const asked = req?.query?.year;
  return typeof asked === 'string' && /^20\d\d$/.test(asked) ? Number(asked) : undefined;
}
