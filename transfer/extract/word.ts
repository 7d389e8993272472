import { parse } from 'parse5';
import WordExtractor from 'word-extractor';
import { blockToText } from '../../domain/documents/blocks';
import { htmlOf } from '../import/docx';
import { elementsOf, readContent } from '../import/html-lines';
import type { ZipEntry } from '../import/zip-entries';
import { checkParts, opened } from './package';
import type { Reading } from './reading';

/** @throws UnreadableError */
export async function readDocx(
  bytes: Buffer,
  entries: readonly ZipEntry[],
  reading: Reading,
): Promise<void> {
  await checkParts(entries, /^word\/[^/]+\.xml$/iu, reading);
  const body = elementsOf(parse(await opened(() => htmlOf(bytes))), ['body'])[0];
  for (const piece of body ? readContent(body).pieces : []) {
    if (reading.isFull) return;
    reading.add(
      piece.kind === 'line' ? piece.runs.map(({ text }) => text).join('') : blockToText(piece),
    );
  }
}

/** @throws UnreadableError */
export async function readDoc(bytes: Buffer, reading: Reading): Promise<void> {
  const document = await opened(() => new WordExtractor().extract(bytes));
  reading.add(document.getBody());
  reading.add(document.getFootnotes());
  reading.add(document.getEndnotes());
  reading.add(document.getTextboxes());
}
