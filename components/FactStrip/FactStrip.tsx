import { useTranslations } from 'next-intl';
import { Link } from '../Link/Link';
import styles from './FactStrip.module.css';

export type Fact = {
  value: number | string;
  unit?: string;
  label: string;
  /** Where the number comes from. */
  href: string;
  source: string;
};
export type FactStripProps = { facts: Fact[] };

/** A few numbers that say something, each with a link to where it comes from. */
export function FactStrip({ facts }: FactStripProps) {
  const t = useTranslations('shell');
  return (
    <dl className={styles.strip}>
      {facts.map((fact) => (
        <div key={fact.label} className={styles.fact}>
          <dt className={styles.label}>{fact.label}</dt>
          <dd>
            <span className={styles.value}>
              {typeof fact.value === 'number' ? t('number', { value: fact.value }) : fact.value}
              {fact.unit && <span className={styles.unit}>{fact.unit}</span>}
            </span>
            <Link href={fact.href} className={styles.source}>
              {fact.source}
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}
