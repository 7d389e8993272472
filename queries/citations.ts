import { cache } from 'react';
import { correctedCitations, targetsOf } from '@/domain/documents/citations/corrections';
import type { Citation } from '@/domain/documents/citations/mention';
import { blockToText, type Block } from '@/domain/documents/blocks';
import type { Locale } from '@/i18n/routing';
import type { Citation as CitationRow, Document } from '@/payload-types';
import type { DocumentRow } from './documents';
import { allOf, asPublic, portal } from './portal';

type Id = Document['id'];

/** What a list shows of a document, and what a link to it must say. */
const ROW = {
  title: true,
  slug: true,
  number: true,
  agency: true,
  agencyName: true,
  kind: true,
  validity: true,
  publishedOn: true,
  madeOn: true,
  english: { title: true },
} as const;

export type CitedRow = DocumentRow & Pick<Document, 'madeOn'>;

export type Cited = {
  /** In the order of the text; each leads to a document in `documents`, or to a place in the text itself. */
  citations: Citation<Id>[];
  documents: Map<Id, CitedRow>;
};

export const CITED_BY_PER_PAGE = 20;

/**
 * What a published text cites, after the editors' corrections. The documents are read as the public
 * reads them, now: one that was withdrawn since leaves neither a link nor its title.
 *
 * @param blocks the text as stored, to which the citations count
 */
export async function citedIn(id: Id, blocks: readonly Block[], locale: Locale): Promise<Cited> {
  const row = await rowOf(id);
  if (!row) return { citations: [], documents: new Map() };
  const corrections = (row.corrections ?? []).map(({ action, quote, target, anchor }) => ({
    action,
    quote,
    anchor: anchor ?? null,
    target: (typeof target === 'object' ? target?.id : target) ?? null,
  }));
  const found = Array.isArray(row.found) ? (row.found as unknown as Citation<Id>[]) : [];
  const citations = correctedCitations(found, corrections, blocks.map(blockToText));
  const documents = await readRows(targetsOf(citations), locale);
  return {
    citations: citations.filter(({ target }) => target === null || documents.has(target)),
    documents,
  };
}

/** Published documents whose texts cite this one, the newest first, and how many they are. */
export async function citedBy(
  id: Id,
  locale: Locale,
  page = 1,
  limit: number = CITED_BY_PER_PAGE,
): Promise<{ items: DocumentRow[]; total: number }> {
  const ids = await citingIds(id);
  if (ids.length === 0) return { items: [], total: 0 };
  const payload = await portal();
  const { docs, totalDocs } = await payload.find({
    collection: 'documents',
    where: allOf({ id: { in: ids } }),
    sort: ['-publishedOn', '-id'],
    page,
    limit,
    depth: 1,
    joins: false,
    locale,
    select: ROW,
    populate: { agencies: { name: true, shortName: true, slug: true } },
    ...asPublic,
  });
  return { items: docs as unknown as DocumentRow[], total: totalDocs };
}

const rowOf = cache(async (id: Id): Promise<CitationRow | null> => {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'citations',
    where: { document: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    select: { found: true, corrections: true },
    ...asPublic,
  });
  return (docs[0] as unknown as CitationRow | undefined) ?? null;
});

const citingIds = cache(async (id: Id): Promise<Id[]> => {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'citations',
    where: { targets: { in: [id] } },
    pagination: false,
    depth: 0,
    select: { document: true },
    ...asPublic,
  });
  return docs.map(({ document }) => (typeof document === 'object' ? document.id : document));
});

async function readRows(ids: readonly Id[], locale: Locale): Promise<Map<Id, CitedRow>> {
  if (ids.length === 0) return new Map();
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'documents',
    where: { id: { in: [...ids] } },
    pagination: false,
    depth: 1,
    joins: false,
    locale,
    select: ROW,
    populate: { agencies: { name: true, shortName: true, slug: true } },
    ...asPublic,
  });
  return new Map((docs as unknown as CitedRow[]).map((row) => [row.id, row]));
}
