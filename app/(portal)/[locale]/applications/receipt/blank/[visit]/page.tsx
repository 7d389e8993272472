import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Actions } from '@/components/Actions/Actions';
import { Link } from '@/components/Link/Link';
import { Panel } from '@/components/Panel/Panel';
import { Section } from '@/components/Section/Section';
import { notFound } from 'next/navigation';
import type { Locale } from '@/i18n/routing';
import { alternatesOf } from '../../../../alternates';
import { columnMeta } from '../../../../national-meta';
import { AlreadySent } from '../../../AlreadySent';
import { ForgetTab } from '../../../new/ForgetTab';
import styles from '../../../applications.module.css';
import { BLANK } from '../../blank-receipt';

type Props = { params: Promise<{ locale: Locale; visit: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

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

/** What every receipt shows; the keys are put in for each (route.ts). */
export default async function BlankReceiptPage({ params }: Props) {
  const { locale, visit } = await params;
  setRequestLocale(locale);
  if (visit !== 'first' && visit !== 'again') notFound();
  const t = await getTranslations('applyForm');
  return (
    <>
      <ForgetTab />
      {visit === 'again' && <AlreadySent form="/applications/new" />}
      <Panel
        title={t('receipt.title')}
        codes={[
          { label: t('receipt.number'), value: BLANK.receiptNumber },
          { label: t('receipt.code'), value: BLANK.queryCode },
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
