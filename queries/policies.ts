import { cache } from 'react';
import { fit, QUESTIONS, byNearness, CODES, type Answers, type Fit } from '@/domain/policies/fit';
import { passes, type Filtered, type PolicyFilters } from '@/domain/policies/filters';
import { isOver, STANDING_ORDER, STANDINGS } from '@/domain/policies/standing';
import type { Locale } from '@/i18n/routing';
import type { Agency, Document, Policy } from '@/payload-types';
import { keptBriefly } from './kept-briefly';
import { policyStanding, sourcesOf, type KnownStanding, type Sources } from './policy-sources';
import { asPublic, portal } from './portal';
import { atAddress, type Reader } from './preview';
import type { AddressValues } from './search-address';

export const POLICIES_PER_PAGE = 20;

/** What a list shows of a policy, with its standing today. */
export type PolicyRow = Filtered & {
  policy: Policy;
  office: Pick<Agency, 'name' | 'slug' | 'phone'> | null;
  known: KnownStanding;
};

const ROW = {
  title: true,
  slug: true,
  benefit: true,
  agency: true,
  fits: true,
  startsOn: true,
  endsOn: true,
  publishedOn: true,
  sources: { document: true },
  english: { title: true, benefit: true },
} as const;

const OFFICE = { agencies: { name: true, slug: true, phone: true }, documents: {} } as const;

/**
 * Every published policy with its standing today: what can still be had first, the newest first among
 * these. A county has some hundred, so that lists and finder choose among them here.
 */
export const allPolicies = keptBriefly(async (locale: Locale): Promise<PolicyRow[]> => {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'policies',
    sort: ['-publishedOn', '-id'],
    pagination: false,
    depth: 1,
    locale,
    select: ROW as never,
    populate: OFFICE,
    ...asPublic,
  });
  return rowsOf(docs as Policy[]);
});

/** One page of the policies under some filters, and how many there are. */
export async function listPolicies(filters: PolicyFilters, locale: Locale, page = 1) {
  const every = await allPolicies(locale);
  const found = every.filter((row) => passes(row, filters));
  const from = (page - 1) * POLICIES_PER_PAGE;
  return { items: found.slice(from, from + POLICIES_PER_PAGE), total: found.length, every };
}

/** The filters that an address holds; what is none of their values is no filter. */
export function policyFilters(values: AddressValues): PolicyFilters {
  const one = (name: string) => [values[name]].flat()[0];
  const filters: PolicyFilters = { ...answersIn(values) };
  const agency = one('agency');
  if (agency && /^[a-z0-9-]{1,80}$/.test(agency)) filters.agency = agency;
  const standing = one('standing');
  if (STANDINGS.some((state) => state === standing)) filters.standing = standing;
  return filters;
}

/** The answers that an address holds. */
export function answersIn(values: AddressValues): Answers {
  return Object.fromEntries(
    QUESTIONS.flatMap((question) => {
      const value = [values[question]].flat()[0];
      return CODES[question].some(({ code }) => code === value) ? [[question, value]] : [];
    }),
  ) as Answers;
}

export type Found = PolicyRow & { fit: Fit };

/** What fits the answers, what nearly does, and how many that would are over. */
export async function findFitting(answers: Answers, locale: Locale) {
  const rows = await allPolicies(locale);
  const found = rows.map((row): Found => ({ ...row, fit: fit(row.fits, answers) }));
  const alive = found.filter(({ standing }) => !isOver(standing));
  const byWhatCounts = (a: Found, b: Found) =>
    b.fit.matches - a.fit.matches || STANDING_ORDER[a.standing] - STANDING_ORDER[b.standing];
  return {
    fitting: alive.filter((each) => each.fit.fits).sort(byWhatCounts),
    nearly: alive
      .filter((each) => each.fit.nearlyBut)
      .sort((a, b) => byNearness(a.fit, b.fit) || byWhatCounts(a, b)),
    over: found.filter((each) => each.fit.fits && isOver(each.standing)).length,
    offices: officesOf(rows),
  };
}

/** A policy by its address, with its agency and its documents as they may be read, or null. */
export const findPolicy = cache(
  async (
    slug: string,
    locale: Locale,
    as: Reader = asPublic,
  ): Promise<{ policy: Policy; sources: Sources; known: KnownStanding } | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'policies',
      where: atAddress(slug, as),
      limit: 1,
      pagination: false,
      depth: 1,
      locale,
      populate: {
        documents: { title: true, slug: true, number: true, body: true, english: { title: true } },
      },
      ...as,
    });
    const [policy] = docs;
    if (!policy) return null;
    const sources = await sourcesOf([policy]);
    return { policy, sources, known: policyStanding(policy, sources) };
  },
);

/** The policies that rest on a document, what can still be had first. */
export async function policiesOn(id: Document['id'], locale: Locale): Promise<PolicyRow[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'policies',
    where: { 'sources.document': { equals: id } },
    sort: ['-publishedOn', '-id'],
    limit: 50,
    pagination: false,
    depth: 1,
    locale,
    select: ROW as never,
    populate: OFFICE,
    ...asPublic,
  });
  return rowsOf(docs as Policy[]);
}

async function rowsOf(policies: readonly Policy[]): Promise<PolicyRow[]> {
  const sources = await sourcesOf(policies);
  const rows = policies.map((policy): PolicyRow => {
    const known = policyStanding(policy, sources);
    const office = typeof policy.agency === 'object' ? policy.agency : null;
    return {
      policy,
      office,
      known,
      fits: policy.fits ?? {},
      agency: office?.slug ?? '',
      standing: known.state,
    };
  });
  // The sort is stable: among those alike the newest stays first.
  return rows.sort((a, b) => Number(isOver(a.standing)) - Number(isOver(b.standing)));
}

/** The agencies that run policies, each once. */
export const officesOf = (rows: readonly PolicyRow[]): NonNullable<PolicyRow['office']>[] => [
  ...new Map(rows.flatMap(({ office }) => (office ? [[office.slug, office]] : []))).values(),
];
