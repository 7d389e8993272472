/**
 * A file name that every system accepts, from a title: no path marks, control characters or
 * names that Windows keeps for itself, no dot in front, at most 100 characters of title.
 *
 * @param extension without the dot; letters and digits.
 */
export function safeFileName(title: string, extension: string): string {
  const plain = title
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/[\\/:*?"<>|]+/g, '-')
    .replace(/\s+/gu, ' ');
  const name = [...plain]
    .slice(0, 100)
    .join('')
    .replace(/^[\s.-]+|[\s.-]+$/gu, '');
  const isReserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
  return `${name === '' || isReserved ? 'document' : name}.${extension}`;
}

/**
 * The Content-Disposition of a download. Chinese titles go in `filename*` (RFC 5987, as RFC 6266
 * asks), beside a plain `filename` for what cannot read it.
 */
export function contentDisposition(title: string, extension: string): string {
  const name = safeFileName(title, extension);
  const isPlain = /^[\w .()-]+$/.test(name);
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${isPlain ? name : `document.${extension}`}"; filename*=UTF-8''${encoded}`;
}
