import type {
  CollectionAfterChangeHook,
  CollectionSlug,
  FlattenedField,
  PayloadRequest,
  UploadField,
} from 'payload';
import { idsOf } from './stored-review';

/**
 * A file is public while a published text holds it, neither before nor after: a draft's attachment
 * can't be read by guessing its address, nor that of a text which was withdrawn.
 */
export const releaseFiles =
  (fields: readonly string[]): CollectionAfterChangeHook =>
  async ({ collection, doc, operation, previousDoc, context, req }) => {
    const isPublished = doc?._status === 'published';
    // A draft beside the public text changes nothing about what the public reads.
    if (!isPublished && context.isDraftSave) return doc;
    for (const name of fields) {
      const field = collection.flattenedFields.find((candidate) => candidate.name === name);
      if (field?.type !== 'upload') continue;
      const target = field.relationTo as CollectionSlug;
      const held = isPublished ? idsOf(doc[name]) : [];
      const before = new Set([
        ...idsOf(doc[name]),
        ...idsOf(previousDoc?.[name]),
        ...(operation === 'update'
          ? await publishedBefore(collection.slug as CollectionSlug, doc.id, name, req)
          : []),
      ]);
      await release(target, held, true, req);
      const left = [...before].filter((id) => !held.includes(id));
      await release(target, await heldByNone(target, left, req), false, req);
    }
    return doc;
  };

/** Takes back the files of a text that is not public after all; those that another holds stay. */
export async function withholdFiles(
  fields: readonly FlattenedField[],
  content: Readonly<Record<string, unknown>>,
  req: PayloadRequest,
): Promise<void> {
  for (const field of fields) {
    if (field.type !== 'upload' || typeof field.relationTo !== 'string') continue;
    const target = field.relationTo as CollectionSlug;
    await release(target, await heldByNone(target, idsOf(content[field.name]), req), false, req);
  }
}

type Id = number | string;

async function release(
  collection: CollectionSlug,
  ids: Id[],
  released: boolean,
  req: PayloadRequest,
) {
  if (ids.length === 0) return;
  await req.payload.update({
    collection,
    where: {
      and: [{ id: { in: ids } }, { released: { [released ? 'not_equals' : 'equals']: true } }],
    },
    data: { released },
    depth: 0,
    req,
  });
}

/** Files of this text's earlier public versions: the last draft may have dropped one already. */
async function publishedBefore(
  collection: CollectionSlug,
  id: Id,
  field: string,
  req: PayloadRequest,
): Promise<Id[]> {
  const { docs } = await req.payload.findVersions({
    collection,
    where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] },
    select: { version: { [field]: true } } as never,
    depth: 0,
    pagination: false,
    req,
  });
  return docs.flatMap(({ version }) =>
    idsOf((version as unknown as Record<string, unknown>)[field]),
  );
}

/** Those of the files that no published text of any collection holds. */
async function heldByNone(target: CollectionSlug, ids: Id[], req: PayloadRequest): Promise<Id[]> {
  const left = new Set(ids);
  for (const { slug, flattenedFields, versions } of req.payload.config.collections) {
    if (!versions?.drafts) continue;
    for (const { name } of flattenedFields.filter(holds(target))) {
      if (left.size === 0) return [];
      const { docs } = await req.payload.find({
        collection: slug as CollectionSlug,
        where: { and: [{ _status: { equals: 'published' } }, { [name]: { in: [...left] } }] },
        select: { [name]: true } as never,
        depth: 0,
        joins: false as never,
        pagination: false,
        req,
      });
      for (const doc of docs) {
        for (const id of idsOf((doc as unknown as Record<string, unknown>)[name])) left.delete(id);
      }
    }
  }
  return [...left];
}

const holds =
  (target: CollectionSlug) =>
  (field: FlattenedField): field is FlattenedField & UploadField =>
    field.type === 'upload' && field.relationTo === target;
