import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { labelOf, VALIDITIES } from '@/domain/catalogue/codes';
import type { Locale } from '@/i18n/routing';
import type { Document, File } from '@/payload-types';
import type { SearchFilters } from '@/search/engine';
import { safeFileName } from '@/transfer/export/file-name';
import { FORMATS, type Format } from '@/transfer/export/format-names';
import { csvOf } from '@/transfer/export/lists/csv';
import { PressBusyError } from '@/transfer/export/press';
import { bytesEntry, FreeNames, zipStream, type ZipEntry } from '@/transfer/export/zip-stream';
import { agencyNameOf, dayOrNothing } from './document-items';
import { downloadWords, LOT_LIMITS, type LotProblem } from './download-words';
import { documentFile } from './downloads';
import { pageAddress } from './lists/words';
import { asPublic, portal } from './portal';
import { searchPublished } from './search';

/** A ZIP that is being written, or why there is none; `total` is how many documents were asked for. */
export type Lot = { total: number } & ({ stream: Readable } | { problem: LotProblem });

/**
 * The documents of a filtered list in one format, with their attachments and an index of all.
 * Each is made, or taken from what is kept, as the ZIP is read.
 */
export async function documentLot(
  filters: SearchFilters,
  text: string,
  format: Format,
  locale: Locale,
): Promise<Lot> {
  const ids: string[] = [];
  let total = 0;
  for (let offset = 0; offset === 0 || (offset < total && offset < LOT_LIMITS.documents);) {
    const found = await searchPublished(
      {
        text,
        filters: { ...filters, collection: ['documents'] },
        sort: 'newest',
        facets: false,
        offset,
        limit: 100,
      },
      locale,
    );
    // Nothing found because nobody could look is not an empty list.
    if (found.trouble !== null) return { total, problem: 'search' };
    total = found.total;
    if (total > LOT_LIMITS.documents) return { total, problem: 'many' };
    ids.push(...found.hits.map(({ key }) => String(key)));
    offset += 100;
  }
  if (ids.length === 0) return { total, problem: 'none' };
  const bytes = await attachmentBytes(ids);
  if (bytes > LOT_LIMITS.megabytes * 1_000_000) return { total, problem: 'big' };
  const stream = atOnce(() => lotEntries(ids, format, locale));
  return stream ? { total, stream } : { total, problem: 'busy' };
}

/**
 * One document in every format, with all its attachments.
 * @throws PressBusyError before anything is written.
 */
export async function documentZip(document: Document, locale: Locale): Promise<Readable> {
  const t = downloadWords(locale);
  const files: ZipEntry[] = [];
  for (const format of FORMATS) {
    const { bytes, changed } = await documentFile(document, locale, format);
    files.push(bytesEntry(safeFileName(document.title, format), bytes, changed));
  }
  const names = new FreeNames();
  async function* entries(): AsyncGenerator<ZipEntry> {
    yield* files;
    for (const file of attachmentsOf(document)) {
      const entry = await attachmentEntry(file, `${t('lot.attachments')}/`, names);
      if (entry) yield entry;
    }
  }
  return zipStream(entries());
}

let running = 0;

/** A few at a time: each keeps the press and the disk busy for as long as its reader reads. */
function atOnce(entries: () => AsyncGenerator<ZipEntry>): Readable | undefined {
  if (running >= LOT_LIMITS.atOnce) return undefined;
  running += 1;
  return zipStream(entries()).once('close', () => (running -= 1));
}

type Row = {
  document: Document;
  serial: number;
  file: string;
  attachments: string[];
  notes: string[];
};

async function* lotEntries(
  ids: readonly string[],
  format: Format,
  locale: Locale,
): AsyncGenerator<ZipEntry> {
  const t = downloadWords(locale);
  const names = new FreeNames();
  const rows: Row[] = [];
  for (const id of ids) {
    const document = await publicDocument(id, locale);
    if (!document) continue;
    const serial = String(rows.length + 1).padStart(3, '0');
    const row: Row = { document, serial: rows.length + 1, file: '', attachments: [], notes: [] };
    rows.push(row);
    const made = await patiently(() => documentFile(document, locale, format)).catch(
      async (error: unknown) => {
        const payload = await portal();
        payload.logger.error({ err: error, msg: `no ${format} of ${document.slug} for a ZIP` });
        return undefined;
      },
    );
    if (made) {
      row.file = names.take(`${t('lot.files')}/${serial} ${safeFileName(document.title, format)}`);
      yield bytesEntry(row.file, made.bytes, made.changed);
    } else row.notes.push(t('notes.failed'));
    for (const file of attachmentsOf(document)) {
      const entry = await attachmentEntry(file, `${t('lot.attachments')}/${serial} `, names);
      if (entry) {
        row.attachments.push(entry.name);
        yield entry;
      } else row.notes.push(t('notes.lost', { name: file.title }));
    }
  }
  yield {
    name: `${t('lot.index')}.csv`,
    open: () => Readable.from(csvOf(indexOf(rows, locale)), { objectMode: false }),
  };
}

/** The press may be busy with readers who wait at their screens; a ZIP can wait longer. */
async function patiently<T>(make: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await make();
    } catch (error) {
      if (!(error instanceof PressBusyError) || tries === 10) throw error;
      await wait(2_000);
    }
  }
}

function indexOf(rows: readonly Row[], locale: Locale) {
  const t = downloadWords(locale);
  type Key = Parameters<typeof t>[0] & `columns.${string}`;
  const column = (
    key: Key extends `columns.${infer Name}` ? Name : never,
    valueOf: (row: Row) => string | number | string[] | null | undefined,
  ) => ({ key, label: t(`columns.${key}`), kind: 'text' as const, valueOf });
  async function* all() {
    yield* rows;
  }
  return {
    name: t('lot.index'),
    title: t('lot.index'),
    address: pageAddress('/documents', locale),
    total: rows.length,
    locale,
    rows: all(),
    columns: [
      column('serial', (row) => row.serial),
      column('title', ({ document }) => document.title),
      column('number', ({ document }) => document.number),
      column('indexNumber', ({ document }) => document.indexNumber),
      column('agency', ({ document }) => agencyNameOf(document)),
      column('madeOn', ({ document }) => dayOrNothing(document.madeOn)),
      column('publishedOn', ({ document }) => dayOrNothing(document.publishedOn)),
      column('validity', ({ document }) =>
        document.validity ? labelOf(VALIDITIES, document.validity, locale) : null,
      ),
      column('file', (row) => row.file),
      column('attachments', (row) => row.attachments),
      column('note', (row) => row.notes),
      column('address', ({ document }) => pageAddress(`/documents/${document.slug}`, locale)),
    ],
  };
}

async function publicDocument(id: string, locale: Locale): Promise<Document | undefined> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'documents',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 1,
    joins: false,
    locale,
    ...asPublic,
  });
  return docs[0];
}

async function attachmentBytes(ids: readonly string[]): Promise<number> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'documents',
    where: { id: { in: ids } },
    limit: ids.length,
    pagination: false,
    depth: 1,
    joins: false,
    select: { attachments: true },
    ...asPublic,
  });
  return docs
    .flatMap((document) => attachmentsOf(document))
    .reduce((sum, { filesize }) => sum + (filesize ?? 0), 0);
}

const attachmentsOf = ({ attachments }: Pick<Document, 'attachments'>): File[] =>
  (attachments ?? []).filter((file): file is File => typeof file === 'object');

/** An attachment as it lies on the disk; undefined where it does not. */
async function attachmentEntry(
  { title, filename, updatedAt }: File,
  folder: string,
  names: FreeNames,
): Promise<ZipEntry | undefined> {
  if (!filename) return undefined;
  const uploads = process.env.UPLOADS_PATH || './data/uploads';
  const file = path.resolve(uploads, 'files', path.basename(filename));
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const ending = path.extname(filename).slice(1).toLowerCase();
  const plain = title.toLowerCase().endsWith(`.${ending}`)
    ? title.slice(0, -ending.length - 1)
    : title;
  return {
    name: names.take(`${folder}${safeFileName(plain, ending || 'bin')}`),
    changed: new Date(updatedAt),
    open: () => createReadStream(file),
  };
}
