import { useTranslations } from 'next-intl';
import { Link } from '@/components/Link/Link';
import { NAV_ITEMS } from '@/components/Masthead/nav-items';
import styles from './about.module.css';

/** Pages below a part of the portal that are always there. */
const BELOW: Partial<Record<(typeof NAV_ITEMS)[number]['key'], [key: string, href: string][]>> = {
  disclosure: [
    ['guide', '/disclosure/guide'],
    ['rules', '/disclosure/rules'],
  ],
  applications: [
    ['apply', '/applications/new'],
    ['status', '/applications/status'],
  ],
};

export function SiteMap() {
  const t = useTranslations('shell');
  return (
    <ul className={styles.map}>
      <li>
        <Link href="/">{t('home')}</Link>
      </li>
      <li>
        <Link href="/search">{t('search.page')}</Link>
      </li>
      {NAV_ITEMS.map(({ key, href }) => (
        <li key={href}>
          <Link href={href}>{t(`nav.${key}`)}</Link>
          <ul className={styles.below}>
            {(BELOW[key] ?? []).map(([name, below]) => (
              <li key={below}>
                <Link href={below}>{t(`about.siteMap.${name}` as 'about.siteMap.guide')}</Link>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
