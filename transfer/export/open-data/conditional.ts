import { createHash } from 'node:crypto';

/** A strong validator of exactly these bytes (RFC 9110, 8.8.3). */
export const etagOf = (body: string | Uint8Array): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

/**
 * Whether the client already has what it asks for (RFC 9110, 13.2.2): `If-None-Match` decides
 * where it is given, else `If-Modified-Since`.
 *
 * @param modified when the thing last changed, where that is known
 */
export function isUnchanged(headers: Headers, etag: string, modified?: Date): boolean {
  const known = headers.get('if-none-match');
  if (known !== null) {
    return known.split(',').some((tag) => {
      const plain = tag.trim().replace(/^W\//, '');
      return plain === '*' || plain === etag;
    });
  }
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  if (!modified || Number.isNaN(since)) return false;
  // HTTP knows whole seconds only.
  return Math.floor(modified.getTime() / 1000) * 1000 <= since;
}
