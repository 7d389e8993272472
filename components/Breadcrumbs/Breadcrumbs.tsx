import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../Link/Link';
import { JsonLd } from '../JsonLd/JsonLd';
import styles from './Breadcrumbs.module.css';

export type Crumb = { label: string; href?: string; lang?: string };
export type BreadcrumbsProps = { items: Crumb[]; label?: string };

/** The way from the home page to here; the home page itself is added in front. */
export function Breadcrumbs({ items, label }: BreadcrumbsProps) {
  const t = useTranslations('shell');
  const crumbs: Crumb[] = [{ label: t('home'), href: '/' }, ...items];
  const locale = useLocale();
  return (
    <nav aria-label={label ?? t('breadcrumbs')} className={styles.nav}>
      <ol className={styles.list}>
        {crumbs.map((crumb, i) => (
          <li key={i} className={styles.crumb}>
            {crumb.href ? (
              <Link href={crumb.href} lang={crumb.lang}>
                {crumb.label}
              </Link>
            ) : (
              <span aria-current={i === crumbs.length - 1 ? 'page' : undefined} lang={crumb.lang}>
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
      <JsonLd
        data={{
          '@type': 'BreadcrumbList',
          itemListElement: crumbs.map((crumb, i) => ({
            '@type': 'ListItem',
            position: i + 1,
            name: crumb.label,
            ...(crumb.href && { item: wholeAddress(crumb.href, locale) }),
          })),
        }}
      />
    </nav>
  );
}

const wholeAddress = (href: string, locale: string): string =>
  new URL(
    locale === 'en' ? `/en${href}` : href,
    process.env.SITE_URL || 'http://localhost:3000',
  ).toString();
