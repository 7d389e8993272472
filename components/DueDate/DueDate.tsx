import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDate } from '../DateText/format-date';
import { Fold } from '../Fold/Fold';
import styles from './DueDate.module.css';

export type DueDateProps = {
  /** YYYY-MM-DD */
  day: string;
  /** Working days left; 0 on the day itself, below 0 when overdue. */
  workdaysLeft: number;
  /** The holiday notice of that year is not out yet. */
  provisional?: boolean;
  label?: string;
  /** How the day was counted; folded under the date, and open on paper. */
  explanation?: ReactNode;
};

/** The day by which the office must reply, large enough to be the answer to 什么时候. */
export function DueDate({ day, workdaysLeft, provisional, label, explanation }: DueDateProps) {
  const t = useTranslations('shell');
  const late = workdaysLeft < 0;
  const left = late
    ? t('due.late', { days: -workdaysLeft })
    : workdaysLeft === 0
      ? t('due.today')
      : t('due.left', { days: workdaysLeft });
  return (
    <div className={late ? `${styles.due} ${styles.late}` : styles.due}>
      <p className={styles.label}>{label ?? t('due.label')}</p>
      <p className={styles.left}>{left}</p>
      <p className={styles.day}>
        <time dateTime={day}>{formatDate(day, useLocale())}</time>
        {provisional && <span className={styles.provisional}>{t('due.provisional')}</span>}
      </p>
      <Explanation>{explanation}</Explanation>
    </div>
  );
}

export type DueStoppedProps = {
  /** That the period stands still, or how it ended. */
  title: string;
  /** What is waited for, and until when at most. */
  children?: ReactNode;
  explanation?: ReactNode;
};

/** In place of the due date while the period stands still, or after it ended. */
export function DueStopped({ title, children, explanation }: DueStoppedProps) {
  const t = useTranslations('shell');
  return (
    <div className={`${styles.due} ${styles.stopped}`}>
      <p className={styles.label}>{t('due.label')}</p>
      <p className={styles.title}>{title}</p>
      {children}
      <Explanation>{explanation}</Explanation>
    </div>
  );
}

function Explanation({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  if (!children) return null;
  return (
    <div className={styles.explanation}>
      <Fold summary={t('due.how')}>{children}</Fold>
    </div>
  );
}
