import type { ReactNode } from 'react';
import styles from './ScrollRegion.module.css';

export type ScrollRegionProps = {
  label: string;
  /** A table with a head that stays: it scrolls down inside itself too, where the screen is wide. */
  isTall?: boolean;
  children: ReactNode;
};

/** Something wider than a phone that scrolls inside itself; the keyboard can reach and scroll it. */
export function ScrollRegion({ label, isTall = false, children }: ScrollRegionProps) {
  return (
    <div
      className={isTall ? `${styles.region} ${styles.tall}` : styles.region}
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      {children}
    </div>
  );
}
