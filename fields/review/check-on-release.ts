import {
  ValidationError,
  type CollectionBeforeChangeHook,
  type CollectionSlug,
  type PayloadRequest,
  type TypeWithID,
} from 'payload';

export type Problem = { path: string; message: string };

/** The steps at which a text must be whole; an unfinished one is returned, kept and withdrawn freely. */
const STEPS: unknown[] = ['submit', 'examine', 'approve'];

/**
 * Refuses a text that is handed in, examined, approved or published while something is wrong with it, and names each
 * thing; a draft may still be incomplete.
 *
 * @param problemsOf of the whole record as it would be stored
 */
export const checkOnRelease = <Doc extends TypeWithID>(
  problemsOf: (
    doc: Doc,
    about: { req: PayloadRequest; collection: CollectionSlug },
  ) => readonly Problem[] | Promise<readonly Problem[]>,
): CollectionBeforeChangeHook<Doc> => {
  return async ({ collection, data, originalDoc, req }) => {
    const { _status, review } = data as { _status?: string; review?: { action?: string } };
    if (_status !== 'published' && !STEPS.includes(review?.action)) return data;
    const slug = collection.slug as CollectionSlug;
    const errors = await problemsOf({ ...originalDoc, ...data } as Doc, { req, collection: slug });
    if (errors.length > 0)
      throw new ValidationError({ collection: slug, errors: [...errors], req }, req.t);
    return data;
  };
};
