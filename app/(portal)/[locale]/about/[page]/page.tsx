import type { Metadata } from 'next';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { routing } from '@/i18n/routing';
import { SiteMap } from './SiteMap';
import styles from './about.module.css';

/** The pages that the foot of every page leads to; their words are `shell.about.<key>`. */
const PAGES = {
  'site-map': { key: 'siteMap', parts: [] },
  accessibility: { key: 'accessibility', parts: ['done', 'known', 'help'] },
  privacy: { key: 'privacy', parts: ['visit', 'apply', 'keep'] },
  'report-an-error': { key: 'report', parts: ['how', 'demo'] },
} as const;

type Props = { params: Promise<{ locale: string; page: string }> };

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, page } = await params;
  if (!isPage(page)) notFound();
  const t = await getTranslations({ locale, namespace: 'shell.about' });
  return { title: t(`${PAGES[page].key}.title`) };
}

export default async function AboutPage({ params }: Props) {
  const { locale, page } = await params;
  if (!hasLocale(routing.locales, locale) || !isPage(page)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('shell.about');
  const { key, parts } = PAGES[page];
  return (
    <>
      <Breadcrumbs items={[{ label: t(`${key}.title`) }]} />
      <PageTitle title={t(`${key}.title`)} lead={t(`${key}.lead`)} />
      {page === 'site-map' && <SiteMap />}
      <div className={styles.text}>
        {parts.map((part) => (
          <section key={part}>
            {/* Keys of three pages cannot be joined in one type. */}
            <h2 className={styles.heading}>{t(`${key}.${part}.title` as 'privacy.keep.title')}</h2>
            <p>{t(`${key}.${part}.text` as 'privacy.keep.text')}</p>
          </section>
        ))}
      </div>
    </>
  );
}

const isPage = (page: string): page is keyof typeof PAGES => Object.hasOwn(PAGES, page);
