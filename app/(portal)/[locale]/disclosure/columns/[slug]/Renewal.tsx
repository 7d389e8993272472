import { useTranslations } from 'next-intl';
import { formatDate } from '@/components/DateText/format-date';
import { MetaLine } from '@/components/MetaLine/MetaLine';
import { standingOf } from '@/domain/catalogue/coverage';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { ColumnRow } from '@/queries/column-tree';
import styles from '../../disclosure.module.css';

type Props = { column: ColumnRow; last?: Day; locale: string };

/** When a column was last renewed and how often it is to be: what is late is said to everyone. */
export function Renewal({ column, last, locale }: Props) {
  const t = useTranslations('platform.column');
  if (column.retired || (!last && !column.reviewDays)) return null;
  const { daysLate } = standingOf(column, last, dayOf(new Date()));
  const interval = column.reviewDays ? t('interval', { days: column.reviewDays }) : undefined;
  if (!last) return <MetaLine>{t('nothingYet')}</MetaLine>;
  const day = formatDate(last, locale);
  return (
    <MetaLine>
      <span>{t('renewed', { day })}</span>
      {interval && <span>{interval}</span>}
      {daysLate !== undefined && <span className={styles.late}>{t('late')}</span>}
    </MetaLine>
  );
}
