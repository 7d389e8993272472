import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { csvOf, harmless } from './csv';
import { jsonOf, schemaOf } from './json';
import { firstRows, type List } from './list';
import { xlsxOf } from './xlsx';

type Row = { title: string; day: string | null; themes: string[]; count: number; url: string };

const listOf = (rows: Row[]): List<Row> => ({
  name: 'documents',
  title: '政府文件',
  address: 'https://county.example/documents',
  total: rows.length,
  locale: 'zh-CN',
  columns: [
    { key: 'title', label: '标题', kind: 'text', width: 60, valueOf: (row) => row.title },
    { key: 'publishedOn', label: '发布日期', kind: 'day', valueOf: (row) => row.day },
    { key: 'themes', label: '主题', kind: 'words', valueOf: (row) => row.themes },
    { key: 'count', label: '件数', kind: 'number', valueOf: (row) => row.count },
    { key: 'url', label: '网址', kind: 'link', valueOf: (row) => row.url },
  ],
  rows: (async function* () {
    yield* rows;
  })(),
});

const row = (title: string, rest: Partial<Row> = {}): Row => ({
  title,
  day: '2026-11-25',
  themes: ['财政', '卫生'],
  count: -3,
  url: 'https://county.example/documents/a',
  ...rest,
});

const textOf = async (parts: AsyncIterable<string>) => {
  let text = '';
  for await (const part of parts) text += part;
  return text;
};

/** Reads RFC 4180 as its grammar says. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
  let match: RegExpExecArray | null;
  while (cell.lastIndex < text.length && (match = cell.exec(text))) {
    const [, value = '', end] = match;
    lines.at(-1)?.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === '\r\n') lines.push([]);
  }
  return lines.slice(0, -1);
}

describe('a list as CSV', () => {
  it('begins with a byte order mark and the headings, and ends lines as RFC 4180 asks', async () => {
    const text = await textOf(csvOf(listOf([row('通知')])));
    expect(text).toBe(
      '\ufeff标题,发布日期,主题,件数,网址\r\n' +
        '通知,2026-11-25,财政；卫生,-3,https://county.example/documents/a\r\n',
    );
  });

  it('makes no formula of a title, whatever sign it begins with', () => {
    for (const sign of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
      expect(harmless(`${sign}HYPERLINK("x")`)).toBe(`'${sign}HYPERLINK("x")`);
    }
    expect(harmless('关于印发 a=b 的通知')).toBe('关于印发 a=b 的通知');
  });

  it('gives every title back, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }),
        async (titles) => {
          const text = await textOf(csvOf(listOf(titles.map((title) => row(title)))));
          const read = readCsv(text.slice(1)).slice(1);
          expect(read.map(([title]) => title)).toEqual(titles.map(harmless));
          expect(read.every((cells) => cells.length === 5)).toBe(true);
        },
      ),
    );
  });
});

describe('a list as JSON', () => {
  it('is one object that its own schema describes', async () => {
    const list = listOf([row('通知'), row('公告', { day: null })]);
    const address = 'https://county.example/lists/documents.schema.json';
    const read: unknown = JSON.parse(await textOf(jsonOf(list, address)));
    expect(read).toMatchObject({ $schema: address, total: 2, isCut: false });
    const schema = z.fromJSONSchema(schemaOf(list, address) as never);
    expect(schema.safeParse(read).error).toBeUndefined();
    expect(schema.safeParse({ ...(read as object), rows: [{ title: 1 }] }).success).toBe(false);
  });

  it('is an object without rows where nothing passes the filters', async () => {
    const read: unknown = JSON.parse(await textOf(jsonOf(listOf([]), 'https://county.example/s')));
    expect(read).toMatchObject({ total: 0, rows: [] });
  });
});

describe('a list as a spreadsheet', () => {
  it('keeps headings in sight, days as days and addresses as links', async () => {
    const bytes = await buffer(xlsxOf(listOf([row('=1+1'), row('公告\u0007', { day: null })])));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as never);
    const sheet = workbook.worksheets[0];
    expect(sheet?.name).toBe('政府文件');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.getRow(1).values).toEqual([, '标题', '发布日期', '主题', '件数', '网址']);
    expect(sheet?.getCell('A2').value).toBe('=1+1');
    expect(sheet?.getCell('A2').type).toBe(ExcelJS.ValueType.String);
    expect(sheet?.getCell('B2').value).toEqual(new Date('2026-11-25T00:00:00Z'));
    expect(sheet?.getCell('D2').value).toBe(-3);
    expect(sheet?.getCell('E2').value).toMatchObject({
      hyperlink: 'https://county.example/documents/a',
    });
    expect(sheet?.getCell('A3').value).toBe('公告');
    expect(sheet?.getCell('B3').value).toBeNull();
  });
});

describe('every format', () => {
  it('stops reading where the most rows are reached', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield row(`第${read}号`);
      }
    }
    const given: Row[] = [];
    for await (const one of firstRows({ ...listOf([]), rows: endless() }, 7)) given.push(one);
    expect(given).toHaveLength(7);
    expect(read).toBe(8);
  });
});
