import type { CollectionBeforeDeleteHook, PayloadRequest } from 'payload';
import type { Document } from '@/payload-types';
import { DocumentRefused, refusalWords } from './refusal';

/**
 * A draft of which another text speaks is not deleted: that one, which may be public, would be left
 * with a relation to nothing, and could be neither saved nor withdrawn.
 */
export const keepReferred: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const titles = [
    ...(await titlesPointing('documents', 'relations.document', id, req)),
    ...(await titlesPointing('interpretations', 'documents', id, req)),
    ...(await titlesPointing('policies', 'sources.document', id, req)),
  ];
  if (titles.length === 0) return;
  const named = [...new Set(titles)].slice(0, MOST_NAMED).map((title) => `《${title}》`);
  const message = refusalWords(req)('referredTo', { titles: named.join('') });
  throw new DocumentRefused([{ path: 'id', message }], req);
};

const MOST_NAMED = 5;

/** Public records and latest drafts alike. Past hooks and access control: it holds whoever asks. */
async function titlesPointing(
  collection: 'documents' | 'interpretations' | 'policies',
  field: string,
  id: Document['id'] | string,
  req: PayloadRequest,
): Promise<string[]> {
  type Titled = { id: number | string; title?: string };
  const { db } = req.payload;
  const options = { collection, limit: MOST_NAMED, pagination: false, req } as const;
  const isOther = collection === 'documents' ? [{ id: { not_equals: id } }] : [];
  const isOtherVersion = collection === 'documents' ? [{ parent: { not_equals: id } }] : [];
  const [stored, drafts] = await Promise.all([
    db.find<Titled>({
      ...options,
      where: {
        and: [{ [field]: { in: [id] } }, { _status: { equals: 'published' } }, ...isOther],
      },
      select: { title: true },
    }),
    db.queryDrafts<Titled>({
      ...options,
      where: { and: [{ [`version.${field}`]: { in: [id] } }, ...isOtherVersion] },
      select: { parent: true, version: { title: true } },
    }),
  ]);
  return [...stored.docs, ...drafts.docs].map(({ title }) => title ?? '');
}
