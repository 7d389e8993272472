import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { redirect } from '@/i18n/navigation';
import { Actions } from '@/components/Actions/Actions';
import { Link } from '@/components/Link/Link';
import { Panel } from '@/components/Panel/Panel';
import { Section } from '@/components/Section/Section';
import type { Receipt } from '@/collections/Applications/file-application';
import { formatQueryCode } from '@/domain/applications/query-code';
import { readSealed } from '@/fields/sealed/sealed-cookie';
import type { Locale } from '@/i18n/routing';
import type { AddressValues } from '@/queries/search-address';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import { AlreadySent } from '../AlreadySent';
import { ForgetTab } from '../new/ForgetTab';
import styles from '../applications.module.css';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'applyForm' });
  return {
    title: t('receipt.title'),
    robots: { index: false },
    alternates: alternatesOf(locale, '/applications/receipt'),
    other: await columnMeta(locale, 'applications'),
  };
}

/** The receipt of what was just filed; without one in this browser there is nothing to show. */
export default async function ReceiptPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const receipt = await readSealed<Receipt>('receipt');
  if (!receipt) return redirect({ href: '/applications/status', locale });
  const t = await getTranslations('applyForm');
  return (
    <>
      <ForgetTab />
      {(await searchParams).again && <AlreadySent form="/applications/new" />}
      <Panel
        title={t('receipt.title')}
        codes={[
          { label: t('receipt.number'), value: receipt.receiptNumber },
          { label: t('receipt.code'), value: formatQueryCode(receipt.queryCode) },
        ]}
      >
        <p>{t('receipt.keep')}</p>
      </Panel>
      <Actions copy={false} />
      <Section title={t('receipt.nextTitle')}>
        <ol className={styles.steps}>
          <li>{t('receipt.next.confirm')}</li>
          <li>{t('receipt.next.count')}</li>
          <li>
            {t.rich('receipt.next.follow', {
              link: (chunks) => <Link href="/applications/status">{chunks}</Link>,
            })}
          </li>
        </ol>
      </Section>
    </>
  );
}
