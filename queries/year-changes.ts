import { cache } from 'react';
import type { Where } from 'payload';
import { RELATIONS } from '@/domain/documents/relations';
import { changesOf, yearOf, type YearChange } from '@/domain/documents/year-changes';
import type { Kind } from '@/domain/catalogue/codes';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import type { Agency, Document } from '@/payload-types';
import { allOf, asPublic, portal } from './portal';
import {
  RELATED,
  actingDays,
  factsOf,
  relatedId,
  relationIn,
  type Incoming,
  type Related,
} from './relations';

/** A document that changed, with its agency in the reader's language. */
export type Changed = Related & Pick<Document, 'agencyName' | 'kind'> & { agency?: Agency | null };

export type Change = YearChange<{ document: Related }> & { document: Changed; isPending: boolean };

/** Which changes are asked for; everything when nothing is said. */
export type ChangesAsked = { year: number; agency?: string; kind?: Kind };

export type YearOfChanges = {
  /** Of the year and agency asked for, the earliest first. */
  changes: Change[];
  /** Years with any change, the latest first, and the one asked for. */
  years: number[];
  /** Agencies with a change in that year. */
  agencies: Pick<Agency, 'slug' | 'name'>[];
};

const EFFECTS = RELATIONS.filter(({ effect }) => effect).map(({ code }) => code);
const FACTS = {
  ...RELATED,
  agency: true,
  agencyName: true,
  kind: true,
  madeOn: true,
  publishedOn: true,
  effectiveOn: true,
  lapsesOn: true,
  change: true,
} as const;
const BATCH = 300;

/** What was amended, repealed, replaced or lapsed in a year, told by public documents alone. */
export async function changesIn(
  { year, agency, kind }: ChangesAsked,
  locale: Locale,
): Promise<YearOfChanges> {
  const today = dayOf(new Date());
  const all = (await changedDocuments(locale))
    .filter(({ document }) => !kind || document.kind === kind)
    .flatMap(({ document, incoming }) =>
      changesOf(factsOf(document), incoming).map((change) => ({
        ...change,
        document: document as unknown as Changed,
        isPending: change.on > today,
      })),
    )
    .sort((a, b) => a.on.localeCompare(b.on) || a.document.title.localeCompare(b.document.title));
  const ofYear = all.filter(({ on }) => yearOf(on) === year);
  const agencies = new Map(
    ofYear.flatMap(({ document: { agency: of } }) => (of ? [[of.slug, of] as const] : [])),
  );
  return {
    changes: agency ? ofYear.filter(({ document }) => document.agency?.slug === agency) : ofYear,
    years: [...new Set([year, ...all.map(({ on }) => yearOf(on))])].sort((a, b) => b - a),
    agencies: [...agencies.values()],
  };
}

/** Every public document that something was decided about or that has a day to lapse, with what decided it. */
export const changedDocuments = cache(
  async (locale: Locale): Promise<{ document: Document; incoming: Incoming[] }[]> => {
    const incoming = await decidedDocuments();
    const own = await read(
      {
        or: [{ lapsesOn: { exists: true } }, { 'change.status': { in: ['amended', 'repealed'] } }],
      },
      locale,
    );
    const documents = new Map(own.map((document) => [String(document.id), document]));
    const others = [...incoming.keys()].filter((id) => !documents.has(id));
    for (let at = 0; at < others.length; at += BATCH) {
      const found = await read({ id: { in: others.slice(at, at + BATCH) } }, locale);
      for (const document of found) documents.set(String(document.id), document);
    }
    return [...documents.values()].map((document) => ({
      document,
      incoming: incoming.get(String(document.id)) ?? [],
    }));
  },
);

/** What public documents decide, by the id of the document it is about. */
async function decidedDocuments(): Promise<Map<string, Incoming[]>> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'documents',
    where: { 'relations.verb': { in: EFFECTS } },
    pagination: false,
    depth: 0,
    joins: false,
    select: { ...RELATED, relations: true, effectiveOn: true, madeOn: true, publishedOn: true },
    ...asPublic,
  });
  const incoming = new Map<string, Incoming[]>();
  for (const by of docs as Document[]) {
    for (const row of by.relations ?? []) {
      const target = String(relatedId(row.document));
      const relation = { ...relationIn(row), by: { ...actingDays(by), document: by } };
      incoming.set(target, [...(incoming.get(target) ?? []), relation]);
    }
  }
  return incoming;
}

async function read(where: Where, locale: Locale): Promise<Document[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'documents',
    where: allOf(where),
    pagination: false,
    depth: 1,
    joins: false,
    locale,
    select: FACTS,
    populate: { agencies: { name: true, slug: true } },
    ...asPublic,
  });
  return docs as Document[];
}
