import type { Metadata, Viewport } from 'next';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import { draftMode } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { DemoBanner } from '@/components/DemoBanner/DemoBanner';
import { Footer } from '@/components/Footer/Footer';
import { FreshHead } from '@/components/FreshHead/FreshHead';
import { Masthead } from '@/components/Masthead/Masthead';
import { PreviewBanner } from '@/components/PreviewBanner/PreviewBanner';
import { SkipLink } from '@/components/SkipLink/SkipLink';
import '@/components/tokens/tokens.css';
import '@/components/tokens/global.css';
import { routing } from '@/i18n/routing';
import { pageAddress } from '@/queries/lists/words';
import { findSite } from '@/queries/site';
import { siteMeta } from './national-meta';
import styles from './layout.module.css';

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/** No page is made at build time, when there is no database; each is made at its first visit and kept. */
export const generateStaticParams = () => [];

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfcf9' },
    { media: '(prefers-color-scheme: dark)', color: '#171614' },
  ],
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  const t = await getTranslations({ locale, namespace: 'shell' });
  const { name } = await findSite(locale);
  const title = t('site.title', { name });
  return {
    // Addresses in the head are whole ones, of the portal as browsers know it.
    metadataBase: new URL(pageAddress('/', 'zh-CN')),
    title: { default: title, template: `%s · ${title}` },
    description: t('site.description', { name }),
    icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' } },
    // Numbers of documents and receipts are not telephone numbers.
    formatDetection: { telephone: false, email: false, address: false },
    other: await siteMeta(locale),
  };
}

export default async function PortalLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const [{ shell }, site, { isEnabled: isPreview }] = await Promise.all([
    getMessages(),
    findSite(locale),
    draftMode(),
  ]);
  return (
    <html lang={locale}>
      <body>
        {/* Words travel inside the page; the browser is sent only those of the page that says it failed. */}
        <NextIntlClientProvider messages={{ shell: { failure: shell.failure } }}>
          <FreshHead />
          <SkipLink />
          {isPreview && <PreviewBanner />}
          {site.isDemo && <DemoBanner name={site.name} />}
          <Masthead name={site.name} />
          <main id="main" tabIndex={-1} className={styles.main}>
            {children}
          </main>
          <Footer site={site} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
