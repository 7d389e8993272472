import { indexNumberSlug, parseIndexNumber } from './index-number';

/**
 * The last part of a document's address, chosen once and never changed, so that a printed link
 * keeps working: the index number where there is one (/documents/000014349-2019-00007), else made
 * from the fallback (the document number, or the title).
 *
 * An address is kept to a–z, 0–9 and single hyphens, which survive every mail program and form.
 * Chinese characters are stood for by a check sum of the whole fallback, so the same document
 * comes to the same address on every import, and 宜府发〔2020〕1号 and 宜府办发〔2020〕1号 to two.
 *
 * @returns at most 80 characters.
 * @throws RangeError when neither the index number nor the fallback holds a letter or a digit.
 */
export function documentSlug(from: { indexNumber?: string | null; fallback: string }): string {
  const indexNumber = from.indexNumber ? parseIndexNumber(from.indexNumber) : undefined;
  if (indexNumber) return indexNumberSlug(indexNumber);
  const slug = slugOf(from.fallback) || slugOf(from.indexNumber ?? '');
  if (slug === '') {
    throw new RangeError(`no address can be made from ${JSON.stringify(from.fallback)}`);
  }
  return slug;
}

/** Whether a text may be the last part of an address, as {@link documentSlug} writes it. */
export const isSlug = (text: string): boolean =>
  text.length <= MAX_LENGTH && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

const MAX_LENGTH = 80;
const CHECK_SUM_LENGTH = 12;

function slugOf(text: string): string {
  const words = text.normalize('NFKC').toLowerCase();
  if (!/[\p{L}\p{N}]/u.test(words)) return '';
  const plain = words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const isWhole =
    plain.length <= MAX_LENGTH && !/[^\x00-\x7f]/.test(words.replace(/[^\p{L}\p{N}]/gu, ''));
  if (isWhole) return plain;
  const start = plain.slice(0, MAX_LENGTH - CHECK_SUM_LENGTH - 1).replace(/-$/, '') || 'document';
  return `${start}-${checkSum(words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())}`;
}

/** FNV-1a over UTF-16 units, in two passes of 24 bits: enough to tell a county's documents apart. */
function checkSum(text: string): string {
  const pass = (seed: number): string => {
    let hash = seed;
    for (let i = 0; i < text.length; i += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
    }
    return (((hash >>> 24) ^ hash) & 0xffffff).toString(16).padStart(6, '0');
  };
  return pass(0x811c9dc5) + pass(0x9e3779b9);
}
