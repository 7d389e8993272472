import { Children, type ReactNode } from 'react';
import styles from './MetaLine.module.css';

export type MetaLineProps = { children: ReactNode };

/** One line of facts, parted by dots: number · agency · date · validity. Empty children are left out. */
export function MetaLine({ children }: MetaLineProps) {
  return (
    <p className={styles.line}>
      {Children.toArray(children).map((child, i) => (
        // The space lets the line break and keeps the facts apart when copied or read aloud.
        <span key={i} className={styles.fact}>
          {child}{' '}
        </span>
      ))}
    </p>
  );
}
