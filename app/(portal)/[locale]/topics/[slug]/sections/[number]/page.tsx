import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Pagination } from '@/components/Pagination/Pagination';
import type { Locale } from '@/i18n/routing';
import { titleIn } from '@/queries/document-items';
import { readAddress, type AddressValues } from '@/queries/search-address';
import { SECTION_SHOWS, sectionsOf } from '@/queries/topic-items';
import { findTopic } from '@/queries/topics';
import { alternatesOf } from '../../../../alternates';
import { columnMeta } from '../../../../national-meta';
import { TopicItems } from '../../TopicItems';

type Props = {
  params: Promise<{ locale: Locale; slug: string; number: string }>;
  searchParams: Promise<AddressValues>;
};

/** The page of the list is in the address. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, number } = await params;
  const found = await findSection(slug, number, locale);
  if (!found) return { robots: { index: false } };
  return {
    title: `${found.heading} · ${titleIn(locale, found.topic).title}`,
    alternates: alternatesOf(locale, `/topics/${slug}/sections/${number}`),
    other: await columnMeta(locale, 'topics'),
  };
}

/** All that a section of a topic holds, page by page. */
export default async function TopicSectionPage({ params, searchParams }: Props) {
  const { locale, slug, number } = await params;
  setRequestLocale(locale);
  const found = await findSection(slug, number, locale);
  if (!found) notFound();
  const t = await getTranslations('topics');
  const { topic, section, heading } = found;
  const { page } = readAddress(await searchParams);
  const { title, lang } = titleIn(locale, topic);
  const path = `/topics/${slug}/sections/${number}`;
  const from = (page - 1) * SECTION_SHOWS;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/topics' },
          { label: title, href: `/topics/${slug}`, lang },
        ]}
      />
      <PageTitle
        title={heading}
        lang={heading === section.title && locale === 'en' ? 'zh-CN' : undefined}
        lead={t('items', { count: section.items.length })}
      />
      <TopicItems
        items={section.items.slice(from, from + SECTION_SHOWS)}
        locale={locale}
        headingLevel={2}
      />
      <Pagination
        page={page}
        perPage={SECTION_SHOWS}
        total={section.items.length}
        hrefFor={(next) => (next > 1 ? `${path}?page=${next}` : path)}
      />
    </>
  );
}

async function findSection(slug: string, number: string, locale: Locale) {
  const topic = /^[1-9]\d{0,2}$/.test(number) ? await findTopic(slug, locale) : null;
  const section = topic ? sectionsOf(topic)[Number(number) - 1] : undefined;
  if (!topic || !section) return null;
  return {
    topic,
    section,
    heading: (locale === 'en' && section.titleEnglish) || section.title,
  };
}
