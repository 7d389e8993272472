import { getTranslations } from 'next-intl/server';
import { COLLECTIONS, FACETS } from '@/search/engine';
import { agencyNames } from './agency-names';
import { titleIn } from './document-items';
import type { FilterWords } from './filter-groups';
import { keptBriefly } from './kept-briefly';
import { asPublic, portal } from './portal';

/** The words of the filter form, kept for a second: facet names from messages, columns, agencies and topics by their names in the database. */
export const filterWords = keptBriefly(async (locale: 'zh-CN' | 'en'): Promise<FilterWords> => {
  const t = await getTranslations({ locale, namespace: 'search' });
  const payload = await portal();
  const names = {
    locale,
    depth: 0,
    pagination: false,
    select: { name: true, slug: true },
  } as const;
  const [{ docs: columns }, agencies, { docs: topics }] = await Promise.all([
    payload.find({ collection: 'columns', ...names, ...asPublic }),
    agencyNames(locale),
    payload.find({
      collection: 'topics',
      ...names,
      select: { title: true, slug: true, english: { title: true } },
      ...asPublic,
    }),
  ]);
  const values: Record<string, string> = {
    'hasInterpretation.yes': t('facetValues.hasInterpretation.yes'),
    'hasInterpretation.no': t('facetValues.hasInterpretation.no'),
  };
  for (const { slug, name } of columns) values[`column.${slug}`] = name;
  for (const { slug, name } of agencies.values()) values[`agency.${slug}`] = name;
  for (const topic of topics) values[`topic.${topic.slug}`] = titleIn(locale, topic).title;
  for (const collection of COLLECTIONS) {
    values[`collection.${collection}`] = t(`facetValues.collection.${collection}`);
  }
  return {
    facets: {
      ...Object.fromEntries(FACETS.map((facet) => [facet, t(`facets.${facet}`)])),
      dates: t('facets.dates'),
    },
    values,
  };
});
