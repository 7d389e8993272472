import { cache } from 'react';
import type { Locale } from '@/i18n/routing';
import type { Interpretation } from '@/payload-types';
import { asPublic, portal } from './portal';
import { atAddress, type Reader } from './preview';

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

/** One page of interpretations, newest first, of one form or of all. */
export async function listInterpretations(
  { form }: { form?: string },
  locale: Locale,
  page = 1,
  limit = INTERPRETATIONS_PER_PAGE,
): Promise<{ items: Interpretation[]; total: number }> {
  const payload = await portal();
  const { docs, totalDocs } = await payload.find({
    collection: 'interpretations',
    where: form ? { form: { equals: form } } : {},
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
