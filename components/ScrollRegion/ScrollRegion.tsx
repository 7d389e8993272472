import type { ReactNode } from 'react';
import styles from './ScrollRegion.module.css';

export type ScrollRegionProps = { label: string; children: ReactNode };

/** Something wider than a phone that scrolls inside itself; the keyboard can reach and scroll it. */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
  return (
    <div className={styles.region} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
