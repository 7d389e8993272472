import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { labelOf, THEMES } from '@/domain/catalogue/codes';
import type { Locale } from '@/i18n/routing';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import { readListAddress } from '@/queries/faceted';
import { rowsFound } from '@/queries/found-keys';
import {
  allQuestions,
  questionFacets,
  QUESTIONS_PER_PAGE,
  type QuestionRow,
} from '@/queries/questions';
import type { AddressValues } from '@/queries/search-address';
import { MOST_ROWS } from '@/transfer/export/lists/list';
import { alternatesOf } from '../alternates';
import { FacetedList } from '../FacetedList';
import { columnMeta } from '../national-meta';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** The filters are in the address: made for each question. */
export const dynamic = 'force-dynamic';

const PATH = '/questions';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'questions' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, PATH, '/feeds/questions.atom'),
    other: await columnMeta(locale, 'questions'),
  };
}

/** 政策问答: found by search first; the list by theme and agency stands below. */
export default async function QuestionsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('questions');
  const busy = await getTranslations('services');
  const all = await allQuestions(locale);
  const facets = questionFacets(all, locale);
  const address = readListAddress(await searchParams, facets);
  const { rows, isBusy } = await rowsFound<QuestionRow>(all, {
    collection: 'questions',
    text: address.text,
    locale,
    words: ({ title, alsoAsked }) => [title, ...(alsoAsked ?? [])].join('\n'),
  });
  const ask = t.rich('ask', {
    letters: (chunks) => <Link href="/letters/new">{chunks}</Link>,
    apply: (chunks) => <Link href="/applications/new">{chunks}</Link>,
  });
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <FacetedList
        path={PATH}
        rows={rows}
        facets={facets}
        address={address}
        perPage={QUESTIONS_PER_PAGE}
        most={MOST_ROWS}
        words={{
          filters: t('filters.label'),
          search: t('search'),
          hint: t('hint'),
          empty: t('empty'),
        }}
        count={(passing) => (
          <p>
            {t('count', { total: passing.length })}
            {isBusy && ` ${busy('busy')}`}
          </p>
        )}
        item={(row) => ({
          href: `${PATH}/${row.slug}`,
          ...titleIn(locale, row),
          note: row.basis === 'ended' ? t('ended.title') : undefined,
          kind: row.theme ? labelOf(THEMES, row.theme, locale) : undefined,
          agency: row.agency?.name,
          date: dayOrNothing(row.publishedOn),
        })}
        otherwise={
          <p>
            <Link href={PATH}>{t('all')}</Link>
          </p>
        }
        after={<p>{ask}</p>}
      />
    </>
  );
}
