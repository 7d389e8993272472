import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { CountOpened } from '@/components/CountOpened/CountOpened';
import { ChosenFilters, FilterPanel } from '@/components/FilterPanel/FilterPanel';
import { FollowLink } from '@/components/FollowLink/FollowLink';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Pagination } from '@/components/Pagination/Pagination';
import { SearchBox } from '@/components/SearchBox/SearchBox';
import { countedTotal } from '@/domain/searches/counted-total';
import { getPathname } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { chosenFilters, filterGroups } from '@/queries/filter-groups';
import { filterWords } from '@/queries/filter-words';
import { searchPublished } from '@/queries/search';
import { pingFor } from '@/queries/search-clicks';
import { countSearch } from '@/queries/search-counts';
import {
  MOST_PAGES,
  readAddress,
  writeAddress,
  type AddressValues,
  type SearchAddress,
} from '@/queries/search-address';
import type { FacetName } from '@/search/engine';
import { MOST_ROWS } from '@/transfer/export/lists/list';
import { feedOf } from '../alternates';
import { columnMeta } from '../national-meta';
import { pathAskedFor, receiptOf } from './asked-elsewhere';
import { Kinds, Sorts } from './Choices';
import { Direct } from './Direct';
import { Nothing, TryAgain } from './Nothing';
import { Receipt } from './Receipt';
import { Results } from './Results';
import { Told } from './Told';
import styles from './search.module.css';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** Made for each question, unlike the pages that are kept. */
export const dynamic = 'force-dynamic';

const PATH = '/search';
const PER_PAGE = 20;
/** In the form; kinds of content stand above the results instead. */
const SHOWN: FacetName[] = [
  'kind',
  'agency',
  'validity',
  'year',
  'theme',
  'topic',
  'hasInterpretation',
  'fileType',
  'category',
  'column',
];

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ locale }, values] = await Promise.all([params, searchParams]);
  const t = await getTranslations({ locale, namespace: 'search' });
  const { text, filters } = readAddress(values);
  return {
    title: text ? t('titleFor', { text }) : t('title'),
    // Result pages are for people; a robot finds each document at its own address.
    robots: { index: false },
    alternates: feedOf(locale, writeAddress(FEED, { text, filters })),
    other: await columnMeta(locale, 'search'),
  };
}

const FEED = '/feeds/search.atom';

export default async function SearchPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('search');
  const values = await searchParams;
  const elsewhere = await pathAskedFor(values, getPathname({ href: PATH, locale }));
  if (elsewhere !== null) redirect(elsewhere);
  const receipt = receiptOf(values);
  if (receipt) return <Receipt asked={receipt} />;
  const address = readAddress(values);
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
  if (result.trouble === null) {
    countSearch({
      question: text,
      total: countedTotal(result),
      isFirstPage: page === 1 && !sort,
      hasFilters: Object.keys(filters).length > 0,
    });
  }
  const ping = pingFor(text);
  const direct = page === 1 && (sort ?? 'relevance') === 'relevance' ? result.direct : null;
  // What is answered above is not listed a second time.
  const hits = result.hits.filter(({ id }) => id !== direct?.hit.id);
  const versions = result.hits.find(({ id }) => id === direct?.hit.id)?.versions ?? [];
  const isFound = result.hits.length > 0 || direct !== null;
  /** Files and feed hold what is shown, also where the question was read otherwise. */
  const shown: Partial<SearchAddress> = { text: result.answeredFor ?? text, filters };
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={text ? t('titleFor', { text }) : t('title')} />
      <SearchBox
        size="medium"
        defaultValue={text}
        hint={text ? undefined : t('hint')}
        hidden={chosenOf(address)}
      />
      {result.trouble === null && (
        <Kinds counts={result.facets.collection} address={address} path={PATH} />
      )}
      <Columns
        sideAt="left"
        side={
          <FilterPanel
            action={PATH}
            hidden={{
              ...(text && { q: text }),
              ...(sort && { sort }),
              ...(filters.collection && { collection: filters.collection }),
            }}
            groups={filterGroups(SHOWN, result.facets, filters, words, locale)}
          />
        }
      >
        <ChosenFilters
          items={chosenFilters(PATH, SHOWN, address, words, locale)}
          clearHref={writeAddress(PATH, {
            text,
            filters: { collection: filters.collection },
            sort,
          })}
        />
        <div className={styles.head}>
          <p role="status" className={styles.count}>
            {result.trouble === null
              ? t('count', { total: result.total })
              : t(`trouble.${result.trouble}`)}
            {/* An article that is answered was found, though the law counts in characters (第三十九条) what was typed in digits. */}
            {isFound && result.isRelaxed && !result.direct && ` ${t('relaxed')}`}
            {result.isCut && ` ${t('cut')}`}
          </p>
          {result.total > 1 && <Sorts address={address} path={PATH} />}
        </div>
        <Told result={result} address={address} path={PATH} />
        <CountOpened>
          {direct && <Direct direct={direct} versions={versions} locale={locale} ping={ping} />}
          {hits.length > 0 && <Results hits={hits} locale={locale} ping={ping} />}
        </CountOpened>
        {isFound && (
          <>
            {result.total > PER_PAGE && (
              <Pagination
                page={page}
                perPage={PER_PAGE}
                total={result.total}
                mostPages={MOST_PAGES}
                hrefFor={(number) => writeAddress(PATH, { ...address, page: number })}
              />
            )}
            <ListDownloads
              list="search"
              query={writeAddress('', { ...shown, sort }).slice(1)}
              feed={writeAddress(FEED, shown)}
              follow={{ subject: 'search', target: writeAddress('', shown).slice(1) }}
              total={result.total}
              most={MOST_ROWS}
            />
          </>
        )}
        {!isFound && result.trouble === null && (
          <>
            <Nothing address={address} words={words} path={PATH} />
            {text && (
              <FollowLink subject="search" target={writeAddress('', { text, filters }).slice(1)} />
            )}
          </>
        )}
        {result.trouble !== null && <TryAgain address={address} path={PATH} />}
      </Columns>
    </>
  );
}

/** What stays chosen when another question is asked; each of them is shown, and can be taken away. */
function chosenOf({ filters, sort }: SearchAddress): Record<string, string | readonly string[]> {
  const { publishedFrom, publishedTo, ...facets } = filters;
  return {
    ...facets,
    ...(publishedFrom && { from: publishedFrom }),
    ...(publishedTo && { to: publishedTo }),
    ...(sort && { sort }),
  };
}
