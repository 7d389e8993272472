import { lexicalFromBlocks } from '@/domain/documents/lexical';
import { idOf, quiet, storedIds, type Seeding } from './seeding';

/** The guide, the rules and the pages about the platform, all by the county office. */
export async function seedPages({ payload, demo, ids, signOff }: Seeding): Promise<number> {
  const known = await storedIds(payload, 'pages');
  for (const { title, summary, body, bodyEnglish, ...plain } of demo.pages) {
    if (known.has(plain.slug)) continue;
    await payload.create({
      collection: 'pages',
      depth: 0,
      context: quiet(signOff),
      data: {
        ...plain,
        agency: idOf(ids.agencies, 'county-office'),
        title: title.zh,
        summary: summary.zh,
        body: lexicalFromBlocks(body),
        english: {
          title: title.en,
          summary: summary.en,
          ...(bodyEnglish && { body: lexicalFromBlocks(bodyEnglish) }),
        },
        publishedOn: plain.editionOn,
        _status: 'published',
      },
    });
  }
  return demo.pages.length;
}
