import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { ChosenFilters, FilterPanel } from '@/components/FilterPanel/FilterPanel';
import type { FollowLinkProps } from '@/components/FollowLink/FollowLink';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Pagination } from '@/components/Pagination/Pagination';
import { SearchBox } from '@/components/SearchBox/SearchBox';
import { hasCode, KINDS } from '@/domain/catalogue/codes';
import type { Locale } from '@/i18n/routing';
import { documentItem } from '@/queries/document-items';
import { chosenFilters, filterGroups } from '@/queries/filter-groups';
import { filterWords } from '@/queries/filter-words';
import { searchPublished } from '@/queries/search';
import {
  MOST_PAGES,
  readAddress,
  writeAddress,
  type AddressValues,
} from '@/queries/search-address';
import type { FacetName, SearchFilters } from '@/search/engine';
import { MOST_ROWS } from '@/transfer/export/lists/list';
import { alternatesOf } from '../alternates';
import { columnMeta } from '../national-meta';
import { TryAgain } from '../search/Nothing';
import { LotDownload, LotNotice } from './LotDownload';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** The filters are in the address: made for each question, unlike the pages that are kept. */
export const dynamic = 'force-dynamic';

const PATH = '/documents';
const PER_PAGE = 20;
const SHOWN: FacetName[] = ['kind', 'agency', 'validity', 'year', 'theme', 'category', 'column'];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'documents' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, '/documents', '/feeds/documents.atom'),
    other: await columnMeta(locale, 'documents'),
  };
}

/** All documents are a search without words: one mechanism counts, filters and pages both. */
export default async function DocumentsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('documents');
  const changes = await getTranslations('relations.changes');
  const values = await searchParams;
  const address = readAddress(values);
  const { filters, page } = address;
  const [result, words] = await Promise.all([
    searchPublished(
      {
        text: '',
        filters: { ...filters, collection: ['documents'] },
        sort: 'newest',
        offset: (page - 1) * PER_PAGE,
        limit: PER_PAGE,
      },
      locale,
    ),
    filterWords(locale),
  ]);
  const items = result.hits.flatMap((hit) =>
    hit.collection === 'documents' ? [documentItem(hit.record, locale)] : [],
  );
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <Columns
        sideAt="left"
        side={
          <FilterPanel
            action={PATH}
            label={t('filters.label')}
            groups={filterGroups(SHOWN, result.facets, filters, words, locale)}
          />
        }
      >
        <LotNotice problem={[values.download].flat()[0]} total={result.total} />
        <SearchBox size="medium" hidden={{ collection: 'documents' }} />
        <ChosenFilters
          items={chosenFilters(PATH, SHOWN, address, words, locale)}
          clearHref={PATH}
        />
        {result.trouble !== null ? (
          <TryAgain address={address} path={PATH} trouble={result.trouble} />
        ) : items.length > 0 ? (
          <>
            <DocumentList items={items} headingLevel={2} />
            <Pagination
              page={page}
              perPage={PER_PAGE}
              total={result.total}
              mostPages={MOST_PAGES}
              hrefFor={(number) => writeAddress(PATH, { ...address, page: number })}
            />
            <ListDownloads
              list="documents"
              query={writeAddress('', { filters }).slice(1)}
              feed={feedFor(filters)}
              follow={followFor(filters)}
              total={result.total}
              most={MOST_ROWS}
            />
            <LotDownload address={address} total={result.total} />
            <p>
              <Link href="/documents/changes">{changes('linkTitle')}</Link>
            </p>
          </>
        ) : (
          <EmptyState title={t('empty.title')}>
            <p>{t('empty.text')}</p>
            <ul>
              <li>
                <Link href="/search">{t('empty.search')}</Link>
              </li>
              <li>
                <Link href="/applications">{t('empty.apply')}</Link>
              </li>
            </ul>
          </EmptyState>
        )}
      </Columns>
    </>
  );
}

/** A theme alone is followed as such; what else was chosen, as a search. */
function followFor({ theme, ...others }: SearchFilters): FollowLinkProps {
  const [only, ...more] = theme ?? [];
  const isTheme = only && more.length === 0 && Object.keys(others).length === 0;
  const filters = { ...others, theme, collection: ['documents'] };
  return isTheme
    ? { subject: 'theme', target: only }
    : { subject: 'search', target: writeAddress('', { filters }).slice(1) };
}

/** Of one kind alone there is a feed of its own; other filters have none. */
function feedFor({ kind, ...others }: SearchFilters): string {
  const isKindAlone = kind?.length === 1 && Object.keys(others).length === 0;
  return isKindAlone && hasCode(KINDS, kind[0])
    ? `/feeds/documents/kind/${kind[0]}.atom`
    : '/feeds/documents.atom';
}
