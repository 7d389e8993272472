import { useTranslations } from 'next-intl';
import { Link } from '@/components/Link/Link';
import type { CountedColumn } from '@/queries/columns';
import styles from './disclosure.module.css';

/** Columns with how many documents stand in each and below it. */
export function CountedList({ columns }: { columns: CountedColumn[] }) {
  const t = useTranslations('platform');
  return (
    <ul className={styles.children}>
      {columns.map((column) => (
        <li key={column.id} className={styles.countedItem}>
          <Link href={`/disclosure/columns/${column.slug}`} className={styles.label}>
            {column.name}
          </Link>
          <span className={styles.count}>
            {column.count > 0 ? t('statutory.count', { count: column.count }) : t('statutory.none')}
          </span>
        </li>
      ))}
    </ul>
  );
}
