import type { ReactNode } from 'react';
import { Columns } from '@/components/Columns/Columns';
import { DocumentList, type DocumentItem } from '@/components/DocumentList/DocumentList';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { ChosenFilters, FilterPanel } from '@/components/FilterPanel/FilterPanel';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { Pagination } from '@/components/Pagination/Pagination';
import { SearchBox } from '@/components/SearchBox/SearchBox';
import {
  chosenItems,
  faceted,
  facetGroups,
  writeListAddress,
  type ListAddress,
  type ListFacet,
} from '@/queries/faceted';
import styles from './FacetedList.module.css';

type Props<Row> = {
  /** Path without the language; also the name of the list to take along and of its feed. */
  path: string;
  /** Those that the question found, in order. */
  rows: readonly Row[];
  facets: readonly ListFacet<Row>[];
  address: ListAddress;
  perPage: number;
  item: (row: Row) => DocumentItem;
  words: { filters: string; search: string; hint?: string; empty: string };
  /** What stands above the list, of the rows that pass the filters. */
  count: (rows: readonly Row[]) => ReactNode;
  /** Where nothing fits. */
  otherwise: ReactNode;
  most: number;
  /** What else to do, below the list. */
  after?: ReactNode;
};

/** A list of some hundred records with a box that searches among them, filters with counts, pages and files. */
export function FacetedList<Row>(props: Props<Row>) {
  const { path, rows, facets, address, perPage, item, words, count, otherwise, most, after } =
    props;
  const { text, chosen, page } = address;
  const { rows: passing, counted } = faceted(rows, facets, chosen);
  const shown = passing.slice((page - 1) * perPage, page * perPage);
  const groups = facetGroups(facets, counted, chosen);
  return (
    <Columns
      sideAt="left"
      side={
        groups.length > 0 && (
          <FilterPanel
            action={path}
            label={words.filters}
            hidden={text ? { q: text } : {}}
            groups={groups}
          />
        )
      }
    >
      <SearchBox
        size="medium"
        action={path}
        label={words.search}
        hint={words.hint}
        defaultValue={text}
        hidden={chosen}
      />
      <ChosenFilters
        items={chosenItems(path, facets, address)}
        clearHref={writeListAddress(path, { text })}
      />
      <div role="status">{passing.length > 0 && count(passing)}</div>
      {shown.length > 0 ? (
        <>
          <DocumentList items={shown.map(item)} headingLevel={2} />
          <Pagination
            page={page}
            perPage={perPage}
            total={passing.length}
            hrefFor={(number) => writeListAddress(path, { ...address, page: number })}
          />
          <ListDownloads
            list={path.slice(1)}
            query={writeListAddress('', { text, chosen }).slice(1)}
            feed={`/feeds${path}.atom`}
            total={passing.length}
            most={most}
          />
        </>
      ) : (
        <EmptyState title={words.empty}>{otherwise}</EmptyState>
      )}
      {after && <div className={styles.after}>{after}</div>}
    </Columns>
  );
}
