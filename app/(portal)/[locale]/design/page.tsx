import type { Metadata } from 'next';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { routing } from '@/i18n/routing';
import type { Locale } from '@/i18n/routing';
import { alternatesOf } from '../alternates';
import { columnMeta } from '../national-meta';
import { Foundations } from './Foundations';
import { Lists } from './Lists';
import { Reading } from './Reading';
import { Tasks } from './Tasks';
import styles from './design.module.css';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'design' });
  return {
    title: t('title'),
    robots: { index: false },
    alternates: alternatesOf(locale, '/design'),
    other: await columnMeta(locale, 'about'),
  };
}

/** Every component in its states; the page on which the accessibility checks run. */
export default async function DesignPage({ params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('design');
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <h2 className={styles.part}>{t('parts.foundations')}</h2>
      <Foundations />
      <h2 className={styles.part}>{t('parts.lists')}</h2>
      <Lists />
      <h2 className={styles.part}>{t('parts.reading')}</h2>
      <Reading />
      <h2 className={styles.part}>{t('parts.tasks')}</h2>
      <Tasks />
    </>
  );
}
