import { getDocumentProxy } from 'unpdf';
import { pdfjs } from '../export/pdf-marks';
import { joinedLines, LIMITS, UnreadableError, type Reading } from './reading';
import { TextMaps } from './text-maps';

/**
 * The text of a PDF page by page. One that asks for no password to be read is read, whatever it
 * forbids besides. A page that can't be read is noted.
 *
 * @throws UnreadableError
 */
export async function readPdf(bytes: Uint8Array, reading: Reading): Promise<void> {
  await pdfjs();
  const document = await openPdf(bytes);
  try {
    const { numPages } = document;
    if (numPages > LIMITS.pages) {
      throw new UnreadableError('too-large', `${numPages} 页，上限 ${LIMITS.pages} 页`);
    }
    let broken = 0;
    for (let number = 1; number <= numPages; number += 1) {
      if (reading.isFull) return;
      if (reading.isLate) return reading.note(`读取时间太长，只读了前 ${number - 1} 页`);
      try {
        const page = await document.getPage(number);
        const { items } = await page.getTextContent();
        reading.add(linesOf(items as readonly Item[]));
        page.cleanup();
      } catch (error) {
        broken += 1;
        if (broken === 1) reading.note(`第 ${number} 页读不出`);
        // Where no page is there, asking for each of thousands takes for ever.
        if (broken > MOST_BROKEN) return reading.note('读不出的页太多，没有再读');
        if (error instanceof RangeError) throw new UnreadableError('damaged');
      }
    }
    if (broken === numPages) throw new UnreadableError('damaged', '没有一页读得出');
  } finally {
    await document.loadingTask.destroy();
  }
}

const MOST_BROKEN = 50;

async function openPdf(bytes: Uint8Array) {
  try {
    // pdf.js takes the bytes it is given for itself.
    return await getDocumentProxy(Uint8Array.from(bytes), {
      isEvalSupported: false,
      maxImageSize: 1,
      disableFontFace: true,
      verbosity: 0,
      useWorkerFetch: false,
      cMapPacked: false,
      BinaryDataFactory: TextMaps,
    });
  } catch (error) {
    throw new UnreadableError(
      (error as Error).name === 'PasswordException' ? 'encrypted' : 'damaged',
    );
  }
}

type Item = { str?: string; hasEOL?: boolean };

function linesOf(items: readonly Item[]): string {
  const lines = [''];
  for (const { str = '', hasEOL } of items) {
    lines[lines.length - 1] += str;
    if (hasEOL) lines.push('');
  }
  return joinedLines(lines);
}
