import type { Payload, SelectType } from 'payload';
import type { Told } from '@/domain/subscriptions/digest';
import { isTold, type ToldCollection } from '@/domain/subscriptions/events';
import type { Followed } from '@/domain/subscriptions/parse';
import { scopeAbove } from '@/queries/column-tree';
import type { Agency, Column, PublicationEvent, Topic, Withdrawal } from '@/payload-types';

/** An event with what a mail says of it. */
export type ToldEvent = Told & {
  title: string;
  titleEnglish: string | null;
  /** Of the page, without the language. */
  path: string;
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
 * @returns `unanswered`: the searches that could not be asked now; who follows one is told in a later round
 */
export async function readTold(
  payload: Payload,
  from: number,
  until: number,
  wanted: readonly Followed[],
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
  const withdrawals = await withdrawalsOf(payload, events);
  const extra = await extraTags(payload, wanted, records, unanswered);
  const told = events.flatMap(({ serial, record, change, key }): ToldEvent[] => {
    if (change === 'withdrawn') {
      const gone = withdrawals.get(key.split(':')[3] ?? '');
      return gone ? [{ serial, record, change, ...gone }] : [];
    }
    const known = records.get(record);
    if (!known) return [];
    const tags = new Set([...known.tags, ...(extra.get(record) ?? [])]);
    const note = change === 'corrected' ? known.note : null;
    return [{ ...known, serial, record, change, tags, note }];
  });
  return { events: told, unanswered };
}

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
  events: readonly PublicationEvent[],
  names: Names,
): Promise<Map<string, Facts>> {
  const ids = new Map<ToldCollection, Set<string>>();
  for (const { record } of events) {
    const [collection = '', id = ''] = record.split(':');
    if (isTold(collection)) ids.set(collection, (ids.get(collection) ?? new Set()).add(id));
  }
  const rows = new Map<ToldCollection, Row[]>();
  for (const [collection, own] of ids) {
    rows.set(collection, await readRows(payload, collection, [...own]));
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
  publishedOn: row.publishedOn ?? null,
  agency: agencies.get(String(row.agency))?.name ?? null,
  note: row.correction?.trim() || null,
  validity: row.validity ?? null,
});

/** What the public may read. Straight from the database: relations stay ids, and no hook runs. */
async function readRows(
  payload: Payload,
  collection: ToldCollection,
  ids: readonly string[],
): Promise<Row[]> {
  const rows: Row[] = [];
  const isNumber = payload.db.defaultIDType === 'number';
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH).map((id) => (isNumber ? Number(id) : id));
    const { docs } = await payload.db.find<Row>({
      collection,
      where: { and: [{ id: { in: batch } }, { _status: { equals: 'published' } }] },
      limit: 0,
      pagination: false,
      select: SELECT[collection],
    });
    rows.push(...docs);
  }
  return rows;
}

/** By the id of the withdrawal. Only who follows the very text, or everything, hears of it. */
async function withdrawalsOf(
  payload: Payload,
  events: readonly PublicationEvent[],
): Promise<Map<string, Facts>> {
  const marks = events.flatMap(({ change, key }) =>
    change === 'withdrawn' ? [key.split(':')[3] ?? ''] : [],
  );
  if (marks.length === 0) return new Map();
  const isNumber = payload.db.defaultIDType === 'number';
  const { docs } = await payload.db.find<Withdrawal>({
    collection: 'withdrawals',
    where: { id: { in: marks.map((id) => (isNumber ? Number(id) : id)) } },
    limit: 0,
    pagination: false,
  });
  return new Map(
    docs.map(({ id, subject, slug, title, reason, publishedOn }) => [
      String(id),
      {
        tags: new Set(subject === 'documents' ? [`document:${slug}`] : []),
        title: title ?? '',
        titleEnglish: null,
        path: `/${subject}/${slug}`,
        publishedOn: publishedOn ?? null,
        agency: null,
        note: reason,
        validity: null,
      },
    ]),
  );
}

/** Topics and searches: asked once each, whoever follows them. */
async function extraTags(
  payload: Payload,
  wanted: readonly Followed[],
  records: ReadonlyMap<string, Facts>,
  unanswered: Set<string>,
): Promise<Map<string, string[]>> {
  const tags = new Map<string, string[]>();
  const add = (record: string, tag: string) => {
    if (records.has(record)) tags.set(record, [...(tags.get(record) ?? []), tag]);
  };
  const targets = (subject: Followed['subject']) =>
    new Set(wanted.flatMap((one) => (one.subject === subject ? [one.target] : [])));
  for (const target of targets('topic')) {
    for (const record of await inTopic(payload, target)) add(record, `topic:${target}`);
  }
  const days = [...records.values()].flatMap(({ publishedOn }) => publishedOn ?? []).sort();
  for (const target of targets('search')) {
    const found = await foundBy(target, days[0] ?? null);
    if (!found) unanswered.add(target);
    for (const record of found ?? []) add(record, `search:${target}`);
  }
  return tags;
}

async function inTopic(payload: Payload, slug: string): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'topics',
    where: { slug: { equals: slug } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: null,
  });
  const [topic] = docs;
  if (!topic) return [];
  const { withRuleItems } = await import('@/queries/topic-rules');
  const only = { documents: { slug: true }, interpretations: { slug: true } };
  const { sections } = await withRuleItems(payload, topic as Topic, only, 'zh-CN');
  return (sections ?? []).flatMap(({ items }) =>
    (items ?? []).map(({ relationTo, value }) => {
      const id = typeof value === 'object' ? value.id : value;
      return `${relationTo}:${id}`;
    }),
  );
}

/** As many as a page of results has, a few pages of them: more is no search that somebody follows. */
const PAGE = 100;
const PAGES = 5;

/** What a search finds of that which was published since a day, by the search's own query; null where it can't answer. */
async function foundBy(target: string, since: string | null): Promise<string[] | null> {
  const [{ searchPublished }, { searchOf }] = await Promise.all([
    import('@/queries/search'),
    import('@/queries/followed'),
  ]);
  const { text, filters } = searchOf(target);
  const publishedFrom = [filters.publishedFrom, since?.slice(0, 10)].filter(Boolean).sort().at(-1);
  const found: string[] = [];
  for (let page = 0; page < PAGES; page += 1) {
    const { hits, isRelaxed, trouble } = await searchPublished(
      {
        text,
        filters: { ...filters, publishedFrom },
        sort: 'newest',
        offset: page * PAGE,
        limit: PAGE,
        facets: false,
      },
      'zh-CN',
    );
    if (trouble !== null) return null;
    // Who follows a search waits for what was asked, not for what is a little like it.
    if (isRelaxed) return [];
    found.push(
      ...hits.flatMap((hit) => [hit, ...hit.versions].map((one) => `${one.collection}:${one.key}`)),
    );
    if (hits.length < PAGE) break;
  }
  return found;
}
