import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Actions } from '@/components/Actions/Actions';
import { formatDate } from '@/components/DateText/format-date';
import { Link } from '@/components/Link/Link';
import { Panel } from '@/components/Panel/Panel';
import { Section } from '@/components/Section/Section';
import { responseLimits } from '@/collections/Letters/stored-letter';
import { formatQueryCode } from '@/domain/applications/query-code';
import { dayOf } from '@/domain/workdays/days';
import { readSealed } from '@/fields/sealed/sealed-cookie';
import { redirect } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import type { Letter } from '@/payload-types';
import { portal } from '@/queries/portal';
import type { AddressValues } from '@/queries/search-address';
import { AlreadySent } from '../../applications/AlreadySent';
import { ForgetTab } from '../../applications/new/ForgetTab';
import styles from '../../applications/applications.module.css';
import { columnMeta } from '../../national-meta';
import { letterWords } from '../form/form-state';
import { forms } from '../form/forms';
import type { LetterReceipt } from '../form/send';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const receipt = await readSealed<LetterReceipt>('letter-receipt');
  return {
    title: letterWords(locale)(`receipt.title.${receipt?.purpose ?? 'letter'}`),
    robots: { index: false },
    other: await columnMeta(locale, 'letters'),
  };
}

/** The receipt of what was just sent; without one in this browser there is nothing to show. */
export default async function LetterReceiptPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const receipt = await readSealed<LetterReceipt>('letter-receipt');
  if (!receipt) return redirect({ href: '/letters/status', locale });
  const t = await getTranslations('citizenLetters');
  const payload = await portal();
  const limits = await responseLimits(payload);
  const filed = await payload.db.findOne<Pick<Letter, 'id' | 'dueOn'>>({
    collection: 'letters',
    where: { receiptNumber: { equals: receipt.receiptNumber } },
    select: { dueOn: true },
  });
  return (
    <>
      <ForgetTab />
      {(await searchParams).again && <AlreadySent form={forms[receipt.purpose].path} />}
      <Panel
        title={t(`receipt.title.${receipt.purpose}`)}
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
          <li>{t('receipt.route', { days: limits.routingDays })}</li>
          <li>
            {t(`receipt.answer.${receipt.purpose}`, {
              simple: limits.simpleLetterDays,
              other: limits.otherLetterDays,
              correction: limits.correctionDays,
              record: limits.recordDays,
            })}
            {filed?.dueOn && t('receipt.due', { day: formatDate(dayOf(filed.dueOn), locale) })}
          </li>
          <li>
            {t.rich('receipt.follow', {
              link: (chunks) => <Link href="/letters/status">{chunks}</Link>,
            })}
          </li>
        </ol>
      </Section>
    </>
  );
}
