import { useTranslations } from 'next-intl';
import type { Cell } from '@/domain/catalogue/matrix';
import styles from './matrix.module.css';

/** What is not published yet and what is late, in words; `whole` also says that nothing is. */
export function Gaps({ cell, whole = false }: { cell: Cell; whole?: boolean }) {
  const t = useTranslations('catalogue.matrix');
  const { items, nothing, late, documents } = cell;
  if (items === 0 && documents === 0) return whole ? <>{t('none')}</> : null;
  const isOnRequest = documents === 0 && nothing === 0 && cell['on-request'] > 0;
  return (
    <>
      {nothing > 0 && <span className={styles.gap}>{t('nothing', { count: nothing })}</span>}
      {late > 0 && <span className={styles.late}>{t('late', { count: late })}</span>}
      {isOnRequest && <span className={styles.gap}>{t('onRequest')}</span>}
      {whole && nothing === 0 && late === 0 && !isOnRequest && t('upToDate')}
    </>
  );
}
