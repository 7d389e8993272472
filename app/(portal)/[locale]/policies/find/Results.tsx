import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DocumentList, type DocumentItem } from '@/components/DocumentList/DocumentList';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Fold } from '@/components/Fold/Fold';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { QUESTIONS, restrictionsOf, type Question } from '@/domain/policies/fit';
import type { Locale } from '@/i18n/routing';
import { findFitting, type Found } from '@/queries/policies';
import { policyItem } from '../policy-item';
import { ANY, answersOf, finderAddress, labelOfAnswer, without } from './answers';
import styles from './find.module.css';

type Props = { given: Record<Question, string>; locale: Locale };
type Words = Awaited<ReturnType<typeof getTranslations<'policies'>>>;

/** So many of what nearly fits stand open; the rest is one step away. */
const OPEN = 5;

/** What fits with the reason for each, what nearly does and what differs, and what to do where nothing fits. */
export async function Results({ given, locale }: Props) {
  const t = await getTranslations('policies');
  const { fitting, nearly, over, offices } = await findFitting(answersOf(given), locale);
  const item = (found: Found): DocumentItem => ({
    ...policyItem(found, locale, t),
    more: <Reasons found={found} given={given} locale={locale} t={t} />,
  });
  const answers = answersOf(given);
  return (
    <>
      <PageTitle title={t('finder.resultTitle')} lead={t('finder.share')} />
      <Section title={t('finder.answers')} id="answers">
        <MetadataTable
          rows={QUESTIONS.map((question) => ({
            term: t(`filters.${question}`),
            value: (
              <>
                {given[question] === ANY
                  ? t('finder.any')
                  : labelOfAnswer(question, given[question], locale)}{' '}
                <Link
                  href={finderAddress(without(given, question))}
                  aria-label={t('finder.changeOf', { question: t(`filters.${question}`) })}
                >
                  {t('finder.change')}
                </Link>
              </>
            ),
          }))}
        />
        <p className={styles.ways}>
          <Link href="/policies/find">{t('finder.restart')}</Link>
        </p>
      </Section>
      {fitting.length > 0 ? (
        <Section title={t('finder.fits', { count: fitting.length })} id="fits">
          <DocumentList items={fitting.map(item)} headingLevel={3} />
        </Section>
      ) : (
        <Nothing given={given} offices={offices} t={t} />
      )}
      {nearly.length > 0 && (
        <Section title={t('finder.nearly', { count: nearly.length })} id="nearly">
          <p className={styles.note}>{t('finder.nearlyLead')}</p>
          <DocumentList items={nearly.slice(0, OPEN).map(item)} headingLevel={3} />
          {nearly.length > OPEN && (
            <Fold summary={t('finder.nearlyMore', { count: nearly.length - OPEN })}>
              <DocumentList items={nearly.slice(OPEN).map(item)} headingLevel={3} />
            </Fold>
          )}
        </Section>
      )}
      {over > 0 && (
        <p className={styles.note}>
          {t('finder.over', { count: over })}{' '}
          <Link href={`/policies?${new URLSearchParams(answers)}`}>{t('finder.overLink')}</Link>
        </p>
      )}
    </>
  );
}

type ReasonsProps = { found: Found; given: Record<Question, string>; locale: Locale; t: Words };

/** Question by question, why it fits or what differs. */
function Reasons({ found, given, locale, t }: ReasonsProps): ReactNode {
  const separator = locale === 'en' ? ', ' : '、';
  return (
    <ul className={styles.reasons}>
      {QUESTIONS.map((question) => {
        const reason = found.fit.reasons[question];
        return (
          <li key={question} className={styles[reason]}>
            {t(`finder.reason.${reason}`, {
              question: t(`filters.${question}`),
              answer:
                given[question] === ANY ? '' : labelOfAnswer(question, given[question], locale),
              allowed: restrictionsOf(found.fits, question)
                .map((code) => labelOfAnswer(question, code, locale))
                .join(separator),
            })}
          </li>
        );
      })}
    </ul>
  );
}

type NothingProps = {
  given: Record<Question, string>;
  offices: Awaited<ReturnType<typeof findFitting>>['offices'];
  t: Words;
};

/** Nothing fits: another answer, a letter, or a call. */
const Nothing = ({ given, offices, t }: NothingProps) => (
  <EmptyState title={t('finder.none')}>
    <p>{t('finder.noneText')}</p>
    <ul>
      <li>
        {t('finder.noneChange')}
        {QUESTIONS.filter((question) => given[question] !== ANY).map((question) => (
          <span key={question}>
            {' '}
            <Link href={finderAddress(without(given, question))}>
              {t('finder.changeOf', { question: t(`filters.${question}`) })}
            </Link>
          </span>
        ))}
      </li>
      <li>
        <Link href="/letters/new">{t('finder.noneLetter')}</Link> {t('finder.noneLetterText')}
      </li>
      {offices.length > 0 && (
        <li>
          {t('finder.noneCall')}
          <ul>
            {offices.map(({ slug, name, phone }) => (
              <li key={slug}>
                <Link href={`/agencies/${slug}`}>{name}</Link>{' '}
                {phone && <a href={`tel:${phone}`}>{phone}</a>}
              </li>
            ))}
          </ul>
        </li>
      )}
      <li>
        <Link href="/policies">{t('finder.noneAll')}</Link>
      </li>
    </ul>
  </EmptyState>
);
