import type { Block } from '../../../domain/documents/blocks';
import type { Day } from '../../../domain/workdays/days';

/**
 * A prescribed form as a person holds it: text and tables of merged cells. What every report on paper
 * is brought to before it is written as Word, PDF, workbook or page.
 */
export type FormPaper = {
  title: string;
  agency: string;
  /** Of the paper; else the file says the last day of `year`. */
  publishedOn: Day | null;
  year: number;
  /** Of its page on the site, absolute. */
  address: string | null;
  preface: readonly Block[];
  parts: readonly FormPart[];
  attachments: readonly { name: string; address: string }[];
  /** Who reports, and when. */
  signature: readonly string[];
};

export type FormPart = {
  /** None where the whole paper is one table. */
  heading: string | null;
  blocks: readonly Block[];
  tables: readonly FormTable[];
  /** Begins a page in Word: not every program keeps a table whole that begins lower down. */
  newPage?: boolean;
};

export type FormTable = {
  /** In addresses within a page, and the name of its styles: `applications`. */
  name: string;
  caption: string;
  /** What its sheet of a workbook is called. */
  sheet: string;
  /** Millimetres of an upright A4 sheet, together the 156 of the type area (GB/T 9704). */
  widths: readonly number[];
  /** Of the type in points, and the room above and below words of a cell on paper. */
  size: number;
  inset: number;
  /** How many rows at the top hold names of columns only. */
  head: number;
  /** A table that one page holds is not torn in the PDF. */
  whole: boolean;
  /** Whether a row stays on the page of the next. */
  isKept: (row: number) => boolean;
  rows: readonly (readonly FormCell[])[];
  /** Where a tagged file needs it: the same rows as tables of their own, set without a gap. */
  pieces?: readonly FormTable[];
};

/**
 * One cell with the place of its upper left corner, counted from 0. A `title` names the rows below it
 * over the whole width, a `column` what stands under it, a `row` what stands to its right.
 */
export type FormCell = {
  role: 'title' | 'column' | 'row' | 'figure';
  at: number;
  colSpan: number;
  rowSpan: number;
  /** As it is printed. */
  text: string;
  isLeft: boolean;
  /** In a spreadsheet; the text when left out. */
  value?: number | null;
  format?: string;
  href?: string;
};

/** How wide the text of an official page is. */
export const TYPE_AREA = 156;

export const sumOf = (widths: readonly number[]): number =>
  widths.reduce((sum, each) => sum + each, 0);
