import { lexicalFromBlocks } from '@/domain/documents/lexical';
import { idOf, idsOf, quiet, type Seeding } from './seeding';

/**
 * The documents, in the order in which they were made: index numbers rise with the date, and what
 * a document changes, forwards or is based on is stored before it.
 */
export async function seedDocuments({ payload, demo, ids, signOff }: Seeding): Promise<number> {
  const documents = [...demo.documents].sort((a, b) => a.madeOn.localeCompare(b.madeOn));
  for (const document of documents) {
    if (ids.documents.has(document.slug)) continue;
    const { agency, columns, catalogueItems, relations, body, bodyEnglish, english, ...plain } =
      document;
    const { body: translation = bodyEnglish, ...englishPlain } = english;
    const made = await payload.create({
      collection: 'documents',
      depth: 0,
      context: quiet(signOff),
      data: {
        ...plain,
        agency: idOf(ids.agencies, agency),
        columns: idsOf(ids.columns, columns),
        catalogueItems: idsOf(ids.catalogueItems, catalogueItems),
        relations: relations.map((relation) => ({
          ...relation,
          document: idOf(ids.documents, relation.document),
        })),
        body: lexicalFromBlocks(body),
        english: {
          ...englishPlain,
          ...(translation && { body: lexicalFromBlocks(translation) }),
        },
        _status: 'published',
      },
    });
    ids.documents.set(document.slug, made.id);
  }
  return documents.length;
}
