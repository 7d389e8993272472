import { join } from 'node:path';
import { lexicalFromBlocks } from '@/domain/documents/lexical';
import { idOf, idsOf, quiet, type Id, type Seeding } from './seeding';

/** The interpretations with their pictures, which are stored just before the text that shows them. */
export async function seedInterpretations(seeding: Seeding): Promise<number> {
  const { payload, demo, ids, signOff } = seeding;
  for (const interpretation of demo.interpretations) {
    if (ids.interpretations.has(interpretation.slug)) continue;
    const { agency, documents, images, body, bodyEnglish: _unused, ...plain } = interpretation;
    const made = await payload.create({
      collection: 'interpretations',
      depth: 0,
      context: quiet(signOff),
      data: {
        ...plain,
        agency: idOf(ids.agencies, agency),
        documents: idsOf(ids.documents, documents),
        images: await seedImages(seeding, images),
        body: lexicalFromBlocks(body),
        _status: 'published',
      },
    });
    ids.interpretations.set(interpretation.slug, made.id);
  }
  return demo.interpretations.length;
}

async function seedImages(
  { payload, folder }: Seeding,
  images: readonly { file: string; alt: string }[],
): Promise<Id[]> {
  const stored: Id[] = [];
  for (const { file, alt } of images) {
    const made = await payload.create({
      collection: 'media',
      depth: 0,
      context: quiet(),
      data: { alt },
      filePath: join(folder, 'media', file),
    });
    stored.push(made.id);
  }
  return stored;
}
