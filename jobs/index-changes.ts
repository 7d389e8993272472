import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionSlug } from 'payload';
import { queueIndexing } from './index-record';

/** Brings the search index after a saved record; the job decides what the public may find. */
export const indexChanged: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  await queueIndexing(req, collection.slug as CollectionSlug, doc.id);
  return doc;
};

export const unindexDeleted: CollectionAfterDeleteHook = async ({ collection, id, req, doc }) => {
  await queueIndexing(req, collection.slug as CollectionSlug, id);
  return doc;
};
