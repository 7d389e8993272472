import { revalidatePath } from 'next/cache';
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionSlug,
  RequestContext,
} from 'payload';
import { forgetSite } from '@/globals/Site/kept-site';

/**
 * The cached pages that show something of a collection. A whole kind of page is renewed rather
 * than one address: a document's title and validity also stand on pages that point to it.
 */
const PAGES: Partial<Record<CollectionSlug, readonly string[]>> = {
  documents: [
    '/documents/[slug]',
    '/documents/[slug]/versions',
    '/documents/[slug]/versions/[number]',
    '/documents/[slug]/versions/[number]/[other]',
    '/documents/[slug]/compare/[other]',
    '/interpretations/[slug]',
    '/topics',
    '/topics/[slug]',
    '/agencies/[slug]',
    '/disclosure/statutory',
    '/disclosure/columns/[slug]',
    '/disclosure/catalogue',
    '/disclosure/grassroots',
    '/disclosure/grassroots/matrix',
    '/disclosure/townships/[slug]',
    // Whether a policy still holds follows from its documents.
    '/policies/[slug]',
    '/questions/[slug]',
    '/services/[slug]',
    '/proposals/[slug]',
  ],
  'catalogue-items': [
    '/disclosure/catalogue',
    '/disclosure/grassroots',
    '/disclosure/grassroots/matrix',
    '/disclosure/townships/[slug]',
    '/disclosure/statutory',
    '/documents/[slug]',
  ],
  citations: ['/documents/[slug]'],
  interpretations: [
    '/interpretations/[slug]',
    '/documents/[slug]',
    '/topics',
    '/topics/[slug]',
    '/agencies/[slug]',
  ],
  topics: ['/topics', '/topics/[slug]', '/site-map'],
  agencies: [
    '/agencies',
    '/agencies/[slug]',
    '/documents/[slug]',
    '/interpretations/[slug]',
    '/topics/[slug]',
    '/annual-reports',
    '/annual-reports/[agency]/[year]',
    '/annual-reports/[agency]/compare',
    '/website-reports/[agency]/[year]',
    '/disclosure/annual-reports',
    '/disclosure/columns/[slug]',
    '/disclosure/grassroots',
    '/disclosure/grassroots/matrix',
    '/disclosure/townships/[slug]',
    '/disclosure/guide',
    '/about/contact',
    '/policies/[slug]',
    '/questions/[slug]',
    '/services/[slug]',
    '/services/chains/[slug]',
    '/proposals/[slug]',
  ],
  // The columns stand in the frame's own navigation, so every page in the frame shows them.
  columns: [
    '/disclosure/guide',
    '/disclosure/rules',
    '/disclosure/rules/[slug]',
    '/disclosure/statutory',
    '/disclosure/columns/[slug]',
    '/disclosure/annual-reports',
    '/disclosure/grassroots',
    '/disclosure/grassroots/matrix',
    '/disclosure/townships',
    '/disclosure/townships/[slug]',
    '/disclosure/catalogue',
    '/agencies',
    '/applications',
    '/site-map',
  ],
  pages: [
    '/disclosure/guide',
    '/disclosure/rules',
    '/disclosure/rules/[slug]',
    '/about/[slug]',
    '/about/contact',
    '/site-map',
  ],
  'annual-reports': [
    '/annual-reports',
    '/annual-reports/[agency]/[year]',
    '/annual-reports/[agency]/compare',
    '/disclosure/annual-reports',
    '/agencies/[slug]',
  ],
  'website-reports': [
    '/annual-reports',
    '/disclosure/annual-reports',
    '/website-reports/[agency]/[year]',
  ],
  policies: ['/policies/[slug]', '/documents/[slug]', '/agencies/[slug]'],
  services: [
    '/services/[slug]',
    '/services/chains/[slug]',
    '/questions/[slug]',
    '/agencies/[slug]',
  ],
  'service-chains': ['/services/chains/[slug]', '/services/[slug]'],
  questions: ['/questions/[slug]', '/services/[slug]', '/agencies/[slug]'],
  proposals: ['/proposals/[slug]', '/agencies/[slug]'],
  // The pages of consultations depend on the hour and are made anew; what came of one links to it.
  consultations: ['/participate', '/documents/[slug]', '/agencies/[slug]'],
  'media-accounts': ['/statistics', '/statistics/[year]'],
  'quarterly-notices': ['/statistics/notices', '/statistics/notices/[slug]'],
  'published-letters': ['/letters/[slug]', '/agencies/[slug]'],
  'published-answers': [
    '/applications/answers/[slug]',
    '/applications/statistics',
    '/agencies/[slug]',
  ],
};

/** Every collection shows on these. */
const EVERYWHERE = ['', '/disclosure'];

export const revalidate: CollectionAfterChangeHook = ({
  collection,
  context,
  doc,
  previousDoc,
}) => {
  const statuses = [doc?._status, previousDoc?._status];
  const isPublic = statuses.includes('published') || doc?._status === undefined;
  if (isPublic) revalidateCollection(collection.slug as CollectionSlug, context);
  return doc;
};

export const revalidateDeleted: CollectionAfterDeleteHook = ({ collection, context, doc }) => {
  revalidateCollection(collection.slug as CollectionSlug, context);
  return doc;
};

/** Drops the cached pages of a collection; commands outside the web process set `disableRevalidate`. */
export function revalidateCollection(slug: CollectionSlug, context: RequestContext): void {
  if (context.disableRevalidate) return;
  for (const path of [...EVERYWHERE, ...(PAGES[slug] ?? [])]) {
    revalidatePath(`/(portal)/[locale]${path}`, 'page');
  }
}

/** Drops every cached page, after a bulk load. */
export function revalidateAll(): void {
  forgetSite();
  revalidatePath('/(portal)/[locale]', 'layout');
}
