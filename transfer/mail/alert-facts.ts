import type { Payload, SelectType } from 'payload';
import { concerns, type Told } from '@/domain/subscriptions/digest';
import { isTold, type ToldCollection } from '@/domain/subscriptions/events';
import type { Followed } from '@/domain/subscriptions/parse';
import { scopeAbove } from '@/queries/column-tree';
import { versionsIn } from '@/queries/versions';
import type { Agency, Column, Document, PublicationEvent, Withdrawal } from '@/payload-types';
import { extraTags } from './alert-tags';

/** An event with what a mail says of it. */
export type ToldEvent = Told & {
  /** Null where it was withdrawn because of it. */
  title: string | null;
  titleEnglish: string | null;
  /** Of the page, without the language. */
  path: string;
  /** Where what was corrected stands beside the version before. */
  comparison: string | null;
  publishedOn: string | null;
  agency: string | null;
  /** The correction, or why it was withdrawn. */
  note: string | null;
  validity: string | null;
};

type Id = number | string;
/** What is read of a record, of whichever collection. */
type Row = {
  id: Id;
  title?: string | null;
  slug?: string | null;
  agency?: Id | null;
  withAgencies?: Id[] | null;
  publishedOn?: string | null;
  english?: { title?: string | null } | null;
  themes?: string[] | null;
  theme?: string | null;
  columns?: Id[] | null;
  correction?: string | null;
  validity?: string | null;
  documents?: Id[] | null;
};

const SHARED = {
  title: true,
  slug: true,
  agency: true,
  publishedOn: true,
  english: { title: true },
} as const;
const SELECT: Record<ToldCollection, SelectType> = {
  documents: { ...SHARED, themes: true, columns: true, correction: true, validity: true },
  interpretations: { ...SHARED, documents: true },
  consultations: SHARED,
  policies: SHARED,
  services: SHARED,
  questions: { ...SHARED, theme: true },
  proposals: { ...SHARED, withAgencies: true },
};

/** How many events are told at once; who was away longer is told in several mails. */
export const MOST_EVENTS = 2000;
const BATCH = 200;

/**
 * The events of a stretch of numbers, both included, as subscribers may be told of them now: what is no
 * longer public has no more to tell than that it was withdrawn.
 *
 * @param wanted what the subscriptions follow that are to be told: only these topics and searches are asked
 * @param comparisons which were looked up in this round; more are put in
 * @returns `unanswered`: the searches that could not be asked now; who follows one is told in a later round
 */
export async function readTold(
  payload: Payload,
  { from, until }: { from: number; until: number },
  wanted: readonly Followed[],
  comparisons: Map<string, string>,
): Promise<{ events: ToldEvent[]; unanswered: ReadonlySet<string> }> {
  const unanswered = new Set<string>();
  const { docs: events } = await payload.db.find<PublicationEvent>({
    collection: 'publication-events',
    where: {
      and: [{ serial: { greater_than_equal: from } }, { serial: { less_than_equal: until } }],
    },
    sort: 'serial',
    limit: 0,
    pagination: false,
  });
  if (events.length === 0) return { events: [], unanswered };
  const names = await namesOf(payload);
  const records = await recordsOf(payload, events, names);
  const withdrawals = await withdrawalsOf(payload, events, names);
  const extra = await extraTags(payload, wanted, records, unanswered);
  const told = events.flatMap(({ serial, record, change, key }): ToldEvent[] => {
    if (change === 'withdrawn') {
      const gone = withdrawals.get(key.split(':')[3] ?? '');
      return gone ? [{ serial, record, change, ...gone }] : [];
    }
    const known = records.get(record);
    if (!known) return [];
    const tags = new Set([...known.tags, ...(extra.get(record) ?? [])]);
    if (change !== 'corrected') return [{ ...known, serial, record, change, tags, note: null }];
    const comparison = `${known.path}/versions`;
    return [{ ...known, serial, record, change, tags, comparison }];
  });
  for (const event of told) {
    if (event.change !== 'corrected' || !wanted.some((one) => concerns(one, event))) continue;
    const key = `${event.record}\n${event.note}`;
    const comparison = comparisons.get(key) ?? (await comparisonOf(payload, event));
    comparisons.set(key, comparison);
    event.comparison = comparison;
  }
  return { events: told, unanswered };
}

/** Of what is public, or was until it was withdrawn. */
type Facts = Omit<ToldEvent, 'serial' | 'record' | 'change'>;
type Names = { agencies: Map<string, Agency>; columns: Map<string, string[]> };

async function namesOf(payload: Payload): Promise<Names> {
  const all = { where: {}, limit: 0, pagination: false } as const;
  const [agencies, columns] = await Promise.all([
    payload.find({ collection: 'agencies', depth: 0, select: { name: true, slug: true }, ...all }),
    payload.db.find<Column>({
      collection: 'columns',
      select: { slug: true, parent: true },
      ...all,
    }),
  ]);
  return {
    agencies: new Map(agencies.docs.map((agency) => [String(agency.id), agency as Agency])),
    columns: scopeAbove(columns.docs),
  };
}

async function recordsOf(
  payload: Payload,
  events: readonly Pick<PublicationEvent, 'record'>[],
  names: Names,
  state: 'published' | 'draft' = 'published',
): Promise<Map<string, Facts>> {
  const ids = new Map<ToldCollection, Set<string>>();
  for (const { record } of events) {
    const [collection = '', id = ''] = record.split(':');
    if (isTold(collection)) ids.set(collection, (ids.get(collection) ?? new Set()).add(id));
  }
  const rows = new Map<ToldCollection, Row[]>();
  for (const [collection, own] of ids) {
    rows.set(collection, await readRows(payload, collection, [...own], state));
  }
  const explained = new Set(
    (rows.get('interpretations') ?? []).flatMap(({ documents }) => (documents ?? []).map(String)),
  );
  const documents = new Map(
    (await readRows(payload, 'documents', [...explained])).map((row) => [String(row.id), row]),
  );
  const found = new Map<string, Facts>();
  for (const [collection, own] of rows) {
    for (const row of own) {
      // An interpretation belongs where the documents belong that it explains.
      const of = (row.documents ?? []).flatMap((id) => documents.get(String(id)) ?? []);
      const tags = new Set([row, ...of].flatMap((one) => tagsOf(one, names, one === row)));
      if (collection === 'documents') tags.add(`document:${row.slug}`);
      for (const { slug } of of) tags.add(`document:${slug}`);
      found.set(`${collection}:${row.id}`, factsOf(collection, row, tags, names));
    }
  }
  return found;
}

const tagsOf = (row: Row, { agencies, columns }: Names, isOwn: boolean): string[] => [
  ...[...(isOwn ? [row.agency] : []), ...(row.withAgencies ?? [])].flatMap((id) => {
    const slug = agencies.get(String(id))?.slug;
    return slug ? [`agency:${slug}`] : [];
  }),
  ...[...(row.themes ?? []), row.theme].flatMap((code) => (code ? [`theme:${code}`] : [])),
  ...(row.columns ?? []).flatMap((id) =>
    (columns.get(String(id)) ?? []).map((slug) => `column:${slug}`),
  ),
];

const factsOf = (
  collection: ToldCollection,
  row: Row,
  tags: ReadonlySet<string>,
  { agencies }: Names,
): Facts => ({
  tags,
  title: row.title ?? '',
  titleEnglish: row.english?.title || null,
  path: `/${collection}/${row.slug}`,
  comparison: null,
  publishedOn: row.publishedOn ?? null,
  agency: agencies.get(String(row.agency))?.name ?? null,
  note: row.correction?.trim() || null,
  validity: row.validity ?? null,
});

/** What the public may read, if nothing else is asked for. Straight from the database: relations stay ids, and no hook runs. */
async function readRows(
  payload: Payload,
  collection: ToldCollection,
  ids: readonly string[],
  state: 'published' | 'draft' = 'published',
): Promise<Row[]> {
  const rows: Row[] = [];
  const isNumber = payload.db.defaultIDType === 'number';
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH).map((id) => (isNumber ? Number(id) : id));
    const { docs } = await payload.db.find<Row>({
      collection,
      where: { and: [{ id: { in: batch } }, { _status: { equals: state } }] },
      limit: 0,
      pagination: false,
      select: SELECT[collection],
    });
    rows.push(...docs);
  }
  return rows;
}

/**
 * By the id of the withdrawal. Whoever would have been told of the text is told that it is gone: of what
 * lies unpublished now only where it belonged is read. A title that the notice leaves out no mail tells.
 */
async function withdrawalsOf(
  payload: Payload,
  events: readonly PublicationEvent[],
  names: Names,
): Promise<Map<string, Facts>> {
  const withdrawn = events.filter(({ change }) => change === 'withdrawn');
  if (withdrawn.length === 0) return new Map();
  const isNumber = payload.db.defaultIDType === 'number';
  const marks = withdrawn.map(({ key }) => key.split(':')[3] ?? '');
  const { docs } = await payload.db.find<Withdrawal>({
    collection: 'withdrawals',
    where: { id: { in: marks.map((id) => (isNumber ? Number(id) : id)) } },
    limit: 0,
    pagination: false,
  });
  const records = await recordsOf(payload, withdrawn, names, 'draft');
  return new Map(
    docs.map(({ id, subject, record, slug, title, reason, publishedOn }) => {
      const known = records.get(`${subject}:${record}`);
      const own = subject === 'documents' ? [`document:${slug}`] : [];
      return [
        String(id),
        {
          tags: new Set([...(known?.tags ?? []), ...own]),
          title: title ?? null,
          titleEnglish: null,
          path: `/${subject}/${slug}`,
          comparison: null,
          publishedOn: publishedOn ?? null,
          agency: known?.agency ?? null,
          note: reason,
          validity: null,
        },
      ];
    }),
  );
}

/** The page that shows what the note of a corrected document says, or else all its versions. */
async function comparisonOf(
  payload: Payload,
  { record, path, note }: Pick<ToldEvent, 'record' | 'path' | 'note'>,
): Promise<string> {
  const all = `${path}/versions`;
  const [collection, id = ''] = record.split(':');
  if (collection !== 'documents') return all;
  const document = await payload.db.findOne<Document>({
    collection,
    where: { id: { equals: payload.db.defaultIDType === 'number' ? Number(id) : id } },
  });
  const versions = document ? await versionsIn(payload, document) : [];
  const at = versions.findIndex((one) => one.note === note);
  const [version, before] = [versions[at], versions[at + 1]];
  return version && before ? `${all}/${before.number}/${version.number}` : all;
}
