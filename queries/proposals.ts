import { cache } from 'react';
import { labelOf } from '@/domain/catalogue/codes';
import { PROPOSAL_RESULTS, PROPOSER_KINDS } from '@/domain/proposals/codes';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { Proposal } from '@/payload-types';
import { agencyNames, type AgencyName } from './agency-names';
import { inOrderOf, type ListFacet } from './faceted';
import { keptBriefly } from './kept-briefly';
import { asPublic, portal } from './portal';
import { atAddress, type Reader } from './preview';
import { readAllPublic } from './read-public';
import { agencyFacet, keyOf } from './services';

export const PROPOSALS_PER_PAGE = 20;

export type ProposalRow = Omit<Proposal, 'agency'> & { agency: AgencyName | null };

/** Stands in the address for a proposal without a reply. */
export const OPEN = 'open';

/** All published proposals: the last year first, then by session and number. */
export const allProposals = keptBriefly(async (locale: Locale): Promise<ProposalRow[]> => {
  const payload = await portal();
  const [rows, agencies] = await Promise.all([
    readAllPublic(payload, 'proposals', {
      title: true,
      slug: true,
      proposerKind: true,
      year: true,
      session: true,
      number: true,
      proposers: true,
      replyNumber: true,
      result: true,
      agency: true,
      receivedOn: true,
      repliedOn: true,
      publishedOn: true,
      updatedAt: true,
      english: true,
    }),
    agencyNames(locale),
  ]);
  return rows
    .map((row) => ({ ...row, agency: agencies.get(keyOf(row.agency)) ?? null }))
    .sort(
      (a, b) =>
        b.year - a.year ||
        a.session.localeCompare(b.session, 'zh-CN') ||
        a.number.localeCompare(b.number, 'zh-CN', { numeric: true }),
    );
});

export function proposalFacets(
  rows: readonly ProposalRow[],
  locale: Locale,
): ListFacet<ProposalRow>[] {
  const { filters, open } = messages[locale].proposals;
  return [
    {
      name: 'year',
      label: filters.year,
      valuesOf: ({ year }) => [String(year)],
      labelOf: (year) => year,
      order: (a, b) => b.localeCompare(a),
    },
    {
      name: 'session',
      label: filters.session,
      valuesOf: ({ session }) => [session],
      labelOf: (session) => session,
    },
    {
      name: 'proposerKind',
      label: filters.proposerKind,
      valuesOf: ({ proposerKind }) => [proposerKind],
      labelOf: (code) => labelOf(PROPOSER_KINDS, code, locale),
      order: inOrderOf(PROPOSER_KINDS),
    },
    agencyFacet(rows, filters.agency),
    {
      name: 'result',
      label: filters.result,
      valuesOf: ({ repliedOn, result }) => [(repliedOn && result) || OPEN],
      labelOf: (code) => (code === OPEN ? open : labelOf(PROPOSAL_RESULTS, code, locale)),
      order: inOrderOf([...PROPOSAL_RESULTS, { code: OPEN }]),
    },
  ];
}

/** A published proposal by its address, with agencies, documents and files as they may be read, or null. */
export const findProposal = cache(
  async (slug: string, locale: Locale, as: Reader = asPublic): Promise<Proposal | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'proposals',
      where: atAddress(slug, as),
      limit: 1,
      pagination: false,
      depth: 1,
      locale,
      populate: {
        agencies: { name: true, slug: true },
        documents: {
          title: true,
          slug: true,
          validity: true,
          number: true,
          english: { title: true },
        },
      } as never,
      ...as,
    });
    return docs[0] ?? null;
  },
);
