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
    const { agency, columns, catalogueItems, relations, body, bodyEnglish, english, ...all } =
      document;
    const { correction, ...plain } = all;
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
        body: lexicalFromBlocks(correction ? beforeCorrection(body, correction.was) : body),
        english: {
          ...englishPlain,
          ...(translation && { body: lexicalFromBlocks(translation) }),
        },
        _status: 'published',
      },
    });
    ids.documents.set(document.slug, made.id);
  }
  await correctDocuments({ payload, ids, signOff }, documents);
  return documents.length;
}

type DemoDocument = Seeding['demo']['documents'][number];

/** Publishes the corrected texts over the first ones; those that a run before this one left, too. */
async function correctDocuments(
  { payload, ids, signOff }: Pick<Seeding, 'payload' | 'ids' | 'signOff'>,
  documents: readonly DemoDocument[],
): Promise<void> {
  for (const { slug, correction, body } of documents) {
    if (!correction) continue;
    const id = idOf(ids.documents, slug);
    const stored = await payload.findByID({
      collection: 'documents',
      id,
      depth: 0,
      select: { correction: true },
    });
    if (stored.correction) continue;
    await payload.update({
      collection: 'documents',
      id,
      depth: 0,
      context: quiet(signOff),
      data: {
        body: lexicalFromBlocks(body),
        correction: correction.note,
        _status: 'published',
      },
    });
  }
}

/** The text as it was first published. @throws Error when the text of today doesn't hold the words */
function beforeCorrection(
  blocks: DemoDocument['body'],
  was: NonNullable<DemoDocument['correction']>['was'],
): DemoDocument['body'] {
  const unused = new Set(was);
  const text = JSON.stringify(blocks, (key, value: unknown) => {
    if (key !== 'text' || typeof value !== 'string') return value;
    return was.reduce((words, change) => {
      if (words.includes(change.now)) unused.delete(change);
      return words.replace(change.now, change.before);
    }, value);
  });
  if (unused.size > 0) throw new Error(`no such words to correct: ${[...unused][0]?.now}`);
  return JSON.parse(text) as DemoDocument['body'];
}
