import type { ZipEntry } from '../import/zip-entries';
import { attribute, decodeEntities, xmlEvents } from '../release-check/xml-events';
import { slashed, unpack } from './package';
import { joinedLines, UnreadableError, type Reading } from './reading';

/**
 * The text of an OFD (GB/T 33190) page by page: the codes of its text objects in the order in which
 * they are drawn. A page that can't be read is noted.
 *
 * @throws UnreadableError
 */
export async function readOfd(entries: readonly ZipEntry[], reading: Reading): Promise<void> {
  const parts = new Map(entries.map((entry) => [slashed(entry.name).replace(/^\//u, ''), entry]));
  const read = async (name: string): Promise<string> => {
    const entry = parts.get(name);
    if (!entry) throw new UnreadableError('damaged', `缺少 ${name}`);
    return (await unpack(entry, reading.budget)).toString('utf8');
  };
  const pages: string[] = [];
  for (const root of textsIn(await read('OFD.xml'), 'DocRoot')) {
    const path = resolved('', root);
    for (const page of pagesOf(await read(path))) pages.push(resolved(path, page));
  }
  let broken = 0;
  for (const [i, page] of pages.entries()) {
    if (reading.isFull) return;
    if (reading.isLate) return reading.note(`读取时间太长，只读了前 ${i} 页`);
    try {
      const { lines, hidden } = linesOf(await read(page));
      reading.add(joinedLines(lines));
      if (hidden > 0) reading.note(`第 ${i + 1} 页有 ${hidden} 个隐藏的字。请删去`);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      broken += 1;
      reading.note(`第 ${i + 1} 页读不出`);
    }
  }
  if (broken === pages.length) throw new UnreadableError('damaged', '没有一页读得出');
}

function textsIn(xml: string, name: string): string[] {
  const texts: string[] = [];
  let isInside = false;
  for (const event of xmlEvents(xml)) {
    if (event.type === 'text') {
      if (isInside) texts.push(decodeEntities(event.text).trim());
    } else if (event.name === name) isInside = event.type === 'open' && !event.isEmpty;
  }
  return texts.filter(Boolean);
}

/** Addresses of the pages, in their order. */
function pagesOf(document: string): string[] {
  const pages: string[] = [];
  for (const event of xmlEvents(document)) {
    if (event.type !== 'open' || event.name !== 'Page') continue;
    const address = attribute(event.attributes, 'BaseLoc');
    if (address) pages.push(address);
  }
  return pages;
}

/** An address in a part leads from that part's folder; one that begins with `/`, from the package's. */
function resolved(from: string, address: string): string {
  const clean = slashed(address);
  const path = clean.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of clean.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/**
 * The words of each line: text objects beside each other are one. Of objects that are not drawn, and of
 * whatever lies within such ones, the letters are counted.
 */
function linesOf(page: string): { lines: string[]; hidden: number } {
  const lines: string[] = [];
  let [top, height] = [NaN, 0];
  let isCode = false;
  let text = '';
  let hidden = 0;
  // Elements that are open, from the one that is not drawn inwards.
  let depth = 0;
  for (const event of xmlEvents(page)) {
    if (event.type === 'text') {
      if (!isCode) continue;
      const code = decodeEntities(event.text);
      if (depth > 0) hidden += code.replace(/\s/gu, '').length;
      else text += code;
      continue;
    }
    if (event.type === 'close') {
      if (depth > 0) depth -= 1;
      if (event.name === 'TextCode') isCode = false;
      continue;
    }
    if (event.name === 'TextCode') isCode = !event.isEmpty;
    if (!event.isEmpty && (depth > 0 || isUndrawn(event.attributes))) depth += 1;
    if (event.name !== 'TextObject' || depth > 0) continue;
    const [, y = NaN, , h = 0] = (attribute(event.attributes, 'Boundary') ?? '')
      .trim()
      .split(/\s+/u)
      .map(Number);
    if (!(Math.abs(y - top) < Math.max(h, height) / 2)) {
      lines.push(text);
      text = '';
    }
    [top, height] = [y, h];
  }
  return { lines: [...lines, text], hidden };
}

/** GB/T 33190: what is drawn may be invisible, or wholly transparent. */
const isUndrawn = (attributes: string): boolean =>
  /^(?:false|0)$/iu.test(attribute(attributes, 'Visible') ?? '') ||
  attribute(attributes, 'Alpha')?.trim() === '0';
