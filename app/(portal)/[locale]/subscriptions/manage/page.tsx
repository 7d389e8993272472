import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Button, LinkButton } from '@/components/Button/Button';
import { formatDate } from '@/components/DateText/format-date';
import { ChoiceField } from '@/components/Field/Field';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { subscriptionOf } from '@/collections/Subscriptions/subscribe';
import { FREQUENCIES } from '@/domain/subscriptions/codes';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { nameFollowed } from '@/queries/followed';
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
    title: t('manage.title'),
    robots: { index: false },
    // The address holds a key.
    referrer: 'no-referrer',
    other: await columnMeta(locale, 'subscriptions'),
  };
}

/** One subscription, for who holds a link of its mails: how often, and leaving. */
export default async function ManagePage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('subscriptions');
  const values = await searchParams;
  const token = [values.token].flat()[0] ?? '';
  const payload = await portal();
  const found = await subscriptionOf(payload, token);
  const crumbs = <Breadcrumbs items={[{ label: t('title'), href: '/subscriptions' }]} />;
  if (!found || found.state === 'left') {
    const key = found ? 'left' : 'unknown';
    return (
      <>
        {crumbs}
        <PageTitle title={t(`manage.${key}`)} lead={t(`manage.${key}Text`)} />
        <LinkButton href="/subscriptions" kind="secondary">
          {t('asked.back')}
        </LinkButton>
      </>
    );
  }
  const { subject, target, label, frequency, confirmedAt } = found;
  const followed = { subject, target: target ?? '', label };
  const name = await nameFollowed(payload, followed, locale);
  return (
    <>
      {crumbs}
      <PageTitle title={t('manage.title')} />
      {values.saved === '1' && <Notice live>{t('manage.saved')}</Notice>}
      <div className={styles.form}>
        <MetadataTable
          rows={[
            { term: t('manage.what'), value: name, wide: true },
            { term: t('manage.often'), value: t(`frequencies.${frequency}.label`) },
            ...(confirmedAt
              ? [{ term: t('manage.since'), value: formatDate(dayOf(confirmedAt), locale) }]
              : []),
          ]}
        />
        <Section title={t('manage.leave')} id="leave">
          <form
            method="post"
            action={`${basePath(locale)}/leave?${new URLSearchParams({ token })}`}
          >
            <p>{t('manage.leaveText')}</p>
            <input type="hidden" name="from" value="page" />
            <p className={styles.ways}>
              <Button>{t('manage.leaveButton')}</Button>
            </p>
          </form>
        </Section>
        <Section title={t('manage.change')} id="change">
          <form method="post" action={`${basePath(locale)}/manage/save`}>
            <input type="hidden" name="token" value={token} />
            <ChoiceField
              name="frequency"
              label={t('form.frequency')}
              defaultValue={frequency}
              options={FREQUENCIES.map(({ code }) => ({
                value: code,
                label: t(`frequencies.${code}.label`),
                hint: t(`frequencies.${code}.hint`),
              }))}
            />
            <p className={styles.ways}>
              <Button kind="secondary">{t('manage.changeButton')}</Button>
            </p>
          </form>
        </Section>
      </div>
    </>
  );
}
