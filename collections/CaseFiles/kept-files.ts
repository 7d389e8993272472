import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type {
  CollectionAfterDeleteHook,
  CollectionAfterErrorHook,
  CollectionBeforeChangeHook,
  Payload,
} from 'payload';
import { SEALED_HEAD, sealBytes, sealStateOf, unsealBytes } from '@/fields/sealed/seal-bytes';
import type { CaseFile } from '@/payload-types';

/**
 * Case files on the disk, sealed. Payload looks at an upload and names it; since it would write it in
 * clear, its own storage is off (`disableLocalStorage`, as for a store elsewhere) and the hooks here
 * write it. Earlier files in clear are read as they are, and sealed by `npm run keys:rotate`.
 */
export const caseFilesFolder = (): string =>
  `${process.env.UPLOADS_PATH ?? './data/uploads'}/case-files`;

/** What is being written anew beside a file, sealed as well. */
const HALF = '.sealing';

const pathOf = (filename: string): string =>
  path.resolve(caseFilesFolder(), path.basename(filename));

/**
 * The content of a case file; null where it is not on the disk.
 * @throws UnsealError when no key opens it
 */
export async function readCaseFile(filename: string | null | undefined): Promise<Buffer | null> {
  if (!filename) return null;
  const name = path.basename(filename);
  try {
    return unsealBytes(await readFile(pathOf(name)), name);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Writes the upload before its record: a record without its file would be a paper that is lost. */
export const keepSealed: CollectionBeforeChangeHook<CaseFile> = async ({ context, data, req }) => {
  const { file } = req;
  if (!file || !data.filename) return data;
  const name = path.basename(data.filename);
  await mkdir(caseFilesFolder(), { recursive: true, mode: 0o700 });
  // Never over the file of another record, if two came under one name.
  await writeFile(pathOf(name), sealBytes(file.data, name), { flag: 'wx', mode: 0o600 });
  context[WRITTEN] = name;
  return data;
};

const WRITTEN = 'caseFileWritten';

/** An upload whose record was refused afterwards, for want of a title, leaves no file behind. */
export const dropRefused: CollectionAfterErrorHook = async ({ context, req }) => {
  const name = context[WRITTEN];
  if (typeof name === 'string' && !(await hasRecord(req.payload, name))) await remove(name);
};

/** Payload removes the file before the record; whatever was being written anew meanwhile goes after it. */
export const dropDeleted: CollectionAfterDeleteHook<CaseFile> = async ({ doc }) => {
  if (doc.filename) await remove(doc.filename);
};

/** The names of all files that are kept, none where nothing ever came. */
export async function caseFileNames(): Promise<string[]> {
  try {
    const entries = await readdir(caseFilesFolder(), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.endsWith(HALF))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/**
 * Seals a file with the key in use: written beside it and put in its place at once, so that it can be
 * broken off anywhere. A file whose record is deleted meanwhile does not come back; one whose record
 * is still to come is left alone.
 * @throws UnsealError when no key opens it
 */
export async function resealFile(
  payload: Payload,
  filename: string,
  isDry: boolean,
): Promise<'changed' | 'kept'> {
  const at = pathOf(filename);
  const state = sealStateOf(await headOf(at));
  if (state === 'current') return 'kept';
  const name = path.basename(at);
  const content = unsealBytes(await readFile(at), name);
  if (isDry) return 'changed';
  const wasKnown = await hasRecord(payload, name);
  await writeFile(`${at}${HALF}`, sealBytes(content, name), { mode: 0o600, flush: true });
  await rename(`${at}${HALF}`, at);
  if (wasKnown && !(await hasRecord(payload, name))) await remove(name);
  return 'changed';
}

async function hasRecord(payload: Payload, filename: string): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'case-files',
    where: { filename: { equals: filename } },
  });
  return totalDocs > 0;
}

async function headOf(at: string): Promise<Buffer> {
  const file = await open(at);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SEALED_HEAD), 0, SEALED_HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function remove(filename: string): Promise<void> {
  for (const ending of ['', HALF]) await rm(`${pathOf(filename)}${ending}`, { force: true });
}

export const isMissing = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | null)?.code === 'ENOENT';
