import type { getTranslations } from 'next-intl/server';
import { formatDate } from '@/components/DateText/format-date';
import type { TopicCard } from '@/components/TopicCards/TopicCards';
import type { Topic } from '@/payload-types';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import { countItems, isClosed } from '@/queries/topic-items';

type Words = Awaited<ReturnType<typeof getTranslations<'topics'>>>;

/** A topic as a card: its name, what it is about, how much it holds and since when. */
export function topicCard(topic: Topic, locale: string, today: string, t: Words): TopicCard {
  const opened = dayOrNothing(topic.openedOn);
  const closed = isClosed(topic, today) ? dayOrNothing(topic.closedOn) : undefined;
  const note = [
    t('items', { count: countItems(topic) }),
    closed
      ? t('closedOn', { date: formatDate(closed, locale) })
      : opened && t('openedOn', { date: formatDate(opened, locale) }),
  ];
  const { title, lang } = titleIn(locale, topic);
  return {
    href: `/topics/${topic.slug}`,
    title,
    lang,
    summary: (locale === 'en' && topic.english?.summary) || topic.summary,
    note: note.filter(Boolean).join(' · '),
  };
}
