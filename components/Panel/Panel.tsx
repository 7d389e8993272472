import type { ReactNode } from 'react';
import styles from './Panel.module.css';

export type PanelProps = {
  title: ReactNode;
  /** Numbers and codes to keep, large enough to photograph. */
  codes?: { label: string; value: string }[];
  children?: ReactNode;
  headingLevel?: 1 | 2 | 3 | 4;
};

/** It is done: what the reader takes away from a finished task. */
export function Panel({ title, codes = [], children, headingLevel = 1 }: PanelProps) {
  const Title = `h${headingLevel}` as const;
  return (
    <div className={styles.panel}>
      <Title className={styles.title}>{title}</Title>
      {codes.length > 0 && (
        <dl className={styles.codes}>
          {codes.map((code) => (
            <div key={code.label} className={styles.code}>
              <dt className={styles.label}>{code.label}</dt>
              <dd className={styles.value}>{code.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {children && <div className={styles.content}>{children}</div>}
    </div>
  );
}
