import { describe, expect, it } from 'vitest';
import { cellsOf } from './fill';
import {
  applicationsGrid,
  disclosureGrid,
  disclosureGrids,
  gridsOf,
  headersOf,
  unmergedRows,
  type Grid,
} from './grid';
import type { LayoutCode } from './tables';

const codes: LayoutCode[] = ['2019', '2021'];

const words = (grid: Grid) =>
  unmergedRows(grid).map((row) =>
    row.map((cell) => (cell === null ? '' : cell.role === 'figure' ? '#' : cell.label.zh)),
  );

describe.each(codes)('the tables of %s as printed', (code) => {
  it('cover every place once, without a hole and without an overlap', () => {
    for (const grid of [...gridsOf(code), ...disclosureGrids(code)]) {
      const taken = new Map<string, number>();
      grid.rows.forEach((row, r) => {
        for (const { at, colSpan, rowSpan } of row) {
          for (let y = r; y < r + rowSpan; y += 1) {
            for (let x = at; x < at + colSpan; x += 1) {
              taken.set(`${y}/${x}`, (taken.get(`${y}/${x}`) ?? 0) + 1);
            }
          }
        }
      });
      expect(taken.size).toBe(grid.rows.length * grid.columns);
      expect([...taken.values()].every((times) => times === 1)).toBe(true);
    }
  });

  it('hold each cell of the layout once', () => {
    const addresses = gridsOf(code).flatMap(({ rows }) =>
      rows.flat().flatMap((cell) => (cell.role === 'figure' ? [cell.address] : [])),
    );
    const key = (list: object[]) => list.map((address) => JSON.stringify(address)).sort();
    expect(key(addresses)).toEqual(key(cellsOf(code)));
  });

  it('name every figure', () => {
    for (const grid of gridsOf(code)) {
      grid.rows.forEach((row, r) => {
        for (const cell of row) {
          if (cell.role === 'figure') expect(headersOf(grid, r, cell).length).toBeGreaterThan(1);
        }
      });
    }
  });
});

it('merges 三、 over all results and each kind of refusal over its reasons', () => {
  const rows = words(applicationsGrid('2019'));
  expect(rows[0]).toEqual([
    '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    '申请人情况',
  ]);
  expect(rows[2]?.slice(0, 3)).toEqual(['', '', '商业企业']);
  expect(rows[5]?.slice(0, 3)).toEqual(['三、本年度办理结果', '（一）予以公开', '#']);
  expect(rows[7]?.slice(0, 3)).toEqual(['', '（三）不予公开', '1.属于国家秘密']);
  expect(rows[8]?.slice(0, 3)).toEqual(['', '', '2.其他法律行政法规禁止公开']);
  expect(rows.at(-1)?.[0]).toBe('四、结转下年度继续办理');
  const spans = applicationsGrid('2019').rows[5]?.map(({ rowSpan }) => rowSpan);
  expect(spans?.slice(0, 2)).toEqual([20, 1]);
  expect(applicationsGrid('2021').rows[5]?.[0]?.rowSpan).toBe(22);
});

it('prints part two in four columns, the last of a narrow item reaching to the edge', () => {
  const { rows } = disclosureGrid('2021');
  expect(rows.map((row) => row.map(({ colSpan }) => colSpan))).toEqual([
    [4],
    [1, 1, 1, 1],
    [1, 1, 1, 1],
    [1, 1, 1, 1],
    [4],
    [1, 3],
    [1, 3],
    [4],
    [1, 3],
    [1, 3],
    [1, 3],
    [4],
    [1, 3],
    [1, 3],
  ]);
});

it('names a figure from the outside in', () => {
  const grid = applicationsGrid('2021');
  const cell = grid.rows[7]?.find((each) => each.at === 5);
  expect(headersOf(grid, 7, cell!).map(({ zh }) => zh)).toEqual([
    '三、本年度办理结果',
    '（三）不予公开',
    '1.属于国家秘密',
    '申请人情况',
    '法人或其他组织',
    '科研机构',
  ]);
  const two = disclosureGrid('2021');
  expect(headersOf(two, 6, two.rows[6]![1]!).map(({ zh }) => zh)).toEqual([
    '第二十条第（五）项',
    '行政许可',
    '本年处理决定数量',
  ]);
});

it('says which amounts have no unit in their heading', () => {
  const money = (code: LayoutCode) =>
    disclosureGrid(code)
      .rows.flat()
      .flatMap((cell) =>
        cell.role === 'figure' && cell.figure === 'amount-10k-yuan' ? [cell.unit] : [],
      );
  expect(money('2019')).toEqual([true]);
  expect(money('2021')).toEqual([false]);
});
