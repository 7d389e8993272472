import { cache } from 'react';
import type { TypeWithVersion } from 'payload';
import { isSameText, type Stated } from '@/domain/documents/compare/same-text';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Document } from '@/payload-types';
import { asPublic, portal } from './portal';

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
export const versionsOf = cache(async (document: Document): Promise<TextVersion[]> => {
  const [rows, cutoff] = await Promise.all([publishedRows(document.id), withdrawnAt(document.id)]);
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
});

/** How many versions there are to choose from; bodies are read only where there can be two. */
export async function hasVersions(document: Document): Promise<boolean> {
  const payload = await portal();
  const { totalDocs } = await payload.countVersions({
    collection: 'documents',
    where: wherePublished(document.id),
  });
  return totalDocs > 1 && (await versionsOf(document)).length > 1;
}

/** The names of files, of those that the public may still open. */
export async function fileNames(
  ids: readonly (number | string)[],
): Promise<Map<string, { title: string; url?: string | null }>> {
  if (ids.length === 0) return new Map();
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'files',
    where: { id: { in: [...ids] } },
    pagination: false,
    depth: 0,
    select: { title: true, url: true, filename: true },
    ...asPublic,
  });
  return new Map(docs.map(({ id, title, url }) => [String(id), { title, url }]));
}

type Row = Pick<TypeWithVersion<Document>, 'version' | 'createdAt'>;
type Group = { stated: Stated; rows: Row[] };

const wherePublished = (id: Document['id']) => ({
  and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }],
});

/**
 * Every state in which the document was public, the oldest first. Read past access control, which
 * keeps versions for staff; that the document itself is public was asked before, and no field is
 * taken that its page doesn't show.
 */
async function publishedRows(id: Document['id']): Promise<Row[]> {
  const payload = await portal();
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
async function withdrawnAt(id: Document['id']): Promise<string> {
  const payload = await portal();
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
  number,
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
