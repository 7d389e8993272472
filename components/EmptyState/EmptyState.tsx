import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

export type EmptyStateProps = { title: ReactNode; children?: ReactNode; headingLevel?: 2 | 3 | 4 };

/** Nothing here: why, and what to do next. */
export function EmptyState({ title, children, headingLevel = 2 }: EmptyStateProps) {
  const Title = `h${headingLevel}` as const;
  return (
    <div className={styles.empty}>
      <Title className={styles.title}>{title}</Title>
      {children && <div className={styles.content}>{children}</div>}
    </div>
  );
}
