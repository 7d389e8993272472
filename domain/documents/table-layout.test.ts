import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from './blocks';
import { layOutTable } from './table-layout';

const cell = (colSpan = 1, rowSpan = 1): Cell => ({ runs: [{ text: '字' }], colSpan, rowSpan });

describe('the places of the cells of a table', () => {
  it('fills the hole that a short row leaves before a cell from above', () => {
    const { rows } = layOutTable([[cell(), cell(), cell(1, 2)], [cell()], [cell(2)]]);
    expect(rows[1]!.cells.map(({ column }) => column)).toEqual([0, 1]);
    expect(rows[2]!.cells.map(({ column, colSpan }) => [column, colSpan])).toEqual([[0, 2]]);
  });

  it('takes for heads only rows that can be repeated by themselves', () => {
    const head = (rowSpan: number): Cell => ({ ...cell(1, rowSpan), header: true });
    expect(layOutTable([[head(1)], [cell()]]).head).toBe(1);
    expect(layOutTable([[head(2)], [cell()], [cell(2)]]).head).toBe(0);
  });

  it('never lets two cells lie over each other, whatever spans are asked for', () => {
    const span = fc.integer({ min: -1, max: 5 });
    const table = fc.array(
      fc.array(
        fc.tuple(span, span).map(([c, r]) => cell(c, r)),
        { maxLength: 5 },
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(table, (given) => {
        const { rows, columns } = layOutTable(given);
        const taken = new Set<string>();
        rows.forEach(({ cells }, row) => {
          for (const { column, colSpan, rowSpan } of cells) {
            expect(column + colSpan).toBeLessThanOrEqual(columns);
            expect(row + rowSpan).toBeLessThanOrEqual(rows.length);
            for (let r = row; r < row + rowSpan; r += 1) {
              for (let c = column; c < column + colSpan; c += 1) {
                expect(taken.has(`${r},${c}`)).toBe(false);
                taken.add(`${r},${c}`);
              }
            }
          }
        });
      }),
    );
  });
});
