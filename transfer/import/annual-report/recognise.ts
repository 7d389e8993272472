import { meaningOf, type Meaning } from '../../../domain/annual-reports/labels';
import { looksLikeFigure } from '../../../domain/annual-reports/figure';
import type { TableName } from '../../../domain/annual-reports/tables';
import { assign, type Header } from './assign';
import { Cells, isWholeItem } from './cells';
import {
  applicationHeader,
  assumedApplicationHeader,
  disclosureHeader,
  isApplicationHeader,
  isDisclosureHeader,
  isLitigationHeader,
  litigationHeader,
} from './headers';
import { partOf } from './narrative';
import { pushedColumns } from './pushed-column';
import { isBlank, type Grid, type GridCell } from './source';

/** Rows above the results that may say which of reviews and suits they belong to. */
const HEADS_ABOVE = 4;

/** A row of fewer figures is none of reviews and suits: 无 under a heading. */
const LEAST_RESULTS = 2;

type Label = { cell: GridCell; at: number; meaning: Meaning };

/**
 * Finds the rows of the national tables in grids, by what their labels and column heads say and never
 * by where they stand. What was learned from one grid holds for the next, for a table may go on
 * there.
 */
export class Recogniser {
  readonly cells = new Cells();
  private context: TableName | null = null;
  private section = '';
  private headers: Partial<Record<TableName, Header | null>> = {};
  /** Header rows that no row of figures has followed yet. */
  private waiting: {
    table: TableName;
    grid: Grid;
    rows: GridCell[][];
    above: GridCell[][];
  } | null = null;
  private readonly units: string[] = [];
  private readonly headerCells: Partial<Record<TableName, GridCell[]>> = {};

  /** @returns the rows that belong to the tables; the others are text */
  read(grid: Grid): Set<number> {
    const used = new Set<number>();
    for (const [row, cells] of grid.rows.entries()) {
      const [first, second] = cells.filter((cell) => !isBlank(cell));
      if (!first) continue;
      if (!second && partOf(first.text)) {
        this.leave();
        continue;
      }
      if (this.header(grid, cells, row) || this.data(grid, cells, row) || isForm(cells))
        used.add(row);
    }
    this.cells.settle((taken) => (grid.source === 'sheet' ? pushedColumns(grid, taken) : []));
    return used;
  }

  /** A heading of a part stands between tables: what holds for one doesn't for the next. */
  leave(): void {
    this.units.length = 0;
    this.section = '';
    this.context = null;
    this.headers = {};
    this.waiting = null;
  }

  /** A line beside the tables that may tell a unit. */
  line(text: string): void {
    if (/单位[:：]/u.test(text) && text.length < 30) this.units.push(text);
  }

  private header(grid: Grid, cells: GridCell[], row: number): boolean {
    // Cells that reach down from the header above don't make a row of figures a header.
    const own = cells.filter((cell) => cell.row === row);
    const table = isLitigationHeader(own)
      ? 'litigation'
      : isApplicationHeader(own)
        ? 'applications'
        : isDisclosureHeader(own)
          ? 'disclosure'
          : null;
    if (!table) return false;
    const isSame = this.waiting?.table === table && this.waiting.grid === grid;
    if (isSame && this.waiting && table !== 'disclosure') this.waiting.rows.push(cells);
    else {
      const above = grid.rows.slice(Math.max(0, row - HEADS_ABOVE), row);
      this.waiting = { table, grid, rows: [cells], above };
    }
    this.context = table;
    this.cells.seen(table);
    for (const cell of own) this.cells.guessedLabel(table, cell);
    return true;
  }

  private data(grid: Grid, cells: GridCell[], row: number): boolean {
    const labels = cells.flatMap((cell, at): Label[] => {
      const meaning = this.rowMeaning(cell);
      return meaning ? [{ cell, at, meaning }] : [];
    });
    const groups = labels.filter(({ meaning }) => meaning.disclosureRow);
    if (groups.length > 0 && this.disclosure(grid, cells, row, groups)) return true;
    const last = labels.findLast(
      ({ meaning }) => meaning.applicationRow ?? meaning.applicationSection,
    );
    if (last) return this.application(grid, cells, row, labels, last);
    return this.litigation(grid, cells, row, labels);
  }

  /** What a cell means as the label of a row; 其他 and 总计 are labels of rows and of columns. */
  private rowMeaning(cell: GridCell): Meaning | null {
    const meaning = isBlank(cell) ? null : meaningOf(cell.text);
    if (!meaning) return null;
    if (meaning.applicationSection) this.section = meaning.applicationSection;
    if (meaning.applicationRow === 'other-else' && meaning.applicationColumn) {
      return this.section === '其他处理' ? meaning : null;
    }
    if (meaning.applicationRow === 'outcome-total') {
      return this.context === 'applications' ? meaning : null;
    }
    return meaning;
  }

  private application(
    grid: Grid,
    cells: GridCell[],
    row: number,
    labels: Label[],
    { cell, at, meaning }: Label,
  ): boolean {
    this.context = 'applications';
    this.cells.seen('applications');
    const after = cells.slice(at + 1);
    if (!meaning.applicationRow || after.length === 0) return true;
    const header = this.headerOf('applications', grid) ?? assumedApplicationHeader;
    for (const label of labels) this.cells.guessedLabel('applications', label.cell);
    const place = cell.place;
    this.cells.take(
      'applications',
      meaning.applicationRow,
      assign(after, header, grid, row),
      place,
    );
    return true;
  }

  private disclosure(grid: Grid, cells: GridCell[], row: number, labels: Label[]): boolean {
    const header = this.headerOf('disclosure', grid);
    const isIsolated = !header && this.context !== 'disclosure';
    if (isIsolated || !cells.some((cell) => looksLikeFigure(cell.text))) return false;
    this.context = 'disclosure';
    for (const [i, { cell, at, meaning }] of labels.entries()) {
      const next = labels[i + 1];
      const after = cells.slice(at + 1, next?.at);
      const code = meaning.disclosureRow ?? '';
      this.cells.guessedLabel('disclosure', cell);
      // Where blank lines may be anything, a head that lacks a column leaves no way to count.
      if (!header || (grid.hasLooseBlanks && !isWholeItem(code, header.order))) {
        this.cells.headless('disclosure', code, cell);
        continue;
      }
      const own = labels.length > 1 ? between(header, cell, next?.cell) : header;
      this.cells.take(
        'disclosure',
        code,
        assign(after, own, grid, row),
        cell.place,
        this.unitsOf(grid),
      );
    }
    return true;
  }

  private litigation(grid: Grid, cells: GridCell[], row: number, labels: Label[]): boolean {
    if (this.context !== 'litigation') return false;
    const header = this.headerOf('litigation', grid);
    const isLabelled = labels.some(({ meaning }) => meaning.litigationRow);
    const start = cells.findIndex((cell) => isBlank(cell) || looksLikeFigure(cell.text));
    const figures = cells.filter((cell) => !isBlank(cell) && looksLikeFigure(cell.text));
    if (start < 0 || figures.length < LEAST_RESULTS) return false;
    if (!header) {
      this.cells.headless('litigation', '', figures[0] as GridCell);
      return true;
    }
    const isByRow = header.order.every((code) => !code.includes('/'));
    if (isByRow !== isLabelled && isByRow) return false;
    const label = labels.findLast(({ meaning }) => meaning.litigationRow);
    const after = cells.slice(isByRow ? (label?.at ?? 0) + 1 : start);
    const taken = assign(after, header, grid, row);
    const place = cells[0]?.place ?? {};
    if (isByRow) {
      this.cells.take('litigation', label?.meaning.litigationRow ?? '', taken, place);
      return true;
    }
    this.cells.takeKeyed('litigation', taken, place);
    return true;
  }

  /** The header that holds for a row: the rows waiting are made into one at the first figures. */
  private headerOf(table: TableName, grid: Grid): Header | null {
    const { waiting } = this;
    if (waiting?.table === table) {
      this.waiting = null;
      const { rows, above } = waiting;
      this.headers[table] =
        table === 'applications'
          ? applicationHeader(waiting.grid, rows)
          : table === 'disclosure'
            ? disclosureHeader(waiting.grid, rows.at(-1) ?? [])
            : litigationHeader(waiting.grid, rows, above);
      this.headerCells[table] = rows.flat();
      if (!this.headers[table]) this.cells.unclearHeader(table, rows[0]?.[0]?.place ?? {});
    }
    const header = this.headers[table] ?? null;
    // The heads of another grid still name the columns, by their number.
    return header && header.grid !== grid && grid.source === 'text' ? { ...header, grid } : header;
  }

  /** The texts that may tell in which unit amounts are given, the nearest first. */
  private unitsOf(grid: Grid): { byColumn: Map<string, string>; around: string[] } {
    const byColumn = new Map(
      (this.headerCells.disclosure ?? []).flatMap((cell): [string, string][] => {
        const column = meaningOf(cell.text)?.disclosureColumn;
        return column ? [[column, cell.text]] : [];
      }),
    );
    const notes = grid.rows
      .flat()
      .filter((cell) => /单位[:：]/u.test(cell.text) && cell.text.length < 40)
      .map((cell) => cell.text);
    return { byColumn, around: [...this.units, ...notes] };
  }
}

/** The columns that stand between two labels of one row, where tables lie side by side. */
function between(header: Header, from: GridCell, to: GridCell | undefined): Header {
  if (!header.ranges) return header;
  const ranges = header.ranges.filter(
    (range) => range.from > from.col && (!to || range.to <= to.col),
  );
  return {
    ...header,
    ranges,
    order: ranges.map(({ code }) => code),
    right: to ? to.col : header.right,
  };
}

/** Rows of the form without figures: 第二十条第（一）项, 信息内容, 申请人情况. */
const isForm = (cells: readonly GridCell[]): boolean => {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.every((cell) => {
    const {
      isForm: form,
      disclosureGroup,
      litigationRow,
      isSuits,
      isOrganisations,
    } = meaningOf(cell.text) ?? {};
    return form ?? disclosureGroup ?? litigationRow ?? isSuits ?? isOrganisations;
  });
};
