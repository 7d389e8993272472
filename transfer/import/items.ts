import { finalise } from './document-checks';
import { skip, type Parsed } from './findings';
import type { ImportedDocument } from './imported-document';
import { parseJsonLine } from './json-lines';
import { readLines } from './lines';
import { parseFile } from './parse';
import { isListType, LIMITS, type SourceFile } from './source-file';
import { readSources } from './sources';
import { readList } from './xlsx-list';

/** One document of a batch, or why there is none; a row or line is named after its file. */
export type Item = { path: string; parsed: Parsed<ImportedDocument> };

/**
 * Every document of a path, one after another: a page or a Word file is one, a row of a list is one,
 * a line of JSON Lines is one. Reading the same path again gives the same items in the same order.
 */
export async function* readItems(target: string): AsyncGenerator<Item> {
  for await (const file of readSources(target)) {
    for await (const { path, parsed } of itemsOf(file)) yield { path, parsed: finalise(parsed) };
  }
}

async function* itemsOf(file: SourceFile): AsyncGenerator<Item> {
  const { path } = file;
  if ('skip' in file) yield { path, parsed: { skip: file.skip } };
  else if ('chunks' in file) yield* linesOf(path, file.chunks);
  else if (isListType(path)) yield* readList(path, file.bytes, file.sibling);
  else yield { path, parsed: await parseFile(file) };
}

async function* linesOf(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Item> {
  const place = path.split('/').slice(-2).join('/');
  try {
    for await (const { number, text } of readLines(chunks, LIMITS.lineBytes)) {
      const at = `${path}:${number}`;
      if (text === null) yield { path: at, parsed: { skip: skip('line-too-long') } };
      else if (text.trim() !== '') yield { path: at, parsed: parseJsonLine(place, text) };
    }
  } catch (error) {
    // Node marks its own errors (of files, of packed streams) with a code; anything else is a fault here.
    if (!(error instanceof Error && 'code' in error)) throw error;
    yield { path, parsed: { skip: skip('cut-file', error.message) } };
  }
}
