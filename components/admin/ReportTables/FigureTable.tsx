'use client';

import { headsOf, type Grid, type GridCell } from '@/domain/annual-reports/grid';
import { cellKey } from '@/domain/annual-reports/roll-up';
import {
  applicationColumns,
  figureAt,
  type LayoutCode,
  type ReportTables,
} from '@/domain/annual-reports/tables';
import { FigureCell, type CellActions } from './FigureCell';
import styles from './FigureTable.module.css';
import { computedAt } from './hand-changes';
import { balanceIn, sumAt } from './sums';
import { withSeparators, type CellName, type TableWords } from './table-words';

export type CellState = {
  tables: ReportTables;
  compiled: ReportTables | null;
  marks: ReadonlyMap<string, 'hard' | 'soft'>;
  involved: ReadonlySet<string>;
  unread: ReadonlyMap<string, { text: string }>;
  isReadOnly: boolean;
};

type Props = {
  grid: Grid;
  layout: LayoutCode;
  state: CellState;
  names: ReadonlyMap<string, CellName>;
  actions: CellActions;
  words: TableWords;
};

/** One of the three official tables, arranged as the form prints it, to be filled in. */
export function FigureTable({ grid, layout, state, names, actions, words }: Props) {
  const { tables, compiled, marks, involved, unread, isReadOnly } = state;
  const headId = (row: number, cell: GridCell) => `report-head-${grid.table}-${row}-${cell.at}`;
  const caption = words.say(grid.caption);
  const rows = grid.rows.map((cells, r) => (
    <tr key={r}>
      {cells.map((cell) => {
        const span = {
          ...(cell.colSpan > 1 && { colSpan: cell.colSpan }),
          ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
        };
        if (cell.role !== 'figure') {
          return (
            <th
              key={cell.at}
              id={headId(r, cell)}
              scope={scopeOf(cell)}
              className={styles[cell.role]}
              data-stub={cell.at < grid.stubs ? cell.at + cell.colSpan : undefined}
              data-wide={(cell.at < grid.stubs && cell.colSpan) || undefined}
              {...span}
            >
              <span className={styles.name}>{words.say(cell.label)}</span>
            </th>
          );
        }
        const { address } = cell;
        const key = cellKey(address);
        const figure = figureAt(tables, address.table, address.row, address.column);
        const sum = sumAt(layout, tables, address);
        return (
          <td
            key={cell.at}
            headers={headsOf(grid, r, cell)
              .map(([row, head]) => headId(row, head))
              .join(' ')}
            data-total={sum !== undefined || undefined}
            {...span}
          >
            <FigureCell
              address={address}
              name={names.get(key)?.full ?? key}
              figure={figure}
              computed={computedAt(compiled, address)}
              sum={sum === null || sum === figure ? undefined : sum}
              mark={marks.get(key) ?? null}
              isInvolved={involved.has(key)}
              unread={unread.get(key)?.text}
              isReadOnly={isReadOnly}
              actions={actions}
              words={words}
            />
          </td>
        );
      })}
    </tr>
  ));
  return (
    <div className={styles.scroll} role="region" aria-label={caption}>
      <table className={styles.table} data-table={grid.table}>
        <caption className={styles.caption}>
          <span>{caption}</span>
        </caption>
        {grid.head > 0 && <thead>{rows.slice(0, grid.head)}</thead>}
        <tbody>{rows.slice(grid.head)}</tbody>
        {grid.table === 'applications' && (
          <tfoot>
            <Balance tables={tables} stubs={grid.stubs} words={words} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** Under every column, both sides of the rule that the form prints over it, as they stand. */
function Balance({
  tables,
  stubs,
  words,
}: {
  tables: ReportTables;
  stubs: number;
  words: TableWords;
}) {
  return (
    <tr>
      <th scope="row" colSpan={stubs} className={styles.row} data-stub={stubs} data-wide={stubs}>
        <span className={styles.name}>{words.balance.name}</span>
      </th>
      {applicationColumns.map((column) => {
        const { left, right } = balanceIn(tables, column);
        const isOpen = left === null || right === null;
        const said = isOpen ? 'open' : left === right ? 'holds' : 'broken';
        const text = isOpen
          ? '–'
          : `${withSeparators(left)} ${left === right ? '=' : '≠'} ${withSeparators(right)}`;
        return (
          <td key={column} className={styles.balance} data-state={said}>
            <span aria-hidden="true">{text}</span>
            <span className={styles.hidden}>
              {words.balance[said]
                .replace('{left}', words.figure(left))
                .replace('{right}', words.figure(right))}
            </span>
          </td>
        );
      })}
    </tr>
  );
}

function scopeOf({ role, colSpan, rowSpan }: GridCell): string {
  if (role === 'row') return rowSpan > 1 ? 'rowgroup' : 'row';
  return colSpan > 1 ? 'colgroup' : 'col';
}
