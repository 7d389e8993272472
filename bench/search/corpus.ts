import path from 'node:path';
import type { SearchRecord } from '../../search/engine';
import { blockPassages } from '../../search/passages';
import { workOf } from '../../search/work';
import { parseFile } from '../../transfer/import/parse';
import { readSources } from '../../transfer/import/sources';

/** All laws as records of the search: each law a document, each of its articles a passage. */

export const CORPUS = path.resolve(import.meta.dirname, '../../../shared/corpus/laws.tar.xz');

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
