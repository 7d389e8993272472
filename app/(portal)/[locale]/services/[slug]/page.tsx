import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { CountRead } from '@/components/CountRead/CountRead';
import { DateText } from '@/components/DateText/DateText';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { JsonLd } from '@/components/JsonLd/JsonLd';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Notice } from '@/components/Notice/Notice';
import { Outline } from '@/components/Outline/Outline';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { SignatureLine } from '@/components/SignatureLine/SignatureLine';
import { Withdrawn } from '@/components/Withdrawn/Withdrawn';
import { labelOf } from '@/domain/catalogue/codes';
import { SERVICE_AUDIENCES, SERVICE_SUBJECTS } from '@/domain/services/codes';
import type { GuidePart } from '@/domain/services/guide';
import type { Locale } from '@/i18n/routing';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import { reader } from '@/queries/preview';
import { agencyIn, aroundService, findService } from '@/queries/services';
import { findWithdrawal } from '@/queries/withdrawals';
import { alternatesOf } from '../../alternates';
import { articleMeta } from '../../national-meta';
import { serviceData } from '../service-data';
import { timeLimitIn } from '../time-limit';
import { Part } from './Part';
import { Online } from './Online';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

/** In the order in which somebody needs them: may I, what do I bring, where and when, how does it go, why. */
const SHOWN = [
  'conditions',
  'materials',
  'place',
  'hours',
  'phone',
  'process',
  'basis',
] as const satisfies readonly GuidePart[];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const service = await findService(slug, locale, await reader());
  if (!service) return { robots: { index: false } };
  const path = `/services/${service.slug}`;
  const { title } = titleIn(locale, service);
  const description = service.summary ?? undefined;
  return {
    title,
    description,
    alternates: alternatesOf(locale, path),
    other: await articleMeta(locale, 'services', {
      title,
      published: service.publishedOn,
      signedBy: service.signedBy,
      source: agencyIn(service)?.name,
      description,
      path,
    }),
  };
}

/** A guide of the eight parts that the inspection asks for; the title is the first of them. */
export default async function ServicePage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const service = await findService(slug, locale, await reader());
  if (!service) {
    const withdrawal = await findWithdrawal('services', slug);
    if (!withdrawal) notFound();
    return <Withdrawn withdrawal={withdrawal} />;
  }
  const t = await getTranslations('services');
  const { chains, questions } = await aroundService(service.id, locale);
  const { title, lang } = titleIn(locale, service);
  const isEnglish = locale === 'en';
  const agency = agencyIn(service);
  const published = dayOrNothing(service.publishedOn);
  const link =
    (path: string) => (one: { id: unknown; slug?: string | null; title?: string | null }) => ({
      href: `${path}/${one.slug}`,
      ...titleIn(locale, one),
    });
  return (
    <article>
      <CountRead collection="services" slug={service.slug ?? ''} />
      <JsonLd data={serviceData(service, locale)} />
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/services' },
          {
            label: labelOf(SERVICE_SUBJECTS, service.subject, locale),
            href: `/services?subject=${service.subject}`,
          },
        ]}
      />
      <PageTitle
        title={title}
        lang={lang}
        lead={(isEnglish && service.english?.summary) || service.summary}
      />
      <MetadataTable
        rows={[
          {
            term: t('facts.agency'),
            value: agency && <Link href={`/agencies/${agency.slug}`}>{agency.name}</Link>,
          },
          { term: t('facts.timeLimit'), value: timeLimitIn(service.timeLimit, locale, t) },
          { term: t('facts.fee'), value: service.fee },
          {
            term: t('facts.audience'),
            value: service.audience
              .map((code) => labelOf(SERVICE_AUDIENCES, code, locale))
              .join(isEnglish ? ', ' : '、'),
          },
          { term: t('facts.code'), value: service.code },
          { term: t('facts.publishedOn'), value: published && <DateText day={published} /> },
        ]}
      />
      <Actions />
      {isEnglish && <Notice>{t('chineseOnly')}</Notice>}
      <Columns
        onPhone="first"
        side={
          <Outline
            label={t('outline')}
            items={SHOWN.map((part) => ({ id: part, label: t(`parts.${part}`) }))}
          />
        }
      >
        <Online address={service.onlineUrl} />
        {SHOWN.map((part) => (
          <Section key={part} title={t(`parts.${part}`)} id={part}>
            <Part part={part} service={service} locale={locale} />
          </Section>
        ))}
        {chains.length > 0 && (
          <Section title={t('inChains')}>
            <DocumentList items={chains.map(link('/services/chains'))} headingLevel={3} compact />
          </Section>
        )}
        {questions.length > 0 && (
          <Section title={t('questions')}>
            <DocumentList items={questions.map(link('/questions'))} headingLevel={3} compact />
          </Section>
        )}
        <SignatureLine signedBy={service.signedBy} />
      </Columns>
    </article>
  );
}
