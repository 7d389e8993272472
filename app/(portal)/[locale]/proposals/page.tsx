import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { labelOf } from '@/domain/catalogue/codes';
import { PROPOSAL_RESULTS, PROPOSER_KINDS } from '@/domain/proposals/codes';
import type { Locale } from '@/i18n/routing';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import { readListAddress } from '@/queries/faceted';
import { rowsFound } from '@/queries/found-keys';
import {
  allProposals,
  proposalFacets,
  PROPOSALS_PER_PAGE,
  type ProposalRow,
} from '@/queries/proposals';
import type { AddressValues } from '@/queries/search-address';
import { MOST_ROWS } from '@/transfer/export/lists/list';
import { alternatesOf } from '../alternates';
import { FacetedList } from '../FacetedList';
import { columnMeta } from '../national-meta';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** The filters are in the address: made for each question. */
export const dynamic = 'force-dynamic';

const PATH = '/proposals';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'proposals' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, PATH, '/feeds/proposals.atom'),
    other: await columnMeta(locale, 'proposals'),
  };
}

/** 建议提案: by year, session, kind, agency and result. */
export default async function ProposalsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('proposals');
  const busy = await getTranslations('services');
  const all = await allProposals(locale);
  const facets = proposalFacets(all, locale);
  const address = readListAddress(await searchParams, facets);
  const { rows, isBusy } = await rowsFound<ProposalRow>(all, {
    collection: 'proposals',
    text: address.text,
    locale,
    words: ({ title, number, proposers }) => [title, number, ...(proposers ?? [])].join('\n'),
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
        perPage={PROPOSALS_PER_PAGE}
        most={MOST_ROWS}
        words={{ filters: t('filters.label'), search: t('search'), empty: t('empty') }}
        count={(passing) => (
          <p>
            {t('count', {
              total: passing.length,
              replied: passing.filter(({ repliedOn }) => repliedOn).length,
            })}
            {isBusy && ` ${busy('busy')}`}
          </p>
        )}
        item={(row) => ({
          href: `${PATH}/${row.slug}`,
          ...titleIn(locale, row),
          kind: labelOf(PROPOSER_KINDS, row.proposerKind, locale),
          number: `${row.session} ${t('number', { number: row.number })}`,
          agency: row.agency?.name,
          date: dayOrNothing(row.repliedOn),
          place:
            row.repliedOn && row.result ? labelOf(PROPOSAL_RESULTS, row.result, locale) : t('open'),
        })}
        otherwise={
          <p>
            <Link href={PATH}>{t('all')}</Link>
          </p>
        }
      />
    </>
  );
}
