import { indexNumberSlug, parseIndexNumber } from './index-number';

/**
 * The last part of a document's address, chosen once and never changed, so that a printed link
 * keeps working: the index number where there is one (/documents/000014349-2019-00007), else the
 * fallback's letters and digits. Pass the document number or the title as the fallback.
 *
 * @returns at most 80 characters of lower-case letters, digits, Han characters and single hyphens.
 * @throws RangeError when neither the index number nor the fallback leaves anything to write.
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
export const isSlug = (text: string): boolean => text !== '' && slugOf(text) === text;

const slugOf = (text: string): string =>
  [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+/u, ''),
  ]
    .slice(0, 80)
    .join('')
    .replace(/-+$/u, '');
