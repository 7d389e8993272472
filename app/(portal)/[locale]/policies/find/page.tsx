import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { QUESTIONS, type Question } from '@/domain/policies/fit';
import type { Locale } from '@/i18n/routing';
import { answersIn } from '@/queries/policies';
import type { AddressValues } from '@/queries/search-address';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import { ANY, type Given } from './answers';
import { QuestionPage } from './QuestionPage';
import { Results } from './Results';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** The answers are in the address, so that a result can be kept and passed on; nothing is stored. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'policies.finder' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, '/policies/find'),
    other: await columnMeta(locale, 'policies'),
  };
}

/** Asks the first question that is not answered yet; with all three answered, shows what fits. */
export default async function FindPolicyPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('policies');
  const values = await searchParams;
  const given = givenIn(values);
  const question = QUESTIONS.find((each) => given[each] === undefined);
  const isUnanswered = question !== undefined && [values.asked].flat()[0] === question;
  return (
    <>
      <Breadcrumbs
        items={[{ label: t('title'), href: '/policies' }, { label: t('finder.title') }]}
      />
      {question ? (
        <QuestionPage question={question} given={given} isUnanswered={isUnanswered} />
      ) : (
        <Results given={given as Record<Question, string>} locale={locale} />
      )}
    </>
  );
}

/** What is answered so far: a code, or that it does not matter. What is neither is asked again. */
function givenIn(values: AddressValues): Given {
  const answers = answersIn(values);
  return Object.fromEntries(
    QUESTIONS.flatMap((question) => {
      const isAny = [values[question]].flat()[0] === ANY;
      const answer = isAny ? ANY : answers[question];
      return answer === undefined ? [] : [[question, answer]];
    }),
  );
}
