import { createLocalReq, type Payload } from 'payload';
import type { File, FileText } from '@/payload-types';
import { FILE_COLUMNS, indexHolders, readText, stampOf, type Id } from './file-texts';

export type ExtractAllOptions = {
  /** Reads again what is read already. */
  isAnew?: boolean;
  /** Told after each file how many are done, and how many there are to do. */
  onProgress?: (done: number, total: number) => void;
  /** Finishes the file at hand, then stops; the next run goes on from there. */
  signal?: AbortSignal;
};

export type ExtractedAll = {
  files: number;
  read: number;
  noText: number;
  unreadable: number;
  isWhole: boolean;
};

const PAGE = 1000;

/** Reads the text out of every file of which there is none, or one of other content. */
export async function extractAll(
  payload: Payload,
  { isAnew = false, onProgress, signal }: ExtractAllOptions = {},
): Promise<ExtractedAll> {
  const req = await createLocalReq({}, payload);
  const result: ExtractedAll = { files: 0, read: 0, noText: 0, unreadable: 0, isWhole: true };
  const { due, total } = await dueFiles(payload, isAnew);
  result.files = total;
  for (const [i, id] of due.entries()) {
    if (signal?.aborted) return { ...result, isWhole: false };
    const extracted = await readText(payload, id, { isAnew });
    if (extracted) await indexHolders(req, id);
    if (extracted?.state === 'read') result.read += 1;
    if (extracted?.state === 'no-text') result.noText += 1;
    if (extracted?.state === 'unreadable') result.unreadable += 1;
    onProgress?.(i + 1, due.length);
  }
  return result;
}

async function dueFiles(payload: Payload, isAnew: boolean): Promise<{ due: Id[]; total: number }> {
  const known = new Map<string, string | null>();
  for await (const row of rows<FileText>(payload, 'file-texts', { file: true, checksum: true })) {
    const file = typeof row.file === 'object' ? row.file.id : row.file;
    known.set(String(file), row.checksum ?? null);
  }
  const due: Id[] = [];
  let total = 0;
  for await (const file of rows<File>(payload, 'files', FILE_COLUMNS)) {
    total += 1;
    if (isAnew || known.get(String(file.id)) !== stampOf(file)) due.push(file.id);
  }
  return { due, total };
}

async function* rows<Row extends { id: Id }>(
  payload: Payload,
  collection: 'files' | 'file-texts',
  select: Record<string, true>,
): AsyncGenerator<Row> {
  let after: Id | null = null;
  for (;;) {
    const { docs }: { docs: Row[] } = await payload.db.find<Row>({
      collection,
      where: after === null ? {} : { id: { greater_than: after } },
      sort: 'id',
      limit: PAGE,
      pagination: false,
      select,
    });
    yield* docs;
    if (docs.length < PAGE) return;
    after = docs.at(-1)?.id ?? null;
  }
}
