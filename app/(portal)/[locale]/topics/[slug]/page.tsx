import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { formatDate } from '@/components/DateText/format-date';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { MetaLine } from '@/components/MetaLine/MetaLine';
import { Notice } from '@/components/Notice/Notice';
import { Outline } from '@/components/Outline/Outline';
import { SignatureLine } from '@/components/SignatureLine/SignatureLine';
import { Withdrawn } from '@/components/Withdrawn/Withdrawn';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { topicState } from '@/domain/topics/state';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { agencyNameOf, dayOrNothing, titleIn } from '@/queries/document-items';
import { countItems, SECTION_SHOWS, sectionsOf } from '@/queries/topic-items';
import { findTopic } from '@/queries/topics';
import { reader } from '@/queries/preview';
import { findWithdrawal } from '@/queries/withdrawals';
import { alternatesOf } from '../../alternates';
import { articleMeta } from '../../national-meta';
import styles from './topic.module.css';
import { TopicItems } from './TopicItems';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const topic = await findTopic(slug, locale, await reader());
  if (!topic) return { robots: { index: false } };
  return {
    title: titleIn(locale, topic).title,
    description: (locale === 'en' && topic.english?.summary) || topic.summary,
    alternates: alternatesOf(locale, `/topics/${topic.slug}`, `/feeds/topics/${topic.slug}.atom`),
    other: await articleMeta(locale, 'topics', {
      title: topic.title ?? '',
      published: topic.publishedOn,
      signedBy: topic.signedBy,
      source: agencyNameOf(topic),
      description: topic.summary,
      path: `/topics/${topic.slug}`,
    }),
  };
}

export default async function TopicPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const topic = await findTopic(slug, locale, await reader());
  if (!topic) {
    const withdrawal = await findWithdrawal('topics', slug);
    if (!withdrawal) notFound();
    return <Withdrawn withdrawal={withdrawal} />;
  }
  const t = await getTranslations('topics');
  const isEnglish = locale === 'en';
  const { title, lang } = titleIn(locale, topic);
  const opened = dayOrNothing(topic.openedOn);
  const state = topicState(topic, dayOf(new Date()));
  const closed = state === 'archived' ? dayOrNothing(topic.closedOn) : undefined;
  const sections = sectionsOf(topic).map((section, i) => ({
    ...section,
    number: i + 1,
    id: `section-${i + 1}`,
    heading: (isEnglish && section.titleEnglish) || section.title,
    lang: isEnglish && !section.titleEnglish ? 'zh-CN' : undefined,
  }));
  const summary = (isEnglish && topic.english?.summary) || topic.summary;
  const agency = typeof topic.agency === 'object' ? topic.agency : null;
  return (
    <>
      <Breadcrumbs items={[{ label: t('title'), href: '/topics' }]} />
      <PageTitle
        title={title}
        lang={lang}
        lead={
          <span lang={isEnglish && summary === topic.summary ? 'zh-CN' : undefined}>{summary}</span>
        }
      />
      <MetaLine>
        {t('items', { count: countItems(topic) })}
        {t(`states.${state}`)}
        {opened && t('openedOn', { date: formatDate(opened, locale) })}
        {agency && (
          <>
            {t('keptBy')} <Link href={`/agencies/${agency.slug}`}>{agency.name}</Link>
          </>
        )}
      </MetaLine>
      {closed && (
        <Notice kind="warn">
          <p>{t('archivedNotice', { date: formatDate(closed, locale) })}</p>
          {topic.closingNote && <p lang="zh-CN">{topic.closingNote}</p>}
        </Notice>
      )}
      {state === 'upcoming' && opened && (
        <Notice>{t('upcomingNotice', { date: formatDate(opened, locale) })}</Notice>
      )}
      {sections.length > 0 && (
        <div className={styles.package}>
          <a href={`${isEnglish ? '/en' : ''}/topics/${topic.slug}/package`}>{t('package')}</a>
          <span>{t('packageHint')}</span>
        </div>
      )}
      <div className={styles.content}>
        <Columns
          onPhone="first"
          side={
            sections.length > 1 && (
              <Outline
                label={t('outline')}
                items={sections.map(({ id, heading }) => ({ id, label: heading }))}
              />
            )
          }
        >
          {sections.map((section) => (
            <Section
              key={section.id}
              id={section.id}
              title={<span lang={section.lang}>{section.heading}</span>}
              more={
                section.items.length > SECTION_SHOWS
                  ? {
                      href: `/topics/${topic.slug}/sections/${section.number}`,
                      label: t('allInSection', { count: section.items.length }),
                    }
                  : undefined
              }
            >
              <div className={styles.runs}>
                <TopicItems
                  items={section.items.slice(0, SECTION_SHOWS)}
                  locale={locale}
                  headingLevel={3}
                />
              </div>
            </Section>
          ))}
          <ListDownloads
            list={`topics/${topic.slug}`}
            feed={`/feeds/topics/${topic.slug}.atom`}
            follow={{ subject: 'topic', target: topic.slug ?? '', name: title }}
          />
          <SignatureLine signedBy={topic.signedBy} />
        </Columns>
      </div>
    </>
  );
}
