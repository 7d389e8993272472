import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import type { Receipt } from '@/collections/Applications/file-application';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { readSealed } from '@/fields/sealed/sealed-cookie';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import letters from '../../letters/letters.module.css';
import { columnMeta } from '../../national-meta';
import { commentWords } from '../[slug]/comment/comment-words';
import { StatusForm } from './StatusForm';

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
  const t = await getTranslations('comments.status');
  const consultations = await getTranslations('consultations');
  const receipt = await readSealed<Receipt>('comment-receipt');
  const { shell, comments } = messages[locale];
  const words = {
    shell: { optional: shell.optional, errors: shell.errors },
    comments: { receipt: comments.receipt, status: comments.status },
  };
  return (
    <>
      <Breadcrumbs
        items={[{ label: consultations('title'), href: '/consultations' }, { label: t('title') }]}
      />
      <PageTitle title={t('title')} lead={t('lead')} />
      <NextIntlClientProvider locale={locale} messages={words as never}>
        <StatusForm number={receipt?.receiptNumber ?? ''} />
      </NextIntlClientProvider>
      <p className={letters.lost}>{t('lost')}</p>
    </>
  );
}
