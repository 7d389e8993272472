import { createHash } from 'node:crypto';
import type { Payload, PayloadRequest, Where } from 'payload';
import type { Correction } from '@/domain/documents/citations/corrections';
import { Register, type Citing, type HeldDocument } from '@/domain/documents/citations/register';
import { dayOf } from '@/domain/workdays/days';
import type { Citation as CitationRow, Document } from '@/payload-types';

/** A number on one database, a text on the other. */
export type Id = Document['id'] | string;

/** A document that the public may read, with its text where that was asked for. */
export type Source = Pick<Document, 'id' | 'title' | 'updatedAt'> & Partial<Document>;

/** What is stored of a citing document already. */
export type StoredRow = { id: Id; fingerprint: string };

/** Everything that may be cited, and a fingerprint of it: what was linked by it need not be again. */
export type Held = {
  register: Register<Id>;
  /** Of each document, in the order of the ids, what its fingerprint is made of. */
  heads: Pick<Source, 'id' | 'updatedAt'>[];
  agencies: Map<string, string>;
  fingerprint: string;
};

// Nobody is signed in: what access control gives here is what the public may read.
const asPublic = { overrideAccess: false, user: null, depth: 0 } as const;
const HEAD = {
  title: true,
  number: true,
  agency: true,
  agencyName: true,
  madeOn: true,
  publishedOn: true,
  effectiveOn: true,
  validity: true,
  updatedAt: true,
} as const;
const PAGE = 100;
const LIGHT_PAGE = 1000;
const NOT_IN_FORCE = ['repealed', 'lapsed', 'not-yet'];

/** Reads the heads of all published documents; a text is never in memory here. */
export async function loadHeld(payload: Payload): Promise<Held> {
  const agencies = new Map<string, string>();
  const found = await payload.find({
    collection: 'agencies',
    ...asPublic,
    pagination: false,
    locale: 'zh-CN',
    select: { name: true },
  });
  for (const { id, name } of found.docs) agencies.set(String(id), name);
  const hash = createHash('sha256');
  const held: HeldDocument<Id>[] = [];
  const heads: Held['heads'] = [];
  for await (const source of publicDocuments(payload, { pageSize: LIGHT_PAGE })) {
    const one = { ...citingOf(source, agencies), isSpent: isSpent(source) };
    held.push(one);
    heads.push({ id: source.id, updatedAt: source.updatedAt });
    hash.update(JSON.stringify(Object.values(one)));
  }
  return {
    register: new Register(held),
    heads,
    agencies,
    fingerprint: hash.digest('base64url').slice(0, 16),
  };
}

/** What of a document says how others cite it and when it speaks. */
export function citingOf(source: Source, agencies: ReadonlyMap<string, string>): Citing<Id> {
  const { id, title, number, agency, agencyName } = source;
  const agencyId = typeof agency === 'object' ? agency?.id : agency;
  return {
    id,
    title,
    number: number ?? null,
    agency: agencyName || (agencies.get(String(agencyId)) ?? null),
    madeOn: day(source.madeOn),
    publishedOn: day(source.publishedOn),
    effectiveOn: day(source.effectiveOn),
  };
}

/** Published documents in the order of their ids, all or some of them. */
export async function* publicDocuments(
  payload: Payload,
  {
    ids,
    withBody = false,
    pageSize = PAGE,
  }: { ids?: readonly Id[]; withBody?: boolean; pageSize?: number } = {},
): AsyncGenerator<Source> {
  if (ids?.length === 0) return;
  let after: Id | null = null;
  for (;;) {
    const conditions: Where[] = [
      ...(ids ? [{ id: { in: [...ids] } }] : []),
      ...(after === null ? [] : [{ id: { greater_than: after } }]),
    ];
    // By id and not by page: a document withdrawn meanwhile would push its neighbour past the reader.
    const { docs } = await payload.find({
      collection: 'documents',
      ...asPublic,
      joins: false,
      where: conditions.length > 0 ? { and: conditions } : {},
      sort: 'id',
      limit: pageSize,
      pagination: false,
      select: withBody ? { ...HEAD, body: true } : HEAD,
    });
    for (const document of docs) yield document as unknown as Source;
    if (docs.length < pageSize) return;
    after = (docs.at(-1) as unknown as Source).id;
  }
}

/** What is stored for citing documents, by document; the citations themselves are not read. */
export async function storedRows(
  payload: Payload,
  documents?: readonly Id[],
): Promise<Map<string, StoredRow>> {
  const rows = new Map<string, StoredRow>();
  let after: Id | null = null;
  for (;;) {
    const conditions: Where[] = [
      ...(documents ? [{ document: { in: [...documents] } }] : []),
      ...(after === null ? [] : [{ id: { greater_than: after } }]),
    ];
    const { docs } = await payload.find({
      collection: 'citations',
      where: conditions.length > 0 ? { and: conditions } : {},
      depth: 0,
      sort: 'id',
      limit: LIGHT_PAGE,
      pagination: false,
      select: { document: true, fingerprint: true },
    });
    for (const row of docs as unknown as CitationRow[])
      rows.set(String(idOf(row.document)), { id: row.id, fingerprint: row.fingerprint ?? '' });
    if (docs.length < LIGHT_PAGE) return rows;
    after = (docs.at(-1) as unknown as CitationRow).id;
  }
}

/** What an editor may have changed of a row since, and what a new linking may have to change. */
export async function editedRow(
  payload: Payload,
  id: Id,
  req: PayloadRequest,
): Promise<CitationRow | undefined> {
  const { docs } = await payload.find({
    collection: 'citations',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    select: { found: true, corrections: true, targets: true },
    req,
  });
  return docs[0] as unknown as CitationRow | undefined;
}

/** An editor's corrections as the rule takes them. */
export const correctionsOf = ({
  corrections,
}: Pick<CitationRow, 'corrections'>): Correction<Id>[] =>
  (corrections ?? []).map(({ action, quote, target, anchor }) => ({
    action,
    quote,
    target: target == null ? null : idOf(target),
    anchor: anchor ?? null,
  }));

export const idOf = (value: Id | { id: Id }): Id => (typeof value === 'object' ? value.id : value);

const isSpent = ({ validity }: Source): boolean => NOT_IN_FORCE.includes(validity ?? '');

const day = (value: string | null | undefined): string | null => (value ? dayOf(value) : null);
