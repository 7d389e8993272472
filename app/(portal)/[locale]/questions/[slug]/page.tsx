import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { CountRead } from '@/components/CountRead/CountRead';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { JsonLd } from '@/components/JsonLd/JsonLd';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { DateText } from '@/components/DateText/DateText';
import { Notice } from '@/components/Notice/Notice';
import { OfficialText } from '@/components/OfficialText/OfficialText';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { SignatureLine } from '@/components/SignatureLine/SignatureLine';
import { Withdrawn } from '@/components/Withdrawn/Withdrawn';
import { labelOf, THEMES } from '@/domain/catalogue/codes';
import { blocksToText } from '@/domain/documents/blocks';
import { blocksFromLexical } from '@/domain/documents/lexical';
import type { Locale } from '@/i18n/routing';
import type { Service } from '@/payload-types';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import { reader } from '@/queries/preview';
import { findQuestion } from '@/queries/questions';
import { agencyIn } from '@/queries/services';
import { findWithdrawal } from '@/queries/withdrawals';
import { alternatesOf } from '../../alternates';
import { articleMeta } from '../../national-meta';
import { Sources } from './Sources';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

const BRIEF = 160;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const question = await findQuestion(slug, locale, await reader());
  if (!question) return { robots: { index: false } };
  const path = `/questions/${question.slug}`;
  const { title } = titleIn(locale, question);
  const description = blocksToText(blocksFromLexical(question.body)).slice(0, BRIEF);
  return {
    title,
    description,
    alternates: alternatesOf(locale, path),
    other: await articleMeta(locale, 'questions', {
      title,
      published: question.publishedOn,
      signedBy: question.signedBy,
      source: agencyIn(question)?.name,
      keywords: question.alsoAsked,
      description,
      path,
    }),
  };
}

/** A question, its answer, and what it rests on with whether that still holds. */
export default async function QuestionPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const question = await findQuestion(slug, locale, await reader());
  if (!question) {
    const withdrawal = await findWithdrawal('questions', slug);
    if (!withdrawal) notFound();
    return <Withdrawn withdrawal={withdrawal} />;
  }
  const t = await getTranslations('questions');
  const { title, lang } = titleIn(locale, question);
  const isEnglish = locale === 'en';
  const translated = isEnglish ? blocksFromLexical(question.english?.body) : [];
  const isTranslated = translated.length > 0;
  const blocks = isTranslated ? translated : blocksFromLexical(question.body);
  const agency = agencyIn(question);
  const published = dayOrNothing(question.publishedOn);
  const services = (question.services ?? []).filter(
    (one): one is Service => typeof one === 'object',
  );
  const { basis } = question;
  return (
    <article>
      <CountRead collection="questions" slug={question.slug ?? ''} />
      {basis !== 'ended' && (
        <JsonLd
          data={{
            '@type': 'QAPage',
            mainEntity: {
              '@type': 'Question',
              name: title,
              answerCount: 1,
              datePublished: published,
              acceptedAnswer: {
                '@type': 'Answer',
                text: blocksToText(blocks),
                author: agency && { '@type': 'GovernmentOrganization', name: agency.name },
              },
            },
          }}
        />
      )}
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/questions' },
          ...(question.theme
            ? [
                {
                  label: labelOf(THEMES, question.theme, locale),
                  href: `/questions?theme=${question.theme}`,
                },
              ]
            : []),
        ]}
      />
      <PageTitle eyebrow={t('eyebrow')} title={title} lang={lang} />
      {basis !== 'holds' && (
        <Notice kind={basis === 'ended' ? 'repealed' : 'warn'} title={t(`${basis}.title`)}>
          {t(`${basis}.text`)}
        </Notice>
      )}
      {isEnglish && !isTranslated && <Notice>{t('chineseOnly')}</Notice>}
      <Columns
        side={
          services.length > 0 && (
            <Section title={t('services')}>
              <DocumentList
                compact
                headingLevel={3}
                items={services.map((service) => ({
                  href: `/services/${service.slug}`,
                  ...titleIn(locale, service),
                }))}
              />
            </Section>
          )
        }
      >
        <Section title={t('answer')} id="answer">
          <OfficialText blocks={blocks} lang={isTranslated ? 'en' : 'zh-CN'} levelOffset={1} />
        </Section>
        <Section title={t('sources')} id="sources">
          <Sources question={question} locale={locale} />
        </Section>
        <MetadataTable
          rows={[
            {
              term: t('facts.agency'),
              value: agency && <Link href={`/agencies/${agency.slug}`}>{agency.name}</Link>,
            },
            { term: t('facts.publishedOn'), value: published && <DateText day={published} /> },
            {
              term: t('facts.alsoAsked'),
              value: question.alsoAsked?.join(isEnglish ? '; ' : '；'),
              wide: true,
              lang: isEnglish ? 'zh-CN' : undefined,
            },
          ]}
        />
        <Actions />
        <SignatureLine signedBy={question.signedBy} />
      </Columns>
    </article>
  );
}
