import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Payload, PayloadRequest } from 'payload';
import type { File, FileText } from '@/payload-types';
import { extractText } from '@/transfer/extract/extract';
import type { Extracted } from '@/transfer/extract/extract-messages';
import { fileTypeOf } from './files-with-texts';
import { queueIndexing } from './index-record';

/** A number on one database, a text on the other. */
export type Id = File['id'] | string;

type StoredFile = Pick<File, 'id' | 'title' | 'filename' | 'filesize' | 'mimeType' | 'checksum'>;

export const FILE_COLUMNS = {
  title: true,
  filename: true,
  filesize: true,
  mimeType: true,
  checksum: true,
} as const;

/** Collections whose records are also found by what their attachments say. */
const HOLDERS = ['documents', 'annual-reports', 'consultations', 'proposals'] as const;

/** Of the way in which files are read; a new number lets `npm run files:extract` read all of them again. */
const EDITION = 3;

/** What tells whether the text that is stored is of this very file. */
export const stampOf = ({ checksum, filename, filesize }: StoredFile): string =>
  `${EDITION}:${checksum ?? `${filename}:${filesize}`}`;

/**
 * Reads the text out of a file and keeps it, or the reason why there is none. What was read already is
 * not read again.
 *
 * @param isAnew reads it all the same
 * @returns what came out; null where nothing was done
 */
export function readText(
  payload: Payload,
  id: Id,
  options: { isAnew?: boolean } = {},
): Promise<Extracted | null> {
  const turn = (holder.gongkaiReading ?? Promise.resolve()).then(() =>
    readAlone(payload, id, options),
  );
  holder.gongkaiReading = turn.catch(() => undefined);
  return turn;
}

// One after the other: a file is asked for by its upload and by its publication, often at once. The
// built portal holds this module once for its start and again for its jobs.
const holder = globalThis as { gongkaiReading?: Promise<unknown> };

async function readAlone(
  payload: Payload,
  id: Id,
  { isAnew = false }: { isAnew?: boolean },
): Promise<Extracted | null> {
  const file = await payload.db.findOne<StoredFile & { id: Id }>({
    collection: 'files',
    where: { id: { equals: id } },
    select: FILE_COLUMNS,
  });
  if (!file) return null;
  const row = await rowOf(payload, file.id);
  if (row && row.checksum === stampOf(file) && !isAnew) return null;
  const where = path.resolve(folderOf(payload), file.filename ?? '');
  const isThere = await access(where).then(
    () => true,
    () => false,
  );
  const result = isThere ? await textOf(file, where) : MISSING;
  const now = new Date().toISOString();
  const data = {
    name: file.title,
    fileType: fileTypeOf(file.filename),
    state: result.state,
    reason: result.reason,
    detail: result.detail.slice(0, LONGEST_DETAIL),
    characters: result.text.length,
    text: result.text,
    // A file that comes back from a backup is read at the next start, as is one over which the reading broke off.
    checksum: isThere && !result.isBrokenOff ? stampOf(file) : null,
    updatedAt: now,
  };
  // Derived and nobody's writing: neither access nor the hooks of a person's change apply.
  if (row) {
    await payload.db.updateOne({ collection: 'file-texts', id: row.id, data });
    return result;
  }
  try {
    await payload.db.create({
      collection: 'file-texts',
      data: { ...data, file: file.id, createdAt: now },
    });
  } catch (error) {
    // Another process was quicker: the portal beside the command.
    if (!(await rowOf(payload, file.id))) throw error;
  }
  return result;
}

const rowOf = (payload: Payload, file: Id): Promise<(FileText & { id: Id }) | null> =>
  payload.db.findOne<FileText & { id: Id }>({
    collection: 'file-texts',
    where: { file: { equals: file } },
    select: { checksum: true },
  });

const LONGEST_DETAIL = 1000;

const MISSING: Extracted = {
  state: 'unreadable',
  reason: 'damaged',
  detail: '服务器上找不到这个文件',
  text: '',
};

/** Pictures and films hold no text, which their type says without a look. */
const textOf = ({ filename, mimeType }: StoredFile, where: string): Promise<Extracted> =>
  /^(?:image|video|audio)\//u.test(mimeType ?? '')
    ? Promise.resolve({ state: 'unreadable', reason: 'not-text', detail: '', text: '' })
    : extractText({ path: where, name: filename ?? '' });

const folderOf = ({ collections }: Payload): string =>
  collections.files.config.upload.staticDir ?? '';

/** Brings the records that hold a file and are public to what it says. */
export async function indexHolders(req: PayloadRequest, file: Id): Promise<void> {
  for (const collection of HOLDERS) {
    const { docs } = await req.payload.find({
      collection,
      where: { and: [{ _status: { equals: 'published' } }, { attachments: { in: [file] } }] },
      depth: 0,
      joins: false as never,
      select: { title: true } as never,
      pagination: false,
      req,
    });
    for (const { id } of docs as { id: Id }[]) await queueIndexing(req, collection, id);
  }
}
