import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DateText } from '@/components/DateText/DateText';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { SignatureLine } from '@/components/SignatureLine/SignatureLine';
import { Withdrawn } from '@/components/Withdrawn/Withdrawn';
import type { Locale } from '@/i18n/routing';
import { agencyNameOf, dayOrNothing, titleIn } from '@/queries/document-items';
import { reader } from '@/queries/preview';
import { agencyOfAnswer, findAnswer } from '@/queries/published-answers';
import { findWithdrawal } from '@/queries/withdrawals';
import { alternatesOf } from '../../../alternates';
import { articleMeta } from '../../../national-meta';
import styles from './answer.module.css';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const answer = await findAnswer(slug, locale, await reader());
  if (!answer) return { robots: { index: false } };
  return {
    title: titleIn(locale, answer).title,
    alternates: alternatesOf(locale, `/applications/answers/${answer.slug}`),
    other: await articleMeta(locale, 'applications', {
      title: answer.title ?? '',
      published: answer.publishedOn,
      signedBy: answer.signedBy,
      source: agencyNameOf(answer),
      path: `/applications/answers/${answer.slug}`,
    }),
  };
}

/** One answer: what was asked and what was answered, and nothing of who asked. */
export default async function AnswerPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const answer = await findAnswer(slug, locale, await reader());
  if (!answer) {
    const withdrawal = await findWithdrawal('published-answers', slug);
    if (!withdrawal) notFound();
    return <Withdrawn withdrawal={withdrawal} />;
  }
  const t = await getTranslations('caseStatistics.answers');
  const words = await getTranslations('applications');
  const isEnglish = locale === 'en';
  const english = isEnglish ? answer.english : null;
  const isTranslated = Boolean(english?.question && english.answer);
  const lang = isEnglish && !isTranslated ? 'zh-CN' : undefined;
  const question = isTranslated ? english?.question : answer.question;
  const reply = isTranslated ? english?.answer : answer.answer;
  const agency = agencyOfAnswer(answer);
  const day = (value: string | null | undefined) => {
    const known = dayOrNothing(value);
    return known && <DateText day={known} />;
  };
  return (
    <article>
      <Breadcrumbs
        items={[
          { label: t('back'), href: '/applications' },
          { label: t('title'), href: '/applications/answers' },
        ]}
      />
      <PageTitle {...titleIn(locale, answer)} />
      <MetadataTable
        rows={[
          { term: t('kind'), value: words(`replies.kinds.${answer.replyKind}`) },
          {
            term: t('agency'),
            value: agency && <Link href={`/agencies/${agency.slug}`}>{agency.name}</Link>,
          },
          { term: t('receivedOn'), value: day(answer.receivedOn) },
          { term: t('answeredOn'), value: day(answer.answeredOn) },
          { term: t('publishedOn'), value: day(answer.publishedOn) },
        ]}
      />
      <Actions />
      {lang && <Notice>{t('chineseOnly')}</Notice>}
      <Section title={t('question')} id="question">
        <p className={styles.words} lang={lang}>
          {question}
        </p>
      </Section>
      <Section title={t('answer')} id="answer">
        <p className={styles.words} lang={lang}>
          {reply}
        </p>
        <p>{t('notice')}</p>
      </Section>
      <SignatureLine signedBy={answer.signedBy} />
      <p>
        <Link href="/applications/answers">{t('all')}</Link>
      </p>
    </article>
  );
}
