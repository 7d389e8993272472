import { cache } from 'react';
import type { Where } from 'payload';
import {
  historyOf,
  type DocumentFacts,
  type HistoryEntry,
  type IncomingFrom,
  type PlatformEvent,
} from '@/domain/documents/history';
import {
  RELATIONS,
  effectOf,
  type Relation,
  type RelationVerb,
} from '@/domain/documents/relations';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Document } from '@/payload-types';
import { dayOrNothing } from './document-items';
import { allOf, asPublic, portal } from './portal';
import { hasVersions, versionsOf } from './versions';

/** The other side of a relation, as far as a line about it needs it. */
export type Related = Pick<Document, 'id' | 'slug' | 'title' | 'number' | 'validity' | 'english'>;

/** `document` acts on this one, or this one on it. */
export type RelatedTo = Relation & { document: Related };

export type Incoming = IncomingFrom<{ document: Related }>;

export type DocumentRelations = {
  /** What other public documents do to this one. */
  incoming: Incoming[];
  /** What this one does to others that are public. */
  outgoing: RelatedTo[];
};

/** The fields of a line about a document. */
export const RELATED = {
  title: true,
  slug: true,
  number: true,
  validity: true,
  english: { title: true },
} as const;
const ACTING = {
  ...RELATED,
  relations: true,
  effectiveOn: true,
  madeOn: true,
  publishedOn: true,
} as const;

/** A law that a thousand documents are based on: the page names the newest of them. */
const MOST_OTHERS = 100;

const EFFECTS: RelationVerb[] = RELATIONS.filter(({ effect }) => effect).map(({ code }) => code);

/** Both sides of what a document has to do with others. Drafts say nothing. */
export const relationsOf = cache(async (document: Document): Promise<DocumentRelations> => {
  const { id } = document;
  const [deciding, others, outgoing] = await Promise.all([
    acting({ 'relations.document': { equals: id } }, { 'relations.verb': { in: EFFECTS } }),
    acting({ 'relations.document': { equals: id } }),
    targetsOf(document),
  ]);
  const sources = new Map([...deciding, ...others].map((one) => [String(one.id), one]));
  const incoming = [...sources.values()].flatMap((by) =>
    (by.relations ?? [])
      .filter(({ document: target }) => String(relatedId(target)) === String(id))
      .map((row): Incoming => ({ ...relationIn(row), by: { ...actingDays(by), document: by } })),
  );
  return { incoming, outgoing };
});

/** The document's own days, and a change by a document not held here, as the rules take them. */
export const factsOf = (document: Document): DocumentFacts => ({
  madeOn: dayOrNothing(document.madeOn),
  publishedOn: dayOrNothing(document.publishedOn),
  effectiveOn: dayOrNothing(document.effectiveOn),
  lapsesOn: dayOrNothing(document.lapsesOn),
  change: document.change && {
    status: document.change.status,
    on: dayOrNothing(document.change.on),
    byName: document.change.byName,
    reason: document.change.reason,
  },
});

export type History = HistoryEntry<{ document: Related }>[];

/** The life of a document as of a day, with corrections and withdrawals on this platform. */
export async function documentHistory(document: Document, day: Day): Promise<History> {
  const [{ incoming }, events] = await Promise.all([relationsOf(document), eventsOf(document)]);
  return historyOf(factsOf(document), incoming, events, day);
}

async function eventsOf(document: Document): Promise<PlatformEvent[]> {
  const payload = await portal();
  const [versions, { docs: withdrawals }] = await Promise.all([
    hasVersions(document).then((has) => (has ? versionsOf(document) : [])),
    payload.find({
      collection: 'withdrawals',
      where: allOf({ subject: { equals: 'documents' } }, { slug: { equals: document.slug } }),
      depth: 0,
      pagination: false,
      ...asPublic,
    }),
  ]);
  const corrected = versions
    .filter(({ number }) => number > 1)
    .map(({ day, note }) => ({ kind: 'corrected' as const, on: day, reason: note }));
  const taken = withdrawals.flatMap(({ withdrawnOn, restoredOn, reason }): PlatformEvent[] => [
    { kind: 'withdrawn', on: dayOf(withdrawnOn), reason },
    ...(restoredOn ? [{ kind: 'restored' as const, on: dayOf(restoredOn) }] : []),
  ]);
  return [...corrected, ...taken];
}

type Acting = Related & Pick<Document, 'relations' | 'effectiveOn' | 'madeOn' | 'publishedOn'>;

async function acting(...conditions: Where[]): Promise<Acting[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'documents',
    where: allOf(...conditions),
    sort: '-publishedOn',
    limit: conditions.length > 1 ? 0 : MOST_OTHERS,
    pagination: false,
    depth: 0,
    joins: false,
    select: ACTING,
    ...asPublic,
  });
  return docs as Acting[];
}

async function targetsOf({ relations }: Document): Promise<RelatedTo[]> {
  const rows = relations ?? [];
  if (rows.length === 0) return [];
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'documents',
    where: { id: { in: rows.map(({ document }) => relatedId(document)) } },
    pagination: false,
    depth: 0,
    joins: false,
    select: RELATED,
    ...asPublic,
  });
  const known = new Map((docs as Related[]).map((doc) => [String(doc.id), doc]));
  return rows.flatMap((row) => {
    const document = known.get(String(relatedId(row.document)));
    return document ? [{ ...relationIn(row), document }] : [];
  });
}

type Row = NonNullable<Document['relations']>[number];

export const relationIn = ({ verb, on, provisions, reason }: Row): Relation => ({
  verb,
  on: dayOrNothing(on),
  provisions,
  reason,
});

export const actingDays = ({
  effectiveOn,
  madeOn,
  publishedOn,
}: Pick<Document, 'effectiveOn' | 'madeOn' | 'publishedOn'>) => ({
  effectiveOn: dayOrNothing(effectiveOn),
  madeOn: dayOrNothing(madeOn),
  publishedOn: dayOrNothing(publishedOn),
});

export const relatedId = (value: Row['document']): Document['id'] =>
  typeof value === 'object' && value !== null ? value.id : value;

/** Relations that say nothing about validity, for a list of related documents. */
export const isPlainRelation = (relation: Relation): boolean => effectOf(relation) === null;
