import { cache } from 'react';
import { FORMS, hasCode } from '@/domain/catalogue/codes';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import type { Interpretation } from '@/payload-types';
import { findAgencyIds, listAgencies } from './agencies';
import { plainColumns } from './plain-columns';
import { allOf, asPublic, portal } from './portal';
import { atAddress, type Reader } from './preview';
import type { AddressValues } from './search-address';

export const INTERPRETATIONS_PER_PAGE = 20;

const ROW = {
  title: true,
  slug: true,
  form: true,
  agency: true,
  documents: true,
  publishedOn: true,
  summary: true,
  english: true,
} as const;

const POPULATE = {
  agencies: { name: true, slug: true },
  documents: { title: true, slug: true, validity: true, english: { title: true } },
} as const;

/** A published interpretation by its address, with its documents as the public may read them, or null. */
export const findInterpretation = cache(
  async (slug: string, locale: Locale, as: Reader = asPublic): Promise<Interpretation | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'interpretations',
      where: atAddress(slug, as),
      limit: 1,
      pagination: false,
      depth: 1,
      locale,
      ...as,
    });
    return docs[0] ?? null;
  },
);

/** What stands in the address of the list. */
export type InterpretationFilters = {
  form?: string;
  /** Slug. */
  agency?: string;
  /** Four digits. */
  year?: string;
};

export function readInterpretationFilters(values: AddressValues): InterpretationFilters {
  const first = (name: string) => [values[name] ?? ''].flat()[0] ?? '';
  const form = first('form');
  const [agency, year] = [first('agency'), first('year')];
  return {
    ...(hasCode(FORMS, form) && { form }),
    ...(/^[a-z0-9-]{1,80}$/.test(agency) && { agency }),
    ...(/^\d{4}$/.test(year) && { year }),
  };
}

/** The list under its filters, as what stands behind `?`. */
export function interpretationsQuery(filters: InterpretationFilters, page = 1): string {
  const { form, agency, year } = filters;
  return new URLSearchParams({
    ...(form && { form }),
    ...(agency && { agency }),
    ...(year && { year }),
    ...(page > 1 && { page: String(page) }),
  }).toString();
}

/** What can be chosen: agencies that explained something, and the years in which something was. */
export async function interpretationChoices(
  locale: Locale,
): Promise<{ agencies: { slug: string; name: string }[]; years: string[] }> {
  const payload = await portal();
  const [rows, agencies] = await Promise.all([
    plainColumns(
      payload,
      'interpretations',
      ['agency', 'publishedOn'],
      [{ path: '_status', in: ['published'] }],
    ),
    listAgencies(locale),
  ]);
  const known = new Set(rows.map(({ agency }) => String(agency)));
  const years = rows.flatMap(({ publishedOn }) =>
    publishedOn ? [dayOf(publishedOn as string | Date).slice(0, 4)] : [],
  );
  return {
    agencies: agencies.filter(({ id }) => known.has(String(id))),
    years: [...new Set(years)].sort().reverse(),
  };
}

/** One page of interpretations, newest first, of one form, agency and year or of all. */
export async function listInterpretations(
  { form, agency, year }: InterpretationFilters,
  locale: Locale,
  page = 1,
  limit = INTERPRETATIONS_PER_PAGE,
): Promise<{ items: Interpretation[]; total: number }> {
  const payload = await portal();
  const { docs, totalDocs } = await payload.find({
    collection: 'interpretations',
    where: allOf(
      !!form && { form: { equals: form } },
      // By id, which needs no join; an agency that is none has no interpretations.
      !!agency && { agency: { in: await findAgencyIds([agency]) } },
      !!year && { publishedOn: { greater_than_equal: `${year}-01-01T00:00:00.000+08:00` } },
      !!year && { publishedOn: { less_than_equal: `${year}-12-31T23:59:59.999+08:00` } },
    ),
    sort: ['-publishedOn', '-id'],
    page,
    limit,
    depth: 1,
    locale,
    select: ROW,
    populate: POPULATE,
    ...asPublic,
  });
  return { items: docs as Interpretation[], total: totalDocs };
}
