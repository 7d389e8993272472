import type { ReactNode } from 'react';
import styles from './MetadataTable.module.css';

export type MetadataRow = {
  term: string;
  value: ReactNode;
  /** Takes the whole line, e.g. a title. */
  wide?: boolean;
  lang?: string;
};
export type MetadataTableProps = { rows: MetadataRow[] };

/** Terms and values: two columns on a desk, a list on a phone. Rows without a value are left out. */
export function MetadataTable({ rows }: MetadataTableProps) {
  return (
    <dl className={styles.table}>
      {rows
        .filter(({ value }) => value !== undefined && value !== null && value !== '')
        .map((row) => (
          <div key={row.term} className={row.wide ? `${styles.row} ${styles.full}` : styles.row}>
            <dt className={styles.term}>{row.term}</dt>
            <dd className={styles.value} lang={row.lang}>
              {row.value}
            </dd>
          </div>
        ))}
    </dl>
  );
}
