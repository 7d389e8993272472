import type { ReactNode } from 'react';
import styles from './Notice.module.css';

export type NoticeProps = {
  kind?: 'info' | 'warn' | 'repealed';
  title?: ReactNode;
  children?: ReactNode;
  /** Read out at once, for what has just happened. */
  live?: boolean;
};

/** Something the reader must know before reading on. `repealed` is for a text that is no longer law. */
export function Notice({ kind = 'info', title, children, live = false }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role={live ? 'status' : undefined}>
      {title && <p className={styles.title}>{title}</p>}
      {children && <div className={styles.content}>{children}</div>}
    </div>
  );
}
