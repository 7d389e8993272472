import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Button, LinkButton } from '@/components/Button/Button';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { confirmationOf } from '@/collections/Subscriptions/subscribe';
import type { Locale } from '@/i18n/routing';
import { findFollowed } from '@/queries/followed';
import { portal } from '@/queries/portal';
import type { AddressValues } from '@/queries/search-address';
import { columnMeta } from '../../national-meta';
import { basePath } from '../words';
import styles from '../subscriptions.module.css';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'subscriptions' });
  return {
    title: t('confirm.title'),
    robots: { index: false },
    // The address holds a key.
    referrer: 'no-referrer',
    other: await columnMeta(locale, 'subscriptions'),
  };
}

/** Behind the link in the mail: nothing happens until somebody presses the button. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('subscriptions');
  const token = [(await searchParams).token].flat()[0] ?? '';
  const payload = await portal();
  const found = await confirmationOf(payload, token, new Date());
  const crumbs = <Breadcrumbs items={[{ label: t('title'), href: '/subscriptions' }]} />;
  if (!found) {
    return (
      <>
        {crumbs}
        <PageTitle title={t('confirm.lapsed')} lead={t('confirm.lapsedText')} />
        <LinkButton href="/subscriptions" kind="secondary">
          {t('asked.back')}
        </LinkButton>
      </>
    );
  }
  const { subject, target, label } = found.subscription;
  const thing = await findFollowed(payload, { subject, target: target ?? '' }, locale);
  return (
    <>
      {crumbs}
      <PageTitle title={t('confirm.title')} lead={t('confirm.question')} />
      <form method="post" action={`${basePath(locale)}/confirm/accept`} className={styles.form}>
        <MetadataTable
          rows={[
            { term: t('manage.what'), value: thing?.name ?? label ?? '', wide: true },
            { term: t('manage.often'), value: t(`frequencies.${found.frequency}.label`) },
          ]}
        />
        <input type="hidden" name="token" value={token} />
        <p className={styles.ways}>
          <Button>{t('confirm.button')}</Button>
        </p>
      </form>
    </>
  );
}
