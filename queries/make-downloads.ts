import type { Payload } from 'payload';
import type { Locale } from '@/i18n/routing';
import type { Format } from '@/transfer/export/format-names';
import { ownerHash } from '@/transfer/export/kept-files';
import { press } from '@/transfer/export/press';
import { documentFile, forgetFiles, keptFiles, ownerOf } from './downloads';
import { asPublic } from './portal';
import { reportOwner } from './report-file';
import { websiteOwner } from './website-reports';

export type MakeOptions = {
  formats: readonly Format[];
  locales: readonly Locale[];
  /** What nobody asked for in so many days is removed. */
  days: number;
  /** Makes again what is kept. */
  isRebuild?: boolean;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
};

export type MakeResult = {
  documents: number;
  made: number;
  kept: number;
  removed: number;
  failed: { slug: string; format: Format; message: string }[];
};

const EACH_TIME = 50;

/**
 * Makes the files of every document that the public may read, and removes those of all others. One
 * document that can't be made is reported and passed over.
 */
export async function makeAll(payload: Payload, options: MakeOptions): Promise<MakeResult> {
  const { formats, locales, days, isRebuild, signal, onProgress } = options;
  const result: MakeResult = { documents: 0, made: 0, kept: 0, removed: 0, failed: [] };
  const known = new Set<string>();
  for (let page = 1; !signal?.aborted; page += 1) {
    const { docs, totalDocs, hasNextPage } = await payload.find({
      collection: 'documents',
      sort: 'id',
      page,
      limit: EACH_TIME,
      depth: 1,
      joins: false,
      ...asPublic,
    });
    for (const document of docs) {
      if (signal?.aborted) break;
      const slug = document.slug ?? '';
      known.add(ownerHash(ownerOf('documents', slug)));
      if (isRebuild) await forgetFiles('documents', slug);
      for (const locale of locales) {
        for (const format of formats) {
          try {
            const { wasKept } = await documentFile(document, locale, format);
            result[wasKept ? 'kept' : 'made'] += 1;
          } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            result.failed.push({ slug, format, message });
          }
        }
      }
      result.documents += 1;
      onProgress?.(result.documents, totalDocs);
    }
    if (!hasNextPage) break;
  }
  press().close();
  // Half a round knows only half of what is public.
  if (signal?.aborted) return result;
  for (const hash of await interpretationHashes(payload)) known.add(hash);
  for (const hash of await reportHashes(payload, 'annual-reports', reportOwner)) known.add(hash);
  for (const hash of await reportHashes(payload, 'website-reports', websiteOwner)) known.add(hash);
  result.removed = await keptFiles().sweep(days, Date.now(), (hash) => known.has(hash));
  return result;
}

async function interpretationHashes(payload: Payload): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'interpretations',
    limit: 0,
    pagination: false,
    depth: 0,
    select: { slug: true },
    ...asPublic,
  });
  return docs.map(({ slug }) => ownerHash(ownerOf('interpretations', slug)));
}

async function reportHashes(
  payload: Payload,
  collection: 'annual-reports' | 'website-reports',
  ownerOfReport: (agency: string, year: number) => string,
): Promise<string[]> {
  const { docs } = await payload.find({
    collection,
    limit: 0,
    pagination: false,
    depth: 1,
    select: { agency: true, year: true },
    populate: { agencies: { slug: true } },
    ...asPublic,
  });
  return docs.map(({ agency, year }) =>
    ownerHash(ownerOfReport((typeof agency === 'object' && agency.slug) || '', year)),
  );
}
