import { useTranslations } from 'next-intl';
import { Link } from '../Link/Link';
import { pageWindow } from './page-window';
import styles from './Pagination.module.css';

export type PaginationProps = {
  /** From 1. */
  page: number;
  perPage: number;
  total: number;
  /** Pages beyond these are not given, however many records there are. */
  mostPages?: number;
  hrefFor: (page: number) => string;
};

/** Pages with totals; nothing but the total where one page holds all. */
export function Pagination({ page, perPage, total, mostPages, hrefFor }: PaginationProps) {
  const t = useTranslations('shell');
  const pageCount = Math.min(Math.max(1, Math.ceil(total / perPage)), mostPages ?? Infinity);
  const first = (page - 1) * perPage + 1;
  const range = { total, first, last: Math.min(total, page * perPage) };
  if (total === 0) return null;
  if (pageCount === 1) {
    return <p className={`${styles.total} ${styles.alone}`}>{t('pages.total', { total })}</p>;
  }
  return (
    <nav className={styles.pagination} aria-label={t('pages.label')}>
      <p className={styles.total}>
        {t('pages.range', range)}
        {mostPages !== undefined && total > mostPages * perPage && t('pages.most', { mostPages })}
      </p>
      <ul className={styles.pages}>
        {page > 1 && (
          <li>
            <Link href={hrefFor(page - 1)} rel="prev" className={styles.step}>
              {t('pages.previous')}
            </Link>
          </li>
        )}
        <li className={styles.brief} aria-hidden="true">
          {t('pages.brief', { page, pageCount })}
        </li>
        {pageWindow(page, pageCount).map((n, i) => (
          <li key={i} className={styles.each}>
            {n === 'gap' ? (
              <span className={styles.gap}>…</span>
            ) : (
              <Link
                href={hrefFor(n)}
                className={styles.page}
                aria-label={t('pages.page', { page: n })}
                aria-current={n === page ? 'page' : undefined}
              >
                {n}
              </Link>
            )}
          </li>
        ))}
        {page < pageCount && (
          <li>
            <Link href={hrefFor(page + 1)} rel="next" className={styles.step}>
              {t('pages.next')}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
