import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { TopicCards } from '@/components/TopicCards/TopicCards';
import { topicState } from '@/domain/topics/state';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { listTopics } from '@/queries/topics';
import { alternatesOf } from '../alternates';
import { columnMeta } from '../national-meta';
import { topicCard } from './topic-card';

type Props = { params: Promise<{ locale: Locale }> };

export const revalidate = 300;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'topics' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, '/topics', '/feeds/topics.atom'),
    other: await columnMeta(locale, 'topics'),
  };
}

export default async function TopicsPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('topics');
  const documents = await getTranslations('documents');
  const today = dayOf(new Date());
  const topics = await listTopics(locale, today);
  const groups = [
    { key: 'current', state: 'open' },
    { key: 'upcoming', state: 'upcoming' },
    { key: 'archived', state: 'archived' },
  ]
    .map(({ key, state }) => ({
      key,
      topics: topics.filter((topic) => topicState(topic, today) === state),
    }))
    .filter((group) => group.topics.length > 0);
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead')} />
      {groups.map((group) => (
        <Section key={group.key} title={t(group.key)} id={group.key}>
          <TopicCards topics={group.topics.map((topic) => topicCard(topic, locale, today, t))} />
        </Section>
      ))}
      {groups.length > 0 && <ListDownloads list="topics" feed="/feeds/topics.atom" />}
      {groups.length === 0 && (
        <EmptyState title={t('empty')}>
          <p>{t('emptyText')}</p>
          <Link href="/documents">{documents('title')}</Link>
        </EmptyState>
      )}
    </>
  );
}
