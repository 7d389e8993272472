import type { ReactNode } from 'react';
import styles from './PageTitle.module.css';

export type PageTitleProps = {
  title: ReactNode;
  /** The line above: a form, a kind, a year. */
  eyebrow?: ReactNode;
  /** One or two sentences: what this page is for. */
  lead?: ReactNode;
  /** An official document: its number under the title, then the red rule. */
  official?: boolean;
  number?: string;
  lang?: string;
  /** 1 unless it only shows a title, as in the list of components. */
  level?: 1 | 2 | 3 | 4;
};

/** The one h1 of a page. A title of eighty characters wraps in balance and never shrinks. */
export function PageTitle({
  title,
  eyebrow,
  lead,
  official,
  number,
  lang,
  level = 1,
}: PageTitleProps) {
  const Title = `h${level}` as const;
  return (
    <header className={official ? `${styles.head} ${styles.official}` : styles.head}>
      {eyebrow && <div className={styles.eyebrow}>{eyebrow}</div>}
      <Title className={styles.title} lang={lang}>
        {title}
      </Title>
      {number && (
        <p className={styles.number} lang={lang}>
          {number}
        </p>
      )}
      {lead && <div className={styles.lead}>{lead}</div>}
    </header>
  );
}
