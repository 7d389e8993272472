import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/**
 * Personal data at rest: AES-256-GCM, one random nonce a value, the field's name bound in so that
 * a ciphertext can't be moved to another field. The key is SEAL_KEY, 32 bytes in base64.
 */
const PREFIX = 'sealed.v1.';

export class UnsealError extends Error {
  constructor(field: string) {
    super(
      `字段 ${field} 无法解密，请检查 SEAL_KEY 是否更换过。 ${field} can't be decrypted: has SEAL_KEY changed?`,
    );
    this.name = 'UnsealError';
  }
}

export function seal(plain: string, field: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(field));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return PREFIX + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** The plain text; throws UnsealError when the key is another one or the value was altered. */
export function unseal(sealed: string, field: string): string {
  const bytes = Buffer.from(sealed.slice(PREFIX.length), 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12))
      .setAAD(Buffer.from(field))
      .setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw Object.assign(new UnsealError(field), { cause });
  }
}

export const isSealed = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith(PREFIX);

/** A keyed hash: equal secrets can be compared without being stored. */
export const keyedHash = (value: string, purpose: string): string =>
  createHmac('sha256', key()).update(`${purpose}\n${value}`).digest('base64url');

function key(): Buffer {
  const bytes = Buffer.from(process.env.SEAL_KEY ?? '', 'base64');
  if (bytes.length !== 32) {
    throw new Error(
      'SEAL_KEY 应为 32 字节的 base64，运行 npm run up 会自动生成。 SEAL_KEY must be 32 bytes in base64; npm run up makes it.',
    );
  }
  return bytes;
}
