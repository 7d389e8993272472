import type { ReactNode } from 'react';
import { DateText } from '../DateText/DateText';
import { Link } from '../Link/Link';
import { MetaLine } from '../MetaLine/MetaLine';
import { ValidityTag, type Validity } from '../ValidityTag/ValidityTag';
import styles from './DocumentList.module.css';

export type DocumentItem = {
  href: string;
  title: ReactNode;
  number?: string;
  agency?: string;
  agencyLang?: string;
  /** YYYY-MM-DD */
  date?: string;
  validity?: Validity;
  /** What kind of thing this is, where a list mixes kinds: 政府文件, 政策解读 … */
  kind?: string;
  /** Why it was found, or what it is about; a Snippet or a sentence. */
  excerpt?: ReactNode;
  /** Where in it the excerpt stands. */
  place?: ReactNode;
  /** Why it stands where it does, said first among the facts: 置顶. */
  note?: string;
  /** What can be unfolded below. */
  more?: ReactNode;
  /** Told when the title is followed, by the browser and without a word about the reader. */
  ping?: string;
  /** Language of title and number, where it differs from the page's. */
  lang?: string;
  /** Of the excerpt, where it is not that of the title. */
  excerptLang?: string;
};

export type DocumentListProps = {
  items: DocumentItem[];
  /** Level of the heading that each title is; without it titles are plain links in a list. */
  headingLevel?: 2 | 3 | 4;
  /** One column of dense lines, e.g. beside a text or on the home page. */
  compact?: boolean;
};

/** Documents, newest first: title, then one line of number · agency · date · validity. */
export function DocumentList({ items, headingLevel, compact = false }: DocumentListProps) {
  return (
    <ul className={compact ? `${styles.list} ${styles.compact}` : styles.list}>
      {items.map((item) => (
        <DocumentListItem key={item.href} {...item} headingLevel={headingLevel} />
      ))}
    </ul>
  );
}

export function DocumentListItem(item: DocumentItem & { headingLevel?: 2 | 3 | 4 }) {
  const Title = item.headingLevel ? (`h${item.headingLevel}` as const) : 'div';
  return (
    <li className={styles.item}>
      <Title className={styles.title}>
        <Link href={item.href} lang={item.lang} ping={item.ping}>
          {item.title}
        </Link>
      </Title>
      {item.excerpt && (
        <p className={styles.excerpt} lang={item.excerptLang ?? item.lang}>
          {item.excerpt}
        </p>
      )}
      {item.place && <p className={styles.place}>{item.place}</p>}
      <MetaLine>
        {item.note && <span className={styles.note}>{item.note}</span>}
        {item.kind}
        {item.number && <span lang={item.lang}>{item.number}</span>}
        {item.agency && <span lang={item.agencyLang}>{item.agency}</span>}
        {item.date && <DateText day={item.date} />}
        {item.validity && <ValidityTag validity={item.validity} />}
      </MetaLine>
      {item.more}
    </li>
  );
}
