import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../Link/Link';
import { SearchBox } from '../SearchBox/SearchBox';
import { ExceptAtHome, LanguageLink, MastheadNav } from './MastheadNav';
import { NAV_ITEMS } from './nav-items';
import styles from './Masthead.module.css';

/** The name of the government, the 朱红 rule, the parts of the portal. */
export function Masthead({ name }: { name: string }) {
  const t = useTranslations('shell');
  const other = useLocale() === 'en' ? 'zh-CN' : 'en';
  const items = NAV_ITEMS.map(({ key, ...item }) => ({ ...item, label: t(`nav.${key}`) }));
  return (
    <header className={styles.masthead}>
      <div className={styles.top}>
        <Link href="/" className={styles.name}>
          <span className={styles.county}>{name}</span>
          <span className={styles.part}>{t('site.part')}</span>
        </Link>
        <div className={styles.tools}>
          <ExceptAtHome>
            <div className={styles.search}>
              <SearchBox size="small" id="site-search" />
            </div>
          </ExceptAtHome>
          <LanguageLink locale={other} label={t('language.other')} />
        </div>
      </div>
      <div className={styles.rule} />
      <nav className={styles.wide} aria-label={t('nav.label')}>
        <MastheadNav items={items} />
      </nav>
      {/* On a phone: the same list in a fold that opens without script. One of the two is never displayed. */}
      <nav className={styles.narrow} aria-label={t('nav.label')}>
        <details>
          <summary className={styles.menu}>{t('nav.menu')}</summary>
          <MastheadNav items={[...items, { href: '/search', label: t('search.page') }]} />
        </details>
      </nav>
    </header>
  );
}
