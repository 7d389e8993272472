import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { FilterPanel } from '@/components/FilterPanel/FilterPanel';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Pagination } from '@/components/Pagination/Pagination';
import { labelOf } from '@/domain/catalogue/codes';
import { CONSULTATION_KINDS } from '@/domain/consultations/codes';
import { CONSULTATION_STATES } from '@/domain/consultations/state';
import type { Locale } from '@/i18n/routing';
import {
  agencyOfConsultation,
  consultationsAddress,
  CONSULTATIONS_PER_PAGE,
  listConsultations,
  readConsultationFilters,
} from '@/queries/consultations';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import { readAddress, type AddressValues } from '@/queries/search-address';
import { MOST_ROWS } from '@/transfer/export/lists/list';
import { alternatesOf } from '../alternates';
import { columnMeta } from '../national-meta';
import { timeOf } from './time-of';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** Where each consultation stands depends on the hour, and the filters are in the address. */
export const dynamic = 'force-dynamic';

const PATH = '/consultations';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'consultations' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, PATH, '/feeds/consultations.atom'),
    other: await columnMeta(locale, 'consultations'),
  };
}

export default async function ConsultationsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('consultations');
  const values = await searchParams;
  const { page } = readAddress(values);
  const filters = readConsultationFilters(values);
  const found = await listConsultations(filters, locale, { now: new Date().toISOString(), page });
  const { items, total, counts, agencies } = found;
  const kinds = CONSULTATION_KINDS.map(({ code }) => ({
    value: code as string,
    label: labelOf(CONSULTATION_KINDS, code, locale),
  }));
  const counted = <Option extends { value: string }>(of: Map<string, number>, options: Option[]) =>
    options.map((option) => ({ ...option, count: of.get(option.value) ?? 0 }));
  const years = [...new Set([...counts.year.keys(), ...(filters.year ? [filters.year] : [])])]
    .sort()
    .reverse();
  const query = consultationsAddress(filters).split('?')[1];
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <Columns
        sideAt="left"
        side={
          <FilterPanel
            action={PATH}
            groups={[
              {
                kind: 'radios',
                name: 'state',
                label: t('filters.state'),
                chosen: filters.state ?? '',
                options: [
                  { value: '', label: t('filters.all') },
                  ...counted(
                    counts.state,
                    CONSULTATION_STATES.map((state) => ({
                      value: state as string,
                      label: t(`states.${state}`),
                    })),
                  ),
                ],
              },
              {
                kind: 'radios',
                name: 'kind',
                label: t('filters.kind'),
                chosen: filters.kind ?? '',
                options: [{ value: '', label: t('filters.all') }, ...counted(counts.kind, kinds)],
              },
              {
                kind: 'select',
                name: 'agency',
                label: t('filters.agency'),
                chosen: filters.agency ?? '',
                options: [
                  { value: '', label: t('filters.allAgencies') },
                  ...counted(
                    counts.agency,
                    agencies.map(({ slug, name }) => ({ value: slug, label: name })),
                  ).filter(({ value, count }) => count > 0 || value === filters.agency),
                ],
              },
              {
                kind: 'select',
                name: 'year',
                label: t('filters.year'),
                chosen: filters.year ?? '',
                options: [
                  { value: '', label: t('filters.allYears') },
                  ...counted(
                    counts.year,
                    years.map((year) => ({ value: year, label: t('filters.yearOf', { year }) })),
                  ),
                ],
              },
            ]}
          />
        }
      >
        {items.length > 0 ? (
          <>
            <p>{t('count', { count: total })}</p>
            <DocumentList
              headingLevel={2}
              items={items.map((item) => ({
                href: `${PATH}/${item.slug}`,
                ...titleIn(locale, item),
                note: t(`states.${item.state}`),
                kind: labelOf(CONSULTATION_KINDS, item.kind, locale),
                agency: agencyOfConsultation(item)?.name,
                date: dayOrNothing(item.publishedOn),
                excerpt: [timeOf(item, locale, t), summaryOf(item, locale)]
                  .filter(Boolean)
                  .join(locale === 'en' ? '. ' : '。'),
              }))}
            />
            <Pagination
              page={page}
              perPage={CONSULTATIONS_PER_PAGE}
              total={total}
              hrefFor={(number) => consultationsAddress(filters, number)}
            />
            <ListDownloads
              list="consultations"
              query={query}
              feed={
                filters.kind
                  ? `/feeds/consultations/kind/${filters.kind}.atom`
                  : '/feeds/consultations.atom'
              }
              total={total}
              most={MOST_ROWS}
            />
          </>
        ) : (
          <EmptyState title={t('empty')}>
            <Link href={PATH}>{t('emptyAll')}</Link>
          </EmptyState>
        )}
      </Columns>
    </>
  );
}

const summaryOf = (
  { summary, english }: { summary?: string | null; english?: { summary?: string | null } },
  locale: Locale,
): string => (locale === 'en' && english?.summary) || (summary ?? '');
