import type { Calendar } from '../workdays/calendar';
import { yearOf, type Day } from '../workdays/days';
import { CORRECTION_RESULTS, LETTER_KINDS, type LetterKind } from './codes';
import { letterFigures, type LetterFigures, type LetterRow } from './statistics';

/** A row of {@link LetterRow} with what the public figures show besides. No personal data. */
export type CountedLetter = LetterRow & {
  kind: LetterKind | null;
  /** What came of a correction. */
  result: string | null;
  /** 1 to 5; null where nobody rated. */
  score: number | null;
};

export type ScoredFigures = LetterFigures & { score: number | null };

export type PublicFigures = {
  /** All years of which there are letters, the newest first. */
  years: ({ year: number } & ScoredFigures)[];
  all: ScoredFigures;
  /** Null stands for those that no agency has yet. Most received first. */
  agencies: ({ agency: string | null } & ScoredFigures)[];
  kinds: { kind: LetterKind; received: number }[];
};

/**
 * What the public may know of letters: of one year, or of all where none is given.
 * @param today what is open after its due day then is overdue
 */
export function publicFigures(
  rows: readonly CountedLetter[],
  year: number | null,
  calendar: Calendar,
  today: Day,
): PublicFigures {
  const letters = rows.filter(({ purpose }) => purpose === 'letter');
  const counted = letters.filter(({ receivedOn }) => year === null || yearOf(receivedOn) === year);
  const figures = (of: readonly CountedLetter[]) => scored(of, calendar, today);
  return {
    years: byYear(letters).map(([of, its]) => ({ year: of, ...figures(its) })),
    all: figures(counted),
    agencies: grouped(counted, ({ agency }) => agency)
      .map(([agency, its]) => ({ agency, ...figures(its) }))
      .sort((a, b) => b.received - a.received),
    kinds: LETTER_KINDS.map(({ code: kind }) => ({
      kind,
      received: counted.filter((letter) => letter.kind === kind).length,
    })),
  };
}

export type CorrectionFigures = {
  all: LetterFigures;
  years: ({ year: number } & LetterFigures)[];
  results: { result: (typeof CORRECTION_RESULTS)[number]['code']; count: number }[];
};

/** What came of the errors that readers reported. */
export function correctionFigures(
  rows: readonly CountedLetter[],
  calendar: Calendar,
  today: Day,
): CorrectionFigures {
  const corrections = rows.filter(({ purpose }) => purpose === 'correction');
  return {
    all: scored(corrections, calendar, today),
    years: byYear(corrections).map(([year, its]) => ({ year, ...scored(its, calendar, today) })),
    results: CORRECTION_RESULTS.map(({ code: result }) => ({
      result,
      count: corrections.filter((one) => one.result === result).length,
    })),
  };
}

const byYear = (rows: readonly CountedLetter[]): [number, CountedLetter[]][] =>
  grouped(rows, ({ receivedOn }) => yearOf(receivedOn)).sort(([a], [b]) => b - a);

function grouped<Key>(
  rows: readonly CountedLetter[],
  keyOf: (row: CountedLetter) => Key,
): [Key, CountedLetter[]][] {
  const groups = new Map<Key, CountedLetter[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups];
}

function scored(rows: readonly CountedLetter[], calendar: Calendar, today: Day): ScoredFigures {
  const { all } = letterFigures(rows, { from: '0000-01-01', to: today, today }, calendar);
  const scores = rows.flatMap(({ score }) => score ?? []);
  const sum = scores.reduce((total, score) => total + score, 0);
  return { ...all, score: scores.length > 0 ? sum / scores.length : null };
}
