import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cellsOf, emptyTables } from '../../../domain/annual-reports/fill';
import { report2020 } from '../../../domain/annual-reports/report-2020.fixture';
import type { ReportPaper } from '../../../domain/annual-reports/report-paper';
import {
  applicationColumns,
  applicationRows,
  disclosureColumns,
  disclosureRows,
  litigationColumns,
  litigationRows,
} from '../../../domain/annual-reports/tables';
import { formDocx } from '../forms/form-docx';
import { formHtml } from '../forms/form-html';
import { formSheet } from '../forms/form-sheet';
import { formXlsx } from '../forms/form-xlsx';
import { Typesetter } from '../typesetter';
import { reportCsv } from './report-csv';
import { reportForm } from './report-form';
import { reportJson, SCHEMA_PATH } from './report-json';
import { sampleReport as sample } from './report-samples';
import { reportText } from './report-text';

const root = path.resolve(import.meta.dirname, '../../..');
const site = 'https://www.example.gov.cn';
const real = sample('2019', report2020());
const blank = sample('2021', emptyTables('2021'));
const hostile: ReportPaper = {
  ...real,
  title: '=1+1<script>alert(1)</script>\u0000',
  preface: [{ kind: 'paragraph', runs: [{ text: '</style><b>&"\u0007' }] }],
};

const elements = (node: Tree.Node, name: string): Tree.Element[] => [
  ...('tagName' in node && node.tagName === name ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap((child) => elements(child, name)) : []),
];
const attribute = (node: Tree.Element, name: string) =>
  node.attrs.find((each) => each.name === name)?.value;

describe('a report as a web page', () => {
  it('names for every figure the heads that stand over and beside it', () => {
    const page = parse(formHtml(reportForm(real), site));
    const ids = elements(page, 'th').map((head) => attribute(head, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
    const figures = elements(page, 'td');
    expect(figures).toHaveLength(cellsOf('2019').length);
    for (const figure of figures) {
      const heads = (attribute(figure, 'headers') ?? '').split(' ');
      expect(heads.length).toBeGreaterThan(1);
      for (const head of heads) expect(ids).toContain(head);
    }
  });

  it('asks nothing of the network and takes no word for markup', () => {
    const html = formHtml(reportForm(hostile), site);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('</style><b>');
    expect(html).not.toMatch(/<(?:img|script|iframe|link rel="stylesheet")/u);
  });
});

describe('a report as a table of cells', () => {
  it('has a line for each cell of the layout, and no value where the report has none', () => {
    const lines = reportCsv(real).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + cellsOf('2019').length);
    expect(lines[0]).toBe('\ufeffagency,year,layout,table,row,column,labels,unit,value');
    expect(lines).toContain(
      '青禾县人民政府,2020,2019,disclosure,procurement,purchase-amount,第二十条第（九）项 / 政府集中采购 / 采购总金额,万元,20368',
    );
    expect(lines.find((line) => line.includes(',granted,natural,'))).toMatch(/,,$/u);
  });

  it('starts no formula in a spreadsheet', () => {
    const [, first = ''] = reportCsv({ ...real, agency: '=cmd' }).split('\r\n');
    expect(first.startsWith("'=cmd")).toBe(true);
  });
});

describe('a report as JSON', () => {
  const schema = JSON.parse(readFileSync(path.join(root, 'public', SCHEMA_PATH), 'utf8'));

  it.each([real, blank, { ...real, tables: null, publishedOn: null, address: null }])(
    'keeps to its schema',
    (paper) => {
      const checked = z.fromJSONSchema(schema).safeParse(JSON.parse(reportJson(paper, site)));
      expect(checked.error?.issues).toBeUndefined();
    },
  );

  it('is refused by its schema when a figure is words', () => {
    const report = JSON.parse(reportJson(real, site));
    report.tables.disclosure.rules.made = '15件';
    expect(z.fromJSONSchema(schema).safeParse(report).success).toBe(false);
  });

  it('documents the codes that the tables have, and no other', () => {
    const tables = schema.properties.tables.anyOf[1].properties;
    const codes = (table: string) => [
      tables[table].propertyNames.enum,
      tables[table].additionalProperties.propertyNames.enum,
    ];
    expect(codes('disclosure')).toEqual([disclosureRows, disclosureColumns]);
    expect(codes('applications')).toEqual([applicationRows, applicationColumns]);
    expect(codes('litigation')).toEqual([litigationRows, litigationColumns]);
  });
});

describe('a report as a workbook', () => {
  it('merges the cells that the form merges, and holds figures as numbers', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await formXlsx(reportForm(real), site)) as never);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '报告正文',
      '主动公开',
      '申请',
      '复议诉讼',
    ]);
    const sheet = book.getWorksheet('申请')!;
    expect(sheet.model.merges).toContain('A7:A26');
    expect(sheet.getCell('A7').value).toBe('三、本年度办理结果');
    expect(sheet.getCell('J7').value).toBe(20);
    expect(sheet.getCell('D7').value).toBeNull();
  });

  it('takes a title that looks like a formula for words', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await formXlsx(reportForm(hostile), site)) as never);
    expect(book.worksheets[0]?.getCell('A1').value).toBe('=1+1<script>alert(1)</script>');
  });
});

describe('a report as text', () => {
  it('has one cell a line, and an empty one where a tall cell reaches down', () => {
    const text = reportText(real);
    expect(text).toContain('\n\n\t行政许可\n\t566\n\t-418\n\t10949\n');
    expect(text).toContain('\n\n\t\n\t\n\t2.其他法律行政法规禁止公开\n\t\n');
    expect(text).toContain('\t20368万元\n');
  });
});

describe('a report on paper', () => {
  const typesetter = new Typesetter(root);

  it.each([real, blank])('stands upright on tagged pages, each table whole', async (paper) => {
    const { pdf, missing } = typesetter.set(
      formSheet(reportForm(paper), { site, missingLetters: '' }),
    );
    const proxy = await getDocumentProxy(new Uint8Array(pdf));
    const { text } = await extractText(proxy, { mergePages: false });
    const pages = text.map((page) => page.replaceAll(/\s/gu, ''));
    expect(pages.some((page) => page.includes('本年新收') && page.includes('四、结转下年度'))).toBe(
      true,
    );
    for (let i = 1; i <= proxy.numPages; i += 1) {
      const [, , width = 0, height = 0] = (await proxy.getPage(i)).view;
      expect(height).toBeGreaterThan(width);
    }
    expect(missing).toEqual([]);
    const file = pdf.toString('latin1');
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('is made of any words, also those that XML forbids', async () => {
    const bytes = await formDocx(reportForm(hostile), site);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(
      typesetter.set(formSheet(reportForm(hostile), { site, missingLetters: '' })).pages,
    ).toBeGreaterThan(0);
  });
});
