import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { JsonLd } from '@/components/JsonLd/JsonLd';
import { Link } from '@/components/Link/Link';
import { MetaLine } from '@/components/MetaLine/MetaLine';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { SignatureLine } from '@/components/SignatureLine/SignatureLine';
import { Withdrawn } from '@/components/Withdrawn/Withdrawn';
import type { Locale } from '@/i18n/routing';
import { titleIn } from '@/queries/document-items';
import { reader } from '@/queries/preview';
import { agencyIn, findChain } from '@/queries/services';
import { findWithdrawal } from '@/queries/withdrawals';
import { alternatesOf } from '../../../alternates';
import { articleMeta } from '../../../national-meta';
import { Online } from '../../[slug]/Online';
import { timeLimitIn } from '../../time-limit';
import styles from '../../services.module.css';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const found = await findChain(slug, locale, await reader());
  if (!found) return { robots: { index: false } };
  const { chain } = found;
  const path = `/services/chains/${chain.slug}`;
  const { title } = titleIn(locale, chain);
  const description = chain.summary ?? undefined;
  return {
    title,
    description,
    alternates: alternatesOf(locale, path),
    other: await articleMeta(locale, 'services', {
      title,
      published: chain.publishedOn,
      signedBy: chain.signedBy,
      source: agencyIn(chain)?.name,
      description,
      path,
    }),
  };
}

/** 一件事: the steps in their order, each with where one goes and what it needs. */
export default async function ChainPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const found = await findChain(slug, locale, await reader());
  if (!found) {
    const withdrawal = await findWithdrawal('service-chains', slug);
    if (!withdrawal) notFound();
    return <Withdrawn withdrawal={withdrawal} />;
  }
  const { chain, steps, agencies, workdays } = found;
  const t = await getTranslations('services');
  const { title, lang } = titleIn(locale, chain);
  const isEnglish = locale === 'en';
  return (
    <article>
      <JsonLd
        data={{
          '@type': 'HowTo',
          name: title,
          step: steps.map((step, i) => ({
            '@type': 'HowToStep',
            position: i + 1,
            name: step.title,
          })),
        }}
      />
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/services' },
          { label: t('chains.title'), href: '/services#chains' },
        ]}
      />
      <PageTitle
        eyebrow={t('chain.eyebrow')}
        title={title}
        lang={lang}
        lead={(isEnglish && chain.english?.summary) || chain.summary}
      />
      <Actions />
      {isEnglish && <Notice>{t('chineseOnly')}</Notice>}
      <Section title={t('chain.steps')} id="steps">
        <p className={styles.total}>
          {t('chain.total', { steps: steps.length, agencies })}
          {workdays !== null && `${isEnglish ? ' ' : ''}${t('chain.workdays', { days: workdays })}`}
        </p>
        <ol className={styles.steps} lang={isEnglish ? 'zh-CN' : undefined}>
          {steps.map((step, i) => (
            <li key={i}>
              <span className={styles.name}>{step.title}</span>
              <MetaLine>
                {step.agency && (
                  <Link href={`/agencies/${step.agency.slug}`}>{step.agency.name}</Link>
                )}
                {timeLimitIn(step.timeLimit, locale, t)}
                {step.service && (
                  <Link href={`/services/${step.service.slug}`}>{step.service.title}</Link>
                )}
              </MetaLine>
              {step.note && <p className={styles.note}>{step.note}</p>}
            </li>
          ))}
        </ol>
      </Section>
      {chain.onlineUrl && <Online address={chain.onlineUrl} />}
      <SignatureLine signedBy={chain.signedBy} />
      <p>
        <Link href="/services#chains">{t('chain.back')}</Link>
      </p>
    </article>
  );
}
