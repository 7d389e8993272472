import { placeCells } from '../documents/place-cells';
import type { CellAddress } from './fill';
import { formWords } from './form-words';
import type { ApplicationLine, DisclosureGroup, FigureKind, Label, ReportPart } from './layouts';
import type { LayoutCode, TableName } from './tables';
import { layouts } from './years';

/**
 * One cell of a printed table, with the place of its upper left corner counted from 0. A `title`
 * names the rows below it over the whole width; a `column` names what stands under it, a `row` what
 * stands to its right; a `figure` has the address of its number.
 */
export type GridCell = {
  at: number;
  colSpan: number;
  rowSpan: number;
} & (
  | { role: 'title' | 'column' | 'row'; label: Label }
  | { role: 'figure'; address: CellAddress; figure: FigureKind; unit: boolean }
);

export type NamedCell = Exclude<GridCell, { role: 'figure' }>;

/** A table as the form prints it. `stubs` of the `columns` hold names of rows, the others figures. */
export type Grid = {
  table: TableName;
  caption: Label;
  columns: number;
  stubs: number;
  rows: GridCell[][];
  /** How many rows at the top hold names of columns only. */
  head: number;
};

/** A cell before it has its place. */
type Loose = { colSpan?: number; rowSpan?: number } & (
  | { role: 'title' | 'column' | 'row'; label: Label }
  | { role: 'figure'; address: CellAddress; figure: FigureKind; unit?: boolean }
);

/** The three tables of a layout as they are printed: part two in one table of four columns. */
export const gridsOf = (code: LayoutCode): Grid[] => [
  disclosureGrid(code),
  applicationsGrid(code),
  litigationGrid(code),
];

/** Part two as printed: the items of §20 below each other, each under its own names of columns. */
export function disclosureGrid(code: LayoutCode): Grid {
  const { disclosure } = layouts[code];
  const width = 1 + Math.max(...disclosure.map(({ columns }) => columns.length));
  return {
    table: 'disclosure',
    caption: formWords.disclosureCaption,
    columns: width,
    stubs: 1,
    head: 0,
    rows: place(disclosure.flatMap((group) => groupRows(group, width))),
  };
}

/** Part two as a table for each item of §20, which is what fits a page that may repeat heads. */
export const disclosureGrids = (code: LayoutCode): Grid[] => {
  const { columns } = disclosureGrid(code);
  return layouts[code].disclosure.map((group) => ({
    table: 'disclosure' as const,
    caption: group.label,
    columns,
    stubs: 1,
    head: 2,
    rows: place(groupRows(group, columns)),
  }));
};

function groupRows({ label, columns, rows }: DisclosureGroup, width: number): Loose[][] {
  // The last column of a narrow item is as wide as it takes to reach the edge.
  const span = (i: number) => (i === columns.length - 1 ? width - columns.length : 1);
  return [
    [{ role: 'title', label, colSpan: width }],
    [
      { role: 'column', label: formWords.content },
      ...columns.map((column, i): Loose => ({
        role: 'column',
        label: column.label,
        colSpan: span(i),
      })),
    ],
    ...rows.map((row): Loose[] => [
      { role: 'row', label: row.label },
      ...columns.map((column, i): Loose => ({
        role: 'figure',
        address: { table: 'disclosure', row: row.code, column: column.code },
        figure: column.figure,
        unit: column.figure === 'amount-10k-yuan' && !column.label.zh.includes('万元'),
        colSpan: span(i),
      })),
    ]),
  ];
}

/** Part three: three columns of names, merged over what they cover, and the applicants in three rows. */
export function applicationsGrid(code: LayoutCode): Grid {
  const { columns, lines } = layouts[code].applications;
  const STUBS = 3;
  const organisations = columns.filter(
    (column) => column.code !== 'natural' && column.code !== 'total',
  );
  const tall = (wanted: string): Loose[] =>
    columns
      .filter((column) => column.code === wanted)
      .map(({ label }) => ({ role: 'column', label, rowSpan: 2 }));
  const head: Loose[][] = [
    [
      { role: 'column', label: formWords.identity, colSpan: STUBS, rowSpan: 3 },
      { role: 'column', label: formWords.applicants, colSpan: columns.length },
    ],
    [
      ...tall('natural'),
      { role: 'column', label: formWords.organisations, colSpan: organisations.length },
      ...tall('total'),
    ],
    organisations.map(({ label }) => ({ role: 'column', label })),
  ];
  const body: Loose[][] = [];
  // Names of several rows wait for the first of them: 三、 and （三） stand beside it.
  let waiting: Loose[] = [];
  for (const [i, { code: row, level, label }] of lines.entries()) {
    if (row === null) {
      waiting.push({ role: 'row', label, rowSpan: figuresBelow(lines, i) });
      continue;
    }
    const own: Loose = { role: 'row', label, colSpan: STUBS + 1 - level };
    const figures = columns.map((column): Loose => ({
      role: 'figure',
      address: { table: 'applications', row, column: column.code },
      figure: 'count',
    }));
    body.push([...waiting, own, ...figures]);
    waiting = [];
  }
  return {
    table: 'applications',
    caption: formWords.applicationsCaption,
    columns: STUBS + columns.length,
    stubs: STUBS,
    head: head.length,
    rows: place([...head, ...body]),
  };
}

/** How many lines with figures a heading covers: those until the next one that is not below it. */
function figuresBelow(lines: readonly ApplicationLine[], heading: number): number {
  const { level } = lines[heading] as ApplicationLine;
  const after = lines.slice(heading + 1);
  const end = after.findIndex((line) => line.level <= level);
  return after.slice(0, end === -1 ? undefined : end).filter(({ code }) => code !== null).length;
}

/** Part four: reviews and both kinds of suits beside each other over one row of figures. */
export function litigationGrid(code: LayoutCode): Grid {
  const { rows, columns } = layouts[code].litigation;
  const review = rows.filter((row) => row.code === 'review');
  const suits = rows.filter((row) => row.code !== 'review');
  const results = columns.map(({ label }): Loose => ({ role: 'column', label }));
  const over = ({ label }: { label: Label }): Loose => ({
    role: 'column',
    label,
    colSpan: columns.length,
  });
  const kinds = [...review, ...suits];
  return {
    table: 'litigation',
    caption: formWords.litigationCaption,
    columns: columns.length * kinds.length,
    stubs: 0,
    head: 3,
    rows: place([
      [
        ...review.map(over),
        { role: 'column', label: formWords.suits, colSpan: columns.length * suits.length },
      ],
      [...results.map((cell) => ({ ...cell, rowSpan: 2 })), ...suits.map(over)],
      suits.flatMap(() => results),
      kinds.flatMap((row) =>
        columns.map((column): Loose => ({
          role: 'figure',
          address: { table: 'litigation', row: row.code, column: column.code },
          figure: 'count',
        })),
      ),
    ]),
  };
}

const place = (rows: readonly (readonly Loose[])[]): GridCell[][] =>
  placeCells(rows).map((row) =>
    row.map((cell) => (cell.role === 'figure' ? { ...cell, unit: cell.unit ?? false } : cell)),
  );

/**
 * The cells of each row with a hole (`null`) wherever one reaches down from above, as a table is read
 * out of Word: a cell over several columns is one, a cell over several rows is one and then empty.
 */
export function unmergedRows(grid: Grid): (GridCell | null)[][] {
  return grid.rows.map((row, r) => {
    const from = grid.rows
      .slice(0, r)
      .flatMap((above, i) => above.filter(({ rowSpan }) => i + rowSpan > r));
    return [
      ...row.map((cell) => ({ at: cell.at, cell })),
      ...from.map(({ at }) => ({ at, cell: null })),
    ]
      .sort((a, b) => a.at - b.at)
      .map(({ cell }) => cell);
  });
}

/**
 * The cells that say what a figure is, each with its row: from the outer to the inner, those of rows
 * before those of columns.
 */
export function headsOf<Cell extends Heading>(
  { rows: all }: { rows: readonly (readonly Cell[])[] },
  row: number,
  figure: Pick<Cell, 'at'>,
): [number, Exclude<Cell, { role: 'figure' }>][] {
  type Named = Exclude<Cell, { role: 'figure' }>;
  const names = all.flatMap((cells, r) =>
    cells.flatMap((cell): [number, Named][] =>
      cell.role === 'figure' ? [] : [[r, cell as Named]],
    ),
  );
  const title = names.filter(([r, cell]) => cell.role === 'title' && r < row).at(-1);
  const top = title?.[0] ?? 0;
  const rows = names.filter(
    ([r, cell]) => cell.role === 'row' && r <= row && row < r + cell.rowSpan && cell.at < figure.at,
  );
  const columns = names.filter(
    ([r, { role, at, colSpan }]) =>
      role === 'column' && r >= top && r < row && at <= figure.at && figure.at < at + colSpan,
  );
  return [...(title ? [title] : []), ...rows, ...columns];
}

type Heading = Pick<GridCell, 'role' | 'at' | 'colSpan' | 'rowSpan'>;

/** The words of {@link headsOf}. */
export const headersOf = (grid: Grid, row: number, figure: GridCell): Label[] =>
  headsOf(grid, row, figure).map(([, { label }]) => label);

/** The table that stands in each part of the report; the others have none. */
export const partTable: Partial<Record<ReportPart, TableName>> = {
  disclosure: 'disclosure',
  applications: 'applications',
  litigation: 'litigation',
};
