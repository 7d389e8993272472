import { likeness, WORTH_A_LOOK } from '@/domain/applications/likeness';
import { formatDate } from '@/components/DateText/format-date';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import { dayOrNothing, titleIn } from './document-items';
import { searchPublished, type Found } from './search';

/** A public text in one line; the path is without the language. */
export type Answering = { href: string; title: string; lang?: string; facts: string };

const MOST = 5;

/** What answers a question soonest comes first. */
const COLLECTIONS = [
  'questions',
  'services',
  'policies',
  'published-letters',
  'published-answers',
  'documents',
  'interpretations',
] as const;

type Answers = { title?: string; body?: string };

/** What is searched for: another question is another text. Empty where nothing was entered. */
export const questionOf = ({ title, body }: Answers): string =>
  (title?.trim() || [...(body ?? '')].slice(0, 40).join('')).replace(/\s+/gu, ' ').trim();

/**
 * Public texts that may answer a letter before it is sent: with all its words, else with a title that is
 * much alike. Better none than five about something else.
 */
export async function alreadyAnswered(answers: Answers, locale: Locale): Promise<Answering[]> {
  const text = questionOf(answers);
  if ([...text].length < 2) return [];
  const { hits, isRelaxed } = await searchPublished(
    { text, filters: { collection: [...COLLECTIONS] }, limit: 20, facets: false },
    locale,
  );
  const isFit = (title: string) => !isRelaxed || likeness(text, title) >= WORTH_A_LOOK;
  return hits
    .filter(({ title }) => isFit(title.text))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
    .map((hit) => ({ href: hit.url, ...titleOf(hit, locale), facts: factsOf(hit, locale) }));
}

const rank = ({ collection }: Found): number =>
  COLLECTIONS.indexOf(collection as (typeof COLLECTIONS)[number]);

function titleOf({ record }: Found, locale: Locale): { title: string; lang?: string } {
  return 'name' in record ? { title: record.name } : titleIn(locale, record as { title: string });
}

function factsOf({ collection, record }: Found, locale: Locale): string {
  const kinds = messages[locale].search.facetValues.collection as Record<string, string>;
  const day = 'publishedOn' in record ? dayOrNothing(record.publishedOn) : undefined;
  return [kinds[collection], day && formatDate(day, locale)].filter(Boolean).join(' · ');
}
