import { join } from 'node:path';
import { lexicalFromBlocks } from '@/domain/documents/lexical';
import { idOf, idsOf, quiet, type Id, type Seeding } from './seeding';

/** The interpretations with their pictures, which are stored just before the text that shows them. */
export async function seedInterpretations(seeding: Seeding): Promise<number> {
  const { payload, demo, ids, signOff } = seeding;
  for (const interpretation of demo.interpretations) {
    if (ids.interpretations.has(interpretation.slug)) continue;
    const { agency, documents, images, video, provisions, ...rest } = interpretation;
    const { body, bodyEnglish: _unused, ...plain } = rest;
    const made = await payload.create({
      collection: 'interpretations',
      depth: 0,
      context: quiet(signOff),
      data: {
        ...plain,
        agency: idOf(ids.agencies, agency),
        documents: idsOf(ids.documents, documents),
        images: await seedImages(seeding, images),
        ...(video && (await seedFilm(seeding, video))),
        provisions: provisions.map(({ document, ...provision }) => ({
          ...provision,
          document: idOf(ids.documents, document),
        })),
        body: lexicalFromBlocks(body),
        _status: 'published',
      },
    });
    ids.interpretations.set(interpretation.slug, made.id);
  }
  return demo.interpretations.length;
}

/** A film with its captions, each a file of its own. */
async function seedFilm(
  { payload, folder }: Seeding,
  { file, title, captions }: { file: string; title: string; captions: string },
): Promise<{ video: Id; captions: Id }> {
  const store = async (name: string, called: string) => {
    const { id } = await payload.create({
      collection: 'files',
      depth: 0,
      context: quiet(),
      data: { title: called },
      filePath: join(folder, 'media', name),
    });
    return id;
  };
  return { video: await store(file, title), captions: await store(captions, `${title}字幕`) };
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
