import { createHash } from 'node:crypto';
import type { Payload, Where } from 'payload';
import { RELATIONS } from '@/domain/documents/relations';
import {
  eventsDue,
  TOLD_COLLECTIONS,
  validityEvent,
  type EventDue,
  type RecordFacts,
  type ToldCollection,
} from '@/domain/subscriptions/events';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Document, PublicationEvent, Withdrawal } from '@/payload-types';
import { decidedBy } from '../Documents/incoming-relations';

type Id = number | string;
type Row = { id: Id; publishedOn?: string | null; updatedAt: string; correction?: string | null };

const PAGE = 500;
const BATCH = 200;

/** The events of one record, as it is public now. */
export const dueOf = (
  payload: Payload,
  collection: ToldCollection,
  id: Id,
  since: Day,
): Promise<EventDue[]> => dueAmong(payload, collection, { id: { equals: id } }, since, String(id));

/**
 * The events of everything that changed on or after a day, whoever changed it: an import writes past the
 * hooks, and a process may die between a publication and the note of it.
 */
export async function dueSince(payload: Payload, since: Day): Promise<EventDue[]> {
  const from = `${since}T00:00:00.000+08:00`;
  const due: EventDue[] = [];
  for (const collection of TOLD_COLLECTIONS) {
    const isNew: Where = { publishedOn: { greater_than_equal: new Date(from).toISOString() } };
    const isCorrected: Where = {
      and: [
        { updatedAt: { greater_than_equal: new Date(from).toISOString() } },
        { correction: { exists: true } },
      ],
    };
    const where = collection === 'documents' ? { or: [isNew, isCorrected] } : isNew;
    due.push(...(await dueAmong(payload, collection, where, since)));
  }
  due.push(...(await validityDue(payload, since)));
  return due.sort((a, b) => a.at.localeCompare(b.at));
}

async function dueAmong(
  payload: Payload,
  collection: ToldCollection,
  where: Where,
  since: Day,
  only?: string,
): Promise<EventDue[]> {
  const [rows, withdrawals] = await Promise.all([
    publicRows(payload, collection, where),
    withdrawalsOf(payload, collection, since, only),
  ]);
  const known = new Set(rows.map(({ id }) => String(id)));
  // What was withdrawn may be public again, with a day of publication that is long past.
  const others = [...withdrawals.keys()].filter((id) => !known.has(id));
  rows.push(...(await publicRows(payload, collection, { id: { in: others } }, others.length)));
  const corrections = collection === 'documents' ? await correctionsOf(payload, rows) : new Map();
  const facts = rows.map(({ id, publishedOn, updatedAt }): RecordFacts => ({
    collection,
    id: String(id),
    isPublic: true,
    publishedOn: publishedOn ?? null,
    updatedAt,
    corrections: corrections.get(String(id)),
    withdrawals: withdrawals.get(String(id)),
  }));
  const shown = new Set(facts.map(({ id }) => id));
  const gone = others
    .filter((id) => !shown.has(id))
    .map((id): RecordFacts => ({
      collection,
      id,
      isPublic: false,
      publishedOn: null,
      updatedAt: '',
      withdrawals: withdrawals.get(id),
    }));
  return [...facts, ...gone].flatMap((one) => eventsDue(one, since));
}

async function publicRows(
  payload: Payload,
  collection: ToldCollection,
  where: Where,
  expected = 1,
): Promise<Row[]> {
  if (expected === 0) return [];
  const rows: Row[] = [];
  for (let after: Id | null = null; ;) {
    const { docs }: { docs: Row[] } = await payload.db.find<Row>({
      collection,
      where: {
        and: [
          { _status: { equals: 'published' } },
          where,
          ...(after === null ? [] : [{ id: { greater_than: after } }]),
        ],
      },
      sort: 'id',
      limit: PAGE,
      pagination: false,
      select: {
        publishedOn: true,
        updatedAt: true,
        ...(collection === 'documents' && { correction: true }),
      },
    });
    rows.push(...docs);
    if (docs.length < PAGE) return rows;
    after = docs.at(-1)?.id ?? null;
  }
}

async function withdrawalsOf(
  payload: Payload,
  collection: ToldCollection,
  since: Day,
  only?: string,
): Promise<Map<string, NonNullable<RecordFacts['withdrawals']>>> {
  const from = new Date(`${since}T00:00:00.000+08:00`).toISOString();
  const { docs } = await payload.db.find<Withdrawal>({
    collection: 'withdrawals',
    where: {
      and: [
        { subject: { equals: collection } },
        {
          or: [
            { withdrawnOn: { greater_than_equal: from } },
            { restoredOn: { greater_than_equal: from } },
          ],
        },
        ...(only ? [{ record: { equals: only } }] : []),
      ],
    },
    sort: 'id',
    limit: 0,
    pagination: false,
  });
  const found = new Map<string, NonNullable<RecordFacts['withdrawals']>>();
  for (const { id, record, withdrawnOn, restoredOn } of docs) {
    const one = { id: String(id), withdrawnOn, restoredOn: restoredOn ?? null };
    found.set(record, [...(found.get(record) ?? []), one]);
  }
  return found;
}

/** When each note first stood in a public version. The first version corrects nothing, whatever it notes. */
async function correctionsOf(
  payload: Payload,
  rows: readonly Row[],
): Promise<Map<string, { mark: string; at: string }[]>> {
  const found = new Map<string, { mark: string; at: string }[]>();
  const ids = rows.flatMap(({ id, correction }) => (correction ? [id] : []));
  for (let at = 0; at < ids.length; at += BATCH) {
    const { docs } = await payload.db.findVersions<Document>({
      collection: 'documents',
      where: {
        and: [
          { parent: { in: ids.slice(at, at + BATCH) } },
          { 'version._status': { equals: 'published' } },
        ],
      },
      sort: 'createdAt',
      limit: 0,
      pagination: false,
      select: { parent: true, createdAt: true, version: { correction: true } },
    });
    const seen = new Set<string>();
    for (const { parent, createdAt, version } of docs) {
      const id = String(parent);
      const own = found.get(id) ?? [];
      const note = version.correction?.trim();
      const mark = note ? markOf(note) : '';
      const isFirst = !seen.has(id);
      seen.add(id).add(`${id} first ${isFirst ? mark : ''}`);
      const isOld = own.some((one) => one.mark === mark) || seen.has(`${id} first ${mark}`);
      if (note && !isFirst && !isOld) own.push({ mark, at: String(createdAt) });
      found.set(id, own);
    }
  }
  return found;
}

const markOf = (note: string): string =>
  createHash('sha256').update(note).digest('base64url').slice(0, 16);

/**
 * Documents whose day came within the last days, or that another decided about then, and of which no
 * change of validity is written down: the sweep may have been killed in between.
 */
async function validityDue(payload: Payload, since: Day): Promise<EventDue[]> {
  const from = new Date(`${since}T00:00:00.000+08:00`).toISOString();
  const now = new Date().toISOString();
  const within = (field: string): Where => ({
    and: [{ [field]: { greater_than_equal: from } }, { [field]: { less_than_equal: now } }],
  });
  const { docs: deciding } = await payload.db.find<Document>({
    collection: 'documents',
    where: {
      and: [
        { _status: { equals: 'published' } },
        {
          'relations.verb': {
            in: RELATIONS.filter(({ effect }) => effect).map(({ code }) => code),
          },
        },
        {
          or: ['relations.on', 'effectiveOn', 'madeOn', 'publishedOn'].map(within),
        },
      ],
    },
    select: { relations: true },
    limit: 0,
    pagination: false,
  });
  const targets = deciding.flatMap(({ relations }) => decidedBy(relations));
  const { docs } = await payload.db.find<Document>({
    collection: 'documents',
    where: {
      and: [
        { _status: { equals: 'published' } },
        {
          or: [
            ...['effectiveOn', 'lapsesOn', 'change.on'].map(within),
            ...(targets.length > 0 ? [{ id: { in: targets.slice(0, BATCH * 4) } }] : []),
          ],
        },
      ],
    },
    select: { validity: true, publishedOn: true, effectiveOn: true, lapsesOn: true, change: true },
    limit: 0,
    pagination: false,
  });
  const decided = new Set(targets.map(String));
  const candidates = docs.filter((document) => changedSincePublished(document, decided, since));
  const told = await toldValidities(payload, candidates, from);
  return candidates.flatMap(({ id, validity }) =>
    validity && !told.has(`documents:${id}:validity:${validity}`)
      ? [validityEvent(String(id), validity, dayOf(now), now)]
      : [],
  );
}

/** A text that is in force or lapsed on the day of its publication has not changed: it came so. */
function changedSincePublished(
  { id, validity, publishedOn, effectiveOn, lapsesOn, change }: Document,
  decided: ReadonlySet<string>,
  since: Day,
): boolean {
  const published = publishedOn ? dayOf(publishedOn) : '';
  const cameAfter = (value: string | null | undefined) =>
    Boolean(value) && dayOf(value as string) > published && dayOf(value as string) >= since;
  if (validity === 'in-force') return cameAfter(effectiveOn);
  if (validity === 'lapsed') return cameAfter(lapsesOn);
  if (validity !== 'amended' && validity !== 'repealed') return false;
  return cameAfter(change?.on) || (decided.has(String(id)) && published < since);
}

async function toldValidities(
  payload: Payload,
  documents: readonly Document[],
  from: string,
): Promise<Set<string>> {
  const told = new Set<string>();
  for (let at = 0; at < documents.length; at += BATCH) {
    const { docs } = await payload.db.find<PublicationEvent>({
      collection: 'publication-events',
      where: {
        and: [
          { record: { in: documents.slice(at, at + BATCH).map(({ id }) => `documents:${id}`) } },
          { change: { equals: 'validity' } },
          { at: { greater_than_equal: from } },
        ],
      },
      select: { key: true },
      limit: 0,
      pagination: false,
    });
    for (const { key } of docs) told.add(key.split(':').slice(0, 4).join(':'));
  }
  return told;
}
