import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { ChosenFilters, FilterPanel } from '@/components/FilterPanel/FilterPanel';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Pagination } from '@/components/Pagination/Pagination';
import { SearchBox } from '@/components/SearchBox/SearchBox';
import type { Locale } from '@/i18n/routing';
import { chosenFilters, filterGroups } from '@/queries/filter-groups';
import { filterWords } from '@/queries/filter-words';
import { searchPublished } from '@/queries/search';
import { readAddress, writeAddress, type AddressValues } from '@/queries/search-address';
import type { FacetName } from '@/search/engine';
import { MOST_ROWS } from '@/transfer/export/lists/list';
import { Results } from './Results';
import styles from './search.module.css';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** Made for each question, unlike the pages that are kept. */
export const dynamic = 'force-dynamic';

const PATH = '/search';
const PER_PAGE = 20;
const SHOWN: FacetName[] = [
  'collection',
  'kind',
  'theme',
  'agency',
  'validity',
  'year',
  'hasInterpretation',
];

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ locale }, values] = await Promise.all([params, searchParams]);
  const t = await getTranslations({ locale, namespace: 'search' });
  const { text } = readAddress(values);
  return {
    title: text ? t('titleFor', { text }) : t('title'),
    // Result pages are for people; a robot finds each document at its own address.
    robots: { index: false },
  };
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('search');
  const address = readAddress(await searchParams);
  const { text, filters, sort, page } = address;
  const [result, words] = await Promise.all([
    searchPublished(
      {
        text,
        filters,
        sort: sort ?? (text ? 'relevance' : 'newest'),
        offset: (page - 1) * PER_PAGE,
        limit: PER_PAGE,
      },
      locale,
    ),
    filterWords(locale),
  ]);
  const sorts = ['relevance', 'newest'] as const;
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={text ? t('titleFor', { text }) : t('title')} />
      <Columns
        sideAt="left"
        side={
          <FilterPanel
            action={PATH}
            hidden={{ ...(text && { q: text }), ...(sort && { sort }) }}
            groups={filterGroups(SHOWN, result.facets, filters, words, locale)}
          />
        }
      >
        <SearchBox size="medium" defaultValue={text} />
        <ChosenFilters
          items={chosenFilters(PATH, SHOWN, address, words, locale)}
          clearHref={writeAddress(PATH, { text })}
        />
        <p role="status" className={styles.count}>
          {t('count', { total: result.total })}
          {result.isRelaxed && ` ${t('relaxed')}`}
          {result.isCut && ` ${t('cut')}`}
        </p>
        {result.total > 1 && text !== '' && (
          <ul className={styles.sorts} aria-label={t('sort.label')}>
            {sorts.map((name) => {
              const isCurrent = (sort ?? 'relevance') === name;
              return (
                <li key={name}>
                  <Link
                    href={writeAddress(PATH, { ...address, page: 1, sort: name })}
                    aria-current={isCurrent ? 'true' : undefined}
                  >
                    {t(`sort.${name}`)}
                  </Link>
                </li>
              );
            })}
          </ul>
        )}
        {result.hits.length > 0 ? (
          <>
            <Results hits={result.hits} locale={locale} />
            <Pagination
              page={page}
              perPage={PER_PAGE}
              total={result.total}
              hrefFor={(number) => writeAddress(PATH, { ...address, page: number })}
            />
            <ListDownloads
              list="search"
              query={writeAddress('', { text, filters, sort }).slice(1)}
              total={result.total}
              most={MOST_ROWS}
            />
          </>
        ) : (
          <EmptyState title={t('empty.title')}>
            <ul>
              <li>{t('empty.shorter')}</li>
              {Object.keys(filters).length > 0 && (
                <li>
                  <Link href={writeAddress(PATH, { text })}>{t('empty.wider')}</Link>
                </li>
              )}
              <li>
                <Link href="/documents">{t('empty.browse')}</Link>
              </li>
              <li>
                <Link
                  href={`/applications/new${text ? `?informationTitle=${encodeURIComponent(text)}` : ''}`}
                >
                  {t('empty.apply')}
                </Link>
              </li>
            </ul>
          </EmptyState>
        )}
      </Columns>
    </>
  );
}
