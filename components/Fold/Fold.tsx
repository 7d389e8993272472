import type { ReactNode } from 'react';
import styles from './Fold.module.css';

export type FoldProps = { summary: string; open?: boolean; children: ReactNode };

/** Something a reader may want to see, one step away: the count of a deadline, the sums of a table. */
export function Fold({ summary, open, children }: FoldProps) {
  return (
    <details open={open}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
