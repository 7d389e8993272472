import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { FilterPanel } from '@/components/FilterPanel/FilterPanel';
import { InterpretationList } from '@/components/InterpretationList/InterpretationList';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Pagination } from '@/components/Pagination/Pagination';
import { FORMS } from '@/domain/catalogue/codes';
import type { Locale } from '@/i18n/routing';
import { interpretationItem } from '@/queries/document-items';
import {
  INTERPRETATIONS_PER_PAGE,
  interpretationChoices,
  interpretationsQuery,
  listInterpretations,
  readInterpretationFilters,
} from '@/queries/interpretations';
import { readAddress, type AddressValues } from '@/queries/search-address';
import { MOST_ROWS } from '@/transfer/export/lists/list';
import { alternatesOf } from '../alternates';
import { columnMeta } from '../national-meta';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** The form is in the address: made for each question, unlike the pages that are kept. */
export const dynamic = 'force-dynamic';

const PATH = '/interpretations';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'interpretations' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, '/interpretations', '/feeds/interpretations.atom'),
    other: await columnMeta(locale, 'interpretations'),
  };
}

export default async function InterpretationsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('interpretations');
  const values = await searchParams;
  const { page } = readAddress(values);
  const filters = readInterpretationFilters(values);
  const { form, agency, year } = filters;
  const [{ items, total }, choices] = await Promise.all([
    listInterpretations(filters, locale, page),
    interpretationChoices(locale),
  ]);
  const query = interpretationsQuery(filters);
  const isFiltered = query !== '';
  const options = [
    { value: '', label: t('allForms') },
    ...FORMS.map(({ code, zh, en }) => ({ value: code, label: locale === 'en' ? en : zh })),
  ];
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
              { kind: 'radios', name: 'form', label: t('form'), options, chosen: form ?? '' },
              {
                kind: 'select',
                name: 'agency',
                label: t('agency'),
                options: [
                  { value: '', label: t('allAgencies') },
                  ...choices.agencies.map(({ slug, name }) => ({ value: slug, label: name })),
                ],
                chosen: agency ?? '',
              },
              {
                kind: 'select',
                name: 'year',
                label: t('year'),
                options: [
                  { value: '', label: t('allYears') },
                  ...choices.years.map((one) => ({
                    value: one,
                    label: t('yearOf', { year: one }),
                  })),
                ],
                chosen: year ?? '',
              },
            ]}
          />
        }
      >
        {isFiltered && total > 0 && (
          <p role="status">
            {t('count', { count: total })} <Link href={PATH}>{t('all')}</Link>
          </p>
        )}
        {items.length > 0 ? (
          <>
            <InterpretationList
              items={items.map((item) => interpretationItem(item, locale))}
              headingLevel={2}
            />
            <Pagination
              page={page}
              perPage={INTERPRETATIONS_PER_PAGE}
              total={total}
              hrefFor={(number) => {
                const behind = interpretationsQuery(filters, number);
                return behind ? `${PATH}?${behind}` : PATH;
              }}
            />
            <ListDownloads
              list="interpretations"
              query={query}
              feed={
                form ? `/feeds/interpretations/form/${form}.atom` : '/feeds/interpretations.atom'
              }
              total={total}
              most={MOST_ROWS}
            />
          </>
        ) : (
          <EmptyState title={t('empty')}>
            <Link href={PATH}>{t('all')}</Link>
          </EmptyState>
        )}
      </Columns>
    </>
  );
}
