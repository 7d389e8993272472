import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { KeysForm } from '@/components/KeysForm/KeysForm';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import type { Receipt } from '@/collections/Applications/receive-application';
import { readSealed } from '@/fields/sealed/sealed-cookie';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import styles from '../applications.module.css';
import { openStatus } from './actions';
import { exampleNumber } from './example-number';

type Props = { params: Promise<{ locale: Locale }> };

/** Knows the receipt of this browser: never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'applications' });
  return {
    title: t('status.title'),
    robots: { index: false },
    alternates: alternatesOf(locale, '/applications/status'),
    other: await columnMeta(locale, 'applications'),
  };
}

export default async function StatusPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('applications');
  const receipt = await readSealed<Receipt>('receipt');
  const { shell } = messages[locale];
  const ofForm = { shell: { optional: shell.optional, errors: shell.errors } };
  const words = {
    number: t('receipt.number'),
    numberHint: t('status.numberHint', { example: exampleNumber() }),
    code: t('receipt.code'),
    codeHint: t('status.codeHint'),
    open: t('status.open'),
  };
  return (
    <>
      <Breadcrumbs
        items={[{ label: t('title'), href: '/applications' }, { label: t('status.title') }]}
      />
      <PageTitle title={t('status.title')} lead={t('status.lead')} />
      <NextIntlClientProvider locale={locale} messages={ofForm as never}>
        <KeysForm number={receipt?.receiptNumber ?? ''} action={openStatus} words={words} />
      </NextIntlClientProvider>
      <p className={styles.lost}>{t('status.lost')}</p>
    </>
  );
}
