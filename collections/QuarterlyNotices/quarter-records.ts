import type { Payload } from 'payload';
import { quarterBounds, type Quarter, type QuarterRecords } from '@/domain/statistics/quarter';
import { addDays, dayOf, type Day } from '@/domain/workdays/days';
import { COLUMN_COLLECTIONS } from '@/queries/column-tree';
import { plainColumns } from '@/queries/plain-columns';
import {
  agencyRows,
  applicationRows,
  consultationRows,
  documentRows,
  interpretationRows,
  lastPublished,
  letterRows,
} from '@/queries/statistics-rows';

/** What a quarter is counted from. Reads past access control: of cases only whose they are and their days. */
export async function quarterRecords(payload: Payload, quarter: Quarter): Promise<QuarterRecords> {
  const { from, to } = quarterBounds(quarter);
  const agencies = await agencyRows(payload);
  const [documents, interpretations, applications, letters, consultations] = await Promise.all([
    documentRows(payload, agencies, {
      from: `${from}T00:00:00.000Z`,
      before: `${addDays(to, 1)}T00:00:00.000Z`,
    }),
    interpretationRows(payload),
    applicationRows(payload),
    letterRows(payload),
    consultationRows(payload),
  ]);
  const last = await lastPublished(payload, documents, to);
  return {
    agencies,
    documents,
    explaining: new Set(
      // As it stood at the end of the quarter; one that came later is next quarter's.
      interpretations
        .filter(({ publishedOn }) => publishedOn <= to)
        .flatMap((one) => one.documents),
    ),
    items: await itemsOf(payload, last.items),
    columns: await columnsOf(payload, last.columns, to),
    applications,
    letters: letters.filter(({ purpose }) => purpose !== 'correction'),
    corrections: letters.filter(({ purpose }) => purpose === 'correction'),
    consultations,
  };
}

async function itemsOf(
  payload: Payload,
  last: ReadonlyMap<string, Day>,
): Promise<QuarterRecords['items']> {
  const { docs } = await payload.find({
    collection: 'catalogue-items',
    where: { retired: { not_equals: true } },
    pagination: false,
    depth: 0,
    joins: false,
    select: { agency: true, way: true, reviewDays: true },
  });
  return docs.map(({ id, agency, way, reviewDays }) => ({
    agency: agency ? keyOf(agency) : null,
    way,
    reviewDays,
    last: last.get(String(id)),
  }));
}

/** A column holds what stands in it and in all below it. */
async function columnsOf(
  payload: Payload,
  lastDocument: ReadonlyMap<string, Day>,
  until: Day,
): Promise<QuarterRecords['columns']> {
  const { docs } = await payload.find({
    collection: 'columns',
    locale: 'zh-CN',
    pagination: false,
    depth: 0,
    sort: ['order', 'id'],
    select: { name: true, slug: true, parent: true, reviewDays: true, retired: true },
  });
  const last = new Map(lastDocument);
  for (const { id, slug } of docs) {
    // What has a collection of its own is renewed there.
    if (!Object.hasOwn(COLUMN_COLLECTIONS, slug)) continue;
    const collection = COLUMN_COLLECTIONS[slug as keyof typeof COLUMN_COLLECTIONS];
    const day = await newestIn(payload, collection, until);
    const known = last.get(String(id));
    if (day && (!known || day > known)) last.set(String(id), day);
  }
  const newest = (id: string, above: readonly string[] = []): Day | undefined =>
    docs
      .filter(({ parent }) => parent && keyOf(parent) === id)
      // A column under itself would have no end.
      .filter((child) => !above.includes(String(child.id)))
      .map((child) => newest(String(child.id), [...above, id]))
      .reduce((latest, day) => (day && (!latest || day > latest) ? day : latest), last.get(id));
  return docs
    .filter(({ retired }) => !retired)
    .map(({ id, name, slug, reviewDays }) => ({
      name,
      slug,
      reviewDays,
      last: newest(String(id)),
    }));
}

/** The day of the newest published record of a collection until a day. */
async function newestIn(
  payload: Payload,
  collection: (typeof COLUMN_COLLECTIONS)[keyof typeof COLUMN_COLLECTIONS],
  until: Day,
): Promise<Day | undefined> {
  const rows = await plainColumns(
    payload,
    collection,
    ['publishedOn'],
    [{ path: '_status', in: ['published'] }],
  );
  return rows
    .flatMap(({ publishedOn }) => (publishedOn ? [dayOf(publishedOn as string | Date)] : []))
    .filter((day) => day <= until)
    .sort()
    .at(-1);
}

const keyOf = (ref: string | number | { id: string | number }): string =>
  String(typeof ref === 'object' ? ref.id : ref);
