import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { sealKeys } from './keys';
import { UnsealError } from './seal';

/**
 * A whole file at rest: AES-256-GCM with the keys of keys.ts, the file's name bound in so that one can't
 * be put in the place of another. The head names the key, so that nobody decrypts fifty megabytes to
 * learn which it was:
 *
 *   8 bytes magic · 8 bytes of the key's name · 12 bytes nonce · 16 bytes tag · the content
 *
 * In one piece: what GCM gives out before the tag is checked must not be used.
 */
const MAGIC = Buffer.from('GKSEAL1\n');
const KEY_NAME = 8;
const NONCE = 12;
const TAG = 16;

/** Bytes before the content. */
export const SEALED_HEAD = MAGIC.length + KEY_NAME + NONCE + TAG;

export function sealBytes(plain: Uint8Array, name: string): Buffer {
  const [key] = sealKeys();
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`file:${name}`));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([MAGIC, nameOf(key), nonce, cipher.getAuthTag(), body]);
}

/**
 * The content of a stored file, whether it is sealed or older than that.
 * @throws UnsealError when its key is not there, it was altered, or it is another file's
 */
export function unsealBytes(stored: Buffer, name: string): Buffer {
  if (!isSealedFile(stored)) return stored;
  const key = keyOf(stored);
  if (!key || stored.length < SEALED_HEAD) throw new UnsealError(name);
  const [nonceAt, tagAt] = [MAGIC.length + KEY_NAME, MAGIC.length + KEY_NAME + NONCE];
  const decipher = createDecipheriv('aes-256-gcm', key, stored.subarray(nonceAt, tagAt))
    .setAAD(Buffer.from(`file:${name}`))
    .setAuthTag(stored.subarray(tagAt, SEALED_HEAD));
  const body = decipher.update(stored.subarray(SEALED_HEAD));
  try {
    return Buffer.concat([body, decipher.final()]);
  } catch {
    // The only failure of `final`: the tag says that this is not what was sealed under this name.
    throw new UnsealError(name);
  }
}

/** Of a file's first {@link SEALED_HEAD} bytes: not sealed, by which key, or by one that is not there. */
export function sealStateOf(head: Buffer): 'clear' | 'current' | 'previous' | 'unknown' {
  if (!isSealedFile(head)) return 'clear';
  const key = keyOf(head);
  if (!key) return 'unknown';
  return key.equals(sealKeys()[0]) ? 'current' : 'previous';
}

const isSealedFile = (bytes: Buffer): boolean => bytes.subarray(0, MAGIC.length).equals(MAGIC);

function keyOf(bytes: Buffer): Buffer | undefined {
  const name = bytes.subarray(MAGIC.length, MAGIC.length + KEY_NAME);
  return sealKeys().find((key) => nameOf(key).equals(name));
}

/** Tells keys apart and nothing about them. */
const nameOf = (key: Buffer): Buffer =>
  createHmac('sha256', key).update('key-name').digest().subarray(0, KEY_NAME);
