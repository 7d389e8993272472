import {
  RateLimiterCluster,
  RateLimiterMemory,
  type IRateLimiterOptions,
} from 'rate-limiter-flexible';
import { isOneOfSeveral } from '@/processes/tell.mjs';

/**
 * The counting process answers at once, and whoever loses it ends. But an answer that has come is read
 * only after all that this process is busy with: in a rush that is seconds, and nobody may be refused for it.
 */
const PATIENCE_MS = 60_000;

/**
 * Counts for all web processes of this machine together. The count lives in memory and ends with
 * the portal.
 * @param name of which there is one: whoever asks under the same name counts together
 * @param limit points in so many seconds
 */
export function limiterOf(
  name: string,
  limit: Required<Pick<IRateLimiterOptions, 'points' | 'duration'>>,
): Pick<RateLimiterMemory, 'consume' | 'delete'> {
  const options = { ...limit, keyPrefix: name };
  if (isOneOfSeveral()) return new RateLimiterCluster({ ...options, timeoutMs: PATIENCE_MS });
  return new RateLimiterMemory(options);
}
