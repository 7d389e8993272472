import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { expect, test } from 'vitest';
import { blockToText, type Block } from '../../domain/documents/blocks';
import { finalise } from './document-checks';
import { parseFile } from './parse';

const line = (text: string, alignment?: 'center' | 'right') =>
  new Paragraph({
    text,
    ...(alignment && { alignment: AlignmentType[alignment.toUpperCase() as 'CENTER'] }),
  });

const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });

const numbering = {
  config: [
    {
      reference: 'official',
      levels: [
        { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
        { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）' },
      ],
    },
  ],
};

async function word(children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const document = new Document({
    numbering,
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('页眉不是正文')] }) },
        footers: { default: new Footer({ children: [new Paragraph('页脚不是正文')] }) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const HEAD = [
  line('测试县人民政府办公室文件', 'center'),
  line('测府办发［2024］3号', 'center'),
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: '测试县人民政府办公室', size: 44, font: '方正小标宋简体' })],
  }),
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ text: '关于印发水渠管护办法的通知', size: 44, font: '方正小标宋简体' }),
    ],
  }),
  line('各乡镇人民政府：'),
];
const FOOT = [
  line('测试县人民政府办公室', 'right'),
  line('2024年3月5日', 'right'),
  line('（此件公开发布）'),
  line('抄送：县委办公室。'),
  line('测试县人民政府办公室　2024年3月6日印发'),
];

const parsed = (bytes: Uint8Array, name = 'batch/notice.docx') => parseFile({ path: name, bytes });
const texts = (blocks: readonly Block[]) => blocks.map(blockToText);

test('reads masthead, number, title, signature and date of an official Word file', async () => {
  const bytes = await word([...HEAD, line('现将办法印发给你们，请遵照执行。'), ...FOOT]);
  const result = await parsed(bytes);
  if ('skip' in result) throw new Error(result.skip.code);
  expect(result.document).toMatchObject({
    title: '测试县人民政府办公室关于印发水渠管护办法的通知',
    number: '测府办发〔2024〕3号',
    agencyName: '测试县人民政府办公室',
    madeOn: '2024-03-05',
    source: { address: 'batch/notice.docx' },
  });
  expect(texts(result.document.blocks)).toEqual([
    '各乡镇人民政府：',
    '现将办法印发给你们，请遵照执行。',
    '测试县人民政府办公室',
    '2024年3月5日',
    '（此件公开发布）',
  ]);
  expect(result.document.blocks[2]).toMatchObject({ align: 'right' });
  expect(result.warnings).toEqual([]);
});

test('keeps headings, automatic Chinese numbers, tables and bold, and drops headers and footers', async () => {
  const bytes = await word([
    ...HEAD,
    new Paragraph({ text: '工作要求', heading: HeadingLevel.HEADING_1 }),
    new Paragraph({ text: '总体要求', numbering: { reference: 'official', level: 0 } }),
    new Paragraph({ text: '摸清底数', numbering: { reference: 'official', level: 1 } }),
    new Paragraph({ text: '落实责任', numbering: { reference: 'official', level: 1 } }),
    new Paragraph({ text: '保障措施', numbering: { reference: 'official', level: 0 } }),
    new Paragraph({
      children: [new TextRun({ text: '务必', bold: true }), new TextRun('按时完成。')],
    }),
    new Table({
      rows: [
        new TableRow({ children: [cell('项目'), cell('数量')] }),
        new TableRow({ children: [cell('水渠'), cell('12')] }),
      ],
    }),
    ...FOOT,
  ]);
  const result = await parsed(bytes);
  if ('skip' in result) throw new Error(result.skip.code);
  const { blocks } = result.document;
  expect(texts(blocks)).toEqual(
    expect.arrayContaining(['一、总体要求', '（一）摸清底数', '（二）落实责任', '二、保障措施']),
  );
  expect(blocks.find((block) => blockToText(block) === '工作要求')?.kind).toBe('heading');
  expect(blocks.find((block) => block.kind === 'table')).toMatchObject({ rows: { length: 2 } });
  expect(JSON.stringify(blocks)).toContain('{"text":"务必","bold":true}');
  expect(JSON.stringify(blocks)).not.toContain('不是正文');
});

test('says that pictures were left out, and which of them had no alternative text', async () => {
  const data = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const image = (altText?: { name: string; description: string; title: string }) =>
    new Paragraph({
      children: [
        new ImageRun({
          type: 'png',
          data,
          transformation: { width: 9, height: 9 },
          ...(altText && { altText }),
        }),
      ],
    });
  const bytes = await word([
    ...HEAD,
    line('见下图。'),
    image({ name: 'a', description: '渠系图', title: 'a' }),
    image(),
    ...FOOT,
  ]);
  const result = await parsed(bytes);
  if ('skip' in result) throw new Error(result.skip.code);
  expect(result.warnings).toEqual([
    { severity: 'warning', code: 'images-left-out', detail: '2 张' },
    { severity: 'warning', code: 'image-without-alternative', detail: '1 张' },
  ]);
});

test('refuses a table of 5,000 rows and says to attach it as a spreadsheet', async () => {
  const rows = Array.from(
    { length: 5_000 },
    (_, i) => new TableRow({ children: [cell(`${i}`), cell('x')] }),
  );
  const result = finalise(await parsed(await word([...HEAD, new Table({ rows }), ...FOOT])));
  expect(result).toMatchObject({
    skip: { code: 'table-too-long', detail: expect.stringContaining('5000') as string },
  });
}, 60_000);

test('refuses what is marked secret or not for the public, however it got into the folder', async () => {
  const secret = await word([line('机密★1年'), ...HEAD, line('内容。'), ...FOOT]);
  expect(await parsed(secret)).toMatchObject({ skip: { code: 'marked-secret' } });
  const closed = await word([...HEAD, line('内容。'), ...FOOT.slice(0, 2), line('（此件不公开）')]);
  expect(await parsed(closed)).toMatchObject({ skip: { code: 'marked-not-public' } });
});

test('says what is missing in a Word file without title or agency', async () => {
  expect(await parsed(await word([line('')]))).toMatchObject({ skip: { code: 'empty-body' } });
  const bare = await word([line('关于放假的通知', 'center'), line('放假三天。')]);
  expect(await parsed(bare)).toMatchObject({ skip: { code: 'no-agency' } });
});

test('reads the words of an old DOC and says that its formatting is lost', async () => {
  const bytes = await readFile(path.resolve('tests/fixtures/import/paper.doc'));
  const result = await parsed(new Uint8Array(bytes), 'batch/paper.doc');
  if ('skip' in result) throw new Error(result.skip.code);
  expect(result.document).toMatchObject({
    title: '关于开展水渠巡查的通知',
    number: '测水字〔2024〕12号',
    agencyName: '测试县水利局',
    madeOn: '2024-03-05',
  });
  expect(result.warnings).toContainEqual({ severity: 'warning', code: 'formatting-lost' });
});

test('reads plain text alike, in GBK too', async () => {
  const text =
    '测试县水利局文件\n测水字〔2024〕12号\n关于开展水渠巡查的通知\n各乡镇人民政府：\n请做好巡查。\n测试县水利局\n2024年3月5日\n';
  const result = await parsed(new TextEncoder().encode(text), 'batch/paper.txt');
  expect(result).toMatchObject({
    document: { title: '关于开展水渠巡查的通知', agencyName: '测试县水利局', madeOn: '2024-03-05' },
  });
});

test('leaves out what can not be seen and says so', async () => {
  const hidden = new TextRun({ text: '底价三百万', vanish: true });
  const seen = new TextRun('为规范停车秩序，现通知如下。');
  const bytes = await word([...HEAD, new Paragraph({ children: [seen, hidden] }), ...FOOT]);
  const result = await parsed(bytes);
  if ('skip' in result) throw new Error(result.skip.code);
  expect(texts(result.document.blocks)).toContain('为规范停车秩序，现通知如下。');
  expect(JSON.stringify(result.document)).not.toContain('底价');
  expect(result.warnings).toEqual([
    { severity: 'warning', code: 'hidden-left-out', detail: '5 个字' },
  ]);
});
