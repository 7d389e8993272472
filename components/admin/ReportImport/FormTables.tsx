import { useState } from 'react';
import { gridsOf, headsOf, type Grid, type GridCell } from '@/domain/annual-reports/grid';
import { cellKey } from '@/domain/annual-reports/roll-up';
import type { LayoutCode } from '@/domain/annual-reports/tables';
import type { PreviewCell } from '@/transfer/import/annual-report/preview';
import tables from '../ReportTables/FigureTable.module.css';
import { nextCell, type Direction } from '../ReportTables/movement';
import type { Marked } from './Comparison';
import { figureText, put, type ImportWords } from './import-words';
import styles from './ReportImport.module.css';

type Props = {
  layout: LayoutCode;
  cells: Record<string, PreviewCell>;
  marked: Marked;
  words: ImportWords;
  onMark: (key: string) => void;
  onGo: (key: string) => void;
};

const KEYS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The official tables with what was read; one stop of the tab key each, arrows within. */
export function FormTables(props: Props) {
  return gridsOf(props.layout).map((grid) => <FormTable key={grid.table} grid={grid} {...props} />);
}

function FormTable({ grid, cells, marked, words, onMark, onGo }: Props & { grid: Grid }) {
  const figures = grid.rows.flat().filter((cell) => cell.role === 'figure');
  const [stop, setStop] = useState(figures[0] ? cellKey(figures[0].address) : '');
  const headId = (row: number, cell: GridCell) => `read-head-${grid.table}-${row}-${cell.at}`;
  const caption = words.say(grid.caption);

  const move = (event: React.KeyboardEvent<HTMLButtonElement>, cell: (typeof figures)[number]) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onGo(cellKey(cell.address));
    }
    const direction = KEYS[event.key];
    const next = direction && nextCell(grid, cell.address, direction);
    if (!next) return;
    event.preventDefault();
    const place = event.currentTarget.closest('table');
    place?.querySelector<HTMLElement>(`[data-key="${CSS.escape(cellKey(next))}"]`)?.focus();
  };

  const drawn = (cell: GridCell, r: number) => {
    const span = {
      ...(cell.colSpan > 1 && { colSpan: cell.colSpan }),
      ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
    };
    if (cell.role !== 'figure') {
      return (
        <th
          key={cell.at}
          id={headId(r, cell)}
          scope={cell.role === 'row' ? 'row' : 'col'}
          className={tables[cell.role]}
          data-stub={cell.at < grid.stubs ? cell.at + cell.colSpan : undefined}
          data-wide={(cell.at < grid.stubs && cell.colSpan) || undefined}
          {...span}
        >
          <span className={tables.name}>{words.say(cell.label)}</span>
        </th>
      );
    }
    const key = cellKey(cell.address);
    const { figure, state } = cells[key] ?? { figure: null, state: 'unread' };
    const heads = headsOf(grid, r, cell);
    const name = (role: GridCell['role']) =>
      heads
        .filter(([, head]) => head.role === role)
        .map(([, { label }]) => words.say(label))
        .at(-1) ?? '';
    return (
      <td key={cell.at} headers={heads.map(([row, head]) => headId(row, head)).join(' ')} {...span}>
        <button
          type="button"
          className={styles.cell}
          data-key={key}
          data-state={state}
          data-marked={marked.cells.includes(key) || undefined}
          tabIndex={stop === key ? 0 : -1}
          aria-label={put(words.cellLabel, {
            row: name('row'),
            column: name('column'),
            figure: figure === null ? words.empty : figureText(figure),
            state: words.legend[state],
          })}
          onFocus={() => {
            setStop(key);
            onMark(key);
          }}
          onClick={() => onMark(key)}
          onKeyDown={(event) => move(event, cell)}
        >
          {figure === null ? '' : figureText(figure)}
        </button>
      </td>
    );
  };

  const rows = grid.rows.map((row, r) => <tr key={r}>{row.map((cell) => drawn(cell, r))}</tr>);
  return (
    <div className={tables.scroll} role="region" aria-label={caption}>
      <table className={tables.table} data-table={grid.table}>
        <caption className={tables.caption}>{caption}</caption>
        {grid.head > 0 && <thead>{rows.slice(0, grid.head)}</thead>}
        <tbody>{rows.slice(grid.head)}</tbody>
      </table>
    </div>
  );
}
