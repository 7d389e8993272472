import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { KeysForm } from '@/components/KeysForm/KeysForm';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { readSealed } from '@/fields/sealed/sealed-cookie';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import { columnMeta } from '../../national-meta';
import { letterWords } from '../form/form-state';
import type { LetterReceipt } from '../form/send';
import styles from '../letters.module.css';
import { openLetterStatus } from './actions';

type Props = { params: Promise<{ locale: Locale }> };

/** Knows the receipt of this browser: never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return {
    title: letterWords(locale)('status.title'),
    robots: { index: false },
    other: await columnMeta(locale, 'letters'),
  };
}

export default async function LetterStatusPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('citizenLetters');
  const receipt = await readSealed<LetterReceipt>('letter-receipt');
  const { shell } = messages[locale];
  const ofForm = { shell: { optional: shell.optional, errors: shell.errors } };
  const words = {
    number: t('receipt.number'),
    numberHint: t('status.numberHint'),
    code: t('receipt.code'),
    codeHint: t('status.codeHint'),
    open: t('status.open'),
  };
  return (
    <>
      <Breadcrumbs
        items={[{ label: t('title'), href: '/letters' }, { label: t('status.title') }]}
      />
      <PageTitle title={t('status.title')} lead={t('status.lead')} />
      <NextIntlClientProvider locale={locale} messages={ofForm as never}>
        <KeysForm number={receipt?.receiptNumber ?? ''} action={openLetterStatus} words={words} />
      </NextIntlClientProvider>
      <p className={styles.lost}>{t('status.lost')}</p>
    </>
  );
}
