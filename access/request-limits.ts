import { RateLimiterRes } from 'rate-limiter-flexible';
import { limiterOf } from './limiter';

/** How often one address may ask, in how many seconds. */
const LIMITS = {
  /** /api/v1 */
  api: { points: positive(process.env.API_REQUESTS_A_MINUTE) ?? 120, duration: 60 },
  /** Suggestions while somebody types: a question has ten keystrokes, and an office one address. */
  suggest: { points: positive(process.env.SUGGESTIONS_A_MINUTE) ?? 600, duration: 60 },
  /** A whole list as a file costs as much as a hundred pages. */
  list: { points: positive(process.env.LIST_DOWNLOADS_AN_HOUR) ?? 60, duration: 3600 },
  /** Many documents in one ZIP file: hundreds of files are made for it. */
  zip: { points: positive(process.env.ZIP_DOWNLOADS_AN_HOUR) ?? 20, duration: 3600 },
  /** Searches that are counted, and opened results; a whole office or village may share one address. */
  countedSearch: { points: 300, duration: 3600 },
  openedResult: { points: 600, duration: 3600 },
  /** Pages that are counted as read: a school class may open them from one address. */
  countedRead: { points: 120, duration: 60 },
} as const;

export type LimitName = keyof typeof LIMITS;

export type Allowance = {
  isAllowed: boolean;
  limit: number;
  /** Of how many seconds. */
  window: number;
  remaining: number;
  /** Seconds until all are free again. */
  reset: number;
};

export const limitOf = (name: LimitName): number => LIMITS[name].points;

/** Counts one request of an address, and says what is left to it. */
export async function takeOne(name: LimitName, headers: Headers): Promise<Allowance> {
  const { points, duration } = LIMITS[name];
  const state = (result: RateLimiterRes, isAllowed: boolean): Allowance => ({
    isAllowed,
    limit: points,
    window: duration,
    remaining: Math.max(0, result.remainingPoints),
    reset: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
  });
  try {
    return state(await limiters[name].consume(addressIn(headers)), true);
  } catch (rejected) {
    if (!(rejected instanceof RateLimiterRes)) throw rejected;
    return state(rejected, false);
  }
}

/**
 * What a client has to know to keep within the limit: the fields of
 * draft-ietf-httpapi-ratelimit-headers, and the seconds to wait once it is used up.
 */
export const limitHeaders = ({
  isAllowed,
  limit,
  window,
  remaining,
  reset,
}: Allowance): Record<string, string> => ({
  'RateLimit-Policy': `"address";q=${limit};w=${window}`,
  RateLimit: `"address";r=${remaining};t=${reset}`,
  ...(!isAllowed && { 'Retry-After': String(reset) }),
});

const limiters = {
  api: limiterOf('api', LIMITS.api),
  suggest: limiterOf('suggest', LIMITS.suggest),
  list: limiterOf('list', LIMITS.list),
  zip: limiterOf('zip', LIMITS.zip),
  countedSearch: limiterOf('countedSearch', LIMITS.countedSearch),
  openedResult: limiterOf('openedResult', LIMITS.openedResult),
  countedRead: limiterOf('countedRead', LIMITS.countedRead),
};

/** The last address is the one that the nearest proxy saw; those before it anyone can write. */
export const addressIn = (headers: Headers): string =>
  headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';

function positive(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
