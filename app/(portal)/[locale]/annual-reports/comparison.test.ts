import { expect, it } from 'vitest';
import { emptyTables, fillTables } from '@/domain/annual-reports/fill';
import { report2020 } from '@/domain/annual-reports/report-2020.fixture';
import { compareReports, type Compared } from './comparison';

const words = {
  disclosure: '主动公开',
  applications: '申请',
  applicants: '申请人',
  litigation: '复议诉讼',
  noItem: '—',
};
const of2024: Compared = { code: '2021', tables: fillTables('2021', () => 2) };
const of2020: Compared = { code: '2019', tables: report2020() };
const compare = (...reports: Compared[]) => compareReports(reports, words, 'zh-CN');
const row = (rows: ReturnType<typeof compare>, header: string) =>
  rows.find((each) => each.header === header)?.cells;

it('gives what only one form asks a row of its own, and says where a year has none', () => {
  const rows = compare(of2024, of2020);
  expect(row(rows, '行政规范性文件 · 本年制发件数')).toEqual([2, '—']);
  expect(row(rows, '规范性文件 · 本年新制作数量')).toEqual(['—', 15]);
  expect(row(rows, '政府集中采购 · 采购总金额')).toEqual(['—', 20368]);
  expect(row(rows, '一、本年新收政府信息公开申请数量')).toEqual([2, 23]);
});

it('compares other handling as the sum of its three rows with the one row before', () => {
  const rows = compare(of2024, of2020);
  expect(row(rows, '（六）其他处理')).toEqual([6, 0]);
  expect(row(rows, '3.其他')).toEqual([2, '—']);
});

it('leaves blank what is blank, and no sum over it', () => {
  const rows = compare({ code: '2021', tables: emptyTables('2021') });
  expect(row(rows, '（六）其他处理')).toEqual([null]);
  expect(row(rows, '（一）予以公开')).toEqual([null]);
});

it('has no rows of a form that none of the reports uses', () => {
  expect(row(compare(of2020), '行政规范性文件 · 本年制发件数')).toBeUndefined();
  expect(row(compare(of2020), '（六）其他处理')).toEqual([0]);
});

it('keeps the order of the forms, and shows whether a number rose or fell', () => {
  const headers = compare(of2024, of2020).map(({ header }) => header);
  const at = (header: string) => headers.indexOf(header);
  expect(at('规章 · 本年新制作数量')).toBeLessThan(at('规章 · 本年制发件数'));
  expect(at('规章 · 本年制发件数')).toBeLessThan(at('规范性文件 · 本年新制作数量'));
  expect(at('行政处罚 · 本年增/减')).toBeLessThan(at('行政强制 · 本年增/减'));
  expect(row(compare(of2020), '行政许可 · 本年增/减')).toEqual(['−418']);
  expect(new Set(headers.slice(0, at('申请'))).size).toBe(at('申请'));
});
