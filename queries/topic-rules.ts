import type { Payload, Where } from 'payload';
import { fillSection, isRule, mostOf, wordsOf, type TopicRule } from '@/domain/topics/rule';
import type { Topic } from '@/payload-types';
import { allOf, asPublic } from './portal';

type Select = Record<string, unknown>;
type Item = NonNullable<NonNullable<Topic['sections']>[number]['items']>[number];
type Found = { id: number | string; publishedOn?: string | null };

/** Which fields of an item are read; the sections of a topic all show the same. */
export type ItemSelect = { documents: Select; interpretations: Select };

/**
 * A topic with what its rules take in beside what its editor chose, so that whoever reads its items
 * sees both: chosen first, then by rule the newest first, nothing twice. Only what is public.
 */
export async function withRuleItems(
  payload: Payload,
  topic: Topic,
  select: ItemSelect,
  locale: 'zh-CN' | 'en',
): Promise<Topic> {
  const sections = topic.sections ?? [];
  if (!sections.some(({ rule }) => isRule(rule))) return topic;
  const taken = new Set(sections.flatMap(({ items }) => (items ?? []).map(keyOf)));
  const filled: typeof sections = [];
  for (const section of sections) {
    const { rule } = section;
    const found = isRule(rule) ? await itemsByRule(payload, rule, select, locale) : [];
    filled.push({ ...section, items: fillSection(section.items ?? [], found, keyOf, taken) });
  }
  return { ...topic, sections: filled };
}

/** How many public documents and interpretations a rule takes in, for the editor who writes it. */
export async function countByRule(payload: Payload, rule: TopicRule): Promise<number> {
  if (!isRule(rule)) return 0;
  const only = { documents: { publishedOn: true }, interpretations: { publishedOn: true } };
  return (await itemsByRule(payload, rule, only, 'zh-CN')).length;
}

async function itemsByRule(
  payload: Payload,
  rule: TopicRule,
  select: ItemSelect,
  locale: 'zh-CN' | 'en',
): Promise<Item[]> {
  const options = {
    sort: ['-publishedOn', '-id'],
    limit: mostOf(rule),
    pagination: false,
    depth: 1,
    locale,
    ...asPublic,
  };
  const { docs: documents } = await payload.find({
    ...options,
    collection: 'documents',
    joins: false,
    where: documentsWhere(rule),
    select: select.documents as { publishedOn: true },
    populate: { agencies: { name: true, slug: true } },
  });
  const where = interpretationsWhere(
    rule,
    documents.map(({ id }) => id),
  );
  if (!where) return documents.map((value) => ({ relationTo: 'documents', value }) as Item);
  const { docs: interpretations } = await payload.find({
    ...options,
    collection: 'interpretations',
    where,
    select: select.interpretations as { publishedOn: true },
    populate: { agencies: { name: true, slug: true }, documents: { slug: true } },
  });
  const items = [
    ...documents.map((value) => ({ relationTo: 'documents', value }) as Item),
    ...interpretations.map((value) => ({ relationTo: 'interpretations', value }) as Item),
  ];
  return items.sort(newestFirst).slice(0, mostOf(rule));
}

function documentsWhere(rule: TopicRule): Where {
  const { themes, kinds } = rule;
  const words = wordsOf(rule);
  return allOf(
    !!themes?.length && { themes: { in: [...themes] } },
    !!kinds?.length && { kind: { in: [...kinds] } },
    words.length > 0 && {
      or: words.flatMap((word): Where[] => [
        { title: { contains: word } },
        { keywords: { contains: word } },
      ]),
    },
    ...shared(rule),
  );
}

/** Those that explain a document that was taken in, and those that meet the conditions themselves; null where none can. */
function interpretationsWhere(rule: TopicRule, documents: Found['id'][]): Where | null {
  const words = wordsOf(rule);
  // An interpretation has no theme and no kind: there only those of its documents speak for it.
  const isOfDocuments = Boolean(rule.themes?.length || rule.kinds?.length);
  const ownTerms = allOf(
    words.length > 0 && { or: words.map((word): Where => ({ title: { contains: word } })) },
    ...shared(rule),
  );
  const ofDocuments = documents.length > 0 && { documents: { in: documents } };
  if (isOfDocuments) return ofDocuments || null;
  return { or: [ownTerms, ...(ofDocuments ? [ofDocuments] : [])] };
}

const shared = ({ agencies, from, to }: TopicRule): (Where | false)[] => [
  !!agencies?.length && { agency: { in: agencies.map(idOf) } },
  !!from && { publishedOn: { greater_than_equal: `${from.slice(0, 10)}T00:00:00.000Z` } },
  !!to && { publishedOn: { less_than_equal: `${to.slice(0, 10)}T23:59:59.999Z` } },
];

const dayOfItem = ({ value }: Item): string =>
  (typeof value === 'object' && value !== null && (value as Found).publishedOn) || '';

const newestFirst = (a: Item, b: Item): number => dayOfItem(b).localeCompare(dayOfItem(a));

const keyOf = ({ relationTo, value }: Item): string => `${relationTo}:${String(idOf(value))}`;

const idOf = (relation: unknown): unknown =>
  typeof relation === 'object' && relation !== null ? (relation as { id?: unknown }).id : relation;
