import { DOMAINS } from '@/domain/catalogue/domains';
import type { Locale } from '@/i18n/routing';
import { topicNames } from '@/queries/topics';

export type Related = { key: 'catalogue' | 'topic'; href: string };

/**
 * What stands elsewhere under the name of a column: the standard catalogue of the field, which counts by items, and
 * the topic, which takes in interpretations too. Told by name, so that a column that an editor adds is told too.
 */
export async function sameNamed(name: string, locale: Locale): Promise<Related[]> {
  const field = DOMAINS.find(({ zh, en }) => [zh, `${zh}领域`, en].includes(name));
  const topics = await topicNames(locale);
  const topic = topics.find(({ title, english }) =>
    [title, english?.title].some((words) => words?.toLowerCase().includes(name.toLowerCase())),
  );
  return [
    ...(field ? [{ key: 'catalogue' as const, href: `/disclosure/catalogue/${field.code}` }] : []),
    ...(topic ? [{ key: 'topic' as const, href: `/topics/${topic.slug}` }] : []),
  ];
}
