/** What one cell of a list holds; several words stay apart until a format joins them. */
export type CellValue = string | number | readonly string[] | null;

/** One column of a list, for every format: `key` names it for programs, `label` for people. */
export type ListColumn<Row> = {
  /** A stable English name. */
  key: string;
  /** In the reader's language. */
  label: string;
  /** `day` is YYYY-MM-DD, `link` a full address. */
  kind: 'text' | 'number' | 'day' | 'link' | 'words';
  /** Width in a spreadsheet, in characters of Latin; 14 when left out. */
  width?: number;
  valueOf: (row: Row) => CellValue | undefined;
};

/** A list that somebody takes along: what it is called, its columns, and its rows one by one. */
export type List<Row = unknown> = {
  /** File name without ending. */
  name: string;
  title: string;
  /** The page whose list this is, with its filters. */
  address: string;
  /** Rows that the page counts, which may be more than are given out. */
  total: number;
  columns: readonly ListColumn<Row>[];
  rows: AsyncIterable<Row>;
  locale: string;
  /** For a list that is also given out on paper, where a table of a year fits. */
  paper?: ListPaper;
};

export type ListPaper = {
  /** In whose name, and of which year. */
  agency: string;
  year: number;
  /** A sentence above the table. */
  lead: string;
  /** Of each column but those of links, in millimetres, together the 156 of an official page. */
  widths: readonly number[];
};

/** The most rows that one request gives; whoever needs all takes the open data. */
export const MOST_ROWS = 20_000;

export const LIST_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** Only of lists that have a `paper`. */
export const LIST_PAPER_FORMATS = ['docx', 'pdf', 'html'] as const;
export type ListPaperFormat = (typeof LIST_PAPER_FORMATS)[number];

export const isListPaperFormat = (text: string): text is ListPaperFormat =>
  (LIST_PAPER_FORMATS as readonly string[]).includes(text);

export const isListFormat = (text: string): text is ListFormat =>
  (LIST_FORMATS as readonly string[]).includes(text);

/** The first rows of a list, as many as are given out. */
export async function* firstRows<Row>(list: List<Row>, most = MOST_ROWS): AsyncGenerator<Row> {
  let given = 0;
  for await (const row of list.rows) {
    if (given >= most) return;
    yield row;
    given += 1;
  }
}

export const valueIn = <Row>(column: ListColumn<Row>, row: Row): CellValue =>
  column.valueOf(row) ?? null;

/** A value as one line of words. */
export function wordsOf(value: CellValue, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.join(locale === 'en' ? '; ' : '；');
  return String(value);
}
