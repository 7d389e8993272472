import { randomBytes } from 'node:crypto';
import type { CollectionBeforeChangeHook } from 'payload';

/** A permanent address where the editor gave none; once given, it stays. */
export const contentAddress =
  (prefix: string): CollectionBeforeChangeHook =>
  ({ data, operation, originalDoc }) => ({
    ...data,
    slug:
      operation === 'update' && originalDoc?.slug
        ? originalDoc.slug
        : data.slug || `${prefix}-${randomBytes(6).toString('hex')}`,
  });
