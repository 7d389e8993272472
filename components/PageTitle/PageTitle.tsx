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
};

/** The one h1 of a page. A title of eighty characters wraps in balance and never shrinks. */
export function PageTitle({ title, eyebrow, lead, official, number, lang }: PageTitleProps) {
  return (
    <header className={official ? `${styles.head} ${styles.official}` : styles.head}>
      {eyebrow && <div className={styles.eyebrow}>{eyebrow}</div>}
      <h1 className={styles.title} lang={lang}>
        {title}
      </h1>
      {number && (
        <p className={styles.number} lang={lang}>
          {number}
        </p>
      )}
      {lead && <div className={styles.lead}>{lead}</div>}
    </header>
  );
}
