import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Pagination } from '@/components/Pagination/Pagination';
import type { Locale } from '@/i18n/routing';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import { agencyNames } from '@/queries/agency-names';
import { agencyOfAnswer, ANSWERS_PER_PAGE, listAnswers } from '@/queries/published-answers';
import { readAddress, writeAddress, type AddressValues } from '@/queries/search-address';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** The page is in the address: made for each question. */
export const dynamic = 'force-dynamic';

const PATH = '/applications/answers';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'caseStatistics.answers' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, PATH),
    other: await columnMeta(locale, 'applications'),
  };
}

export default async function AnswersPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('caseStatistics.answers');
  const words = await getTranslations('applications');
  const { page, filters } = readAddress(await searchParams);
  const slug = filters.agency?.[0];
  const [{ items, total }, agencies] = await Promise.all([
    listAnswers(locale, page, slug),
    agencyNames(locale),
  ]);
  // There are answers, though not so many pages of them.
  if (page > 1 && items.length === 0) notFound();
  const only = slug && [...agencies.values()].find((each) => each.slug === slug)?.name;
  return (
    <>
      <Breadcrumbs items={[{ label: t('back'), href: '/applications' }, { label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead')} />
      {only && (
        <p>
          {t.rich('only', {
            agency: only,
            all: (chunks) => <Link href={PATH}>{chunks}</Link>,
          })}
        </p>
      )}
      {items.length > 0 ? (
        <>
          <DocumentList
            headingLevel={2}
            items={items.map((answer) => ({
              href: `${PATH}/${answer.slug}`,
              ...titleIn(locale, answer),
              kind: words(`replies.kinds.${answer.replyKind}`),
              agency: agencyOfAnswer(answer)?.name,
              date: dayOrNothing(answer.answeredOn),
            }))}
          />
          <Pagination
            page={page}
            perPage={ANSWERS_PER_PAGE}
            total={total}
            hrefFor={(number) =>
              writeAddress(PATH, { filters: slug ? { agency: [slug] } : {}, page: number })
            }
          />
        </>
      ) : (
        <EmptyState title={t('empty')}>
          <p>
            {t.rich('none', {
              search: (chunks) => <Link href="/search">{chunks}</Link>,
              apply: (chunks) => <Link href="/applications/new">{chunks}</Link>,
            })}
          </p>
        </EmptyState>
      )}
    </>
  );
}
