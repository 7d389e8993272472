import { useTranslations } from 'next-intl';
import { Link } from '../Link/Link';
import { ReportError } from '../ReportError/ReportError';
import styles from './Footer.module.css';

const FACTS = [
  'organiser',
  'undertaker',
  'contact',
  'siteCode',
  'icp',
  'police',
  'agencyMark',
] as const;

/** Where a filing can be looked up. */
const REGISTERS: Partial<Record<(typeof FACTS)[number], string>> = {
  icp: 'https://beian.miit.gov.cn/',
  police: 'https://beian.mps.gov.cn/',
};

const LINKS = [
  { key: 'contactUs', href: '/about/contact' },
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
              <dd>
                <Fact text={site[key] ?? ''} register={REGISTERS[key]} />
              </dd>
            </div>
          ))}
        </dl>
        <nav aria-label={t('footer.label')}>
          <ul className={styles.links}>
            <li>
              <ReportError>{t('footer.report')}</ReportError>
            </li>
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

/** A filing leads to its register; a mark that is an address, to where it is verified. */
function Fact({ text, register }: { text: string; register?: string }) {
  const href = register ?? (/^https?:\/\//.test(text) ? text : undefined);
  return href ? <Link href={href}>{text}</Link> : text;
}
