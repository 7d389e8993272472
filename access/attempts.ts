import { headers } from 'next/headers';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressOf } from './address-of';

/**
 * How often one address may apply or ask for a case, and how often one receipt number may be tried
 * whoever asks: many addresses together could guess its code. An hour; each web process counts by itself.
 */
const LIMITS = { application: 10, status: 20, number: 10 } as const;

const limiters = {
  application: new RateLimiterMemory({ points: LIMITS.application, duration: 3600 }),
  status: new RateLimiterMemory({ points: LIMITS.status, duration: 3600 }),
  number: new RateLimiterMemory({ points: LIMITS.number, duration: 3600 }),
};

/** Counts one attempt of an address; gives the minutes to wait when there were too many, else null. */
export const minutesToWait = async (kind: 'application' | 'status'): Promise<number | null> =>
  minutesFor(kind, addressOf(await headers()) ?? 'unknown');

/** Counts one attempt at a receipt number, whether it is anybody's or not, in the same way. */
export const minutesForNumber = (number: string): Promise<number | null> =>
  minutesFor('number', number);

/** Whoever had the right code guessed nothing: their earlier slips are forgotten. */
export const forgetNumber = async (number: string): Promise<void> => {
  await limiters.number.delete(number);
};

async function minutesFor(kind: keyof typeof limiters, key: string): Promise<number | null> {
  try {
    await limiters[kind].consume(key);
    return null;
  } catch (rejected) {
    if (!(rejected instanceof RateLimiterRes)) throw rejected;
    return Math.max(1, Math.ceil(rejected.msBeforeNext / 60_000));
  }
}
