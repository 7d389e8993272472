import { likeness, WORTH_A_LOOK } from '@/domain/applications/likeness';
import type { Answers } from '@/domain/applications/steps';
import type { SearchHit } from '@/search/engine';
import { searchPublished, type FoundHit } from './search';

export type PublicDocument = FoundHit & { collection: 'documents' };

const MOST = 5;

/** What is searched for, as one text: another wish is another text. Empty where nothing was entered. */
export const wishOf = ({ informationTitle, informationNumber, description }: Answers): string =>
  [informationNumber, informationTitle || [...(description ?? '')].slice(0, 40).join('')]
    .map((text) => (text ?? '').replace(/\s+/gu, ' ').trim())
    .join('\n')
    .trim();

/**
 * Documents that are public already and may be what somebody is about to apply for: by number, else
 * by all the words, else by a title that is much alike. Better none than five that are something else.
 */
export async function alreadyPublic(
  answers: Answers,
  locale: 'zh-CN' | 'en',
): Promise<PublicDocument[]> {
  const number = answers.informationNumber?.trim() ?? '';
  const title = answers.informationTitle?.trim() || (answers.description ?? '').slice(0, 40).trim();
  const found = new Map<string, PublicDocument>();
  const search = async (text: string, isFit: (hit: SearchHit, isRelaxed: boolean) => boolean) => {
    if (text === '' || found.size >= MOST) return;
    const query = { text, filters: { collection: ['documents'] }, limit: 20, facets: false };
    const { hits, isRelaxed } = await searchPublished(query, locale);
    for (const hit of hits) {
      if (hit.collection === 'documents' && isFit(hit, isRelaxed)) found.set(hit.key, hit);
    }
  };
  await search(number, (hit) => hit.isNumberMatch);
  await search(
    title,
    (hit, isRelaxed) => !isRelaxed || likeness(title, hit.title.text) >= WORTH_A_LOOK,
  );
  return [...found.values()].slice(0, MOST);
}
