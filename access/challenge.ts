import {
  createChallenge,
  randomInt,
  verifySolution,
  type Challenge,
  type Payload,
} from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { keyedHash } from '@/fields/sealed/seal';
import { limiterOf } from './limiter';

/**
 * A proof of work in place of a picture to read: the browser computes for a second or two, by itself.
 * Why, and what happens without: docs/decisions/0012-challenge.md.
 */
const WORK = { algorithm: 'PBKDF2/SHA-256', cost: 1000 } as const;

/** How many keys the browser has to derive, at least and at most. */
const TRIES = { least: 500, most: 1500 } as const;

/** Longer than anybody reads the answers; afterwards the page asks for a new one by itself. */
const MINUTES = 30;

/** A challenge for one draft. Signed, so that nothing has to be remembered of it. */
export const challengeFor = (draftHash: string): Promise<Challenge> =>
  createChallenge({
    ...WORK,
    counter: randomInt(TRIES.most, TRIES.least),
    deriveKey,
    expiresAt: new Date(Date.now() + MINUTES * 60_000),
    data: { draft: boundTo(draftHash) },
    hmacSignatureSecret: secret('challenge'),
    hmacKeySignatureSecret: secret('challenge-key'),
  });

/**
 * Whether a solution, as the page sends it (base64 of JSON), solves a challenge of ours for this
 * draft in time, and is sent for the first time: each counts once.
 */
export async function isSolved(sent: unknown, draftHash: string): Promise<boolean> {
  const payload = read(sent);
  if (payload?.challenge.parameters.data?.draft !== boundTo(draftHash)) return false;
  const { verified } = await verifySolution({
    challenge: payload.challenge,
    solution: payload.solution,
    deriveKey,
    hmacSignatureSecret: secret('challenge'),
    hmacKeySignatureSecret: secret('challenge-key'),
  });
  return verified && isFirst(payload.challenge);
}

/**
 * Remembers a solved challenge until it would be over anyway. By the random part that its signature
 * covers, so that no other spelling of the same solution passes for another one.
 */
async function isFirst({ parameters: { nonce } }: Challenge): Promise<boolean> {
  try {
    await spent().consume(nonce);
    return true;
  } catch (rejected) {
    if (!(rejected instanceof RateLimiterRes)) throw rejected;
    return false;
  }
}

/** Every part of the built portal has its own copy of this module, and they share this one memory. */
const holder = globalThis as { gongkaiSpent?: ReturnType<typeof limiterOf> };
const spent = () =>
  (holder.gongkaiSpent ??= limiterOf('spentChallenge', { points: 1, duration: MINUTES * 60 }));

function read(sent: unknown): Payload | null {
  if (typeof sent !== 'string' || sent === '' || sent.length > 10_000) return null;
  try {
    const payload = JSON.parse(Buffer.from(sent, 'base64').toString('utf8')) as Payload | null;
    const isWhole = payload?.challenge?.parameters?.expiresAt && payload.solution;
    return isWhole ? payload : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The browser sees it: it tells nothing of the hash under which the draft is stored. */
const boundTo = (draftHash: string): string => keyedHash(draftHash, 'challenge-draft');

const secret = (purpose: string): string => keyedHash('', purpose);
