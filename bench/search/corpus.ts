import { createReadStream, createWriteStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { SearchRecord } from '../../search/engine';
import { titleKey } from '../../search/normalise';
import { blockPassages } from '../../search/passages';
import { workOf } from '../../search/work';
import { parseFile } from '../../transfer/import/parse';
import { readSources } from '../../transfer/import/sources';

/** All laws as records of the search: each law a document, each of its articles a passage. */

export const CORPUS = path.resolve(import.meta.dirname, '../../../shared/corpus/laws.tar.xz');

/** Two spellings of a law's name come to one key: with the name of the state and without it. */
export const nameKey = (title: string): string => titleKey(title).replaceAll('中华人民共和国', '');

/**
 * Reads an archive or a folder of laws. Of several versions of a law the newest is in force, as the
 * import has it; the others are marked as the older text.
 */
export async function readRecords(
  corpus: string,
  isWanted: (path: string) => boolean = () => true,
): Promise<SearchRecord[]> {
  const records: SearchRecord[] = [];
  const newest = new Map<string, SearchRecord>();
  for await (const file of readSources(corpus)) {
    if (!isWanted(file.path)) continue;
    const parsed = await parseFile(file);
    if ('skip' in parsed) continue;
    const { document } = parsed;
    const publishedOn = document.publishedOn ?? document.versionOn ?? document.madeOn ?? null;
    const key = String(records.length + 1);
    const facts = { kind: document.kind, title: document.title, agency: document.agencyName };
    const record: SearchRecord = {
      id: `documents:${key}`,
      collection: 'documents',
      key,
      ...facts,
      number: document.number ?? null,
      indexNumber: document.indexNumber ?? null,
      agencySlug: null,
      themes: document.themes,
      category: document.category,
      columns: [],
      year: publishedOn ? Number(publishedOn.slice(0, 4)) : null,
      publishedOn,
      validity: 'in-force',
      work: workOf(facts),
      topics: [],
      fileTypes: [],
      passages: blockPassages(document.blocks),
      extra: document.keywords.join(' '),
      url: `/documents/${key}`,
      hasInterpretation: false,
    };
    records.push(record);
    const other = record.work ? newest.get(record.work) : undefined;
    const isNewer = !other || (other.publishedOn ?? '') < (publishedOn ?? '');
    if (record.work && isNewer) newest.set(record.work, record);
    if (other) (isNewer ? other : record).validity = 'amended';
  }
  return records;
}

/** The records as lines of a file, so that each contestant's process reads the same ones. */
export async function keepRecords(
  records: AsyncIterable<SearchRecord> | Iterable<SearchRecord>,
  file: string,
): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  const out = createWriteStream(file);
  for await (const record of records) {
    if (!out.write(`${JSON.stringify(record)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

export async function* keptRecords(file: string): AsyncGenerator<SearchRecord> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    yield JSON.parse(line) as SearchRecord;
  }
}

/** Whether a file was made after another and so needs no making again. */
export const isNewerThan = (file: string, other: string): boolean =>
  existsSync(file) && statSync(file).mtimeMs > statSync(other).mtimeMs;
