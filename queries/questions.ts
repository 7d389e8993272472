import { cache } from 'react';
import { labelOf, THEMES } from '@/domain/catalogue/codes';
import type { Basis } from '@/domain/questions/basis';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { Question } from '@/payload-types';
import { agencyNames, type AgencyName } from './agency-names';
import { inOrderOf, type ListFacet } from './faceted';
import { keptBriefly } from './kept-briefly';
import { asPublic, portal } from './portal';
import { atAddress, type Reader } from './preview';
import { withBasis } from './question-basis';
import { readAllPublic } from './read-public';
import { agencyFacet, keyOf } from './services';

export const QUESTIONS_PER_PAGE = 20;

export type QuestionRow = Omit<Question, 'agency'> & { agency: AgencyName | null; basis: Basis };

/** All published questions, the newest first, each with whether what it rests on still holds. */
export const allQuestions = keptBriefly(async (locale: Locale): Promise<QuestionRow[]> => {
  const payload = await portal();
  const [rows, agencies] = await Promise.all([
    readAllPublic(payload, 'questions', {
      title: true,
      slug: true,
      alsoAsked: true,
      theme: true,
      agency: true,
      sources: true,
      publishedOn: true,
      updatedAt: true,
      english: { title: true },
    }),
    agencyNames(locale),
  ]);
  const known = await withBasis(payload, rows);
  return known
    .map((row) => ({ ...row, agency: agencies.get(keyOf(row.agency)) ?? null }))
    .sort((a, b) => (b.publishedOn ?? '').localeCompare(a.publishedOn ?? ''));
});

export function questionFacets(
  rows: readonly QuestionRow[],
  locale: Locale,
): ListFacet<QuestionRow>[] {
  const { filters } = messages[locale].questions;
  return [
    {
      name: 'theme',
      label: filters.theme,
      valuesOf: ({ theme }) => (theme ? [theme] : []),
      labelOf: (code) => labelOf(THEMES, code, locale),
      order: inOrderOf(THEMES),
    },
    agencyFacet(rows, filters.agency),
  ];
}

/** A published question by its address, with its documents and services as they may be read, or null. */
export const findQuestion = cache(
  async (
    slug: string,
    locale: Locale,
    as: Reader = asPublic,
  ): Promise<(Question & { basis: Basis }) | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'questions',
      where: atAddress(slug, as),
      limit: 1,
      pagination: false,
      depth: 1,
      locale,
      populate: {
        agencies: { name: true, slug: true },
        documents: {
          title: true,
          slug: true,
          number: true,
          validity: true,
          body: true,
          english: { title: true },
        },
        services: { title: true, slug: true, english: { title: true } },
      } as never,
      ...as,
    });
    const [question] = await withBasis(payload, docs);
    return question ?? null;
  },
);
