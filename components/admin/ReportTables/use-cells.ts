'use client';

import { useCallback, useMemo, useState, type RefObject } from 'react';
import { fillTables, type CellAddress } from '@/domain/annual-reports/fill';
import { readFigure, unitIn } from '@/domain/annual-reports/figure';
import { headersOf, type Grid } from '@/domain/annual-reports/grid';
import { cellKey } from '@/domain/annual-reports/roll-up';
import { figureAt, type Figure } from '@/domain/annual-reports/tables';
import type { CellActions } from './FigureCell';
import { withoutSettled } from './hand-changes';
import { nextCell } from './movement';
import { fitBlock, parseBlock } from './pasting';
import { figureCells, noteText, put, type TableWords } from './table-words';
import type { ReportForm } from './use-report-form';

type Written = { text: string };

/** What is written into the cells, and where somebody is. */
export function useCells(
  form: ReportForm,
  grids: readonly Grid[],
  words: TableWords,
  bar: RefObject<HTMLElement | null>,
) {
  const { layout, tablesNow, changesNow, compiledNow, change } = form;
  const [active, setActive] = useState<CellAddress | null>(null);
  const [unread, setUnread] = useState<ReadonlyMap<string, Written>>(new Map());
  const [notes, setNotes] = useState<ReadonlyMap<string, string>>(new Map());
  const [involved, setInvolved] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const cells = useMemo(() => figureCells(grids), [grids]);

  const setFigures = useCallback(
    (figures: ReadonlyMap<string, Figure>) => {
      const before = tablesNow();
      if (!layout || !before) return;
      const tables = fillTables(layout, (cell) => {
        const figure = figures.get(cellKey(cell));
        return figure === undefined ? figureAt(before, cell.table, cell.row, cell.column) : figure;
      });
      const changes = changesNow();
      const left = withoutSettled(changes, tables, compiledNow());
      change({ tables, ...(left.length !== changes.length && { handChanges: left }) });
    },
    [change, changesNow, compiledNow, layout, tablesNow],
  );

  const read = useCallback(
    (address: CellAddress, text: string) => {
      const cell = cells.get(cellKey(address));
      const kind = cell?.figure ?? 'count';
      return readFigure(
        text,
        kind,
        kind === 'amount-10k-yuan' ? unitOf(grids, address) : undefined,
      );
    },
    [cells, grids],
  );

  const actions = useMemo((): CellActions => {
    const forget = (key: string) => {
      setUnread((before) => without(before, key));
      setNotes((before) => without(before, key));
    };
    return {
      enter: (cell) => {
        setActive(cell);
        setInvolved((before) => (before.has(cellKey(cell)) ? before : new Set()));
      },
      type: (cell, text) => {
        const key = cellKey(cell);
        const { figure, state, notes: found } = read(cell, text);
        setSaid('');
        forget(key);
        if (state === 'unread') return;
        const note = noteText(found, figure, words);
        if (note) setNotes((before) => new Map(before).set(key, note));
        setFigures(new Map([[key, figure]]));
      },
      leave: (cell, text) => {
        const { state, notes: found } = read(cell, text);
        if (state !== 'unread') return;
        const key = cellKey(cell);
        const tables = tablesNow();
        const figure = tables ? figureAt(tables, cell.table, cell.row, cell.column) : null;
        const stays = put(words.unread.stays, { text, figure: words.figure(figure) });
        setUnread((before) => new Map(before).set(key, { text }));
        setNotes((before) =>
          new Map(before).set(
            key,
            [stays, noteText(found, null, words)].join(words.isEnglish ? ' ' : ''),
          ),
        );
      },
      restore: (cell, figure) => {
        forget(cellKey(cell));
        setFigures(new Map([[cellKey(cell), figure]]));
      },
      paste: (cell, text) => {
        const block = parseBlock(text);
        const grid = grids.find(({ table }) => table === cell.table);
        if (!grid || (block.length === 1 && block[0]?.length === 1)) return false;
        const fitted = fitBlock(grid, cell, block);
        if (!fitted.ok) {
          const { rows, columns, roomRows, roomColumns } = fitted;
          setSaid(put(words.paste.tooLarge, { rows, columns, roomRows, roomColumns }));
          return true;
        }
        const readings = fitted.cells.map((each) => ({
          key: cellKey(each.cell.address),
          text: each.text,
          ...read(each.cell.address, each.text),
        }));
        const wrong = readings.filter(({ state }) => state === 'unread');
        const right = readings.filter(({ state }) => state !== 'unread');
        for (const { key } of right) forget(key);
        setUnread((before) => {
          const next = new Map(before);
          for (const each of wrong) next.set(each.key, { text: each.text });
          return next;
        });
        setNotes((before) => {
          const next = new Map(before);
          for (const { key, notes: found, figure } of readings) {
            const note = noteText(found, figure, words);
            if (note) next.set(key, note);
          }
          return next;
        });
        setFigures(new Map(right.map(({ key, figure }) => [key, figure])));
        const done = put(words.paste.done, { count: right.length });
        const failed = put(words.paste.unread, { count: wrong.length });
        setSaid(wrong.length > 0 ? `${done} ${failed}` : done);
        return true;
      },
      move: (cell, direction) => {
        const grid = grids.find(({ table }) => table === cell.table);
        const next = grid && nextCell(grid, cell, direction);
        if (next) inputOf(next)?.focus();
      },
      open: () => bar.current?.querySelector<HTMLElement>('button, input')?.focus(),
    };
  }, [bar, grids, read, setFigures, tablesNow, words]);

  /** Goes to the first of the cells and shows them all. */
  const jump = useCallback((to: readonly CellAddress[]) => {
    const [first] = to;
    if (!first) return;
    setInvolved(new Set(to.map(cellKey)));
    const input = inputOf(first);
    input?.focus({ preventScroll: true });
    input?.scrollIntoView({ block: 'center', inline: 'center' });
  }, []);

  return { active, unread, notes, involved, said, setSaid, setFigures, actions, jump };
}

export const inputOf = ({ table, row, column }: CellAddress): HTMLElement | null =>
  document.getElementById(`report-cell-${cellKey({ table, row, column })}`);

/** The unit that the heading over a column of amounts gives; the form counts in 10,000 yuan. */
function unitOf(grids: readonly Grid[], address: CellAddress) {
  for (const grid of grids) {
    for (const [row, line] of grid.rows.entries()) {
      const cell = line.find(
        (each) => each.role === 'figure' && cellKey(each.address) === cellKey(address),
      );
      if (!cell) continue;
      const heading = headersOf(grid, row, cell).at(-1)?.zh ?? '';
      return unitIn(heading) ?? '万元';
    }
  }
  return '万元' as const;
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  if (!map.has(key)) return map;
  const next = new Map(map);
  next.delete(key);
  return next;
}
