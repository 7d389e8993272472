import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { emptyAnswers, parseAnswers } from '../../../domain/website-reports/answers';
import { filledForm } from '../../../domain/website-reports/filled-form.fixture';
import { FIELDS } from '../../../domain/website-reports/form';
import { formDocx } from '../forms/form-docx';
import { formHtml } from '../forms/form-html';
import { formSheet } from '../forms/form-sheet';
import { formXlsx } from '../forms/form-xlsx';
import { Typesetter } from '../typesetter';
import { WEBSITE_SCHEMA, websiteCsv, websiteJson } from './website-data';
import { websiteForm, type WebsitePaper } from './website-paper';

const root = path.resolve(import.meta.dirname, '../../..');
const site = 'https://www.example.gov.cn';
const filled: WebsitePaper = {
  title: '青禾县人民政府网站工作年度报表（2025年度）',
  agency: '青禾县人民政府办公室',
  year: 2025,
  publishedOn: '2026-01-20',
  address: `${site}/website-reports/qinghe/2025`,
  answers: filledForm(),
};
const blank: WebsitePaper = {
  ...filled,
  publishedOn: null,
  address: null,
  answers: emptyAnswers(),
};

describe('a website report as data', () => {
  const schema = JSON.parse(readFileSync(path.join(root, 'public', WEBSITE_SCHEMA), 'utf8'));

  it.each([filled, blank])('keeps to its schema', (paper) => {
    const checked = z.fromJSONSchema(schema).safeParse(JSON.parse(websiteJson(paper, site)));
    expect(checked.error?.issues).toBeUndefined();
  });

  it('is refused by its schema when a number is words', () => {
    const report = JSON.parse(websiteJson(filled, site));
    report.answers.visits = '很多';
    expect(z.fromJSONSchema(schema).safeParse(report).success).toBe(false);
  });

  it('documents the codes that the form has, and no other', () => {
    expect(Object.keys(schema.properties.answers.properties)).toEqual(
      FIELDS.map(({ code }) => code),
    );
  });

  it('comes back as it went out', () => {
    const { answers } = JSON.parse(websiteJson(filled, site));
    expect(parseAnswers(answers)).toEqual({ ok: true, value: filled.answers });
  });

  it('has a line for each field, and no formula', () => {
    const lines = websiteCsv({ ...filled, agency: '=cmd' })
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(1 + FIELDS.length);
    expect(lines).toContain(
      "'=cmd,2025,messages-received,互动交流 / 留言办理 / 收到留言数量,条,120",
    );
    expect(lines).toContain("'=cmd,2025,has-drill,安全防护 / 是否开展应急演练,,true");
    expect(websiteCsv(blank)).toContain('visits,网站总访问量,次,\r\n');
  });
});

describe('a website report as it is printed', () => {
  it('is one table whose every figure names the heads beside it', () => {
    const html = formHtml(websiteForm(filled), site);
    expect(html.match(/<td[^>]* headers="website-/gu)).toHaveLength(FIELDS.length);
    expect(html).toContain('■ 政府门户网站<br>□ 部门网站<br>□ 专项网站');
    expect(html).not.toContain('<script');
  });

  it('holds numbers as numbers in a workbook of one sheet', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await formXlsx(websiteForm(filled), site)) as never);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['网站工作年度报表']);
    const sheet = book.worksheets[0]!;
    const row = sheet
      .getRows(1, 80)!
      .find((each) => each.getCell(3).value === '收到留言数量（单位：条）');
    expect(row?.getCell(4).value).toBe(120);
  });

  it.each([filled, blank])('stands on tagged pages and in Word', async (paper) => {
    const typesetter = new Typesetter(root);
    const { pdf, missing } = typesetter.set(
      formSheet(websiteForm(paper), { site, missingLetters: '' }),
    );
    expect(missing).toEqual([]);
    expect(pdf.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect((await getDocumentProxy(new Uint8Array(pdf))).numPages).toBeLessThanOrEqual(3);
    const word = await formDocx(websiteForm(paper), site);
    expect(word.subarray(0, 2).toString()).toBe('PK');
  });
});
