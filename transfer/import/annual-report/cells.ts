import { readFigure, unitIn, type MoneyUnit } from '../../../domain/annual-reports/figure';
import { meaningOf } from '../../../domain/annual-reports/labels';
import type { FigureKind } from '../../../domain/annual-reports/layouts';
import type { Figure, TableName } from '../../../domain/annual-reports/tables';
import { layouts } from '../../../domain/annual-reports/years';
import type { Assignment } from './assign';
import type { ReportFinding } from './findings';
import { isUnknown } from './headers';
import type { Taken } from './pushed-column';
import { isBlank, type GridCell, type Place } from './source';

export type Found = { table: TableName; row: string; column: string; figure: Figure; place: Place };

type Units = { byColumn: Map<string, string>; around: string[] };

const kinds = new Map<string, FigureKind>();
const fits = new Set<string>();
for (const { disclosure } of Object.values(layouts)) {
  for (const { rows, columns } of disclosure) {
    for (const { code, figure } of columns) {
      kinds.set(code, figure);
      for (const row of rows) fits.add(`${row.code}/${code}`);
    }
  }
}

/** Whether columns are just those that one of the layouts gives to a row of part two. */
export const isWholeItem = (row: string, columns: readonly string[]): boolean =>
  Object.values(layouts).some(({ disclosure }) =>
    disclosure.some(
      (group) =>
        group.rows.some(({ code }) => code === row) &&
        group.columns.length === columns.length &&
        group.columns.every(({ code }) => columns.includes(code)),
    ),
  );

/** The figures found so far, with what there is to say about each. */
export class Cells {
  readonly found = new Map<string, Found>();
  private readonly told: ReportFinding[] = [];
  readonly tables = new Set<TableName>();
  /** The cells taken since {@link settle}. */
  readonly taken: Taken[] = [];
  private readonly guessed = new Set<string>();
  private readonly conflicts = new Set<string>();

  /** A row that couldn't be read in one place may have been read in another. */
  get findings(): ReportFinding[] {
    const isFound = ({ table, row, columns = [] }: ReportFinding): boolean =>
      columns.length > 0 &&
      columns.every(
        (column) => typeof this.found.get(`${table}/${row}/${column}`)?.figure === 'number',
      );
    return this.told.filter((one) => one.severity !== 'unread' || !isFound(one));
  }

  seen(table: TableName): void {
    this.tables.add(table);
  }

  take(table: TableName, row: string, taken: Assignment, place: Place, units?: Units): void {
    this.seen(table);
    const columns = [...taken.cells.keys(), ...taken.lost.keys()].filter(
      (code) => !isUnknown(code),
    );
    const isFitting = table !== 'disclosure' || columns.every((code) => fits.has(`${row}/${code}`));
    if (!isFitting) {
      const cell = taken.cells.values().next().value;
      this.lose('header-missing', { table, row, columns, place }, cell ?? null);
      return;
    }
    if (taken.how !== 'exact') {
      this.told.push({ severity: 'guessed', code: taken.how, table, row, columns, place });
    }
    const blank: string[] = [];
    for (const [column, cell] of taken.cells) {
      if (isUnknown(column)) this.unknownColumn(table, row, column, cell);
      else if (this.read({ table, row, column }, cell, units) === 'blank') blank.push(column);
    }
    if (blank.length > 0) {
      this.told.push({
        severity: 'blank',
        code: 'blank-cells',
        table,
        row,
        columns: blank,
        place,
      });
    }
    this.losses(table, row, taken, place);
  }

  /** A row whose columns name their row themselves: `review/upheld`. */
  takeKeyed(table: TableName, taken: Assignment, place: Place): void {
    const rows = new Set(
      [...taken.cells.keys(), ...taken.lost.keys()].map((code) => code.split('/')[0] ?? ''),
    );
    let { how } = taken;
    for (const row of rows) {
      const own = <Value>(all: Map<string, Value>): Map<string, Value> =>
        new Map(
          [...all]
            .filter(([code]) => code.startsWith(`${row}/`))
            .map(([code, value]) => [code.slice(row.length + 1), value]),
        );
      this.take(table, row, { cells: own(taken.cells), lost: own(taken.lost), how }, place);
      // Said once for the whole row.
      how = 'exact';
    }
  }

  headless(table: TableName, row: string, cell: GridCell): void {
    this.lose('header-missing', { table, ...(row && { row }), place: cell.place }, cell);
  }

  unclearHeader(table: TableName, place: Place): void {
    this.told.push({ severity: 'unread', code: 'header-unclear', table, place });
  }

  /** Tells once of a label that is spelled like no known one. */
  guessedLabel(table: TableName, cell: GridCell): void {
    const known = meaningOf(cell.text)?.guessedFor;
    if (!known || this.guessed.has(cell.text)) return;
    this.guessed.add(cell.text);
    this.told.push({
      severity: 'guessed',
      code: 'label-guessed',
      table,
      place: cell.place,
      text: cell.text,
      detail: { known },
    });
  }

  /**
   * Ends a grid: the figures of columns that were pushed up or down are lost.
   *
   * @param pushed which columns those are
   */
  settle(pushed: (taken: readonly Taken[]) => Pick<Taken, 'table' | 'column'>[]): void {
    const taken = this.taken.splice(0);
    const columns = new Map(pushed(taken).map((one) => [`${one.table}/${one.column}`, one]));
    for (const [key, { table, column }] of columns) {
      for (const { row, cell } of taken.filter((one) => `${one.table}/${one.column}` === key)) {
        this.found.set(`${table}/${row}/${column}`, {
          table,
          row,
          column,
          figure: null,
          place: cell.place,
        });
      }
      this.told.push({ severity: 'unread', code: 'column-pushed', table, column });
    }
  }

  private read(
    at: { table: TableName; row: string; column: string },
    cell: GridCell,
    units: Units | undefined,
  ): 'blank' | 'read' {
    this.taken.push({ ...at, cell });
    const kind = (at.table === 'disclosure' && kinds.get(at.column)) || 'count';
    const { figure, state, notes } = readFigure(cell.text, kind, unitFor(at.column, units));
    this.keep({ ...at, figure, place: cell.place }, cell.text);
    if (state === 'blank' && notes.length === 0) return 'blank';
    for (const code of notes) {
      const isFlag = code === 'negative' || code === 'decimal';
      this.told.push({
        severity:
          state === 'unread'
            ? 'unread'
            : state === 'blank'
              ? 'blank'
              : isFlag
                ? 'flagged'
                : 'guessed',
        code,
        ...at,
        place: cell.place,
        text: cell.text,
        ...(figure !== null && { figure }),
      });
    }
    return 'read';
  }

  /** The same cell may stand twice, as where a page has a second copy for phones. */
  private keep(cell: Found, text: string): void {
    const key = `${cell.table}/${cell.row}/${cell.column}`;
    const before = this.found.get(key);
    if (this.conflicts.has(key)) return;
    if (!before || before.figure === null) {
      this.found.set(key, cell);
      return;
    }
    if (cell.figure === null || cell.figure === before.figure) return;
    this.conflicts.add(key);
    this.found.set(key, { ...cell, figure: null });
    this.told.push({
      severity: 'unread',
      code: 'conflict',
      table: cell.table,
      row: cell.row,
      column: cell.column,
      place: cell.place,
      text,
      detail: { first: before.figure, second: cell.figure },
    });
  }

  private losses(table: TableName, row: string, { lost }: Assignment, place: Place): void {
    const byReason = new Map<string, { columns: string[]; cell: GridCell | null }>();
    for (const [column, { why, cell }] of lost) {
      if (isUnknown(column)) continue;
      const key = `${why} ${JSON.stringify(cell?.place ?? null)}`;
      const group = byReason.get(key) ?? { columns: [], cell };
      group.columns.push(column);
      byReason.set(key, group);
    }
    for (const [key, { columns, cell }] of byReason) {
      const code = key.split(' ')[0] as ReportFinding['code'];
      this.lose(code, { table, row, columns, place: cell?.place ?? place }, cell);
    }
  }

  private lose(
    code: ReportFinding['code'],
    at: Pick<ReportFinding, 'table' | 'row' | 'columns' | 'place'>,
    cell: GridCell | null,
  ): void {
    for (const column of at.columns ?? []) {
      const key = `${at.table}/${at.row}/${column}`;
      if (!this.found.has(key) && at.table && at.row) {
        this.found.set(key, {
          table: at.table,
          row: at.row,
          column,
          figure: null,
          place: at.place ?? {},
        });
      }
    }
    const text = cell && !isBlank(cell) ? { text: cell.text } : {};
    this.told.push({ severity: 'unread', code, ...at, ...text });
  }

  private unknownColumn(table: TableName, row: string, column: string, cell: GridCell): void {
    if (isBlank(cell)) return;
    this.told.push({
      severity: 'unread',
      code: 'unknown-column',
      table,
      row,
      place: cell.place,
      text: cell.text,
      detail: { heading: column.slice(1) },
    });
  }
}

function unitFor(column: string, units: Units | undefined): MoneyUnit | undefined {
  const heading = units?.byColumn.get(column);
  const own = heading ? unitIn(heading) : undefined;
  if (own) return own;
  for (const text of units?.around ?? []) {
    const unit = unitIn(text);
    if (unit) return unit;
  }
  return undefined;
}
