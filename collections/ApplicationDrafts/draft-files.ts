import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Payload } from 'payload';
import { statusOf } from '@/access/thrown';
import type { CaseFile } from '@/payload-types';
import { FILE_LIMITS, problemOfFile, type FileProblem, type Incoming } from './refused-file';

export type DraftFile = { id: CaseFile['id']; name: string; bytes: number };

/** The files that wait with a draft, in the order in which they came. */
export async function filesOf(payload: Payload, hash: string): Promise<DraftFile[]> {
  const { docs } = await payload.find({
    collection: 'case-files',
    where: { draftHash: { equals: hash } },
    sort: 'createdAt',
    pagination: false,
    depth: 0,
    select: { title: true, filesize: true },
  });
  return docs.map(({ id, title, filesize }) => ({ id, name: title, bytes: filesize ?? 0 }));
}

/**
 * Takes a file into a draft, or says why not: its size, its kind, what is inside it. Kept under a
 * name that tells nothing; the name that the person gave it is its title.
 */
export async function addFile(
  payload: Payload,
  hash: string,
  { name: given, bytes }: Incoming,
  locale: 'zh-CN' | 'en',
  most: number = FILE_LIMITS.files,
): Promise<FileProblem | null> {
  const name = plainName(given);
  const refused = { name, bytes: bytes.length };
  const found = await problemOfFile({ name, bytes }, locale);
  if ('problem' in found) return found;
  // Counted as late as possible; two at once may still make one more, which harms nobody.
  if ((await filesOf(payload, hash)).length >= most) {
    return { problem: 'tooMany', ...refused };
  }
  try {
    await payload.create({
      collection: 'case-files',
      data: { title: name, purpose: 'request', draftHash: hash },
      file: {
        data: Buffer.from(bytes),
        name: `${randomUUID()}${path.extname(name).toLowerCase()}`,
        mimetype: found.type,
        size: bytes.length,
      },
      depth: 0,
    });
    return null;
  } catch (error) {
    // Payload looks once more whether the content is what it says, such as a PDF without an end.
    if (statusOf(error) === 400) return { problem: 'broken', ...refused };
    throw error;
  }
}

/** Takes one file out of a draft; of another draft, or of a case, there is none to take. */
export async function removeFile(payload: Payload, hash: string, id: string): Promise<void> {
  const own = await filesOf(payload, hash);
  const file = own.find((each) => String(each.id) === id);
  if (file) await payload.delete({ collection: 'case-files', id: file.id, depth: 0 });
}

export async function removeFiles(payload: Payload, hash: string): Promise<void> {
  await payload.delete({
    collection: 'case-files',
    where: { draftHash: { equals: hash } },
    depth: 0,
  });
}

/** What was sent from a draft. */
export type Sent = Partial<Record<'application' | 'letter' | 'comment', number | string>>;

/** The files of a draft become those of what was sent from it. */
export async function handOver(payload: Payload, hash: string, sent: Sent): Promise<void> {
  const where = { draftHash: { equals: hash } };
  // Most are sent without files, and counting none costs a quarter of changing none.
  const { totalDocs } = await payload.db.count({ collection: 'case-files', where });
  if (totalDocs === 0) return;
  await payload.update({
    collection: 'case-files',
    where,
    data: { ...(sent as object), draftHash: null },
    depth: 0,
  });
}

/** Files that wait with no draft: joined to what was sent from it, or removed. */
export async function settleFiles(payload: Payload): Promise<void> {
  const { docs } = await payload.find({
    collection: 'case-files',
    where: { draftHash: { exists: true } },
    pagination: false,
    depth: 0,
    select: { draftHash: true },
    showHiddenFields: true,
  });
  for (const hash of new Set(docs.flatMap(({ draftHash }) => draftHash ?? []))) {
    const sent = await sentFrom(payload, hash);
    const draft = await payload.db.findOne({
      collection: 'application-drafts',
      where: { keyHash: { equals: hash } },
    });
    if (sent) await handOver(payload, hash, sent);
    else if (!draft) await removeFiles(payload, hash);
  }
}

const SENT_TO = {
  application: 'applications',
  letter: 'letters',
  comment: 'comments',
} as const;

async function sentFrom(payload: Payload, hash: string): Promise<Sent | null> {
  for (const [name, collection] of Object.entries(SENT_TO)) {
    const found = await payload.db.findOne<{ id: number | string }>({
      collection,
      where: { filingKey: { equals: hash } },
    });
    if (found) return { [name]: found.id };
  }
  return null;
}

/** The last part of a path, without what no name needs: at most 100 characters and the ending. */
function plainName(given: string): string {
  const last = given.split(/[\\/]/u).at(-1) ?? '';
  const clean = last
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, '')
    .trim();
  const ending = path.extname(clean);
  const stem = [...clean.slice(0, clean.length - ending.length)].slice(0, 100).join('');
  return `${stem || 'file'}${ending.slice(0, 10)}`;
}
