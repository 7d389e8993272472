import { EXPLAINED_KINDS, lacksInterpretation } from '../review/interpretation-due';
import type { AgencyKind, Kind } from '../catalogue/codes';
import type { Day } from '../workdays/days';

/** A published document, as far as it is counted. Keys are the database's own. */
export type PublishedDocument = {
  id: string;
  publishedOn: Day;
  kind: string;
  agency: string | null;
  category: string | null;
  agencyKind: AgencyKind | null;
  isImported: boolean;
  waiver: string | null;
};

/** A published interpretation and the documents that it explains. */
export type PublishedInterpretation = { publishedOn: Day; form: string; documents: string[] };

/** How many under each key, the most first; what has none stands under null. */
export type Breakdown = { key: string | null; count: number }[];

export type YearFigures = {
  year: number;
  documents: number;
  interpretations: number;
  /** Twelve, January first. */
  months: { documents: number; interpretations: number }[];
  kinds: Breakdown;
  agencies: Breakdown;
  categories: Breakdown;
  forms: Breakdown;
  /** Of what is to be explained by rule, published in the year. */
  explained: Explained;
};

/**
 * 应解读尽解读: of the normative documents and plans of the county's own bodies, how many have an interpretation.
 * `due = explained + waived + missing`.
 */
export type Explained = {
  due: number;
  explained: number;
  waived: number;
  missing: number;
  byKind: { kind: Kind; due: number; explained: number; waived: number; missing: number }[];
};

/** The years in which something was published, the newest first, and always the year of `today`. */
export function yearsOf(
  documents: readonly { publishedOn: Day }[],
  interpretations: readonly { publishedOn: Day }[],
  today: Day,
): number[] {
  const years = new Set<string>();
  for (const { publishedOn } of documents) years.add(publishedOn.slice(0, 4));
  for (const { publishedOn } of interpretations) years.add(publishedOn.slice(0, 4));
  return [...years.add(today.slice(0, 4))].map(Number).sort((a, b) => b - a);
}

/** What was published in a year: a text belongs to the year, and the month, of its day of publication. */
export function yearFigures(
  all: readonly PublishedDocument[],
  allInterpretations: readonly PublishedInterpretation[],
  year: number,
): YearFigures {
  const documents = ofYear(all, year);
  const interpretations = ofYear(allInterpretations, year);
  const [documentMonths, interpretationMonths] = [monthly(documents), monthly(interpretations)];
  const explaining = new Set(allInterpretations.flatMap((one) => one.documents));
  return {
    year,
    documents: documents.length,
    interpretations: interpretations.length,
    months: documentMonths.map((count, month) => ({
      documents: count,
      interpretations: interpretationMonths[month]!,
    })),
    kinds: breakdown(documents, ({ kind }) => kind),
    agencies: breakdown(documents, ({ agency }) => agency),
    categories: breakdown(documents, ({ category }) => category),
    forms: breakdown(interpretations, ({ form }) => form),
    explained: explainedOf(documents, explaining),
  };
}

/** What was published in a year. */
export function ofYear<Row extends { publishedOn: Day }>(
  rows: readonly Row[],
  year: number,
): Row[] {
  const start = `${String(year).padStart(4, '0')}-`;
  return rows.filter(({ publishedOn }) => publishedOn.startsWith(start));
}

/** How many in each month, January first. */
function monthly(rows: readonly { publishedOn: Day }[]): number[] {
  const counts = Array.from({ length: 12 }, () => 0);
  for (const { publishedOn } of rows) counts[Number(publishedOn.slice(5, 7)) - 1]! += 1;
  return counts;
}

/** Counts by a key; the sum of the counts is the number of rows. */
export function breakdown<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
): Breakdown {
  const counts = new Map<string | null, number>();
  for (const row of rows) {
    const key = keyOf(row);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || (String(a.key) < String(b.key) ? -1 : 1));
}

/** @param explaining ids of the documents that some published interpretation explains */
export function explainedOf(
  documents: readonly PublishedDocument[],
  explaining: ReadonlySet<string>,
): Explained {
  const byKind = EXPLAINED_KINDS.map((kind) => {
    // Only what the rule asks to be explained: nobody explains here what another site published.
    const due = documents.filter(
      (one) =>
        one.kind === kind &&
        lacksInterpretation({ ...one, kind, waiver: null, interpretations: 0 }),
    );
    const explained = due.filter(({ id }) => explaining.has(id)).length;
    const missing = due.filter(
      (one) => !explaining.has(one.id) && lacksInterpretation({ ...one, kind, interpretations: 0 }),
    ).length;
    return { kind, due: due.length, explained, missing, waived: due.length - explained - missing };
  });
  const sum = (of: 'due' | 'explained' | 'missing' | 'waived') =>
    byKind.reduce((total, one) => total + one[of], 0);
  return {
    due: sum('due'),
    explained: sum('explained'),
    missing: sum('missing'),
    waived: sum('waived'),
    byKind,
  };
}

/** A part of a whole between 0 and 1; null where there is no whole. */
export const shareOf = (part: number, whole: number): number | null =>
  whole > 0 ? part / whole : null;

/** Of fewer before, a share says nothing: from 2 to 33 is no growth of 1,550 per cent. */
const LEAST_BEFORE = 20;

/** How much more than before, 0.25 for a quarter more; null where there was next to nothing before. */
export const growthOf = (now: number, before: number): number | null =>
  before >= LEAST_BEFORE ? (now - before) / before : null;
