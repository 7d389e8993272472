import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { formatDate } from '@/components/DateText/format-date';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Pagination } from '@/components/Pagination/Pagination';
import { Section } from '@/components/Section/Section';
import { labelOf } from '@/domain/catalogue/codes';
import { DOMAINS } from '@/domain/catalogue/domains';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import {
  documentsUnderItem,
  findCatalogueItem,
  ITEM_DOCUMENTS_PER_PAGE,
  type ItemRow,
} from '@/queries/catalogue';
import { documentItem } from '@/queries/document-items';
import { readAddress, type AddressValues } from '@/queries/search-address';
import { alternatesOf } from '../../../../alternates';
import { columnMeta } from '../../../../national-meta';
import styles from '../../catalogue.module.css';

type Props = {
  params: Promise<{ locale: Locale; domain: string; item: string }>;
  searchParams: Promise<AddressValues>;
};

/** The page of the list is in the address. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, domain, item: slug } = await params;
  const item = await findCatalogueItem(slug, locale, dayOf(new Date()));
  if (!item) return {};
  return {
    title: item.title ?? item.levelOne,
    description: item.content,
    other: await columnMeta(locale, {
      name: item.title ?? item.levelOne,
      description: item.content,
      keywords: [labelOf(DOMAINS, domain, locale), item.levelOne],
      type: labelOf(DOMAINS, domain, locale),
    }),
    alternates: alternatesOf(locale, `/disclosure/catalogue/${domain}/${slug}`),
  };
}

export default async function CatalogueItemPage({ params, searchParams }: Props) {
  const { locale, domain, item: slug } = await params;
  setRequestLocale(locale);
  const item = await findCatalogueItem(slug, locale, dayOf(new Date()));
  if (!item || item.domain !== domain) notFound();
  const t = await getTranslations('catalogue');
  const platform = await getTranslations('platform');
  const { page } = readAddress(await searchParams);
  const { items, total } = await documentsUnderItem(item.id, locale, page);
  const name = labelOf(DOMAINS, domain, locale);
  const path = `/disclosure/catalogue/${domain}/${slug}`;
  const lang = locale === 'en' ? 'zh-CN' : undefined;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: platform('title'), href: '/disclosure' },
          { label: t('title'), href: '/disclosure/catalogue' },
          { label: name, href: `/disclosure/catalogue/${domain}` },
        ]}
      />
      <PageTitle
        eyebrow={item.levelTwo ? <span lang={lang}>{item.levelOne}</span> : undefined}
        title={item.levelTwo || item.levelOne}
        lang={lang}
      />
      {item.retired && <Notice kind="warn">{t('retired')}</Notice>}
      {item.daysLate !== undefined && (
        <p className={styles.late}>
          {t('dueOn', { date: formatDate(item.dueOn ?? '', locale) })}
          {t('comma')}
          {t('daysLate', { days: item.daysLate })}
        </p>
      )}
      <MetadataTable rows={rowsOf(item, t, lang)} />
      <Section title={t('publishedUnder')} id="documents">
        {items.length > 0 ? (
          <>
            <DocumentList
              items={items.map((document) => documentItem(document, locale))}
              headingLevel={3}
            />
            <Pagination
              page={page}
              perPage={ITEM_DOCUMENTS_PER_PAGE}
              total={total}
              hrefFor={(number) => (number > 1 ? `${path}?page=${number}` : path)}
            />
          </>
        ) : (
          <EmptyState title={t('nothingYet')} headingLevel={3}>
            <p>{t('nothingYetText')}</p>
            <Link href="/applications">{t('apply')}</Link>
          </EmptyState>
        )}
      </Section>
    </>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<'catalogue'>>>;

function rowsOf(item: ItemRow, t: Words, lang: string | undefined) {
  const audience = t(`audiences.${item.audience ?? 'all'}`);
  return [
    { term: t('columns.content'), value: item.content, wide: true, lang },
    { term: t('columns.basis'), value: item.basis?.split('\n').join('；'), wide: true, lang },
    { term: t('columns.timeLimit'), value: item.timeLimit, lang },
    {
      term: t('renewalLabel'),
      value: item.reviewDays ? t('renewal', { days: item.reviewDays }) : undefined,
    },
    { term: t('columns.agency'), value: item.agencyName || item.agency?.name, lang },
    { term: t('columns.channels'), value: item.channels?.join('、'), lang },
    {
      term: t('columns.audience'),
      value: item.audienceNote ? `${audience}${t('colon')}${item.audienceNote}` : audience,
    },
    { term: t('columns.way'), value: t(`ways.${item.way ?? 'proactive'}`) },
    {
      term: t('columns.level'),
      value: item.levels?.map((level) => t(`levels.${level}`)).join(t('listComma')),
    },
  ];
}
