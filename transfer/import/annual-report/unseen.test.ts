import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, fillTables } from '../../../domain/annual-reports/fill';
import {
  figureAt,
  type LayoutCode,
  type ReportTables,
} from '../../../domain/annual-reports/tables';
import { validTables } from '../../../domain/annual-reports/valid-report.fixture';
import { readReport, type ReadReport } from './read-report';
import { formOf, untidiness, type Untidiness } from './untidy.fixture';
import { books, unseenBook, type Book } from './unseen-sheets.fixture';
import { pages, unseenPage } from './unseen.fixture';
import { gbk } from './written.fixture';

/** More in an environment with RUNS set. */
const RUNS = Number(process.env.RUNS ?? 12);
const layouts: LayoutCode[] = ['2019', '2021'];

type Difference = { cell: string; isWrong: boolean };

const differences = (layout: LayoutCode, read: ReadReport, right: ReportTables): Difference[] =>
  cellsOf(layout).flatMap(({ table, row, column }) => {
    const found = figureAt(read.tables as ReportTables, table, row, column);
    const wanted = figureAt(right, table, row, column);
    if (found === wanted) return [];
    return [{ cell: `${table}/${row}/${column}: ${found} ≠ ${wanted}`, isWrong: found !== null }];
  });

const plain: Untidiness = {
  spelling: false,
  spaced: false,
  numbering: 'official',
  straightQuotes: false,
  headings: 'official',
  digits: 'plain',
  blanks: '',
  money: '万元',
  tables: 'three',
  spans: 'right',
};

describe.each(layouts)('in layout %s', (layout) => {
  it('a page that nobody has seen is read without a difference', async () => {
    await fc.assert(
      fc.asyncProperty(validTables(layout), untidiness, pages, async (tables, odd, page) => {
        const html = unseenPage(formOf(layout, tables, { ...odd, spans: 'right' }), page);
        const bytes = page.charset === 'gbk' ? gbk(html) : Buffer.from(html);
        const read = await readReport(bytes, '年报.html');
        expect(differences(layout, read, tables)).toEqual([]);
        expect(read.layout).toBe(layout);
      }),
      { numRuns: RUNS },
    );
  }, 60_000);

  it('a workbook that nobody has seen never gives a wrong number', async () => {
    await fc.assert(
      fc.asyncProperty(validTables(layout), untidiness, books, async (tables, odd, book) => {
        const form = formOf(layout, tables, { ...odd, spans: 'right' });
        const read = await readReport(unseenBook(form, { ...book, damage: 'none' }), 'a.xlsx');
        expect(differences(layout, read, tables).filter(({ isWrong }) => isWrong)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  }, 60_000);

  it('a workbook with every cell there is read without a difference', async () => {
    await fc.assert(
      fc.asyncProperty(validTables(layout), untidiness, books, async (tables, odd, book) => {
        const form = formOf(layout, tables, { ...odd, spans: 'right' });
        const how: Book = { ...book, damage: 'none', blanks: 'empty-text', sums: 'formulas' };
        const read = await readReport(unseenBook(form, how), 'a.xlsx');
        expect(differences(layout, read, tables)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  }, 60_000);

  it('a cell deleted from a sheet with the rest of its row moved up never gives a wrong number', async () => {
    await fc.assert(
      fc.asyncProperty(validTables(layout), books, async (tables, book) => {
        const how: Book = { ...book, sheets: 'each', damage: 'delete-left' };
        const read = await readReport(unseenBook(formOf(layout, tables, plain), how), 'a.xlsx');
        expect(differences(layout, read, tables).filter(({ isWrong }) => isWrong)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  }, 60_000);
});

describe('a sheet', () => {
  const book: Book = {
    down: 0,
    right: 0,
    sheets: 'each',
    numbers: 'numbers',
    sums: 'values',
    merges: 'right',
    blanks: 'empty-text',
    remarks: 'none',
    damage: 'none',
    at: 0,
    which: 1,
    type: 'xlsx',
  };
  const numbered = (): ReportTables => {
    let next = 0;
    return fillTables('2021', ({ column }) =>
      column === 'total' ? 6 * (next += 1) + 15 : (next += 1),
    );
  };
  const readBook = (how: Partial<Book>, tables = numbered()): Promise<ReadReport> =>
    readReport(unseenBook(formOf('2021', tables, plain), { ...book, ...how }), 'a.xlsx');

  it('says which row was pushed, and where it stands', async () => {
    const read = await readBook({ damage: 'delete-left', at: 30 });
    const told = read.findings.find(({ code }) => code === 'row-pushed');
    expect(told).toMatchObject({ severity: 'unread', table: 'applications' });
    expect(told?.place).toMatchObject({ sheet: '表2' });
  });

  it('takes no figure of a pushed row whose sum is a formula that was never counted', async () => {
    const sum = fillTables('2021', ({ row, column }) => {
      if (row !== 'carried-in') return 0;
      const figures: Record<string, number> = {
        business: 111,
        welfare: 3018,
        'legal-service': 2723,
        'other-org': 83,
        total: 5935,
      };
      return figures[column] ?? 0;
    });
    for (let at = 0; at < 60; at += 1) {
      const how = {
        damage: 'delete-left',
        at,
        blanks: 'absent',
        sums: 'formulas-not-counted',
      } as const;
      const read = await readBook(how, sum);
      expect(differences('2021', read, sum).filter(({ isWrong }) => isWrong)).toEqual([]);
    }
  }, 60_000);

  it('says which figures are formulas that were never counted', async () => {
    const read = await readBook({ sums: 'formulas-not-counted' });
    expect(read.findings).toContainEqual(
      expect.objectContaining({ severity: 'unread', code: 'not-a-figure' }),
    );
  });
});

it('a text with an empty line after each cell does not take the line for a blank cell', async () => {
  const lines = [
    '青禾县2020年政府信息公开工作年度报告',
    '信息内容',
    '本年新制作数量',
    '本年新公开数量',
  ];
  const text = [...lines, '对外公开总数量', '规章', '41810', '6', '', '规范性文件', '1', '2', '3'];
  const read = await readReport(Buffer.from(text.join('\n\n')), 'a.txt');
  expect((read.tables as ReportTables).disclosure).toMatchObject({
    rules: { made: null, published: null, total: null },
    normative: { made: 1, published: 2, total: 3 },
  });
  expect(read.findings).toContainEqual(
    expect.objectContaining({ severity: 'unread', code: 'row-misaligned', row: 'rules' }),
  );
});

it('a row that lacks a cell is not filled up with the empty one behind the table', async () => {
  const cells = (of: (string | number)[]) => of.map((text) => `<td>${text}</td>`).join('');
  const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
  const html = `<h1>青禾县2024年政府信息公开工作年度报告</h1><table>
    <tr><td></td>${cells(heads)}<td>&nbsp;</td></tr>
    <tr><td>一、本年新收政府信息公开申请数量</td>${cells([1, 2, 3, 4, 5, 15])}<td>&nbsp;</td></tr>
    <tr><td>二、上年结转政府信息公开申请数量</td>${cells([1, 0, 0, 0, 0, 0, 1])}<td>&nbsp;</td></tr></table>`;
  const read = await readReport(Buffer.from(html), 'a.html');
  const { applications } = read.tables as ReportTables;
  expect(Object.values(applications.received ?? {})).toEqual(Array(7).fill(null));
  expect(applications['carried-in']).toMatchObject({ natural: 1, total: 1 });
});

it('a page whose tables are pictures says so, and keeps its text', async () => {
  const html = `<h1>青禾县2024年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>公开信息15908条。</p>
    <p>二、主动公开政府信息情况</p><p><img src="1.png"></p><p>三、收到和处理政府信息公开申请情况</p>
    <p><img src="2.png"></p><p>四、政府信息公开行政复议、行政诉讼情况</p><p>五、存在的主要问题及改进情况</p>`;
  const read = await readReport(Buffer.from(html), 'a.html');
  expect(read.narrative.overview).toEqual(['公开信息15908条。']);
  expect(read.findings).toContainEqual({
    severity: 'unread',
    code: 'pictures',
    detail: { count: 2 },
  });
});

describe('a cell of a page', () => {
  const read = (cell: string): Promise<ReadReport> => {
    const html = `<h2>青禾县2024年政府信息公开工作年度报告</h2><table><tr><th>信息内容</th><th>本年制发件数</th><th>本年废止件数</th><th>现行有效件数</th></tr><tr><td>规章</td><td>${cell}</td><td>0</td><td>5</td></tr></table>`;
    return readReport(Buffer.from(html), 'a.html');
  };
  const figure = ({ tables }: ReadReport) =>
    figureAt(tables as ReportTables, 'disclosure', 'rules', 'issued');

  it.each([
    ['23<sup>1</sup>', 23],
    ['23<span style="vertical-align: super">[2]</span>', 23],
    ['23①', 23],
    ['23²', 23],
    ['23*', 23],
    ['<s>9</s>23', 23],
    ['<span style="text-decoration: line-through">9</span>23', 23],
    ['<span style="display:none">9</span>23', 23],
    ['①', null],
    ['①23', null],
    ['2<sup>1</sup>3', null],
  ])('%s holds %s', async (cell, wanted) => {
    expect(figure(await read(cell))).toBe(wanted);
  });

  it('tells of the footnote behind a number', async () => {
    expect((await read('23①')).findings).toContainEqual(
      expect.objectContaining({ severity: 'guessed', code: 'footnote-mark', figure: 23 }),
    );
  });
});
