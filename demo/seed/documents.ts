import { lexicalFromBlocks } from '@/domain/documents/lexical';
import { idOf, idsOf, quiet, type Seeding } from './seeding';

/**
 * The documents, in the order in which they were made, so that index numbers rise with the date.
 * What one document did to another follows in a second pass: the later one must be stored first.
 */
export async function seedDocuments({ payload, demo, ids, signOff }: Seeding): Promise<number> {
  const documents = [...demo.documents].sort((a, b) => a.madeOn.localeCompare(b.madeOn));
  for (const document of documents) {
    if (ids.documents.has(document.slug)) continue;
    const { agency, columns, change, body, bodyEnglish, english, ...plain } = document;
    const { body: translation = bodyEnglish, ...englishPlain } = english;
    const made = await payload.create({
      collection: 'documents',
      depth: 0,
      context: quiet(signOff),
      data: {
        ...plain,
        agency: idOf(ids.agencies, agency),
        columns: idsOf(ids.columns, columns),
        body: lexicalFromBlocks(body),
        english: {
          ...englishPlain,
          ...(translation && { body: lexicalFromBlocks(translation) }),
        },
        _status: change ? 'draft' : 'published',
      },
      draft: Boolean(change),
    });
    ids.documents.set(document.slug, made.id);
  }
  const { docs: unchanged } = await payload.find({
    collection: 'documents',
    where: { 'change.status': { equals: 'none' } },
    pagination: false,
    depth: 0,
    select: { slug: true },
  });
  const waiting = new Set(unchanged.map(({ slug }) => slug));
  for (const { slug, change } of documents) {
    if (!change || !waiting.has(slug)) continue;
    const { by, ...plain } = change;
    await payload.update({
      collection: 'documents',
      id: idOf(ids.documents, slug),
      depth: 0,
      context: quiet(signOff),
      data: {
        change: { ...plain, ...(by && { by: idOf(ids.documents, by) }) },
        _status: 'published',
      },
    });
  }
  return documents.length;
}
