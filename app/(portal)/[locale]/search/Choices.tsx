import { useTranslations } from 'next-intl';
import { Link } from '@/components/Link/Link';
import { writeAddress, type SearchAddress } from '@/queries/search-address';
import type { FacetValue, SearchCollection, SearchSort } from '@/search/engine';
import styles from './search.module.css';

type ChoicesProps = { address: SearchAddress; path: string };

/** Documents, interpretations and so on, each with its number: what kind of answer there is at a glance. */
export function Kinds({ counts, address, path }: ChoicesProps & { counts: FacetValue[] }) {
  const t = useTranslations('search');
  const chosen = address.filters.collection ?? [];
  // A record is of one collection, and a facet's own choice is left aside in its counts.
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const missing = chosen.filter((value) => !counts.some((found) => found.value === value));
  const values = [...counts, ...missing.map((value) => ({ value, count: 0 }))];
  if (values.length < 2 && chosen.length === 0) return null;
  const kinds = [
    { value: undefined, count: all, label: t('kinds.all'), isCurrent: chosen.length === 0 },
    ...values.map(({ value, count }) => ({
      value,
      count,
      label: t(`facetValues.collection.${value as SearchCollection}`),
      isCurrent: chosen.includes(value),
    })),
  ];
  return (
    <nav aria-label={t('kinds.label')}>
      <ul className={styles.kinds}>
        {kinds.map(({ value, count, label, isCurrent }) => (
          <li key={value ?? ''}>
            <Link
              href={writeAddress(path, {
                ...address,
                page: 1,
                filters: {
                  ...address.filters,
                  collection: value === undefined ? undefined : [value],
                },
              })}
              aria-current={isCurrent ? 'true' : undefined}
            >
              {label} <span className={styles.number}>{t('kinds.count', { count })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function Sorts({ address, path }: ChoicesProps) {
  const t = useTranslations('search');
  const sorts: SearchSort[] = address.text
    ? ['relevance', 'newest', 'oldest']
    : ['newest', 'oldest'];
  const current = address.sort ?? sorts[0];
  return (
    <nav aria-label={t('sort.label')}>
      <ul className={styles.sorts}>
        {sorts.map((name) => (
          <li key={name}>
            <Link
              href={writeAddress(path, {
                ...address,
                page: 1,
                sort: name === sorts[0] ? undefined : name,
              })}
              aria-current={current === name ? 'true' : undefined}
            >
              {t(`sort.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
