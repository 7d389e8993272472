import type { ReactNode } from 'react';
import styles from './Columns.module.css';

export type ColumnsProps = {
  children: ReactNode;
  side?: ReactNode;
  /** Where the side column stands on a desk; filters and contents left, related things right. */
  sideAt?: 'left' | 'right';
  /** On a phone the side column comes first (filters, contents) unless it is 'last'. */
  onPhone?: 'first' | 'last';
};

/** Content and one side column. */
export function Columns({ children, side, sideAt = 'right', onPhone }: ColumnsProps) {
  const order = onPhone ?? (sideAt === 'left' ? 'first' : 'last');
  const aside = side && <div className={styles.side}>{side}</div>;
  return (
    <div className={`${styles.columns} ${styles[sideAt]}`}>
      {order === 'first' && aside}
      <div className={styles.content}>{children}</div>
      {order === 'last' && aside}
    </div>
  );
}

/** Two columns of equal weight, one under the other on a phone. */
export function Halves({ children }: { children: ReactNode }) {
  return <div className={styles.halves}>{children}</div>;
}
