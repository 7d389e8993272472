import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/Link/Link';
import { titleIn } from '@/queries/document-items';
import { listPages } from '@/queries/pages';
import styles from './about.module.css';

/** The pages about the site itself, beside each of them. */
export async function AboutNav({ locale, current }: { locale: string; current: string }) {
  const t = await getTranslations('platform');
  const pages = (await listPages('about')).filter(({ slug }) => slug !== 'contact');
  const items = [
    ...pages.map((page) => ({ slug: page.slug, ...titleIn(locale, page) })),
    { slug: 'contact', title: t('contact.title'), lang: undefined },
  ];
  return (
    <nav aria-label={t('about.title')}>
      <ul className={styles.items}>
        {items.map(({ slug, title, lang }) => (
          <li key={slug}>
            <Link
              href={`/about/${slug}`}
              lang={lang}
              className={styles.item}
              aria-current={slug === current ? 'page' : undefined}
            >
              {title}
            </Link>
          </li>
        ))}
        <li>
          <Link
            href="/site-map"
            className={styles.item}
            aria-current={current === 'site-map' ? 'page' : undefined}
          >
            {t('siteMap.title')}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
