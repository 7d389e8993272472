import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateText } from '../DateText/DateText';
import styles from './Timeline.module.css';

export type TimelineStep = {
  state: 'done' | 'now' | 'next';
  title: ReactNode;
  /** YYYY-MM-DD */
  date?: string;
  text?: ReactNode;
  overdue?: boolean;
};
export type TimelineProps = { steps: TimelineStep[]; label?: string };

/** What happened, where it stands, what comes; the state is spoken, not only drawn. */
export function Timeline({ steps, label }: TimelineProps) {
  const t = useTranslations('shell');
  return (
    <ol className={styles.timeline} aria-label={label}>
      {steps.map((step, i) => (
        <li
          key={i}
          className={`${styles.step} ${styles[step.state]} ${step.overdue ? styles.overdue : ''}`}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <p className={styles.title}>
            {step.title}
            <span className={styles.state}>{t(`step.${step.state}`)}</span>
          </p>
          {step.date && <DateText day={step.date} className={styles.date} />}
          {step.text && <div className={styles.text}>{step.text}</div>}
        </li>
      ))}
    </ol>
  );
}
