import type { CollectionSlug } from 'payload';
import type { Agency } from '@/payload-types';
import { asPublic, portal } from './portal';

/** Kinds of things that an agency publishes, each with the list that can be narrowed to one agency. */
const PUBLISHED = [
  { kind: 'documents', list: '/documents' },
  { kind: 'interpretations', list: '/interpretations' },
  { kind: 'annual-reports', list: null },
  { kind: 'policies', list: '/policies' },
  { kind: 'services', list: '/services' },
  { kind: 'questions', list: '/questions' },
  { kind: 'consultations', list: '/consultations' },
  { kind: 'proposals', list: '/proposals' },
  { kind: 'published-letters', list: '/letters' },
  { kind: 'published-answers', list: '/applications/answers' },
] as const satisfies readonly { kind: CollectionSlug; list: string | null }[];

export type PublishedKind = {
  kind: (typeof PUBLISHED)[number]['kind'];
  count: number;
  /** Path without the language; the reports stand on the page of the agency itself. */
  href: string;
};

/** All that an agency published, by kind; kinds of which there is nothing are left out. */
export async function publishedBy({
  id,
  slug,
}: Pick<Agency, 'id' | 'slug'>): Promise<PublishedKind[]> {
  const payload = await portal();
  const counted = await Promise.all(
    PUBLISHED.map(async ({ kind, list }) => {
      const { totalDocs } = await payload.count({
        collection: kind,
        where: { and: [{ agency: { equals: id } }, { _status: { equals: 'published' } }] },
        ...asPublic,
      });
      return { kind, count: totalDocs, href: list ? `${list}?agency=${slug}` : '#reports' };
    }),
  );
  return counted.filter(({ count }) => count > 0);
}
