import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { isSealed, keyedHashes, seal, unseal, UnsealError } from './seal';

/**
 * A secret that is only ever compared, such as a query code: a salted hash, itself encrypted. Without the
 * key nobody can try codes against it, and unlike a keyed hash it passes to a new key without the secret.
 */
export function secretOf(secret: string, purpose: string): string {
  const salt = randomBytes(16).toString('base64url');
  return seal(`${salt}.${digest(salt, secret).toString('base64url')}`, purpose);
}

/**
 * Whether a secret is the stored one. Takes the same way and time for any wrong one, also where nothing is
 * stored. A plain keyed hash, as cases of earlier versions have, is compared under every key.
 */
export function isSecret(
  given: string,
  stored: string | null | undefined,
  purpose: string,
): boolean {
  const [salt, expected] = parts(stored, purpose);
  const isSame = timingSafeEqual(digest(salt, given), expected);
  const old = digest('', isSealed(stored) ? '' : (stored ?? ''));
  const isOld = keyedHashes(given, purpose)
    .map((hash) => timingSafeEqual(digest('', hash), old))
    .includes(true);
  return isSame || (isOld && Boolean(stored));
}

const digest = (salt: string, secret: string): Buffer =>
  createHash('sha256').update(`${salt}\n${secret}`).digest();

/** Salt and hash; what no secret has where there is none. */
function parts(stored: string | null | undefined, purpose: string): [string, Buffer] {
  const none: [string, Buffer] = ['', randomBytes(32)];
  // Opened in any case, so that a case that is not there takes no shorter.
  const text = open(isSealed(stored) ? stored : seal('.', purpose), purpose);
  const [salt = '', hash = ''] = text.split('.');
  const bytes = Buffer.from(hash, 'base64url');
  return bytes.length === 32 ? [salt, bytes] : none;
}

function open(sealed: string, purpose: string): string {
  try {
    return unseal(sealed, purpose);
  } catch (error) {
    if (error instanceof UnsealError) return '.';
    throw error;
  }
}
