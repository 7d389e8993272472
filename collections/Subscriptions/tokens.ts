import { createHash, timingSafeEqual } from 'node:crypto';
import { keyedHash, keyedHashes } from '@/fields/sealed/seal';
import type { Subscription } from '@/payload-types';

/**
 * The secrets in the links of mails. They are worked out anew each time a mail is made, from what the
 * database holds and the key that it doesn't: so they are stored nowhere, and still the same mail has the
 * same link however often it is tried.
 */
export const confirmToken = (mailKey: string): string => keyedHash(mailKey, 'subscription-confirm');

export const leaveToken = (subscription: Pick<Subscription, 'id' | 'createdAt'>): string =>
  `${subscription.id}.${keyedHash(seedOf(subscription), 'subscription-leave')}`;

/** Under which a token is found. A token is 256 bits: its hash needs no key, and outlives a change of the key. */
export const tokenHash = (token: string): string =>
  createHash('sha256').update(`subscription\n${token}`).digest('base64url');

/** The id in a link to leave, before anybody has looked whether the link is genuine. */
export const idInToken = (token: string): string | null =>
  /^([A-Za-z0-9]{1,30})\.[\w-]{43}$/.exec(token)?.[1] ?? null;

/** Whether a link to leave is of this subscription: of any mail under a key in use, or the newest one. */
export function isLeaveToken(
  token: string,
  subscription: Pick<Subscription, 'id' | 'createdAt' | 'leaveHash'>,
): boolean {
  const hash = tokenHash(token);
  const genuine = [
    ...keyedHashes(seedOf(subscription), 'subscription-leave').map((mac) =>
      tokenHash(`${subscription.id}.${mac}`),
    ),
    subscription.leaveHash ?? '',
  ];
  return genuine.map((one) => isSame(one, hash)).includes(true);
}

const seedOf = ({ id, createdAt }: Pick<Subscription, 'id' | 'createdAt'>): string =>
  `${id}\n${new Date(createdAt).toISOString()}`;

const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(
    createHash('sha256').update(one).digest(),
    createHash('sha256').update(other).digest(),
  );
