import { describe, expect, it } from 'vitest';
import type { CellAddress } from '@/domain/annual-reports/fill';
import { applicationsGrid, disclosureGrid } from '@/domain/annual-reports/grid';
import { cellKey } from '@/domain/annual-reports/roll-up';
import { fitBlock, parseBlock } from './pasting';

const grid = applicationsGrid('2021');
const cell = (row: string, column: string): CellAddress => ({ table: 'applications', row, column });

/** What was put where: `received/natural=5`. */
const put = (from: CellAddress, text: string) => {
  const fitted = fitBlock(grid, from, parseBlock(text));
  if (!fitted.ok) return fitted;
  return fitted.cells.map(
    ({ cell: { address }, text: figure }) =>
      `${cellKey(address).replace('applications/', '')}=${figure}`,
  );
};

describe('what lies on the clipboard', () => {
  it('is read in rows and cells, whatever ends its lines', () => {
    expect(parseBlock('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('keeps blank cells, at the ends of rows too', () => {
    expect(parseBlock('\t5\t\n1\t\t2')).toEqual([
      ['', '5', ''],
      ['1', '', '2'],
    ]);
  });

  it('takes a cell that Excel put in quotation marks for one', () => {
    expect(parseBlock('"a\n""b"""\t2')).toEqual([['a\n"b"', '2']]);
  });
});

describe('a block', () => {
  it('fills to the right and down, past lines that only name others', () => {
    expect(put(cell('carried-in', 'natural'), '0\t１\n1,234\t')).toEqual([
      'carried-in/natural=0',
      'carried-in/business=１',
      'granted/natural=1,234',
      'granted/business=',
    ]);
  });

  it('may come with the names of rows and columns, as when the whole table was copied', () => {
    const copied = [
      '\t\t\t自然人\t法人或其他组织',
      '一、本年新收政府信息公开申请数量\t5\t0',
      '三、本年度办理结果\t（一）予以公开\t3\t1',
      '\t（三）不予公开\t1.属于国家秘密\t0\t2',
    ].join('\n');
    expect(put(cell('received', 'natural'), copied)).toEqual([
      'received/natural=5',
      'received/business=0',
      'carried-in/natural=3',
      'carried-in/business=1',
      'granted/natural=0',
      'granted/business=2',
    ]);
  });

  it('keeps what is no figure in its place, so that the others do not move', () => {
    expect(put(cell('received', 'natural'), '约5件\t0')).toEqual([
      'received/natural=约5件',
      'received/business=0',
    ]);
  });

  it('that does not fit is not put in at all', () => {
    expect(put(cell('received', 'other-org'), '1\t2\t3')).toEqual({
      ok: false,
      rows: 1,
      columns: 3,
      roomRows: 25,
      roomColumns: 2,
    });
    expect(put(cell('carried-out', 'natural'), '1\n2')).toMatchObject({ ok: false, rows: 2 });
  });

  it('fits the uneven rows of part two', () => {
    const fitted = fitBlock(
      disclosureGrid('2021'),
      { table: 'disclosure', row: 'rules', column: 'issued' },
      parseBlock('0\t0\t0\n12\t9\t166\n12,480'),
    );
    expect(fitted).toMatchObject({ ok: true });
    expect(fitted.ok && fitted.cells.at(-1)?.cell.address).toEqual({
      table: 'disclosure',
      row: 'licensing',
      column: 'decisions',
    });
  });
});
