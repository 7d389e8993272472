import type { CollectionAfterChangeHook, CollectionSlug } from 'payload';

/**
 * A file is public from the moment that a published text holds it, and not before:
 * a draft's attachment can't be read by guessing its address.
 */
export const releaseFiles =
  (fields: readonly string[]): CollectionAfterChangeHook =>
  async ({ collection, doc, req }) => {
    if (doc?._status !== 'published') return doc;
    for (const name of fields) {
      const field = collection.flattenedFields.find((candidate) => candidate.name === name);
      if (field?.type !== 'upload') continue;
      const ids = [doc[name]]
        .flat()
        .map(idOf)
        .filter((id) => id !== undefined);
      if (ids.length === 0) continue;
      await req.payload.update({
        collection: field.relationTo as CollectionSlug,
        where: { and: [{ id: { in: ids } }, { released: { not_equals: true } }] },
        data: { released: true },
        depth: 0,
        req,
      });
    }
    return doc;
  };

const idOf = (value: unknown): number | string | undefined => {
  if (typeof value === 'object' && value !== null && 'id' in value) return idOf(value.id);
  return typeof value === 'number' || typeof value === 'string' ? value : undefined;
};
