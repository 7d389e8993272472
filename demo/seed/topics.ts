import { idOf, quiet, storedIds, type Seeding } from './seeding';

/** The topics; an item is named by the slug of a document or of an interpretation. */
export async function seedTopics({ payload, demo, ids, signOff }: Seeding): Promise<number> {
  const known = await storedIds(payload, 'topics');
  for (const { agency, title, summary, sections, ...plain } of demo.topics) {
    if (known.has(plain.slug)) continue;
    await payload.create({
      collection: 'topics',
      depth: 0,
      context: quiet(signOff),
      data: {
        ...plain,
        agency: idOf(ids.agencies, agency),
        title: title.zh,
        summary: summary.zh,
        english: { title: title.en, summary: summary.en },
        sections: sections.map((section) => ({
          title: section.title.zh,
          titleEnglish: section.title.en,
          ...(section.rule && {
            rule: {
              ...section.rule,
              agencies: section.rule.agencies?.map((slug) => idOf(ids.agencies, slug)),
            },
          }),
          items: section.items.map((slug) => {
            const interpretation = ids.interpretations.get(slug);
            return interpretation === undefined
              ? { relationTo: 'documents' as const, value: idOf(ids.documents, slug) }
              : { relationTo: 'interpretations' as const, value: interpretation };
          }),
        })),
        publishedOn: plain.openedOn,
        _status: 'published',
      },
    });
  }
  return demo.topics.length;
}
