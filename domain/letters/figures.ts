import type { Calendar } from '../workdays/calendar';
import type { Day } from '../workdays/days';
import { CORRECTION_RESULTS, LETTER_KINDS, type LetterKind } from './codes';
import { figuresOf, grouped, type LetterFigures, type LetterRow } from './statistics';

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
  const years = byYear(letters);
  const counted = year === null ? letters : (years.find(([of]) => of === year)?.[1] ?? []);
  const figures = (of: readonly CountedLetter[]) => scored(of, calendar, today);
  return {
    years: years.map(([of, its]) => ({ year: of, ...figures(its) })),
    all: figures(counted),
    agencies: [...grouped(counted, ({ agency }) => agency)]
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
  [...grouped(rows, ({ receivedOn }) => Number(receivedOn.slice(0, 4)))].sort(([a], [b]) => b - a);

function scored(rows: readonly CountedLetter[], calendar: Calendar, today: Day): ScoredFigures {
  // What is dated later, by a clock that went wrong, does not count yet.
  const known = rows.filter(({ receivedOn }) => receivedOn <= today);
  const scores = rows.flatMap(({ score }) => score ?? []);
  const sum = scores.reduce((total, score) => total + score, 0);
  return {
    ...figuresOf(known, today, calendar),
    score: scores.length > 0 ? sum / scores.length : null,
  };
}
