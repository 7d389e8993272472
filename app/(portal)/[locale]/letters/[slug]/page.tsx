import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DateText } from '@/components/DateText/DateText';
import { JsonLd } from '@/components/JsonLd/JsonLd';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { SignatureLine } from '@/components/SignatureLine/SignatureLine';
import { Withdrawn } from '@/components/Withdrawn/Withdrawn';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { labelOf } from '@/domain/catalogue/codes';
import { LETTER_KINDS } from '@/domain/letters/codes';
import { workdaysBetween } from '@/domain/workdays/count';
import type { Locale } from '@/i18n/routing';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import { agencyOfLetter, findLetter } from '@/queries/letters';
import { portal } from '@/queries/portal';
import { reader } from '@/queries/preview';
import { findWithdrawal } from '@/queries/withdrawals';
import { alternatesOf } from '../../alternates';
import { articleMeta } from '../../national-meta';
import styles from '../letters.module.css';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const letter = await findLetter(slug, locale, await reader());
  if (!letter) return { robots: { index: false } };
  const { title } = titleIn(locale, letter);
  const path = `/letters/${letter.slug}`;
  return {
    title,
    alternates: alternatesOf(locale, path),
    other: await articleMeta(locale, 'letters', {
      title,
      published: letter.publishedOn ?? letter.answeredOn,
      signedBy: letter.signedBy,
      source: agencyOfLetter(letter)?.name,
      path,
    }),
  };
}

/** One letter: what was written and what was answered, and nothing of who wrote. */
export default async function LetterPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const letter = await findLetter(slug, locale, await reader());
  if (!letter) {
    const withdrawal = await findWithdrawal('published-letters', slug);
    if (!withdrawal) notFound();
    return <Withdrawn withdrawal={withdrawal} />;
  }
  const t = await getTranslations('citizenLetters.published');
  const words = await getTranslations('citizenLetters');
  const isEnglish = locale === 'en';
  const english = isEnglish ? letter.english : null;
  const isTranslated = Boolean(english?.question && english.answer);
  const lang = isEnglish && !isTranslated ? 'zh-CN' : undefined;
  const question = (isTranslated ? english?.question : letter.question) ?? '';
  const answer = (isTranslated ? english?.answer : letter.answer) ?? '';
  const agency = agencyOfLetter(letter);
  const { title, lang: titleLang } = titleIn(locale, letter);
  const [receivedOn, answeredOn] = [letter.receivedOn, letter.answeredOn].map(dayOrNothing);
  const calendar = await workCalendar({ payload: await portal() });
  return (
    <article>
      <Breadcrumbs items={[{ label: words('title'), href: '/letters' }]} />
      <PageTitle title={title} lang={titleLang} />
      <MetadataTable
        rows={[
          { term: t('kind'), value: letter.kind && labelOf(LETTER_KINDS, letter.kind, locale) },
          {
            term: t('agency'),
            value: agency && <Link href={`/agencies/${agency.slug}`}>{agency.name}</Link>,
          },
          { term: t('receivedOn'), value: receivedOn && <DateText day={receivedOn} /> },
          { term: t('answeredOn'), value: answeredOn && <DateText day={answeredOn} /> },
          {
            term: t('took'),
            value:
              receivedOn &&
              answeredOn &&
              t('tookDays', {
                days: Math.max(0, workdaysBetween(receivedOn, answeredOn, calendar)),
              }),
          },
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
          {answer}
        </p>
        <p>{t('notice')}</p>
      </Section>
      <SignatureLine signedBy={letter.signedBy} />
      <p>
        {t.rich('own', {
          write: (chunks) => <Link href="/letters/new">{chunks}</Link>,
          search: (chunks) => <Link href="/search">{chunks}</Link>,
        })}
      </p>
      <p>
        <Link href="/letters">{t('all')}</Link>
      </p>
      <JsonLd
        data={{
          '@type': 'QAPage',
          inLanguage: isTranslated ? 'en' : 'zh-CN',
          mainEntity: {
            '@type': 'Question',
            name: title,
            text: question,
            answerCount: 1,
            ...(receivedOn && { dateCreated: receivedOn }),
            acceptedAnswer: {
              '@type': 'Answer',
              text: answer,
              ...(answeredOn && { dateCreated: answeredOn }),
              ...(agency && { author: { '@type': 'GovernmentOrganization', name: agency.name } }),
            },
          },
        }}
      />
    </article>
  );
}
