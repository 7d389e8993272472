import { runsToText, type Block } from './blocks';
import { markerOf } from './markers';

const DIVISIONS = new Set<string>(['part', 'subpart', 'chapter', 'section']);
const LONGEST_LEAD = 40;
const LONGEST_HEADING = 40;

/** Whether all of a numbered line is a heading: short, one clause or two, no full stop. */
export function isHeadline(text: string, from: number): boolean {
  const title = text.slice(from).trim();
  if (title === '' || [...title].length > LONGEST_HEADING) return false;
  return !/[。；;：:？?！!]|[，,、]$/u.test(title);
}

/**
 * （一）指导思想。 on a line of its own, over a paragraph without a number. The last item of an
 * enumeration looks the same, so the caller asks whether the item before it was a heading too.
 */
export const isHeadlineWithStop = (text: string, from: number): boolean =>
  /。\s*$/u.test(text) && isHeadline(text.replace(/。\s*$/u, ''), from);

/** Whether a block belongs under a heading of a level: plain text, or a deeper level. */
export function isBelow(block: Block | undefined, depth: number): boolean {
  if (block?.kind !== 'paragraph') return false;
  const marker = markerOf(runsToText(block.runs));
  return marker === undefined || (marker.kind === 'level' && marker.depth > depth);
}

/** Where a run-in heading ends, after its full stop; 0 when the line has none. */
export function leadEnd(text: string, from: number): number {
  const stop = text.indexOf('。', from);
  const isLead = stop > from && stop - from <= LONGEST_LEAD && text.slice(stop + 1).trim() !== '';
  return isLead ? stop + 1 : 0;
}

/**
 * The blocks of a table of contents: 目录 and the divisions named after it, up to where the first
 * of them comes again. 目录 over divisions that come only once is over the text itself.
 */
export function contentsOf(blocks: readonly Block[]): Set<number> {
  const lines = blocks.map((block) =>
    block.kind === 'heading' || block.kind === 'paragraph'
      ? runsToText(block.runs).replace(/\s+/gu, '')
      : '',
  );
  const start = lines.findIndex((line) => /^目[录次]$/u.test(line));
  const first = lines[start + 1];
  const again = first ? lines.indexOf(first, start + 2) : -1;
  if (start === -1 || again === -1) return new Set();
  const isAllDivisions = lines
    .slice(start + 1, again)
    .every((line) => DIVISIONS.has(markerOf(line)?.kind ?? '') || /^(附则|附件|序言)$/u.test(line));
  if (!isAllDivisions) return new Set();
  return new Set(Array.from({ length: again - start }, (_, i) => start + i));
}

/** 总　　则 → 总则; blanks between words elsewhere become one. */
export function closeBlanks(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return [...plain.replace(/ /g, '')].length <= 4
    ? plain.replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1')
    : plain;
}
