import { headers } from 'next/headers';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressOf } from './address-of';

/** How often one address may try, an hour. Each web process counts by itself. */
const LIMITS = { application: 10, status: 20 } as const;

const limiters = {
  application: new RateLimiterMemory({ points: LIMITS.application, duration: 3600 }),
  status: new RateLimiterMemory({ points: LIMITS.status, duration: 3600 }),
};

/** Counts one attempt; gives the minutes to wait when there were too many, else null. */
export async function minutesToWait(kind: keyof typeof limiters): Promise<number | null> {
  const address = addressOf(await headers()) ?? 'unknown';
  try {
    await limiters[kind].consume(address);
    return null;
  } catch (rejected) {
    if (!(rejected instanceof RateLimiterRes)) throw rejected;
    return Math.max(1, Math.ceil(rejected.msBeforeNext / 60_000));
  }
}
