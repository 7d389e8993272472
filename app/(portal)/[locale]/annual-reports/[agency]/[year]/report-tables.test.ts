import { describe, expect, it } from 'vitest';
import { emptyTables } from '@/domain/annual-reports/fill';
import { report2020 } from '@/domain/annual-reports/report-2020.fixture';
import {
  applicationsTable,
  countBlanks,
  disclosureTables,
  litigationTable,
  type PageWords,
} from './report-tables';

const words: PageWords = { unit: '单位：件', cases: '件数' };

/** How many columns a heading covers, so that a table's head and body are of one width. */
const widthOf = (cells: { colSpan?: number }[]) =>
  cells.reduce((sum, { colSpan = 1 }) => sum + colSpan, 0);

describe('the tables of proactive disclosure', () => {
  it('are those of each year’s form: five items of article 20 in 2019, four from 2021', () => {
    const captions = (code: '2019' | '2021') =>
      disclosureTables(code, emptyTables(code), 'zh-CN').map(({ caption }) => caption);
    expect(captions('2019')).toEqual([
      '第二十条第（一）项',
      '第二十条第（五）项',
      '第二十条第（六）项',
      '第二十条第（八）项',
      '第二十条第（九）项',
    ]);
    expect(captions('2021')).toHaveLength(4);
  });

  it('write a fall with a minus and leave no change a zero', () => {
    const licensing = disclosureTables('2019', report2020(), 'zh-CN')[1];
    expect(licensing?.rows.map(({ cells }) => cells)).toEqual([
      [566, '−418', 10949],
      [0, 0, 0],
    ]);
  });

  it('write a rise with a plus', () => {
    const tables = report2020();
    tables.disclosure.fees = { previous: 22, change: 1200 };
    expect(disclosureTables('2019', tables, 'zh-CN')[3]?.rows[0]?.cells).toEqual([22, '+1,200']);
  });

  it('say which of them are money', () => {
    const money = disclosureTables('2021', emptyTables('2021'), 'zh-CN');
    expect(money.map(({ isMoney }) => isMoney)).toEqual([false, false, false, true]);
  });
});

describe('the table of applications', () => {
  it('has the three rows of headings of the form, as wide as the figures below them', () => {
    const { head, rows } = applicationsTable('2019', report2020(), 'zh-CN');
    expect(head.map((cells) => cells.map(({ text }) => text))).toEqual([
      [expect.stringContaining('勾稽关系'), '申请人情况'],
      ['自然人', '法人或其他组织', '总计'],
      ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
    ]);
    const [first = [], second = [], third = []] = head;
    expect(widthOf(first)).toBe(8);
    expect(widthOf(second)).toBe(7);
    expect(widthOf(third)).toBe(5);
    for (const { cells } of rows) expect(cells).toHaveLength(7);
  });

  it('leaves blank what the report left blank', () => {
    const { rows } = applicationsTable('2019', report2020(), 'zh-CN');
    const granted = rows.find(({ header }) => header === '（一）予以公开');
    expect(granted?.cells).toEqual([null, null, null, null, null, null, 20]);
  });

  it('has one row for other handling in 2019, a heading and three rows from 2021', () => {
    const other = (code: '2019' | '2021') =>
      applicationsTable(code, emptyTables(code), 'zh-CN').rows.length;
    expect(other('2021') - other('2019')).toBe(3);
  });

  it('speaks English where the page does', () => {
    const { rows } = applicationsTable('2021', emptyTables('2021'), 'en');
    expect(rows[0]?.header).toBe('1. Received this year');
  });
});

describe('the table of reviews and suits', () => {
  it('puts reviews and both kinds of suits beside each other in one row of fifteen figures', () => {
    const tables = emptyTables('2021');
    tables.litigation.review = { upheld: 2, corrected: 1, other: 0, pending: 1, total: 4 };
    tables.litigation['suit-after-review'].total = 7;
    const { head, rows } = litigationTable('2021', tables, words, 'zh-CN');
    expect(head.map(widthOf)).toEqual([16, 15, 10]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.cells.slice(0, 5)).toEqual([2, 1, 0, 1, 4]);
    expect(rows[0]?.cells.at(-1)).toBe(7);
  });
});

it('counts the blanks of one table and not those of the others', () => {
  const tables = report2020();
  expect(countBlanks('2019', tables, 'litigation')).toBe(0);
  expect(countBlanks('2019', tables, 'applications')).toBeGreaterThan(100);
});
