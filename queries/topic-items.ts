import { topicState } from '@/domain/topics/state';
import type { Document, Interpretation, Topic } from '@/payload-types';

export type TopicItem =
  | { relationTo: 'documents'; value: Document }
  | { relationTo: 'interpretations'; value: Interpretation };

/** How many items of a section the topic's own page shows; the section's page has all. */
export const SECTION_SHOWS = 20;

export type TopicSection = { title: string; titleEnglish?: string | null; items: TopicItem[] };

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
export const isClosed = (topic: Pick<Topic, 'openedOn' | 'closedOn'>, today: string): boolean =>
  topicState(topic, today) === 'archived';
