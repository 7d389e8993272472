import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Actions } from '@/components/Actions/Actions';
import { Link } from '@/components/Link/Link';
import { Panel } from '@/components/Panel/Panel';
import { Section } from '@/components/Section/Section';
import { formatQueryCode } from '@/domain/applications/query-code';
import { readSealed } from '@/fields/sealed/sealed-cookie';
import { redirect } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import type { AddressValues } from '@/queries/search-address';
import { AlreadySent } from '../../../../applications/AlreadySent';
import styles from '../../../../applications/applications.module.css';
import { columnMeta } from '../../../../national-meta';
import { commentWords } from '../comment-words';
import { commentPath, type CommentReceipt } from '../draft';

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<AddressValues>;
};

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return {
    title: commentWords(locale)('receipt.title'),
    robots: { index: false },
    other: await columnMeta(locale, 'consultations'),
  };
}

/** The receipt of what was just sent; without one in this browser there is nothing to show. */
export default async function CommentReceiptPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const receipt = await readSealed<CommentReceipt>('comment-receipt');
  if (!receipt?.receiptNumber) return redirect({ href: `/consultations/${slug}`, locale });
  const t = await getTranslations('comments');
  return (
    <>
      {(await searchParams).again && <AlreadySent form={commentPath(slug)} />}
      <Panel
        title={t('receipt.title')}
        codes={[
          { label: t('receipt.number'), value: receipt.receiptNumber },
          { label: t('receipt.code'), value: formatQueryCode(receipt.queryCode) },
        ]}
        headingLevel={1}
      >
        <p>{t('receipt.keep')}</p>
      </Panel>
      <Actions copy={false} />
      <Section title={t('receipt.nextTitle')}>
        <ol className={styles.steps}>
          <li>{t('receipt.read')}</li>
          <li>
            {t.rich('receipt.follow', {
              link: (chunks) => <Link href="/consultations/status">{chunks}</Link>,
            })}
          </li>
          <li>{t('receipt.outcome')}</li>
        </ol>
      </Section>
      <p>
        <Link href={`/consultations/${slug}`}>{t('receipt.back')}</Link>
      </p>
    </>
  );
}
