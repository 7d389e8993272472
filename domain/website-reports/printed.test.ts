import { describe, expect, it } from 'vitest';
import { headsOf } from '../annual-reports/grid';
import { fieldOf, FIELDS, pathOf } from './form';
import { answerWords, COLUMNS, nameWords, printedRows } from './printed';

describe('printedRows', () => {
  it('fills every row from edge to edge, a field in each', () => {
    const width = printedRows().map((cells, r, rows) => {
      const above = rows.slice(0, r).flatMap((row, i) => row.filter((c) => i + c.rowSpan > r));
      return [...above, ...cells].reduce((sum, { colSpan }) => sum + colSpan, 0);
    });
    expect(new Set(width)).toEqual(new Set([COLUMNS]));
    const fields = printedRows().flatMap((row) =>
      row.flatMap((cell) => (cell.role === 'figure' ? [cell.field] : [])),
    );
    expect(fields).toEqual(FIELDS);
  });

  it('has beside each field the names that lead to it', () => {
    const rows = printedRows();
    rows.forEach((cells, r) => {
      const cell = cells.find(({ role }) => role === 'figure');
      if (cell?.role !== 'figure') throw new Error('a row without a field');
      const names = headsOf({ rows }, r, cell).map(([, head]) => head.label);
      expect(names).toEqual(pathOf(cell.field.code));
    });
  });
});

describe('what is printed', () => {
  it('names the unit as the form does', () => {
    expect(nameWords(fieldOf('cases-total'), 'zh-CN')).toBe('总数（单位：件）');
    expect(nameWords(fieldOf('cases-total'), 'en')).toBe('Total (cases)');
  });

  it('shows every option with its box, and leaves a blank blank', () => {
    expect(answerWords(fieldOf('has-drill'), true, 'zh-CN')).toBe('■ 是　□ 否');
    expect(answerWords(fieldOf('has-drill'), null, 'zh-CN')).toBe('□ 是　□ 否');
    expect(answerWords(fieldOf('innovations'), ['languages'], 'zh-CN')).toContain('■ 多语言版本');
    expect(answerWords(fieldOf('visits'), null, 'zh-CN')).toBe('');
    expect(answerWords(fieldOf('messages-days'), 3.5, 'zh-CN')).toBe('3.5');
  });
});
