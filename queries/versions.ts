import { cache } from 'react';
import type { Payload, TypeWithVersion, Where } from 'payload';
import { isFamily } from '@/domain/documents/compare/family';
import { isSameText, type Stated } from '@/domain/documents/compare/same-text';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { RelationVerb } from '@/domain/documents/relations';
import type { Document } from '@/payload-types';
import { allOf, asPublic, portal } from './portal';

/** One text of a document as the public could read it. */
export type TextVersion = Stated & {
  /** From 1, the first that was published; a number never comes to mean another text. */
  number: number;
  /** The day on which it became public. */
  day: Day;
  /** 更正说明: what was corrected against the version before. */
  note?: string;
  isCurrent: boolean;
};

/**
 * The published versions of a published document, the newest first. Drafts are not among them;
 * neither is what was public before the document was last withdrawn, for that was taken away.
 * Successive versions of the same text (only a theme or a date changed) count as one.
 *
 * @param document one that the public reads: take it from `findDocument`
 */
export const versionsOf = cache(async (document: Document) => versionsIn(await portal(), document));

/** The same for code outside of the portal's pages. */
export async function versionsIn(payload: Payload, document: Document): Promise<TextVersion[]> {
  const [rows, cutoff] = await Promise.all([
    publishedRows(payload, document.id),
    withdrawnAt(payload, document.id),
  ]);
  const groups: Group[] = [];
  for (const row of rows) {
    const stated = statedIn(row.version);
    const last = groups.at(-1);
    if (last && isSameText(last.stated, stated)) last.rows.push(row);
    else groups.push({ stated, rows: [row] });
  }
  if (groups.length === 0) groups.push({ stated: statedIn(document), rows: [] });
  const isVisible = ({ rows: own }: Group, i: number) =>
    i === groups.length - 1 || own.some(({ createdAt }) => createdAt > cutoff);
  return groups
    .map((group, i) => ({
      ...group.stated,
      number: i + 1,
      day: firstDayOf(group, i, document),
      note: noteOf(group, groups[i - 1]),
      isCurrent: i === groups.length - 1,
      isVisible: isVisible(group, i),
    }))
    .filter((version) => version.isVisible)
    .map(({ isVisible: _, ...version }) => version)
    .reverse();
}

/** How many versions there are to choose from; bodies are read only where there can be two. */
export const hasVersions = cache(async (document: Document): Promise<boolean> => {
  const payload = await portal();
  const { totalDocs } = await payload.countVersions({
    collection: 'documents',
    where: wherePublished(document.id),
  });
  return totalDocs > 1 && (await versionsOf(document)).length > 1;
});

/** Another published document that is a text of the same matter. */
export type Relative = Pick<Document, 'id' | 'slug' | 'title' | 'number' | 'madeOn'>;

/**
 * Documents with which this one can be compared word by word, the oldest first: those of its title
 * (laws are imported year by year) and those that changed or replaced it, or it them.
 */
export const relativesOf = cache(async (document: Document): Promise<Relative[]> => {
  const payload = await portal();
  const { id, title, kind } = document;
  const told = (document.relations ?? []).filter(({ verb }) => CHANGES.includes(verb));
  const targets = told.map(({ document: other }) => (typeof other === 'object' ? other.id : other));
  const find = async (...conditions: Where[]) => {
    const { docs } = await payload.find({
      collection: 'documents',
      where: allOf({ id: { not_equals: id } }, ...conditions),
      limit: MOST_RELATIVES,
      pagination: false,
      depth: 0,
      joins: false,
      select: { title: true, slug: true, number: true, madeOn: true },
      ...asPublic,
    });
    return docs as Relative[];
  };
  const found = await Promise.all([
    // The kind has an index and narrows the search for the title, which has none.
    find({ kind: { equals: kind } }, { title: { equals: title } }),
    targets.length > 0 ? find({ id: { in: targets } }) : [],
    find({ 'relations.document': { equals: id } }, { 'relations.verb': { in: CHANGES } }),
  ]);
  const relatives = new Map(found.flat().map((other) => [String(other.id), other]));
  return [...relatives.values()]
    .filter((other) => isFamily(title, other.title))
    .sort((a, b) => (a.madeOn ?? '').localeCompare(b.madeOn ?? ''));
});

const CHANGES: RelationVerb[] = ['amends', 'repeals', 'replaces'];
const MOST_RELATIVES = 20;

/** The names of files by their id, of those that the public may still open. */
export async function fileNames(ids: readonly (number | string)[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'files',
    where: { id: { in: [...ids] } },
    pagination: false,
    depth: 0,
    select: { title: true },
    ...asPublic,
  });
  return new Map(docs.map(({ id, title }) => [String(id), title]));
}

type Row = Pick<TypeWithVersion<Document>, 'version' | 'createdAt'>;
type Group = { stated: Stated; rows: Row[] };

const wherePublished = (id: Document['id']): Where => ({
  and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }],
});

/**
 * Every state in which the document was public, the oldest first. Read past access control, which
 * keeps versions for staff; that the document itself is public was asked before, and no field is
 * taken that its page doesn't show.
 */
async function publishedRows(payload: Payload, id: Document['id']): Promise<Row[]> {
  const { docs } = await payload.findVersions({
    collection: 'documents',
    where: wherePublished(id),
    sort: 'createdAt',
    depth: 0,
    pagination: false,
    select: {
      createdAt: true,
      version: { title: true, number: true, body: true, attachments: true, correction: true },
    } as never,
  });
  return docs as unknown as Row[];
}

/** When the document was last withdrawn, as an instant; '' when it never was. */
async function withdrawnAt(payload: Payload, id: Document['id']): Promise<string> {
  const { docs } = await payload.find({
    collection: 'withdrawals',
    where: { and: [{ subject: { equals: 'documents' } }, { record: { equals: String(id) } }] },
    sort: '-createdAt',
    limit: 1,
    pagination: false,
    depth: 0,
    select: { createdAt: true },
  });
  return docs[0]?.createdAt ?? '';
}

const statedIn = ({ title, number, body, attachments }: Partial<Document>): Stated => ({
  title: title ?? '',
  documentNumber: number,
  body: blocksFromLexical(body),
  attachments: attachments?.map((file) => (typeof file === 'object' ? file.id : file)),
});

/** The first version became public on the day that the document names, which an import knows better. */
function firstDayOf({ rows }: Group, index: number, { publishedOn, createdAt }: Document): Day {
  const written = rows[0]?.createdAt ?? createdAt;
  return dayOf(index === 0 ? (publishedOn ?? written) : written);
}

/** The field keeps the last note; it belongs to the version for which it was written. */
function noteOf(group: Group, before: Group | undefined): string | undefined {
  const note = (one: Group | undefined) =>
    one?.rows.at(-1)?.version.correction?.trim() || undefined;
  return note(group) === note(before) ? undefined : note(group);
}
