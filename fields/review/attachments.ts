import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload';
import type { Attachment } from '@/domain/review/review';
import { idOf, idsOf } from './stored-review';

type Held = { collection: string; id: number | string };

type StoredFile = {
  id: number | string;
  title?: string | null;
  alt?: string | null;
  filename?: string | null;
  filesize?: number | null;
  checksum?: string | null;
  url?: string | null;
  mimeType?: string | null;
};

export type HeldFile = Attachment & { url: string | null; mimeType: string | null };

/** Names a file among all collections of files. */
const keyOf = ({ collection, id }: Held): string => `${collection}/${id}`;

/**
 * Every file that a text holds and that becomes public with it: attachments, pictures, films,
 * captions, and what stands inside a body.
 */
export async function filesIn(
  content: Readonly<Record<string, unknown>>,
  fields: readonly FlattenedField[],
  req: PayloadRequest,
): Promise<HeldFile[]> {
  const held = [...new Map(heldBy(content, fields).map((one) => [keyOf(one), one])).values()];
  const collections = [...new Set(held.map(({ collection }) => collection))];
  const found = new Map<string, StoredFile>();
  for (const collection of collections) {
    const { docs } = await req.payload.find({
      collection: collection as CollectionSlug,
      where: {
        id: { in: held.filter((one) => one.collection === collection).map(({ id }) => id) },
      },
      depth: 0,
      pagination: false,
      req,
    });
    for (const doc of docs as unknown as StoredFile[]) {
      found.set(keyOf({ collection, id: doc.id }), doc);
    }
  }
  return held.map((one) => {
    const file = found.get(keyOf(one));
    return {
      key: keyOf(one),
      name: file?.title || file?.alt || file?.filename || keyOf(one),
      checksum: file?.checksum || [file?.filename, file?.filesize].filter(Boolean).join(' '),
      url: file?.url ?? null,
      mimeType: file?.mimeType ?? null,
    };
  });
}

/** What a step keeps of a file. */
export const asAttachment = ({ key, name, checksum }: HeldFile): Attachment => ({
  key,
  name,
  checksum,
});

function heldBy(
  content: Readonly<Record<string, unknown>>,
  fields: readonly FlattenedField[],
): Held[] {
  return fields.flatMap((field): Held[] => {
    const value = content[field.name];
    if (value === null || value === undefined) return [];
    if (field.type === 'upload' && typeof field.relationTo === 'string') {
      const collection = field.relationTo;
      return idsOf(value).map((id) => ({ collection, id }));
    }
    if (field.type === 'richText') return uploadsInside(value);
    if (field.type === 'group' || field.type === 'tab') {
      return heldBy(value as Record<string, unknown>, field.flattenedFields);
    }
    if (field.type === 'array' && Array.isArray(value)) {
      return value.flatMap((row) => heldBy(row as Record<string, unknown>, field.flattenedFields));
    }
    return [];
  });
}

/** Pictures and files set into a body, wherever they stand in it. */
function uploadsInside(node: unknown): Held[] {
  if (Array.isArray(node)) return node.flatMap(uploadsInside);
  if (typeof node !== 'object' || node === null) return [];
  const { type, relationTo, value, ...rest } = node as Record<string, unknown>;
  const id = type === 'upload' && typeof relationTo === 'string' ? idOf(value) : undefined;
  const own = id === undefined ? [] : [{ collection: relationTo as string, id }];
  return [...own, ...Object.values(rest).flatMap(uploadsInside)];
}
