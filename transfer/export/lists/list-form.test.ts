import path from 'node:path';
import { expect, it } from 'vitest';
import { formDocx } from '../forms/form-docx';
import { formHtml } from '../forms/form-html';
import { formSheet } from '../forms/form-sheet';
import { Typesetter } from '../typesetter';
import type { List } from './list';
import { listForm } from './list-form';

type Row = { title: string; on: string; url: string };

const site = 'https://www.example.gov.cn';
const list = (rows: Row[]): List<Row> => ({
  name: 'changes-2026',
  title: '2026年行政规范性文件修改、废止和失效清单',
  address: `${site}/documents/changes?year=2026`,
  total: rows.length,
  locale: 'zh-CN',
  columns: [
    { key: 'document', label: '文件', kind: 'text', valueOf: ({ title }) => title },
    { key: 'on', label: '自何日起', kind: 'day', valueOf: ({ on }) => on },
    { key: 'url', label: 'URL', kind: 'link', valueOf: ({ url }) => url },
  ],
  rows: (async function* () {
    yield* rows;
  })(),
  paper: { agency: '青禾县人民政府', year: 2026, lead: '共 2 项。', widths: [120, 36] },
});
const rows = [
  { title: '《<b>停车</b>办法》', on: '2026-03-01', url: `${site}/documents/parking` },
  { title: '住房规定', on: '2026-12-31', url: 'javascript:alert(1)' },
];

it('prints a row with its heads, and leads from its name to its page', async () => {
  const form = await listForm(list(rows) as List);
  const html = formHtml(form!, site);
  expect(html).toContain(
    `<a href="${site}/documents/parking">《&#60;b&#62;停车&#60;/b&#62;办法》</a>`,
  );
  expect(html).toContain('headers="changes-2-1 changes-1-2">2026-03-01</td>');
  expect(html).toContain('<p>共 2 项。</p>');
  expect(html).not.toContain('javascript:');
  expect(html).not.toContain('>URL<');
});

it('repeats its head on every tagged page', async () => {
  const many = Array.from({ length: 90 }, (_, i) => ({ ...rows[0]!, title: `第${i}号文件` }));
  const form = (await listForm(list(many) as List))!;
  const typesetter = new Typesetter(path.resolve(import.meta.dirname, '../../..'));
  const { pages, pdf } = typesetter.set(formSheet(form, { site, missingLetters: '' }));
  expect(pages).toBeGreaterThan(1);
  expect(pdf.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect((await formDocx(form, site)).subarray(0, 2).toString()).toBe('PK');
});

it('is not made of a list that nobody gives out on paper', async () => {
  expect(await listForm({ ...list(rows), paper: undefined } as unknown as List)).toBeNull();
});
