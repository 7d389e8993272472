import { useTranslations } from 'next-intl';
import type { Form } from '../../domain/catalogue/codes';
import { DateText } from '../DateText/DateText';
import { Link } from '../Link/Link';
import { MetaLine } from '../MetaLine/MetaLine';
import { ValidityTag, type Validity } from '../ValidityTag/ValidityTag';
import styles from './InterpretationList.module.css';

export type InterpretationForm = Form;

export type InterpretationItem = {
  href: string;
  title: string;
  form: InterpretationForm;
  /** YYYY-MM-DD */
  date?: string;
  agency?: string;
  agencyLang?: string;
  summary?: string;
  /** What it explains; the first thing a reader asks of an interpretation. */
  documents?: { href: string; title: string; validity?: Validity }[];
  lang?: string;
};

export type InterpretationListProps = {
  items: InterpretationItem[];
  headingLevel?: 2 | 3 | 4;
  compact?: boolean;
};

export function InterpretationList({ items, headingLevel, compact }: InterpretationListProps) {
  return (
    <ul className={compact ? `${styles.list} ${styles.compact}` : styles.list}>
      {items.map((item) => (
        <li key={item.href} className={styles.item}>
          <InterpretationCard {...item} headingLevel={headingLevel} />
        </li>
      ))}
    </ul>
  );
}

/** One interpretation: its form in a word, its title, the document it explains. */
export function InterpretationCard(item: InterpretationItem & { headingLevel?: 2 | 3 | 4 }) {
  const t = useTranslations('shell');
  const Title = item.headingLevel ? (`h${item.headingLevel}` as const) : 'div';
  return (
    <div className={styles.card}>
      <p className={styles.form}>{t(`form.${item.form}`)}</p>
      <div className={styles.body}>
        <Title className={styles.title}>
          <Link href={item.href} lang={item.lang}>
            {item.title}
          </Link>
        </Title>
        {item.summary && (
          <p className={styles.summary} lang={item.lang}>
            {item.summary}
          </p>
        )}
        {item.documents?.map((document) => (
          <p key={document.href} className={styles.document}>
            <span>{t('explains')}</span>
            <Link href={document.href} lang={item.lang}>
              {document.title}
            </Link>
            {document.validity && (
              <span className={styles.validity}>
                <ValidityTag validity={document.validity} />
              </span>
            )}
          </p>
        ))}
        {(item.agency || item.date) && (
          <MetaLine>
            {item.agency && <span lang={item.agencyLang}>{item.agency}</span>}
            {item.date && <DateText day={item.date} />}
          </MetaLine>
        )}
      </div>
    </div>
  );
}
