import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { blockToText } from '../../domain/documents/blocks';
import { readItems, type Item } from './items';
import { parseJsonLine } from './json-lines';
import { readLines } from './lines';
import { recordField } from './record-fields';
import { textPieces } from './text-body';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gongkai-lists-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function items(target: string): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of readItems(target)) found.push(item);
  return found;
}

const told = ({ path: at, parsed }: Item): [string, string] => [
  at.split('/').at(-1) ?? '',
  'skip' in parsed ? parsed.skip.code : parsed.document.title,
];

type Value = string | number | Date | null;

async function book(sheets: Record<string, Value[][]>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows(rows);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const word = async (...lines: string[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }),
  );

async function zip(files: Record<string, Buffer>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) file.addBuffer(bytes, name);
  file.end();
  const chunks: Buffer[] = [];
  for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

test('reads a list whose header stands below a title, in any order, with synonyms and Excel dates', async () => {
  const list = await book({
    台账: [
      ['测试县2024年规范性文件台账'],
      [],
      [
        '序号',
        '文号',
        '文件名称（必填）',
        '发文单位',
        '成文日期',
        '公开时间',
        '体裁',
        '主题分类',
        '主题词',
        '正文',
        '索引号',
        '施行日期',
      ],
      [
        1,
        '测府发[2024]5号',
        '水渠管护办法',
        '测试县人民政府',
        new Date(Date.UTC(2024, 2, 5)),
        '2024年3月8日',
        '规范性文件',
        '农业、林业、水利',
        '水渠；管护',
        '第一条　为保护水渠，制定本办法。\n测试县人民政府\n2024年3月5日',
        '999990001/2024-00005',
        '2024.4.1',
      ],
      [],
      [
        2,
        null,
        '另一通知',
        '测试县水利局',
        '三月里',
        null,
        '怪体裁',
        '没有的主题',
        null,
        '请做好巡查。',
        null,
        null,
      ],
      [3, null, null, '测试县水利局', null, null, null, null, null, '没有标题。', null, null],
    ],
    说明: [['这一页只是说明']],
  });
  await writeFile(path.join(folder, 'list.xlsx'), list);
  const [first, second, third, ...rest] = await items(path.join(folder, 'list.xlsx'));
  expect(rest).toEqual([]);
  if (!first || 'skip' in first.parsed) throw new Error('the first row was skipped');
  expect(first.path).toMatch(/list\.xlsx#台账!4$/u);
  expect(first.parsed).toMatchObject({
    warnings: [],
    document: {
      title: '水渠管护办法',
      number: '测府发〔2024〕5号',
      indexNumber: '999990001/2024-00005',
      agencyName: '测试县人民政府',
      madeOn: '2024-03-05',
      publishedOn: '2024-03-08',
      effectiveOn: '2024-04-01',
      kind: 'normative',
      themes: ['agriculture'],
      keywords: ['水渠', '管护'],
    },
  });
  expect(first.parsed.document.blocks.at(-1)).toMatchObject({ align: 'right' });
  if (!second || 'skip' in second.parsed) throw new Error('the second row was skipped');
  expect(second.parsed.warnings.map(({ code }) => code).sort()).toEqual([
    'date-missing',
    'date-unreadable',
    'kind-unknown',
    'theme-unknown',
  ]);
  expect(third?.parsed).toMatchObject({ skip: { code: 'no-title' } });
});

const NAMING = [
  ['标题', '发文机关', '正文'],
  ['甲通知', '测试县水利局', '甲.docx'],
  ['乙通知', '测试县水利局', 'texts\\乙.txt'],
  ['丙通知', '测试县水利局', '丢了.docx'],
  ['丁通知', '测试县水利局', '../丁.docx'],
];

test('takes the texts of rows from files beside the list, and does not take those files again', async () => {
  const root = path.join(folder, 'batch');
  await mkdir(path.join(root, 'texts'), { recursive: true });
  await writeFile(path.join(folder, '丁.docx'), await word('外面的文件'));
  await writeFile(path.join(root, '甲.docx'), await word('甲通知', '请做好甲事。'));
  await writeFile(path.join(root, 'texts', '乙.txt'), '请做好乙事。');
  await writeFile(path.join(root, 'z-list.xlsx'), await book({ a: NAMING }));
  const found = await items(root);
  expect(found.map(told)).toEqual([
    ['z-list.xlsx#2', '甲通知'],
    ['z-list.xlsx#3', '乙通知'],
    ['z-list.xlsx#4', 'body-file-missing'],
    ['z-list.xlsx#5', 'unsafe-path'],
  ]);
  const first = found[0]!.parsed;
  if ('skip' in first) throw new Error(first.skip.code);
  expect(first.document.blocks.map(blockToText)).toEqual(['请做好甲事。']);
});

test('does the same in a ZIP, and says where a list names what an archive does not hold', async () => {
  const bytes = await zip({
    '甲.docx': await word('请做好甲事。'),
    'texts/乙.txt': Buffer.from('请做好乙事。'),
    'list.xlsx': await book({ a: NAMING }),
    'own.txt': Buffer.from(
      '测试县水利局文件\n测水字〔2024〕1号\n关于丙事的通知\n请做好丙事。\n测试县水利局\n2024年3月5日',
    ),
  });
  await writeFile(path.join(folder, 'a.zip'), bytes);
  expect((await items(path.join(folder, 'a.zip'))).map(told)).toEqual([
    ['list.xlsx#2', '甲通知'],
    ['list.xlsx#3', '乙通知'],
    ['list.xlsx#4', 'body-file-missing'],
    ['list.xlsx#5', 'body-file-missing'],
    ['own.txt', '关于丙事的通知'],
  ]);
});

test('says that a sheet has no header, and that a spreadsheet is none', async () => {
  await writeFile(
    path.join(folder, 'a.xlsx'),
    await book({
      a: [
        ['甲', '乙'],
        ['1', '2'],
      ],
    }),
  );
  await writeFile(path.join(folder, 'b.xlsx'), 'no spreadsheet');
  await writeFile(path.join(folder, 'c.xlsm'), 'x');
  expect((await items(folder)).map(told)).toEqual([
    ['a.xlsx', 'no-header'],
    ['b.xlsx', 'wrong-extension'],
    ['c.xlsm', 'has-macros'],
  ]);
});

const LINE = { title: '甲通知', agency: '测试县水利局', madeOn: '2024-03-05' };

test('reads JSON Lines with text, Markdown and HTML; a bad line is told by its number', async () => {
  const lines = [
    JSON.stringify({ ...LINE, text: '一、要求\n请做好。', address: 'https://example.test/1' }),
    '',
    JSON.stringify({
      标题: '乙通知',
      发文机关: '测试县水利局',
      markdown: '## 一、要求\n\n**请**做好。',
    }),
    '{"title": "丙',
    '[]',
    JSON.stringify({
      ...LINE,
      title: '丁通知',
      html: '<h2>要求</h2><p onclick="x()">请做好。</p><script>x()</script>',
    }),
    JSON.stringify({ ...LINE, text: 7 }),
    JSON.stringify({ ...LINE, text: '' }),
  ];
  await writeFile(path.join(folder, 'a.jsonl'), `\ufeff${lines.join('\r\n')}`);
  const found = await items(path.join(folder, 'a.jsonl'));
  expect(found.map(told)).toEqual([
    ['a.jsonl:1', '甲通知'],
    ['a.jsonl:3', '乙通知'],
    ['a.jsonl:4', 'bad-line'],
    ['a.jsonl:5', 'bad-line'],
    ['a.jsonl:6', '丁通知'],
    ['a.jsonl:7', 'bad-line'],
    ['a.jsonl:8', 'empty-body'],
  ]);
  const html = found[4]!.parsed;
  if ('skip' in html) throw new Error(html.skip.code);
  expect(html.warnings.map(({ code }) => code)).toEqual(['scripts-removed']);
  expect(JSON.stringify(html.document.blocks)).toBe(
    '[{"kind":"heading","level":3,"runs":[{"text":"要求"}]},{"kind":"paragraph","runs":[{"text":"请做好。"}]}]',
  );
  const text = found[0]!.parsed;
  if ('skip' in text) throw new Error(text.skip.code);
  expect(text.document.source.address).toBe('https://example.test/1');
});

test('gives the same source address whatever rows come before', () => {
  const addressOf = (record: object) => {
    const parsed = parseJsonLine('batch/a.jsonl', JSON.stringify(record));
    return 'skip' in parsed ? parsed.skip.code : parsed.document.source.address;
  };
  const { madeOn, ...undated } = { ...LINE, text: '请做好。' };
  expect(addressOf({ ...undated, madeOn })).toBe('batch/a.jsonl#甲通知 2024-03-05');
  expect(addressOf({ ...undated, number: '测水字[2024]1号' })).toBe(
    'batch/a.jsonl#测水字〔2024〕1号',
  );
});

test('splits lines the same however the bytes come, and passes over a line beyond the limit', async () => {
  const text = fc.array(
    fc.string({ unit: 'grapheme' }).map((line) => line.replace(/[\r\n\ufeff]/gu, '')),
    { minLength: 1 },
  );
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (lines, size) => {
      const bytes = Buffer.from(lines.join('\n'));
      async function* chunks() {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      }
      const read: (string | null)[] = [];
      for await (const line of readLines(chunks(), 10_000)) read.push(line.text);
      const wanted = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
      expect(read).toEqual(wanted);
    }),
  );
  const read: (string | null)[] = [];
  async function* long() {
    yield Buffer.from('a\n');
    for (let i = 0; i < 10; i += 1) yield Buffer.alloc(10, 'b');
    yield Buffer.from('\nc');
  }
  for await (const line of readLines(long(), 50)) read.push(line.text);
  expect(read).toEqual(['a', null, 'c']);
});

test('a line of any JSON gives a document or a reason, and never throws', () => {
  const keys = fc.constantFrom(
    'title',
    '标题',
    'agency',
    'text',
    'html',
    'markdown',
    'madeOn',
    'themes',
    'attachments',
    'kind',
    'x',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.dictionary(keys, fc.jsonValue()).map((one) => JSON.stringify(one)),
      ),
      (line) => {
        const parsed = parseJsonLine('a.jsonl', line);
        expect('skip' in parsed || parsed.document.title !== '').toBe(true);
      },
    ),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(textPieces(text).every((piece) => piece.kind === 'line')).toBe(true);
    }),
  );
});

test('knows a column by many names and takes no other for one', () => {
  for (const name of ['标  题', '标题*', '文件标题：', 'Title', 'title'])
    expect(recordField(name), name).toBe('title');
  expect(recordField('发文字号（必填）')).toBe('number');
  for (const name of ['', '备注', '序号', 'constructor', '__proto__'])
    expect(recordField(name), name).toBeUndefined();
});
