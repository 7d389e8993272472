import type {
  ApplicationColumn,
  ApplicationRow,
  DisclosureColumn,
  DisclosureRow,
  LayoutCode,
  LitigationColumn,
  LitigationRow,
} from './tables';

/** An official label with its English reading. The Chinese is the notice's own wording. */
export type Label = { zh: string; en: string };

/** What a column holds: whole numbers, whole numbers that may fall below zero, or amounts of money. */
export type FigureKind = 'count' | 'change' | 'amount-10k-yuan';

/** One table of part two: the rows of an item of §20 with their shared columns. */
export type DisclosureGroup = {
  /** Item of 条例第二十条, as headed: 第二十条第（一）项. */
  label: Label;
  columns: { code: DisclosureColumn; label: Label; figure: FigureKind }[];
  rows: { code: DisclosureRow; label: Label }[];
};

/**
 * A line of the applications table. Lines with a code hold figures; `level` is the depth in the
 * official numbering (1: 一、, 2: （一）, 3: 1.), and lines without a code only head the next ones.
 */
export type ApplicationLine = {
  code: ApplicationRow | null;
  level: 1 | 2 | 3;
  label: Label;
};

export type Layout = {
  code: LayoutCode;
  /** The notice that prescribes the layout, with the years of the reports it holds for. */
  source: { number: string; from: number; to: number | null };
  parts: { code: ReportPart; label: Label }[];
  disclosure: DisclosureGroup[];
  applications: {
    columns: { code: ApplicationColumn; label: Label }[];
    lines: ApplicationLine[];
    /** The rows that add up to （七）总计. */
    outcomes: ApplicationRow[];
  };
  litigation: {
    rows: { code: LitigationRow; label: Label }[];
    columns: { code: LitigationColumn; label: Label }[];
  };
};

/** The six parts of a report, in their order. */
export type ReportPart =
  'overview' | 'disclosure' | 'applications' | 'litigation' | 'problems' | 'other';
