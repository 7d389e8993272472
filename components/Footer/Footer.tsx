import { useTranslations } from 'next-intl';
import { Link } from '../Link/Link';
import styles from './Footer.module.css';

const FACTS = ['organiser', 'undertaker', 'contact', 'siteCode', 'icp', 'police'] as const;

const LINKS = [
  { key: 'report', href: '/about/contact' },
  { key: 'siteMap', href: '/site-map' },
  { key: 'openData', href: '/open-data' },
  { key: 'developers', href: '/developers' },
  { key: 'feeds', href: '/feeds' },
  { key: 'accessibility', href: '/about/accessibility' },
  { key: 'privacy', href: '/about/privacy' },
] as const;

export type FooterProps = { site: Partial<Record<(typeof FACTS)[number], string | null>> };

/** What a government site must say at its foot; what is not filled in is left out. */
export function Footer({ site }: FooterProps) {
  const t = useTranslations('shell');
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <dl className={styles.facts}>
          {FACTS.filter((key) => site[key]).map((key) => (
            <div key={key} className={styles.fact}>
              <dt>{t(`footer.${key}`)}</dt>
              <dd>{site[key]}</dd>
            </div>
          ))}
        </dl>
        <nav aria-label={t('footer.label')}>
          <ul className={styles.links}>
            {LINKS.map(({ key, href }) => (
              <li key={key}>
                <Link href={href}>{t(`footer.${key}`)}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
