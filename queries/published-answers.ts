import { cache } from 'react';
import type { Locale } from '@/i18n/routing';
import type { Agency, PublishedAnswer } from '@/payload-types';
import { findAgencyIds } from './agencies';
import { asPublic, portal } from './portal';
import { atAddress, type Reader } from './preview';

export const ANSWERS_PER_PAGE = 20;

const ROW = {
  title: true,
  slug: true,
  replyKind: true,
  agency: true,
  answeredOn: true,
  english: { title: true },
} as const;

const POPULATE = { agencies: { name: true, slug: true } } as const;

/** One page of published answers, those answered last first; `agency` is the slug of the one that answered. */
export async function listAnswers(
  locale: Locale,
  page: number,
  agency?: string,
): Promise<{ items: PublishedAnswer[]; total: number }> {
  const payload = await portal();
  const { docs, totalDocs } = await payload.find({
    collection: 'published-answers',
    where: agency ? { agency: { in: await findAgencyIds([agency]) } } : {},
    sort: ['-answeredOn', '-id'],
    page,
    limit: ANSWERS_PER_PAGE,
    depth: 1,
    locale,
    select: ROW,
    populate: POPULATE,
    ...asPublic,
  });
  return { items: docs as PublishedAnswer[], total: totalDocs };
}

/** A published answer by its address, or null. */
export const findAnswer = cache(
  async (slug: string, locale: Locale, as: Reader = asPublic): Promise<PublishedAnswer | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'published-answers',
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

/** The agency that answered, where it was read with the answer. */
export const agencyOfAnswer = ({ agency }: PublishedAnswer): Agency | null =>
  typeof agency === 'object' ? agency : null;
