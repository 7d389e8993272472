import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { Block, Cell } from '../../domain/documents/blocks';
import type { Paper, PaperLabels } from '../../domain/documents/paper';
import { documentDocx } from './docx';
import { documentTextFile } from './text';

const labels: PaperLabels = {
  indexNumber: '索引号',
  theme: '主题分类',
  kind: '体裁',
  agency: '发文机关',
  madeOn: '成文日期',
  title: '标题',
  number: '发文字号',
  publishedOn: '发布日期',
  keywords: '主题词',
  validity: '有效性',
  attachments: '附件',
  address: '原文网址',
  emptyBody: '这份文件没有正文。',
};
const p = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const paper: Paper = {
  title: '宜丰县政府信息公开办法',
  number: '宜府发〔2020〕1号',
  indexNumber: '360924/2020-00001',
  agency: '宜丰县人民政府',
  madeOn: '2020-06-01',
  validity: '有效',
  address: 'https://www.example.gov.cn/documents/360924-2020-00001',
  attachments: [{ name: '目录.xlsx', address: '/files/catalogue.xlsx' }, { name: '名单.docx' }],
  body: [
    { kind: 'heading', level: 2, runs: [{ text: '第一章　总　则' }] },
    {
      kind: 'paragraph',
      runs: [
        { text: '第一条　为了公开，根据' },
        { text: '条例', href: '/documents/000014349-2019-00007' },
        { text: '，制定' },
        { text: '本办法', bold: true },
        { text: '。' },
      ],
    },
    {
      kind: 'table',
      rows: [
        [
          { runs: [{ text: '类别' }], header: true, rowSpan: 2 },
          { runs: [{ text: '数量' }], header: true, colSpan: 2 },
        ],
        [
          { runs: [{ text: '上年' }], header: true },
          { runs: [{ text: '本年' }], header: true },
        ],
        [{ runs: [{ text: '规章' }] }, { runs: [{ text: '35' }] }, { runs: [{ text: '36' }] }],
      ],
    },
    { kind: 'list', ordered: true, start: 3, items: [[{ text: '甲' }], [{ text: '乙' }]] },
    { kind: 'paragraph', align: 'right', runs: [{ text: '宜丰县人民政府\n2020年6月1日' }] },
  ],
};
const open = async (of: Paper, site?: string) => {
  const buffer = await documentDocx(of, { labels, site });
  const { value, messages } = await mammoth.convertToHtml(
    { buffer },
    { styleMap: ["p[style-name='Title'] => h1.title:fresh"] },
  );
  expect(messages.filter((message) => message.type === 'error')).toEqual([]);
  return value;
};

/** One part of a .docx, which is a zip file: found in its directory at the end, then inflated. */
function part(zip: Buffer, path: string): string {
  const directory = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006') + 16);
  for (let at = directory; zip.readUInt32LE(at) === 0x02014b50;) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const end = at + 46 + (name ?? 0);
    if (zip.toString('utf8', at + 46, end) === path) {
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20));
      return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString('utf8');
    }
    at = end + (extra ?? 0) + (comment ?? 0);
  }
  throw new Error(`no ${path} in the file`);
}

describe('documentDocx', () => {
  it('opens again with its title, number, articles and signature', async () => {
    const html = await open(paper);
    expect(html).toContain('<h1 class="title">宜丰县政府信息公开办法</h1>');
    expect(html).toContain('宜府发〔2020〕1号');
    expect(html).toContain('<h1>第一章　总　则</h1>');
    expect(html).toMatch(/第一条　为了公开，根据.*条例.*，制定<strong>本办法<\/strong>。/);
    expect(html).toContain('<p>宜丰县人民政府</p><p>2020年6月1日</p>');
    expect(html).toContain('<p>3. 甲</p><p>4. 乙</p>');
  });

  it('keeps tables with their spans and header rows', async () => {
    const html = await open(paper);
    expect(html).toContain('rowspan="2"');
    expect(html).toContain('colspan="2"');
    expect(html).toMatch(/<thead>.*上年.*本年.*<\/thead>.*规章.*36/);
  });

  it('carries the metadata table in the official order', async () => {
    const text = (await open(paper)).replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');
    expect(text).toContain(
      '|索引号|360924/2020-00001|发文机关|宜丰县人民政府|成文日期|2020年6月1日|标题|宜丰县政府信息公开办法|发文字号|宜府发〔2020〕1号|有效性|有效|原文网址|',
    );
  });

  it('links to pages of the site when it knows the site, and keeps the words otherwise', async () => {
    expect(await open(paper, 'https://www.example.gov.cn')).toContain(
      '<a href="https://www.example.gov.cn/documents/000014349-2019-00007">条例</a>',
    );
    expect(await open(paper)).not.toContain('000014349-2019-00007');
    expect(await open(paper, 'https://www.example.gov.cn')).toContain('/files/catalogue.xlsx');
  });

  it('names its title and agency in the properties, and its fonts with their stand-ins', async () => {
    const buffer = await documentDocx(paper, { labels });
    const core = part(buffer, 'docProps/core.xml');
    expect(core).toContain('<dc:title>宜丰县政府信息公开办法</dc:title>');
    expect(core).toContain('<dc:creator>宜丰县人民政府</dc:creator>');
    expect(part(buffer, 'word/fontTable.xml')).toContain(
      '<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/>',
    );
  });

  it('lays the page out as GB/T 9704 asks', async () => {
    const xml = part(await documentDocx(paper, { labels }), 'word/document.xml');
    const attribute = (element: string, name: string) =>
      Number(new RegExp(`<w:${element} [^>]*w:${name}="(-?\\d+)"`).exec(xml)?.[1]);
    const mm = (twips: number) => Math.round((twips / 1440) * 25.4);
    expect(mm(attribute('pgSz', 'w'))).toBe(210);
    expect(mm(attribute('pgSz', 'h'))).toBe(297);
    expect(mm(attribute('pgMar', 'top'))).toBe(37);
    expect(mm(attribute('pgMar', 'left'))).toBe(28);
    expect(210 - mm(attribute('pgMar', 'left')) - mm(attribute('pgMar', 'right'))).toBe(156);
    expect(297 - mm(attribute('pgMar', 'top')) - mm(attribute('pgMar', 'bottom'))).toBe(225);
    expect(attribute('docGrid', 'linePitch') / 20).toBeCloseTo(28.95);
  });

  it('sets the red head, the number and the rule over what an agency issued itself', async () => {
    const masthead = { form: 'document' as const, mark: '宜丰县人民政府文件' };
    const xml = part(await documentDocx({ ...paper, masthead }, { labels }), 'word/document.xml');
    expect(xml).toMatch(/<w:color w:val="D40000"\/>.*?宜丰县人民政府文件/);
    // 35 mm in twips above the mark, two lines between it and the number, 4 mm (11 points) to the rule.
    expect(xml).toMatch(/<w:spacing[^>]*w:before="1984"[^>]*\/>.*?宜丰县人民政府文件/);
    expect(xml).toMatch(/<w:bottom [^>]*w:color="D40000"[^>]*w:space="11"/);
    expect(xml.match(/宜府发〔2020〕1号/g)).toHaveLength(2);
    const letter = { form: 'letter' as const, mark: '宜丰县人民政府' };
    const bytes = await documentDocx({ ...paper, masthead: letter }, { labels });
    expect(part(bytes, 'word/document.xml')).toContain('thickThinSmallGap');
    expect(part(bytes, 'word/document.xml')).toContain('w:type="first"');
  });

  it('sets who gets copies in lines of their own', async () => {
    const body = [
      p('各乡镇：'),
      p('全文。'),
      p('抄送：县委办公室。'),
      p('县府办　2020年6月1日印发'),
    ];
    const xml = part(await documentDocx({ title: '通知', body }, { labels }), 'word/document.xml');
    expect(xml).toMatch(/<w:top [^>]*w:sz="8".*?抄送：县委办公室。/);
  });

  it('numbers its pages between dashes', async () => {
    const buffer = await documentDocx(paper, { labels });
    for (const path of ['word/footer1.xml', 'word/footer2.xml']) {
      const footer = part(buffer, path);
      expect(footer).toContain('— ');
      expect(footer).toContain('PAGE');
    }
  });

  it('holds a sentence where there is no body', async () => {
    for (const body of [
      [],
      [p('')],
      [p('宜丰县政府信息公开办法')],
      [{ kind: 'table', rows: [] } as Block],
    ]) {
      expect(await open({ title: '宜丰县政府信息公开办法', body })).toContain('这份文件没有正文。');
    }
  });

  it('makes an interpretation too, which has no number and no table of facts', async () => {
    const html = await open({ title: '《办法》解读', body: [p('一、背景'), p('为了公开。')] });
    expect(html).toContain('<h1 class="title">《办法》解读</h1>');
    expect(html).not.toContain('<table>');
  });

  it('survives tables whose rows do not add up', async () => {
    const cell = (text: string, spans: Partial<Cell> = {}): Cell => ({
      runs: [{ text }],
      ...spans,
    });
    const rows = [
      [cell('甲', { rowSpan: 9, colSpan: 99 }), cell('乙')],
      [],
      [cell('丙'), cell('丁', { rowSpan: 2 }), cell('戊')],
      [cell('己', { colSpan: 5 })],
    ];
    const wide = [Array.from({ length: 80 }, (_, i) => cell(`格${i}`))];
    const html = await open({ title: '表', body: [{ kind: 'table', rows }] });
    const wideHtml = await open({ title: '表', body: [{ kind: 'table', rows: wide }] });
    for (let i = 0; i < 80; i += 1) expect(wideHtml).toContain(`格${i}`);
    for (const word of ['甲', '乙', '丙', '丁', '戊', '己']) expect(html).toContain(word);
  });

  it('opens again whatever the text holds', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constant('\u0000\u0008\ud800'),
    );
    const runs = fc.array(
      fc.record({
        text,
        bold: fc.boolean(),
        href: fc.constantFrom('https://a.cn/ b', 'x', '/a', ''),
      }),
      { maxLength: 3 },
    );
    const span = fc.integer({ min: -1, max: 5 });
    const cell = fc.record({ runs, colSpan: span, rowSpan: span, header: fc.boolean() });
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({ kind: fc.constant('paragraph' as const), runs }),
      fc.record({
        kind: fc.constant('heading' as const),
        level: fc.constantFrom(2 as const, 4 as const),
        runs,
      }),
      fc.record({
        kind: fc.constant('list' as const),
        ordered: fc.boolean(),
        items: fc.array(runs),
      }),
      fc.record({
        kind: fc.constant('table' as const),
        rows: fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.array(block, { maxLength: 5 }), async (title, body) => {
        await open({ title, body, number: title, agency: title });
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});

describe('documentTextFile', () => {
  it('is UTF-8 that opens as Chinese everywhere', () => {
    const bytes = documentTextFile({ title: '通知', body: [p('全文')] }, labels);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8')).toBe('\ufeff通知\n\n　　全文\n');
  });
});
