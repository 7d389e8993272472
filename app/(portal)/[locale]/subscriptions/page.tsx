import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Button } from '@/components/Button/Button';
import { ErrorSummary } from '@/components/ErrorSummary/ErrorSummary';
import { ChoiceField, TextField } from '@/components/Field/Field';
import { Link } from '@/components/Link/Link';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { FREQUENCIES } from '@/domain/subscriptions/codes';
import { parseFollowed, type Followed } from '@/domain/subscriptions/parse';
import { readSealed } from '@/fields/sealed/sealed-cookie';
import { getPathname } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { findFollowed } from '@/queries/followed';
import { pageAddress } from '@/queries/lists/words';
import { portal } from '@/queries/portal';
import type { AddressValues } from '@/queries/search-address';
import { sendsMail } from '@/transfer/mail/server';
import { alternatesOf } from '../alternates';
import { Challenge } from '../applications/new/Challenge';
import { columnMeta } from '../national-meta';
import { Things } from './Things';
import { basePath, UNPROVEN_A_DAY, type Returned } from './words';
import styles from './subscriptions.module.css';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** Shows what the address asks for, and what this browser typed. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'subscriptions' });
  return {
    title: t('title'),
    description: t('meta'),
    alternates: alternatesOf(locale, '/subscriptions'),
    other: await columnMeta(locale, 'subscriptions'),
  };
}

export default async function SubscriptionsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('subscriptions');
  const payload = await portal();
  const asked = followedIn(await searchParams);
  const found = asked && (await findFollowed(payload, asked, locale));
  const thing = found ?? (await findFollowed(payload, { subject: 'all', target: '' }, locale));
  const kept = await readSealed<Returned | null>('subscription');
  // What was typed for another wish is shown no more.
  const isSame =
    kept?.answers.subject === (asked?.subject ?? '') &&
    kept.answers.target === (asked?.target ?? '');
  const returned = isSame || asked === null ? kept : null;
  const errors = [
    ...(returned?.errors ?? []),
    ...(asked !== undefined && !found && !returned
      ? [{ field: 'subject', message: t('errors.subjectUnknown') }]
      : []),
  ];
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  const canMail = sendsMail(payload) || process.env.DEMO === 'true';
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead')} />
      {!canMail && (
        <Notice kind="warn" title={t('off.title')}>
          {t('off.text')}
        </Notice>
      )}
      {canMail && thing && (
        <form method="post" action={`${basePath(locale)}/send`} className={styles.form} noValidate>
          <ErrorSummary errors={errors} />
          <div className={styles.what} id="subject">
            {t('form.subject')}
            <strong>{thing.name}</strong>
            <a href="#choose">{t('form.change')}</a>
          </div>
          <input type="hidden" name="subject" value={thing.subject} />
          <input type="hidden" name="target" value={thing.target} />
          <TextField
            name="email"
            type="email"
            autoComplete="email"
            label={t('form.email')}
            hint={t('form.emailHint')}
            defaultValue={returned?.answers.email}
            error={errorOf('email')}
            maxLength={254}
          />
          <ChoiceField
            name="frequency"
            label={t('form.frequency')}
            defaultValue={returned?.answers.frequency || 'daily'}
            error={errorOf('frequency')}
            options={FREQUENCIES.map(({ code }) => ({
              value: code,
              label: t(`frequencies.${code}.label`),
              hint: t(`frequencies.${code}.hint`),
            }))}
          />
          <p className={styles.note}>{t('how.privacy')}</p>
          <Challenge
            address={`${basePath(locale)}/challenge`}
            words={{
              label: t('challenge.label'),
              about: t('challenge.about'),
              verifying: t('challenge.verifying'),
              verified: t('challenge.verified'),
              failed: t('challenge.failed'),
              expired: t('challenge.expired'),
              unable: t('challenge.unable', { count: UNPROVEN_A_DAY }),
              sending: t('form.sending'),
            }}
          />
          <noscript>
            <p className={styles.note}>{t('challenge.noScript', { count: UNPROVEN_A_DAY })}</p>
          </noscript>
          <p className={styles.ways}>
            <Button>{t('form.send')}</Button>
          </p>
        </form>
      )}
      <Section title={t('how.title')} id="how">
        <ol className={styles.steps}>
          {[0, 1, 2].map((i) => (
            <li key={i}>{t(`how.steps.${i}` as 'how.title')}</li>
          ))}
        </ol>
      </Section>
      {thing && (
        <Section title={t('atom.title')} id="atom">
          <p className={styles.note}>{t('atom.text')}</p>
          <p className={styles.address}>
            {t('atom.this', { name: thing.name })}
            <br />
            <a href={getPathname({ href: thing.feed, locale })} type="application/atom+xml">
              {pageAddress(thing.feed, locale)}
            </a>
          </p>
        </Section>
      )}
      <Section title={t('choose.title')} id="choose">
        <p>{t('choose.lead')}</p>
        <Things locale={locale} />
        <p className={styles.note}>
          {t.rich('choose.more', { link: (chunks) => <Link href="/search">{chunks}</Link> })}
        </p>
      </Section>
    </>
  );
}

/** What the address names; null where that makes no sense, undefined where it names nothing. */
function followedIn(values: AddressValues): Followed | null | undefined {
  const subject = [values.subject].flat()[0];
  return subject ? parseFollowed(subject, [values.target].flat()[0]) : undefined;
}
