import { cache } from 'react';
import type { Topic } from '@/payload-types';
import { asPublic, portal } from './portal';
import { atAddress, type Reader } from './preview';
import { isClosed } from './topic-items';
import { withRuleItems } from './topic-rules';

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

/** Topics in their order, by name and address alone. */
export async function topicNames(
  locale: 'zh-CN' | 'en',
): Promise<Pick<Topic, 'title' | 'slug' | 'english'>[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'topics',
    locale,
    depth: 0,
    sort: ['order', '-openedOn'],
    pagination: false,
    select: { title: true, slug: true, english: { title: true } },
    ...asPublic,
  });
  return docs;
}

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
  const only = { documents: { slug: true }, interpretations: { slug: true } };
  const topics = await Promise.all(
    docs.map((topic) => withRuleItems(payload, topic, only, locale)),
  );
  const isOpen = (topic: Topic) => !isClosed(topic, today);
  return [...topics.filter(isOpen), ...topics.filter((topic) => !isOpen(topic))];
}

/** A published topic by its address, with its items as lists show them, or null. */
export const findTopic = cache(
  async (slug: string, locale: 'zh-CN' | 'en', as: Reader = asPublic): Promise<Topic | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'topics',
      where: atAddress(slug, as),
      locale,
      limit: 1,
      pagination: false,
      depth: 2,
      populate: {
        documents: DOCUMENT,
        interpretations: INTERPRETATION,
        agencies: { name: true, slug: true },
      },
      ...as,
    });
    const [topic] = docs;
    if (!topic) return null;
    const select = { documents: DOCUMENT, interpretations: INTERPRETATION };
    return withRuleItems(payload, topic, select, locale);
  },
);
