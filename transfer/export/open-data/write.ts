import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Payload } from 'payload';
import {
  DATASET_NAMES,
  SCHEMA_VERSION,
  type DatasetName,
  type Manifest,
} from '@/domain/open-data/datasets';
import { editionFolder } from '@/domain/open-data/editions';
import { licence, MANIFEST } from './edition';
import { countAll, readAll } from './read';
import { siteAddress } from './record-parts';

export type WriteOptions = {
  /** Where editions lie. */
  folder: string;
  /** Told after each batch, of the file that is being written. */
  onProgress?: (name: DatasetName, done: number, total: number) => void;
  signal?: AbortSignal;
};

/**
 * Makes an edition of the open data: a file of JSON Lines for each kind of record, compressed, and a
 * manifest with the check sum of each. All of it is written aside; the one renaming of the manifest
 * at the end makes it the edition that is given out. Broken off at any point, the last one stays.
 *
 * @throws the reason of the signal when it is broken off; what the database or the disk says
 */
export async function writeOpenData(payload: Payload, options: WriteOptions): Promise<Manifest> {
  const { folder, signal } = options;
  await mkdir(folder, { recursive: true });
  const making = path.join(folder, `${MAKING}${randomUUID()}`);
  await mkdir(making);
  try {
    const files: Manifest['files'] = [];
    for (const name of DATASET_NAMES)
      files.push(await writeDataset(payload, name, making, options));
    signal?.throwIfAborted();
    const madeAt = new Date().toISOString();
    const edition = editionFolder(madeAt);
    const manifest: Manifest = {
      schemaVersion: SCHEMA_VERSION,
      madeAt,
      licence: licence(),
      files: files.map((file) => ({ ...file, path: `${edition}/${file.path}` })),
    };
    await rename(making, path.join(folder, edition));
    await putManifest(folder, manifest);
    await removeOlder(folder);
    return manifest;
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

const MAKING = '.making-';

/** The one given out, and the one before it, which somebody may still be fetching. */
const KEPT_EDITIONS = 2;

const STALE_AFTER = 24 * 60 * 60 * 1000;

async function writeDataset(
  payload: Payload,
  name: DatasetName,
  folder: string,
  { onProgress, signal }: WriteOptions,
): Promise<Manifest['files'][number]> {
  const total = await countAll(payload, name);
  const file = `${name}.jsonl.gz`;
  const hash = createHash('sha256');
  let [records, bytes] = [0, 0];
  async function* lines() {
    onProgress?.(name, 0, total);
    for await (const batch of readAll(payload, name)) {
      records += batch.length;
      yield batch.map((record) => `${JSON.stringify(record)}\n`).join('');
      onProgress?.(name, records, total);
    }
  }
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(
    Readable.from(lines()),
    createGzip(),
    measure,
    createWriteStream(path.join(folder, file)),
    { signal },
  );
  const sha256 = hash.digest('hex');
  return { name, path: file, url: siteAddress(`/open-data/${file}`), records, bytes, sha256 };
}

async function putManifest(folder: string, manifest: Manifest): Promise<void> {
  const written = path.join(folder, `${MAKING}${randomUUID()}.json`);
  await writeFile(written, `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(written, path.join(folder, MANIFEST));
}

/** Editions that are no longer given out, and what a run that was killed left half made. */
async function removeOlder(folder: string): Promise<void> {
  const names = (await readdir(folder)).sort().reverse();
  const old = names.filter((name) => /^\d{8}T\d{9}Z$/.test(name)).slice(KEPT_EDITIONS);
  const left = names.filter((name) => name.startsWith(MAKING));
  for (const name of left) {
    const found = await stat(path.join(folder, name)).catch(() => null);
    if (found && Date.now() - found.mtimeMs > STALE_AFTER) old.push(name);
  }
  for (const name of old) await rm(path.join(folder, name), { recursive: true, force: true });
}
