import { revalidatePath } from 'next/cache';
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionSlug,
  RequestContext,
} from 'payload';

/**
 * The cached pages that show something of a collection. A whole kind of page is renewed rather
 * than one address: a document's title and validity also stand on pages that point to it.
 */
const PAGES: Partial<Record<CollectionSlug, readonly string[]>> = {
  documents: ['/documents/[slug]', '/interpretations/[slug]', '/topics/[slug]', '/agencies/[slug]'],
  interpretations: ['/interpretations/[slug]', '/documents/[slug]', '/topics/[slug]'],
  topics: ['/topics', '/topics/[slug]'],
  agencies: ['/agencies', '/agencies/[slug]', '/documents/[slug]', '/disclosure/guide'],
  columns: ['/disclosure/columns/[slug]'],
  pages: ['/disclosure/guide', '/disclosure/rules', '/disclosure/rules/[slug]', '/about/[slug]'],
  'annual-reports': ['/annual-reports', '/annual-reports/[agency]/[year]'],
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
  revalidatePath('/(portal)/[locale]', 'layout');
}
