import type { Payload } from 'payload';
import { loadHeld, publicDocuments, storedRows, type Id, type Source } from './citation-sources';
import { Linker } from './link-document';

export type LinkAllOptions = {
  /** Links again what is linked by the same texts and the same holdings already. */
  isAnew?: boolean;
  /** Told now and then how many documents are done, and how many there are in all. */
  onProgress?: (done: number, total: number) => void;
  /** Finishes the few documents at hand, then stops; the next run goes on from there. */
  signal?: AbortSignal;
};

export type LinkedAll = { documents: number; linked: number; citations: number; isWhole: boolean };

/**
 * Links every published text. What a fingerprint shows to be linked already is passed over, so a run
 * that was broken off goes on where it stopped. Rows of texts that are no longer public are removed.
 */
export async function linkAll(payload: Payload, options: LinkAllOptions = {}): Promise<LinkedAll> {
  const held = await loadHeld(payload);
  const linker = new Linker(payload, held);
  const stored = await storedRows(payload);
  const total = held.heads.length;
  const isDue = (source: Pick<Source, 'id' | 'updatedAt'>): boolean =>
    options.isAnew === true ||
    stored.get(String(source.id))?.fingerprint !== linker.fingerprintOf(source);
  const due = held.heads.filter(isDue).map(({ id }) => id);
  const result: LinkedAll = {
    documents: total - due.length,
    linked: 0,
    citations: 0,
    isWhole: true,
  };
  for (let at = 0; at < due.length; at += BATCH) {
    if (options.signal?.aborted) return { ...result, isWhole: false };
    const sources = await texts(payload, due.slice(at, at + BATCH));
    result.citations += (await linker.link(sources, stored)).citations;
    result.linked += sources.length;
    result.documents += sources.length;
    options.onProgress?.(result.documents, total);
  }
  const isPublic = new Set(held.heads.map(({ id }) => String(id)));
  for (const [document, row] of stored)
    if (!isPublic.has(document))
      await payload.db.deleteOne({ collection: 'citations', where: { id: { equals: row.id } } });
  return result;
}

const BATCH = 50;

async function texts(payload: Payload, ids: readonly Id[]): Promise<Source[]> {
  const sources: Source[] = [];
  for await (const source of publicDocuments(payload, { ids, withBody: true }))
    sources.push(source);
  return sources;
}
