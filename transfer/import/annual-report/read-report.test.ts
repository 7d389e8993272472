import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { cellsOf, fillTables } from '../../../domain/annual-reports/fill';
import { report2020 } from '../../../domain/annual-reports/report-2020.fixture';
import { figureAt, type ReportTables } from '../../../domain/annual-reports/tables';
import { readReport, type ReadReport } from './read-report';
import { reportLines } from './report-lines';
import { formOf, type Form, type Untidiness } from './untidy.fixture';
import { asPage, asText, asWord, asWorkbook } from './written.fixture';

const CORPUS = new URL('../../../../shared/corpus/yifeng-annual-report-2020.txt', import.meta.url);
const fixture = (name: string): Promise<Buffer> =>
  readFile(new URL(`../../../tests/fixtures/annual-reports/${name}`, import.meta.url));

const official: Untidiness = {
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

/** Every cell another number, so that none can stand in for its neighbour. */
const numbered = (layout: '2019' | '2021'): ReportTables => {
  let next = 100;
  return fillTables(layout, () => (next += 1));
};

const codes = (report: ReadReport): string[] => report.findings.map(({ code }) => code);
const tablesOf = (report: ReadReport): ReportTables => report.tables as ReportTables;

/** Cells that hold another number than the right one; blanks are none. */
const wrongIn = (report: ReadReport, right: ReportTables, layout: '2019' | '2021'): string[] =>
  cellsOf(layout).flatMap(({ table, row, column }) => {
    const found = figureAt(tablesOf(report), table, row, column);
    return found === null || found === figureAt(right, table, row, column)
      ? []
      : [`${table}/${row}/${column}`];
  });

describe('the report of a real county for 2020, as text copied out of Word', () => {
  it('is read with every number right', async () => {
    if (!existsSync(CORPUS)) {
      console.warn('../shared/corpus is not there: the real report was not read.');
      return;
    }
    const report = await readReport(await readFile(CORPUS), 'yifeng-annual-report-2020.txt');
    expect(report).toMatchObject({ layout: '2019', year: 2020, agency: '宜丰县' });
    expect(report.tables).toEqual(report2020());
    const { overview, other, preface } = report.narrative;
    expect(overview.join('')).toContain(
      '公开信息15908条，其中宜丰政府网公开信息6808条，政府信息公开平台公开信息9100条',
    );
    expect(preface).toHaveLength(1);
    expect(other).toEqual(['无']);
    expect(
      report.findings.filter(({ severity }) => severity === 'unread' || severity === 'broken'),
    ).toEqual([]);
  });
});

describe('pages as content systems keep them', () => {
  it('are read out of tables within tables, Word’s own elements and odd spaces', async () => {
    const report = await readReport(await fixture('trs-2021.html'), 'trs-2021.html');
    expect(report).toMatchObject({
      layout: '2021',
      year: 2023,
      agency: '青禾县',
      title: '青禾县2023年政府信息公开工作年度报告',
    });
    const tables = tablesOf(report);
    expect(tables.disclosure).toEqual({
      rules: { issued: 0, abolished: 0, 'in-force': 0 },
      normative: { issued: 12, abolished: 3, 'in-force': 1064 },
      licensing: { decisions: 10949 },
      penalties: { decisions: 2396 },
      enforcement: { decisions: 170 },
      fees: { 'fee-amount': 1352.46 },
    });
    expect(tables.applications.received).toMatchObject({
      natural: 36,
      business: 4,
      'other-org': 1,
      total: 41,
    });
    expect(tables.applications['unavailable-not-held']).toMatchObject({
      natural: 7,
      business: 1,
      total: 8,
    });
    expect(tables.applications['outcome-total']?.total).toBe(40);
    expect(tables.litigation.review).toEqual({
      upheld: 2,
      corrected: 1,
      other: 0,
      pending: 1,
      total: 4,
    });
    expect(tables.litigation['suit-after-review'].other).toBeNull();
    expect(report.narrative.other).toEqual(['本机关未收取信息处理费。']);
    expect(
      codes(report).filter((code) => code !== 'litigation-sum' && code !== 'blank-cells'),
    ).toEqual([]);
  });

  it('are read in GBK, without closing tags, with a title in two lines and only totals', async () => {
    const report = await readReport(await fixture('hanweb-2019.html'), 'hanweb-2019.html');
    expect(report).toMatchObject({ layout: '2019', year: 2020, agency: '青禾县财政局' });
    const tables = tablesOf(report);
    expect(tables.disclosure.procurement).toEqual({ purchases: 217, 'purchase-amount': 20368 });
    expect(tables.disclosure.licensing?.change).toBe(-418);
    expect(tables.disclosure.rules).toEqual({ made: null, published: null, total: null });
    expect(tables.applications.granted).toMatchObject({ natural: null, total: 20 });
    expect(tables.applications['outcome-total']?.total).toBe(23);
    expect(report.narrative.problems).toEqual(['一是公开不够及时。']);
  });
});

it('is told at a terminal with its figures counted and what is alike said once', async () => {
  const report = await readReport(await fixture('hanweb-2019.html'), 'hanweb-2019.html');
  const lines = reportLines(report, 'zh-CN');
  expect(lines).toContain('申请情况表：读出 35 格，空白 126 格，没有读出 0 格（共 161 格）');
  expect(lines).toContain(
    '  申请情况表：原文空白：自然人、商业企业、科研机构等 6 列。没有当作 0。（共 21 行）',
  );
  for (const line of [...lines, ...reportLines(report, 'en')]) {
    expect(line).not.toMatch(/[{}]|undefined/u);
  }
});

describe('a damaged or odd report', () => {
  const damaged = (change: (form: Form) => void, layout: '2019' | '2021' = '2021'): Form => {
    const form = formOf(layout, numbered(layout), official);
    change(form);
    return form;
  };
  const page = (form: Form) => asPage(form, 'plain', 'utf-8');
  const read = ({ bytes, name }: { bytes: Uint8Array; name: string }) => readReport(bytes, name);

  it('never gets a wrong number, whichever cell of a page is dropped, doubled, merged or widened', async () => {
    const kinds = ['drop', 'double', 'merge', 'widen', 'heighten', 'insert'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds),
        fc.nat(),
        fc.nat(),
        fc.nat(2),
        async (kind, anyRow, anyCell, anyTable) => {
          const form = damaged(({ tables }) => {
            const { rows } = tables[anyTable] as Form['tables'][number];
            const row = rows[anyRow % rows.length] as Form['tables'][number]['rows'][number];
            const at = anyCell % row.length;
            const cell = row[at] as (typeof row)[number];
            if (kind === 'drop') row.splice(at, 1);
            if (kind === 'double') row.splice(at, 0, { ...cell });
            if (kind === 'insert') row.splice(at, 0, { ...cell, text: '' });
            if (kind === 'widen') cell.colSpan += 1;
            if (kind === 'heighten') cell.rowSpan += 1;
            if (kind === 'merge' && row[at + 1]) {
              cell.colSpan += row[at + 1]?.colSpan ?? 0;
              row.splice(at + 1, 1);
            }
          });
          expect(wrongIn(await read(page(form)), numbered('2021'), '2021')).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  it('leaves blank and tells a number that covers two columns', async () => {
    const report = await read(
      page(
        damaged(({ tables }) => {
          const row = tables[1]?.rows[3] ?? [];
          row.splice(2, 1);
          if (row[1]) row[1].colSpan = 2;
        }),
      ),
    );
    const { received } = tablesOf(report).applications;
    expect([received?.natural, received?.business]).toEqual([null, null]);
    expect(received?.research).toBe(
      figureAt(numbered('2021'), 'applications', 'received', 'research'),
    );
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        code: 'merged-cell',
        row: 'received',
        columns: ['natural', 'business'],
        place: { table: 2, row: 4, column: 2 },
      }),
    );
  });

  it('names the cell that holds no number, with its place and what stands there', async () => {
    const form = damaged(({ tables }) => {
      const cell = tables[1]?.rows[3]?.[1];
      if (cell) cell.text = '约20';
    });
    for (const [file, place] of [
      [page(form), { table: 2, row: 4, column: 2 }],
      [asWorkbook(form, false, 'xlsx'), { sheet: '表2', cell: 'D4' }],
      [asText(form, 'cells'), { line: expect.any(Number) as number }],
      [await asWord(form), { table: 2, row: 4, column: 2 }],
    ] as const) {
      const report = await read(file);
      expect(tablesOf(report).applications.received?.natural).toBeNull();
      expect(report.findings).toContainEqual({
        severity: 'unread',
        code: 'not-a-figure',
        table: 'applications',
        row: 'received',
        column: 'natural',
        place,
        text: '约20',
      });
    }
  });

  it('says when layout and year disagree', async () => {
    const form = damaged((one) => (one.title = one.title.replace('2024', '2020')));
    const report = await read(page(form));
    expect(report).toMatchObject({ layout: '2021', year: 2020 });
    expect(codes(report)).toContain('layout-differs');
  });

  it('says which row and which table is missing', async () => {
    const form = damaged(({ tables }) => {
      tables.splice(2, 1);
      tables[0]?.rows.pop();
    });
    const report = await read(page(form));
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'table-missing', table: 'litigation' }),
    );
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'row-missing', row: 'fees' }),
    );
    expect(wrongIn(report, numbered('2021'), '2021')).toEqual([]);
  });

  it('flags negative counts and fractions, and tells a sum that breaks', async () => {
    const form = damaged(({ tables }) => {
      const row = tables[1]?.rows[3] ?? [];
      if (row[1]) row[1].text = '-3';
      if (row[2]) row[2].text = '2.5';
    });
    const report = await read(page(form));
    expect(codes(report)).toEqual(
      expect.arrayContaining(['negative', 'decimal', 'figure', 'balance']),
    );
  });

  it('leaves blank a cell that stands twice with different numbers', async () => {
    const form = damaged(({ tables }) => {
      const table = tables[1] as Form['tables'][number];
      const copy = structuredClone(table);
      if (copy.rows[3]?.[1]) copy.rows[3][1].text = '7';
      tables.splice(2, 0, copy);
    });
    const report = await read(page(form));
    expect(tablesOf(report).applications.received?.natural).toBeNull();
    expect(codes(report)).toContain('conflict');
  });
});

describe('what is no report', () => {
  const refusalOf = async (bytes: Uint8Array, name: string): Promise<string | undefined> => {
    const report = await readReport(bytes, name);
    expect(report).toMatchObject({
      isRead: false,
      layout: null,
      tables: { disclosure: {}, applications: {}, litigation: {} },
    });
    expect(report.findings[0]?.severity).toBe('refused');
    return report.findings[0]?.code;
  };

  it('is a Word file or workbook cut short', async () => {
    const form = formOf('2021', numbered('2021'), official);
    for (const { bytes, name } of [await asWord(form), asWorkbook(form, true, 'xlsx')]) {
      for (const part of [0.2, 0.6, 0.95]) {
        const cut = bytes.slice(0, Math.floor(bytes.length * part));
        expect(await refusalOf(cut, name)).toBe('damaged-file');
      }
    }
  });

  it.each([
    ['an empty file', '', 'a.txt', 'empty-body'],
    ['another text', '今天天气很好。', 'a.txt', 'not-a-report'],
    [
      'another page',
      '<html><body><p>通知公告</p><table><tr><td>1</td><td>2</td></tr></table>',
      'a.html',
      'not-a-report',
    ],
    [
      'a page of pictures',
      '<html><body><img src="1.jpg"><img src="2.jpg"></body></html>',
      'a.html',
      'scan',
    ],
    ['a PDF', '%PDF-1.7\n1 0 obj<<>>endobj', 'a.pdf', 'pdf-not-read'],
    [
      'a page nested without end',
      `<html><body>${'<div>'.repeat(50_000)}`,
      'a.html',
      'too-many-parts',
    ],
    [
      'a page of 50 MB',
      `<html><body>${'<p>一、总体情况</p>'.repeat(2_500_000)}`,
      'a.html',
      'too-large',
    ],
  ])('is %s', async (_, text, name, code) => {
    expect(await refusalOf(Buffer.from(text), name)).toBe(code);
  });

  it('is a Word file that unpacks to a thousand times its size', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('<Types/>'), '[Content_Types].xml');
    zip.addBuffer(Buffer.alloc(40 * 1024 * 1024, 0x20), 'word/document.xml');
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    expect(await refusalOf(Buffer.concat(chunks), 'a.docx')).toBe('unpacks-too-large');
  });

  it('is a picture', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    expect(await refusalOf(png, '扫描件.png')).toBe('scan');
  });

  it('is any other bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 2_000 }),
        fc.constantFrom('a.docx', 'a.xls', 'a.html', 'a.txt'),
        async (bytes, name) => {
          expect((await readReport(bytes, name)).isRead).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });
});
