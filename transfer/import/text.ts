/**
 * One line of source text as a reader should see it: no-break and odd spaces become plain ones,
 * invisible characters go, runs of spaces shrink to one. Full-width spaces inside stay, since
 * lists of names are aligned with them. A line break between two Chinese characters is an
 * accident of the source's layout and leaves nothing.
 */
export const tidy = (text: string): string =>
  unbroken(text)
    .replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '')
    .normalize('NFC');

/** As `tidy`, but spaces at the ends stay: for a piece that stands beside other pieces. */
export const unbroken = (text: string): string =>
  text
    .replace(
      /[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad\u0000-\u0008\u000b\u000e-\u001f\u007f]/gu,
      '',
    )
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f]/gu, ' ')
    .replace(
      /(?<=[\p{Script=Han}，。、；：！？）》」”’])[ \t]*[\r\n\f]+\s*(?=[\p{Script=Han}（《「“‘])/gu,
      '',
    )
    .replace(/[ \t\r\n\f]+/gu, ' ');

/** Text reduced to what must not differ between two spellings of one title or number. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(/[〈<«]/gu, '《')
    .replace(/[〉>»]/gu, '》')
    .replace(/[“”„"＂]/gu, '"')
    .replace(/[‘’'＇]/gu, "'")
    .replace(/[〔[【]/gu, '(')
    .replace(/[〕\]】]/gu, ')');

/**
 * A heading whose letters were spaced out for looks: `第九章　附　　则` reads `第九章　附则`.
 * Words of several characters keep the space between them, for it may be meant.
 */
export function closeUp(heading: string): string {
  const parts =
    /^(第\s*[零〇○一二三四五六七八九十百千\d]+\s*(?:分编|[编章节]))[\s\u3000]*(.*)$/u.exec(heading);
  const [mark, words] = parts
    ? [(parts[1] ?? '').replace(/\s/gu, ''), parts[2] ?? '']
    : ['', heading];
  const pieces = words.split(/[\s\u3000]+/u).filter((piece) => piece !== '');
  const isSpacedOut = pieces.length > 1 && pieces.every((piece) => piece.length === 1);
  const closed = isSpacedOut ? pieces.join('') : pieces.join(' ');
  if (mark === '') return isSpacedOut ? closed : heading;
  return closed === '' ? mark : `${mark}　${closed}`;
}
