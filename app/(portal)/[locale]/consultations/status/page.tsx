import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import type { Receipt } from '@/collections/Applications/receive-application';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { KeysForm } from '@/components/KeysForm/KeysForm';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { readSealed } from '@/fields/sealed/sealed-cookie';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import letters from '../../letters/letters.module.css';
import { columnMeta } from '../../national-meta';
import { commentWords } from '../[slug]/comment/comment-words';
import { openCommentStatus } from './actions';

type Props = { params: Promise<{ locale: Locale }> };

/** Knows the receipt of this browser: never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return {
    title: commentWords(locale)('status.title'),
    robots: { index: false },
    other: await columnMeta(locale, 'consultations'),
  };
}

/** 查询意见: what became of a comment, for whoever holds its two keys. */
export default async function CommentStatusPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('comments');
  const consultations = await getTranslations('consultations');
  const receipt = await readSealed<Receipt>('comment-receipt');
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
        items={[
          { label: consultations('title'), href: '/consultations' },
          { label: t('status.title') },
        ]}
      />
      <PageTitle title={t('status.title')} lead={t('status.lead')} />
      <NextIntlClientProvider locale={locale} messages={ofForm as never}>
        <KeysForm number={receipt?.receiptNumber ?? ''} action={openCommentStatus} words={words} />
      </NextIntlClientProvider>
      <p className={letters.lost}>{t('status.lost')}</p>
    </>
  );
}
