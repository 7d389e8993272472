import { randomBytes } from 'node:crypto';
import type { CollectionBeforeChangeHook } from 'payload';
import { isAddressName } from './slug';

/** A permanent address where the editor gave none; once given, it stays. */
export const contentAddress =
  (prefix: string): CollectionBeforeChangeHook =>
  ({ data, operation, originalDoc }) => ({
    ...data,
    slug:
      operation === 'update' && originalDoc?.slug
        ? originalDoc.slug
        : (isAddressName(data.slug) && data.slug) || `${prefix}-${randomBytes(6).toString('hex')}`,
  });
