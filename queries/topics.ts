import { cache } from 'react';
import type { Document, Interpretation, Topic } from '@/payload-types';
import { asPublic, portal } from './portal';

const DOCUMENT = {
  title: true,
  slug: true,
  number: true,
  agency: true,
  agencyName: true,
  kind: true,
  validity: true,
  publishedOn: true,
  english: { title: true },
} as const;

const INTERPRETATION = {
  title: true,
  slug: true,
  form: true,
  publishedOn: true,
  english: { title: true },
} as const;

export type TopicItem =
  | { relationTo: 'documents'; value: Document }
  | { relationTo: 'interpretations'; value: Interpretation };

export type TopicSection = { title: string; titleEnglish?: string | null; items: TopicItem[] };

/** Topics in their order, those that are closed last. */
export async function listTopics(locale: 'zh-CN' | 'en', today: string): Promise<Topic[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'topics',
    locale,
    depth: 1,
    sort: ['order', '-openedOn'],
    pagination: false,
    populate: {
      documents: { slug: true },
      interpretations: { slug: true },
      agencies: { slug: true },
    },
    ...asPublic,
  });
  const isOpen = (topic: Topic) => !isClosed(topic, today);
  return [...docs.filter(isOpen), ...docs.filter((topic) => !isOpen(topic))];
}

/** A published topic by its address, with its items as lists show them, or null. */
export const findTopic = cache(
  async (slug: string, locale: 'zh-CN' | 'en'): Promise<Topic | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'topics',
      where: { slug: { equals: slug } },
      locale,
      limit: 1,
      pagination: false,
      depth: 2,
      populate: {
        documents: DOCUMENT,
        interpretations: INTERPRETATION,
        agencies: { name: true, slug: true },
      },
      ...asPublic,
    });
    return docs[0] ?? null;
  },
);

/**
 * The sections with what the public may read. An item that is not published stays a bare id
 * when it is read as the public; a section without items is left out.
 */
export const sectionsOf = (topic: Pick<Topic, 'sections'>): TopicSection[] =>
  (topic.sections ?? []).flatMap(({ title, titleEnglish, items }) => {
    const readable = (items ?? []).filter(
      (item): item is TopicItem => typeof item.value === 'object' && item.value !== null,
    );
    return readable.length > 0 ? [{ title, titleEnglish, items: readable }] : [];
  });

/** How many different texts a topic gathers. */
export const countItems = (topic: Pick<Topic, 'sections'>): number =>
  new Set(
    sectionsOf(topic).flatMap(({ items }) =>
      items.map(({ relationTo, value }) => `${relationTo}:${value.id}`),
    ),
  ).size;

/** Whether a topic is kept but no longer added to. */
export const isClosed = ({ closedOn }: Pick<Topic, 'closedOn'>, today: string): boolean =>
  Boolean(closedOn && closedOn.slice(0, 10) <= today);
