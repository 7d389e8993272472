import path from 'node:path';
import type { Payload } from 'payload';
import type { File, FileText } from '@/payload-types';
import type { RelatedFile } from '@/search/record';

/** A number on one database, a text on the other. */
type Id = File['id'] | string;

type Holder = { attachments?: readonly (Id | { id: Id })[] | null };

/**
 * Records with those of their attachments that the public may open, and the text of these. Read in lots:
 * no question for each record, and no more than some megabytes of text at once.
 */
export async function* withFiles<Source extends Holder>(
  payload: Payload,
  sources: AsyncIterable<Source> | Iterable<Source>,
): AsyncGenerator<[Source, RelatedFile[]]> {
  let lot: Source[] = [];
  for await (const source of sources) {
    lot.push(source);
    if (lot.length < LOT) continue;
    yield* filesOfLot(payload, lot);
    lot = [];
  }
  yield* filesOfLot(payload, lot);
}

const LOT = 100;
/** Characters that are in memory at once, and of one record. */
const MOST_AT_ONCE = 4_000_000;
const MOST_OF_ONE = 3_000_000;

async function* filesOfLot<Source extends Holder>(
  payload: Payload,
  lot: readonly Source[],
): AsyncGenerator<[Source, RelatedFile[]]> {
  const held = new Map(lot.map((source) => [source, (source.attachments ?? []).map(idOf)]));
  const heads = await publicFiles(payload, [...held.values()].flat());
  const lengths = await lengthsOf(payload, [...heads.keys()]);
  let part: Source[] = [];
  let size = 0;
  const wanted = new Map<Source, string[]>();
  const flush = async function* (): AsyncGenerator<[Source, RelatedFile[]]> {
    const texts = await textsOf(
      payload,
      part.flatMap((source) => wanted.get(source) ?? []),
    );
    for (const source of part) {
      const files = (held.get(source) ?? []).flatMap((id) => {
        const head = heads.get(id);
        return head ? [{ ...head, text: texts.get(id) ?? null }] : [];
      });
      yield [source, files];
    }
    part = [];
    size = 0;
  };
  for (const source of lot) {
    const fitting = shortestFirst(held.get(source) ?? [], lengths);
    const own = fitting.reduce((sum, id) => sum + (lengths.get(id) ?? 0), 0);
    wanted.set(source, fitting);
    if (size + own > MOST_AT_ONCE) yield* flush();
    part.push(source);
    size += own;
  }
  yield* flush();
}

/** Those of one record whose texts are read: where all are too much, a long one is left out and not what stands after it. */
function shortestFirst(ids: readonly string[], lengths: ReadonlyMap<string, number>): string[] {
  const lengthOf = (id: string): number => lengths.get(id) ?? 0;
  const chosen: string[] = [];
  let left = MOST_OF_ONE;
  for (const id of [...ids].sort((a, b) => lengthOf(a) - lengthOf(b))) {
    left -= lengthOf(id);
    if (left < 0) break;
    if (lengthOf(id) > 0) chosen.push(id);
  }
  return chosen;
}

/** Those that are public: nobody is signed in. */
async function publicFiles(
  payload: Payload,
  ids: readonly string[],
): Promise<Map<string, Omit<RelatedFile, 'text'>>> {
  if (ids.length === 0) return new Map();
  const { docs } = await payload.find({
    collection: 'files',
    where: { id: { in: [...new Set(ids)] } },
    overrideAccess: false,
    user: null,
    depth: 0,
    pagination: false,
    select: { title: true, filename: true },
  });
  return new Map(
    docs.map(({ id, title, filename }) => [
      String(id),
      { name: title, fileType: fileTypeOf(filename) },
    ]),
  );
}

async function lengthsOf(payload: Payload, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await rowsOf(payload, ids, { file: true, characters: true });
  return new Map(rows.map(({ file, characters }) => [idOf(file), characters ?? 0]));
}

async function textsOf(payload: Payload, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await rowsOf(payload, ids, { file: true, text: true });
  return new Map(rows.map(({ file, text }) => [idOf(file), text ?? '']));
}

async function rowsOf(
  payload: Payload,
  ids: readonly string[],
  select: Record<string, true>,
): Promise<Partial<FileText>[]> {
  if (ids.length === 0) return [];
  const { docs } = await payload.db.find<FileText>({
    collection: 'file-texts',
    where: { and: [{ file: { in: [...ids] } }, { state: { equals: 'read' } }] },
    select,
    pagination: false,
  });
  return docs;
}

const idOf = (value: unknown): string =>
  String(typeof value === 'object' && value !== null ? (value as { id: Id }).id : value);

/** By its ending: pdf, docx; '' for a name without one. */
export const fileTypeOf = (name: string | null | undefined): string =>
  path
    .extname(name ?? '')
    .slice(1)
    .toLowerCase();
