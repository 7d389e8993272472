import type { CollectionBeforeChangeHook, UploadField } from 'payload';

/**
 * The pictures that stand inside a text, read out of it at each save: by this list they become
 * public with the text, like any attachment (see release-files.ts).
 */
export const bodyImages: UploadField = {
  name: 'bodyImages',
  type: 'upload',
  relationTo: 'media',
  hasMany: true,
  admin: { hidden: true },
};

/** @param fields the fields under review, any of which may hold rich text */
export const noteBodyImages =
  (fields: readonly string[]): CollectionBeforeChangeHook =>
  ({ data, operation, originalDoc }) => {
    const stored = operation === 'update' ? originalDoc : undefined;
    const images = new Set<number | string>();
    for (const field of fields) collect(data[field] ?? stored?.[field], images);
    return { ...data, bodyImages: [...images] };
  };

function collect(value: unknown, images: Set<number | string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, images);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if ('relationTo' in value && 'type' in value && value.type === 'upload' && 'value' in value) {
    const id = idOf(value.value);
    if (value.relationTo === 'media' && id !== undefined) images.add(id);
    return;
  }
  for (const item of Object.values(value)) collect(item, images);
}

function idOf(value: unknown): number | string | undefined {
  if (typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'id' in value ? idOf(value.id) : undefined;
}
