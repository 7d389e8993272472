import { cache } from 'react';
import type { Where } from 'payload';
import { hasCode } from '@/domain/catalogue/codes';
import { LETTER_KINDS, type LetterKind } from '@/domain/letters/codes';
import { addDays, dayOf, yearOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import type { Agency, PublishedLetter } from '@/payload-types';
import { findAgencyIds } from './agencies';
import { allOf, asPublic, portal } from './portal';
import { atAddress, type Reader } from './preview';
import type { AddressValues } from './search-address';

export const LETTERS_PER_PAGE = 20;

export type LetterFilters = { kind?: LetterKind; agency?: string; year?: number };

const ROW = {
  title: true,
  slug: true,
  kind: true,
  agency: true,
  receivedOn: true,
  answeredOn: true,
  english: { title: true },
} as const;

const POPULATE = { agencies: { name: true, slug: true } } as const;

/** The filters that an address asks for; what is none of them is left out. */
export function letterFilters({ kind, agency, year }: AddressValues): LetterFilters {
  const slug = [agency].flat()[0] ?? '';
  const asked = /^(19|20)\d\d$/.test(String(year)) ? Number(year) : undefined;
  return {
    ...(hasCode(LETTER_KINDS, kind) && { kind }),
    ...(/^[\w-]{1,100}$/.test(slug) && { agency: slug }),
    ...(asked && { year: asked }),
  };
}

/** The address of the list under its filters, with a page behind the first. */
export function lettersAddress({ kind, agency, year }: LetterFilters, page = 1): string {
  const asked = new URLSearchParams({
    ...(kind && { kind }),
    ...(agency && { agency }),
    ...(year && { year: String(year) }),
    ...(page > 1 && { page: String(page) }),
  });
  return asked.size > 0 ? `/letters?${asked}` : '/letters';
}

/** One page of published letters, those answered last first. */
export async function listLetters(
  filters: LetterFilters,
  locale: Locale,
  page = 1,
  limit = LETTERS_PER_PAGE,
): Promise<{ items: PublishedLetter[]; total: number }> {
  const payload = await portal();
  const { docs, totalDocs } = await payload.find({
    collection: 'published-letters',
    where: await whereOf(filters),
    sort: ['-answeredOn', '-id'],
    page,
    limit,
    depth: 1,
    locale,
    select: ROW,
    populate: POPULATE,
    ...asPublic,
  });
  return { items: docs as PublishedLetter[], total: totalDocs };
}

async function whereOf({ kind, agency, year }: LetterFilters): Promise<Where> {
  return allOf(
    kind && { kind: { equals: kind } },
    agency !== undefined && { agency: { in: await findAgencyIds([agency]) } },
    // Days are kept as instants of that day in China.
    year !== undefined && {
      answeredOn: {
        greater_than_equal: `${addDays(`${year}-01-01`, -1)}T16:00:00.000Z`,
        less_than: `${year}-12-31T16:00:00.000Z`,
      },
    },
  );
}

/** The years of which letters are published, the newest first. */
export async function letterYears(): Promise<number[]> {
  const payload = await portal();
  const end = async (sort: string): Promise<number | null> => {
    const { docs } = await payload.find({
      collection: 'published-letters',
      sort,
      limit: 1,
      pagination: false,
      depth: 0,
      select: { answeredOn: true },
      ...asPublic,
    });
    const day = docs[0]?.answeredOn;
    return day ? yearOf(dayOf(day)) : null;
  };
  const [last, first] = await Promise.all([end('-answeredOn'), end('answeredOn')]);
  if (last === null || first === null) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => last - i);
}

/** A published letter by its address, or null. */
export const findLetter = cache(
  async (slug: string, locale: Locale, as: Reader = asPublic): Promise<PublishedLetter | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'published-letters',
      where: atAddress(slug, as),
      limit: 1,
      pagination: false,
      depth: 1,
      locale,
      populate: POPULATE,
      ...as,
    });
    return docs[0] ?? null;
  },
);

/** The agency that answered, where it was read with the letter. */
export const agencyOfLetter = ({ agency }: PublishedLetter): Agency | null =>
  typeof agency === 'object' ? agency : null;
