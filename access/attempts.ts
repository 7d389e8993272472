import { headers } from 'next/headers';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { addressOf } from './address-of';
import { limiterOf } from './limiter';

const HOUR = 3600;

/**
 * How often one address may apply or ask for a case, and how often one receipt number may be tried
 * whoever asks: many addresses together could guess its code.
 */
const LIMITS = {
  /** Sent with a solved challenge (challenge.ts). */
  application: { points: 10, duration: HOUR },
  /** Sent without: no script, or a browser that can't compute it. */
  unproven: { points: 2, duration: 24 * HOUR },
  /** Forms begun, and files attached. A family, an office or a village may share one address. */
  draft: { points: 60, duration: HOUR },
  attachment: { points: 60, duration: HOUR },
  /** Opinions on a draft, and those sent without a solved challenge. */
  comment: { points: 20, duration: HOUR },
  unprovenComment: { points: 5, duration: 24 * HOUR },
  /** Letters and reports of errors, and those sent without a solved challenge. */
  letter: { points: 20, duration: HOUR },
  unprovenLetter: { points: 5, duration: 24 * HOUR },
  /** Asked for, and those asked for without a solved challenge. */
  subscription: { points: 20, duration: HOUR },
  unprovenSubscription: { points: 5, duration: 24 * HOUR },
  status: { points: 20, duration: HOUR },
  number: { points: 10, duration: HOUR },
} as const;

const limiters = {
  application: limiterOf('application', LIMITS.application),
  unproven: limiterOf('unproven', LIMITS.unproven),
  draft: limiterOf('draft', LIMITS.draft),
  attachment: limiterOf('attachment', LIMITS.attachment),
  comment: limiterOf('comment', LIMITS.comment),
  unprovenComment: limiterOf('unprovenComment', LIMITS.unprovenComment),
  letter: limiterOf('letter', LIMITS.letter),
  unprovenLetter: limiterOf('unprovenLetter', LIMITS.unprovenLetter),
  subscription: limiterOf('subscription', LIMITS.subscription),
  unprovenSubscription: limiterOf('unprovenSubscription', LIMITS.unprovenSubscription),
  status: limiterOf('status', LIMITS.status),
  number: limiterOf('number', LIMITS.number),
};

/** Counts one attempt of an address; gives the minutes to wait when there were too many, else null. */
export const minutesToWait = async (
  kind: Exclude<keyof typeof LIMITS, 'number'>,
): Promise<number | null> => minutesFor(kind, addressOf(await headers()) ?? 'unknown');

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
