import type { Payload } from 'payload';
import { COLLECTIONS, isSearchError, type RebuildReason, type SearchRecord } from '@/search/engine';
import { searchEngine } from '@/search/open';
import { recordOf } from '@/search/record';
import { withFiles } from './files-with-texts';
import { followDocuments } from './follow-documents';
import { loadRelated, published } from './index-sources';

export type IndexAllOptions = {
  /** Told now and then how many records are done, and how many there are in all. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  /** Resolves when a batch is written: until then its documents are indexed as they come. */
  written?: Promise<void>;
};

/**
 * Builds the whole search index from what the public may read, beside the one in use.
 * @returns the number of records in it
 * @throws RebuildInProgressError when another process is at it
 */
export async function indexAll(payload: Payload, options: IndexAllOptions = {}): Promise<number> {
  const total = await countPublished(payload);
  const build = (): Promise<number> =>
    searchEngine().rebuild(publicRecords(payload, options.written), {
      onProgress: (done) => options.onProgress?.(done, total),
      signal: options.signal,
    });
  return build().catch((error: unknown) => {
    // The one in use was found damaged meanwhile, and with it went what was published since the beginning.
    if (!isSearchError(error, 'SearchIndexDamagedError')) throw error;
    payload.logger.info('search index was replaced while it was being built: building it again');
    return build();
  });
}

/**
 * Builds the index when it is missing, unfinished, damaged or of an older format. Another process that is building it
 * already is left to it. One of a newer format is built for this version at the start of the portal alone: until this
 * process ends, the newer version may be using it.
 * @returns the reason for building, null when there was none
 */
export function ensureIndex(
  payload: Payload,
  { isStart = false } = {},
): Promise<RebuildReason | null> {
  holder.gongkaiEnsured ??= ensure(payload, isStart).finally(() => {
    holder.gongkaiEnsured = undefined;
  });
  return holder.gongkaiEnsured;
}

/** Many searches may ask at once; the built portal holds this module once for its start and again for its pages. */
const holder = globalThis as { gongkaiEnsured?: Promise<RebuildReason | null> };

async function ensure(payload: Payload, isStart: boolean): Promise<RebuildReason | null> {
  const { needsRebuild } = await searchEngine().status();
  if (!needsRebuild || (needsRebuild === 'newer-format' && !isStart)) return null;
  payload.logger.info(`search index ${needsRebuild}: building it`);
  try {
    const count = await indexAll(payload);
    payload.logger.info(`search index built, ${count} records`);
  } catch (error) {
    if (!isSearchError(error, 'RebuildInProgressError')) throw error;
    payload.logger.info('search index is being built by another process');
  }
  return needsRebuild;
}

/** Everything that the public may find, as the index takes it. */
export async function* publicRecords(
  payload: Payload,
  written?: Promise<void>,
): AsyncGenerator<SearchRecord> {
  const related = await loadRelated(payload);
  for (const collection of COLLECTIONS) {
    const isFollowed = written && collection === 'documents';
    const sources = isFollowed ? followDocuments(payload, written) : published(payload, collection);
    for await (const [source, files] of withFiles(payload, sources)) {
      yield recordOf(collection, source, { ...related(collection, source), files });
    }
  }
}

async function countPublished(payload: Payload): Promise<number> {
  let total = 0;
  for (const collection of COLLECTIONS) {
    const { totalDocs } = await payload.count({ collection, overrideAccess: false });
    total += totalDocs;
  }
  return total;
}
