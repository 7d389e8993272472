import type { Payload } from 'payload';
import type { Followed } from '@/domain/subscriptions/parse';
import type { Topic } from '@/payload-types';

/** Topics and searches: asked once each, whoever follows them. */
export async function extraTags(
  payload: Payload,
  wanted: readonly Followed[],
  records: ReadonlyMap<string, { publishedOn: string | null }>,
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
