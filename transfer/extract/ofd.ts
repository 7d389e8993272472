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
      reading.add(joinedLines(linesOf(await read(page))));
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

/** The words of each line: text objects beside each other are one. */
function linesOf(page: string): string[] {
  const lines: string[] = [];
  let [top, height] = [NaN, 0];
  let isCode = false;
  let text = '';
  for (const event of xmlEvents(page)) {
    if (event.type === 'text') {
      if (isCode) text += decodeEntities(event.text);
      continue;
    }
    if (event.name === 'TextCode') isCode = event.type === 'open' && !event.isEmpty;
    if (event.name !== 'TextObject') continue;
    if (event.type === 'open') {
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
  }
  return [...lines, text];
}
