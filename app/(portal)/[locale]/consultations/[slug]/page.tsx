import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { standingAt, takesCommentsAt } from '@/collections/Consultations/standing';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { LinkButton } from '@/components/Button/Button';
import { CountRead } from '@/components/CountRead/CountRead';
import { Link } from '@/components/Link/Link';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { SignatureLine } from '@/components/SignatureLine/SignatureLine';
import { Withdrawn } from '@/components/Withdrawn/Withdrawn';
import { labelOf } from '@/domain/catalogue/codes';
import { CONSULTATION_KINDS } from '@/domain/consultations/codes';
import type { Locale } from '@/i18n/routing';
import { agencyOfConsultation, countsOfComments, findConsultation } from '@/queries/consultations';
import { titleIn } from '@/queries/document-items';
import { reader } from '@/queries/preview';
import { readAddress, type AddressValues } from '@/queries/search-address';
import { findWithdrawal } from '@/queries/withdrawals';
import { alternatesOf } from '../../alternates';
import { articleMeta } from '../../national-meta';
import { Asked } from './Asked';
import { Comments } from './Comments';
import styles from './consultation.module.css';
import { Facts } from './Facts';
import { Outcome } from './Outcome';
import { Standing } from './Standing';

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<AddressValues>;
};

/** Whether one may still comment depends on the hour: a page that was kept would say it wrongly. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const consultation = await findConsultation(slug, locale, await reader());
  if (!consultation) return { robots: { index: false } };
  const { title } = titleIn(locale, consultation);
  const path = `/consultations/${consultation.slug}`;
  const description =
    (locale === 'en' && consultation.english?.summary) || (consultation.summary ?? undefined);
  return {
    title,
    description,
    alternates: alternatesOf(locale, path),
    other: await articleMeta(locale, 'consultations', {
      title,
      published: consultation.publishedOn,
      signedBy: consultation.signedBy,
      source: agencyOfConsultation(consultation)?.name,
      description,
      path,
    }),
  };
}

/** A draft before the public: what is asked and until when, what was said, and what came of it. */
export default async function ConsultationPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const consultation = await findConsultation(slug, locale, await reader());
  if (!consultation) {
    const withdrawal = await findWithdrawal('consultations', slug);
    if (!withdrawal) notFound();
    return <Withdrawn withdrawal={withdrawal} />;
  }
  const t = await getTranslations('consultations');
  const now = new Date().toISOString();
  const state = standingAt(consultation, now);
  const counts = await countsOfComments(consultation.id);
  const { page } = readAddress(await searchParams);
  const kind = labelOf(CONSULTATION_KINDS, consultation.kind, locale);
  const lang = locale === 'en' ? 'zh-CN' : undefined;
  // Once it is closed nobody can comment in any way.
  const isAsking = state === 'open' || state === 'announced';
  const otherWays = isAsking ? consultation.otherWays?.trim() : undefined;
  return (
    <article>
      <CountRead collection="consultations" slug={consultation.slug ?? ''} />
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/consultations' },
          { label: kind, href: `/consultations?kind=${consultation.kind}` },
        ]}
      />
      <PageTitle
        {...titleIn(locale, consultation)}
        eyebrow={t(`states.${state}`)}
        lead={(locale === 'en' && consultation.english?.summary) || consultation.summary}
      />
      <div className={styles.head}>
        <Standing consultation={consultation} state={state} now={now} locale={locale} />
        {takesCommentsAt(consultation, now) && (
          <p>
            <LinkButton href={`/consultations/${slug}/comment`}>{t('comment')}</LinkButton>
          </p>
        )}
        <Facts consultation={consultation} state={state} counts={counts} locale={locale} />
        <Actions />
      </div>
      {lang && <Notice>{t('chineseOnly')}</Notice>}
      {/* What came of it is what a reader comes back for. */}
      <Outcome consultation={consultation} received={counts.received} locale={locale} />
      <Asked consultation={consultation} locale={locale} />
      {otherWays && (
        <Section title={t('otherWays')} id="other-ways">
          <p className={styles.words} lang={lang}>
            {otherWays}
          </p>
        </Section>
      )}
      <Comments
        consultation={consultation.id}
        path={`/consultations/${slug}`}
        counts={counts}
        page={page}
      />
      <SignatureLine signedBy={consultation.signedBy} />
      <p>
        <Link href="/consultations">{t('all')}</Link>
      </p>
    </article>
  );
}
