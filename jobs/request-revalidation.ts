import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Payload } from 'payload';

/**
 * Asks the running portal to drop its cached pages. Only code inside a web request may touch
 * Next's cache, so jobs and commands go through the portal's own address.
 * @returns whether the portal answered; when it did not, pages renew by themselves within five minutes.
 */
export async function requestRevalidation(logger: Payload['logger']): Promise<boolean> {
  const base = process.env.INTERNAL_URL ?? process.env.SITE_URL ?? 'http://localhost:3000';
  try {
    const response = await fetch(`${base}/api/revalidate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${revalidationToken()}` },
      signal: AbortSignal.timeout(5000),
    });
    return response.ok;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    logger.info(`portal at ${base} did not answer (${reason}); pages renew by themselves`);
    return false;
  }
}

/** Proves that the caller knows the portal's secret, without sending it. */
export const revalidationToken = (): string =>
  createHmac('sha256', process.env.PAYLOAD_SECRET ?? '')
    .update('revalidate')
    .digest('base64url');

export function isRevalidationToken(token: string): boolean {
  const expected = Buffer.from(revalidationToken());
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
