import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { LinkButton } from '@/components/Button/Button';
import { Columns } from '@/components/Columns/Columns';
import { CountRead } from '@/components/CountRead/CountRead';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { SignatureLine } from '@/components/SignatureLine/SignatureLine';
import { Withdrawn } from '@/components/Withdrawn/Withdrawn';
import { isWebAddress } from '@/domain/policies/missing';
import type { Locale } from '@/i18n/routing';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import { findPolicy } from '@/queries/policies';
import { reader } from '@/queries/preview';
import { findWithdrawal } from '@/queries/withdrawals';
import { alternatesOf } from '../../alternates';
import { articleMeta } from '../../national-meta';
import { Facts } from './Facts';
import { GovernmentService } from './GovernmentService';
import styles from './policy.module.css';
import { SourcePassages } from './SourcePassages';
import { Standing } from './Standing';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

/** Days pass without a save: a page that is kept longer would call open what has closed. */
export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const found = await findPolicy(slug, locale, await reader());
  if (!found) return { robots: { index: false } };
  const { policy } = found;
  const path = `/policies/${policy.slug}`;
  const { title } = titleIn(locale, policy);
  const description = (locale === 'en' && policy.english?.benefit) || policy.benefit || undefined;
  return {
    title,
    description,
    alternates: alternatesOf(locale, path),
    other: await articleMeta(locale, 'policies', {
      title,
      published: policy.publishedOn,
      signedBy: policy.signedBy,
      source: typeof policy.agency === 'object' ? policy.agency.name : undefined,
      description,
      path,
    }),
  };
}

/** A guide in the order in which a business asks: what, for me, how, with what, by which steps, when, whom, why. */
export default async function PolicyPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const found = await findPolicy(slug, locale, await reader());
  if (!found) {
    const withdrawal = await findWithdrawal('policies', slug);
    if (!withdrawal) notFound();
    return <Withdrawn withdrawal={withdrawal} />;
  }
  const { policy, sources, known } = found;
  const t = await getTranslations('policies');
  const isEnglish = locale === 'en';
  const english = isEnglish ? policy.english : null;
  const chinese = isEnglish ? 'zh-CN' : undefined;
  const applyUrl = isWebAddress(policy.applyUrl) ? policy.applyUrl : undefined;
  const materials = policy.materials ?? [];
  const steps = policy.process ?? [];
  return (
    <article>
      <Breadcrumbs items={[{ label: t('title'), href: '/policies' }]} />
      <PageTitle eyebrow={t('title')} {...titleIn(locale, policy)} />
      <div className={styles.head}>
        <Standing known={known} sources={sources} locale={locale} />
        <Actions />
      </div>
      <Columns onPhone="first" side={<Facts policy={policy} known={known} locale={locale} />}>
        {isEnglish && (
          <Notice>
            {english?.benefit || english?.eligibility
              ? t('guide.partlyTranslated')
              : t('guide.chineseOnly')}
          </Notice>
        )}
        <Section title={t('guide.benefit')} id="benefit">
          <Lines
            text={english?.benefit || policy.benefit}
            lang={english?.benefit ? undefined : chinese}
          />
        </Section>
        <Section title={t('guide.eligibility')} id="eligibility">
          <Lines
            text={english?.eligibility || policy.eligibility}
            lang={english?.eligibility ? undefined : chinese}
          />
        </Section>
        <Section title={t('guide.howToApply')} id="how-to-apply">
          <Lines text={policy.howToApply} lang={chinese} />
          {applyUrl && (
            <p className={styles.apply}>
              <LinkButton href={applyUrl}>{t('guide.applyOnline')}</LinkButton>
            </p>
          )}
        </Section>
        <Section title={t('guide.materials')} id="materials">
          {policy.noMaterials ? (
            <p>{t('guide.noMaterials')}</p>
          ) : (
            <ol className={styles.materials} lang={chinese}>
              {materials.map(({ id, name, note }) => (
                <li key={id}>
                  {name}
                  {note && <span className={styles.note}> {note}</span>}
                </li>
              ))}
            </ol>
          )}
        </Section>
        <Section title={t('guide.process')} id="process">
          <ol className={styles.steps} lang={chinese}>
            {steps.map(({ id, title, text }) => (
              <li key={id} className={styles.step}>
                <strong>{title}</strong>
                {text && <p>{text}</p>}
              </li>
            ))}
          </ol>
        </Section>
        <Section title={t('guide.timeLimit')} id="time-limit">
          <Lines text={policy.timeLimit} lang={chinese} />
        </Section>
        <Section title={t('guide.contact')} id="contact">
          <MetadataTable
            rows={[
              { term: t('guide.officer'), value: policy.officer, lang: chinese },
              {
                term: t('guide.phone'),
                value: policy.phone && <Phone number={policy.phone} />,
              },
            ]}
          />
        </Section>
        <Section title={t('guide.sources')} id="sources">
          <SourcePassages policy={policy} sources={sources} locale={locale} />
        </Section>
        <SignatureLine signedBy={policy.signedBy} />
        <p className={styles.more}>
          <Link href="/policies/find">{t('guide.findMore')}</Link>
        </p>
      </Columns>
      <GovernmentService policy={policy} published={dayOrNothing(policy.publishedOn)} />
      <CountRead collection="policies" slug={policy.slug ?? ''} />
    </article>
  );
}

const Lines = ({ text, lang }: { text?: string | null; lang?: string }) => (
  <p className={styles.words} lang={lang}>
    {text}
  </p>
);

/** Rung by a press; what is no plain number is text only. */
function Phone({ number }: { number: string }) {
  const plain = number.trim();
  return /^[\d+() -]{5,20}$/.test(plain) ? <a href={`tel:${plain}`}>{plain}</a> : <>{plain}</>;
}
