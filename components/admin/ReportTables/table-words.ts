import type { CellNote } from '@/domain/annual-reports/figure';
import { formWords } from '@/domain/annual-reports/form-words';
import { headsOf, type Grid } from '@/domain/annual-reports/grid';
import type { Label } from '@/domain/annual-reports/layouts';
import { cellKey } from '@/domain/annual-reports/roll-up';
import type { Figure } from '@/domain/annual-reports/tables';
import en from '@/messages/en/reportTables.json';
import zh from '@/messages/zh-CN/reportTables.json';
import { figureRows } from './movement';

export type TableWords = typeof zh & {
  isEnglish: boolean;
  say: (label: Label) => string;
  figure: (figure: Figure) => string;
  time: (instant: string) => string;
};

export function wordsIn(language: string): TableWords {
  const isEnglish = language === 'en';
  const words = isEnglish ? en : zh;
  return {
    ...words,
    isEnglish,
    say: (label) => (isEnglish ? label.en : label.zh),
    figure: (figure) => (figure === null ? words.cell.blank : withSeparators(figure)),
    time: (instant) =>
      new Date(instant).toLocaleString(isEnglish ? 'en-GB' : 'zh-CN', {
        timeZone: 'Asia/Shanghai',
        dateStyle: 'medium',
        timeStyle: 'short',
      }),
  };
}

/** A pattern with its places filled. */
export const put = (pattern: string, values: Record<string, string | number>): string =>
  pattern.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** 15,908 · 1,310.2 */
export const withSeparators = (figure: number): string =>
  figure.toLocaleString('en', { maximumFractionDigits: 6 });

export type CellName = {
  /** All that stands over and beside the figure, for who can't see it. */
  full: string;
  /** The row and the column nearest to it. */
  short: string;
};

/** Under the form's own words, which name no figure. */
const EMPTY_NAMES = new Set<Label>([formWords.applicants, formWords.content]);

/** What each figure is called, by the key of its cell. */
export function namesOf(
  grids: readonly Grid[],
  words: Pick<TableWords, 'say' | 'isEnglish'>,
): Map<string, CellName> {
  const names = new Map<string, CellName>();
  for (const grid of grids) {
    grid.rows.forEach((cells, row) => {
      for (const cell of cells) {
        if (cell.role !== 'figure') continue;
        const heads = headsOf(grid, row, cell)
          .map(([, head]) => head)
          .filter(({ label }) => !EMPTY_NAMES.has(label));
        const columns = heads.filter(({ role }) => role === 'column');
        const own = heads.filter(({ role }) => role === 'row').at(-1) ?? columns.at(-2);
        names.set(cellKey(cell.address), {
          full: heads.map(({ label }) => words.say(label)).join(words.isEnglish ? ', ' : '，'),
          short: [own, columns.at(-1)]
            .flatMap((head) => (head ? [words.say(head.label)] : []))
            .join(' · '),
        });
      }
    });
  }
  return names;
}

/** The kind of figure that each cell holds, by its key. */
export const figureCells = (grids: readonly Grid[]) =>
  new Map(grids.flatMap(figureRows).flatMap((cells) => cells.map((c) => [cellKey(c.address), c])));

/** What a reading has to say, for the notes that a person should see. */
export function noteText(
  notes: readonly CellNote[],
  figure: Figure,
  words: TableWords,
): string | null {
  const said: Partial<Record<CellNote, string>> = { ...words.notes, ...words.unread.notes };
  const found = notes.map((note) => said[note]).find((text) => text !== undefined);
  return found === undefined ? null : put(found, { figure: words.figure(figure) });
}
