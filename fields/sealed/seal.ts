import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { sealKeys } from './keys';

/**
 * Personal data at rest: AES-256-GCM, one random nonce a value, the field's name bound in so that
 * a ciphertext can't be moved to another field. The keys are those of keys.ts.
 */
const PREFIX = 'sealed.v1.';
const NONCE = 12;
const TAG = 16;

export class UnsealError extends Error {
  constructor(field: string) {
    super(
      `字段 ${field} 无法解密，请检查 SEAL_KEY 是否更换过。 ${field} can't be decrypted: has SEAL_KEY changed?`,
    );
    this.name = 'UnsealError';
  }
}

export function seal(plain: string, field: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', sealKeys()[0], nonce).setAAD(Buffer.from(field));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return PREFIX + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** The plain text; throws UnsealError when no key opens it or the value was altered. */
export function unseal(sealed: string, field: string): string {
  const opened = open(sealed, field);
  if (opened === null) throw new UnsealError(field);
  return opened.plain;
}

/** Whether a value looks sealed. What a person typed may look so too: ask `isSealedAs` of it. */
export const isSealed = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith(PREFIX);

/** A stored text as it was written, whether it is sealed or older than that; null for none. */
export const unsealed = (value: string | null | undefined, field: string): string | null =>
  isSealed(value) ? unseal(value, field) : (value ?? null);

/** Whether a value was sealed here, as this field: nobody without a key can make one. */
export const isSealedAs = (value: unknown, field: string): boolean =>
  isSealed(value) && open(value, field) !== null;

/**
 * The value sealed with the key in use; the very same value where it is already.
 * @throws UnsealError when no key opens it
 */
export function resealed(sealed: string, field: string): string {
  const opened = open(sealed, field);
  if (opened === null) throw new UnsealError(field);
  return opened.isCurrent ? sealed : seal(opened.plain, field);
}

/** A keyed hash: equal secrets can be compared without being stored. */
export const keyedHash = (value: string, purpose: string): string =>
  hashWith(sealKeys()[0], value, purpose);

/**
 * The hashes that may stand for a value while keys are being changed, that of the key in use first.
 * A look-up asks for any of them.
 */
export const keyedHashes = (value: string, purpose: string): string[] =>
  sealKeys().map((key) => hashWith(key, value, purpose));

const hashWith = (key: Buffer, value: string, purpose: string): string =>
  createHmac('sha256', key).update(`${purpose}\n${value}`).digest('base64url');

function open(sealed: string, field: string): { plain: string; isCurrent: boolean } | null {
  const bytes = Buffer.from(sealed.slice(PREFIX.length), 'base64url');
  if (bytes.length < NONCE + TAG) return null;
  for (const [i, key] of sealKeys().entries()) {
    const plain = openWith(key, bytes, field);
    if (plain !== null) return { plain, isCurrent: i === 0 };
  }
  return null;
}

function openWith(key: Buffer, bytes: Buffer, field: string): string | null {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
    .setAAD(Buffer.from(field))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  const body = decipher.update(bytes.subarray(NONCE + TAG));
  try {
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    // The tag says that this is not the key, or that the value was altered: the only failure of `final`.
    return null;
  }
}
