import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { blockToText, type Block } from '../../domain/documents/blocks';
import { readContent, textOf } from './html-lines';
import type { ImportedDocument } from './imported-document';
import { parseFile } from './parse';
import { readSources } from './sources';
import { contentOf, parseStateCouncilPage } from './state-council';
import { structured } from './structure';
import { bare } from './text';

const fixture = readFileSync(
  fileURLToPath(new URL('../../tests/fixtures/import/notice.html', import.meta.url)),
  'utf8',
);

function read(html: string): { document: ImportedDocument; codes: string[] } {
  const parsed = parseStateCouncilPage('pages/notice.html', html);
  if ('skip' in parsed) throw new Error(parsed.skip.code);
  return { document: parsed.document, codes: parsed.warnings.map(({ code }) => code) };
}

const skipOf = (html: string): string | undefined => {
  const parsed = parseStateCouncilPage('pages/notice.html', html);
  return 'skip' in parsed ? parsed.skip.code : undefined;
};

/** A page around a body, for one rule at a time. */
const page = (body: string): string =>
  fixture.replace(
    /(id="UCAP-CONTENT">)[\s\S]*?(<\/td><\/tr><\/tbody><\/table>\n <\/td>)/u,
    `$1${body}$2`,
  );

const outline = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => {
    if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${blockToText(block)}`;
    if (block.kind !== 'paragraph') return block.kind;
    return `${block.align ? `${block.align}: ` : ''}${blockToText(block)}`;
  });

test('reads the catalogue of a page, with the number in its one form', () => {
  const { document } = read(fixture);
  expect(document).toMatchObject({
    title: '测试省人民政府办公厅关于印发青禾县水渠管护办法的通知',
    number: '测府办发〔2024〕3号',
    indexNumber: '990000001/2024-00012',
    agencyName: '测试省人民政府办公厅',
    themes: ['agriculture'],
    keywords: ['水利', '水渠', '管理', '通知'],
    kind: 'normative',
    category: 'normative-documents',
    madeOn: '2024-03-05',
    publishedOn: '2024-03-08',
    source: { address: 'pages/notice.html' },
  });
});

test('leaves out the repeated title and number, scripts, hidden and empty lines', () => {
  const { document, codes } = read(fixture);
  expect(outline(document.blocks)).toEqual([
    '各县人民政府：',
    '现将《青禾县水渠管护办法》印发给你们，请认真执行。',
    'right: 测试省人民政府办公厅',
    'right: 2024年3月5日',
    '（此件公开发布）',
    '## 青禾县水渠管护办法',
    '### 第一章　总则',
    '第一条　为了管好用好水渠，制定本办法。',
    '### 第二章　管护',
    '### 一、分工',
    '（一）县级。干渠由县里管护。',
    '支渠由乡镇管护。',
    '#### （二）村级。',
    '村民小组管护毛渠，详见说明和登记表，此处不必点。',
    'table',
    '第二条　本办法自2024年5月1日起施行。',
  ]);
  expect(codes).toEqual(['images-left-out']);
});

test('keeps a lead-in apart, and links only where a reader can follow', () => {
  const { blocks } = read(fixture).document;
  const leadIn = blocks.find((block) => blockToText(block).startsWith('（一）县级'));
  expect(leadIn).toEqual({
    kind: 'paragraph',
    runs: [{ text: '（一）县级。', bold: true }, { text: '干渠由县里管护。' }],
  });
  const links = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.runs.flatMap((run) => run.href ?? []) : [],
  );
  expect(links).toEqual(['http://www.example.test/guide']);
});

test('keeps the spans of a table, fits those that reach too far, and marks its header', () => {
  const table = read(fixture).document.blocks.find((block) => block.kind === 'table');
  expect(table).toEqual({
    kind: 'table',
    rows: [
      [
        { runs: [{ text: '渠名', bold: true }], header: true, rowSpan: 2 },
        { runs: [{ text: '长度', bold: true }], header: true, colSpan: 2 },
      ],
      [{ runs: [{ text: '干渠' }] }, { runs: [{ text: '支渠' }] }],
      [
        { runs: [{ text: '东渠' }] },
        { runs: [{ text: '3\n公里' }] },
        { runs: [{ text: '5 公里' }], rowSpan: 2 },
      ],
      [{ runs: [] }, { runs: [] }],
    ],
  });
});

test('notes files and pictures, resolved when the page gives its own address', () => {
  expect(read(fixture).document.attachments).toEqual([
    { name: '登记表', address: 'files/form.docx' },
    { name: '渠系图', address: 'pictures/map.jpg' },
  ]);
  const saved = fixture.replace(
    '<title>',
    '<link rel="canonical" href="http://www.example.test/a/content_1.htm"><title>',
  );
  const { attachments, source } = read(saved).document;
  expect(source.address).toBe('http://www.example.test/a/content_1.htm');
  expect(attachments[0]?.address).toBe('http://www.example.test/a/files/form.docx');
});

test('reads tables that only place text as text, and nested ones in their order', () => {
  const { document } = read(
    page(
      '<table><tr><td><p>甲</p><table><tr><td>1</td><td>2</td></tr></table><p>乙</p></td></tr></table>',
    ),
  );
  expect(outline(document.blocks)).toEqual(['甲', 'table', '乙']);
});

test('keeps the title line that differs from the catalogue by a letter', () => {
  const { document } = read(
    page(
      '<p align="center"><b>测试省人民政府办公厅关于印发青禾县水渠管理办法的通知</b></p><p>正文。</p>',
    ),
  );
  expect(outline(document.blocks)[0]).toBe(
    '## 测试省人民政府办公厅关于印发青禾县水渠管理办法的通知',
  );
});

test('takes the lines of a table of contents for lines, not for headings', () => {
  const { document } = read(
    page(
      '<p align="center">目　　录</p><p><b>一、总则</b></p><p><b>二、附则</b></p><p><b>一、总则</b></p><p>正文。</p><p><b>二、附则</b></p>',
    ),
  );
  expect(outline(document.blocks)).toEqual([
    'center: 目　　录',
    '一、总则',
    '二、附则',
    '## 一、总则',
    '正文。',
    '## 二、附则',
  ]);
});

test('warns when the date under the signature is another than the catalogue’s', () => {
  const { codes } = read(fixture.replace('>2024年3月5日　', '>二〇二四年三月十五日　'));
  expect(codes).toContain('date-mismatch');
});

test('keeps an unusual number, an unknown theme and missing dates in mind', () => {
  const { document, codes } = read(
    fixture
      .replace('测府办发[２０２４]3号', '测府办发2024年3月')
      .replace('农业、林业、水利\\水利、水务', '水产养殖')
      .replace('2024年03月05日', '')
      .replace('2024年03月08日', '2024年13月08日'),
  );
  expect(document.number).toBe('测府办发2024年3月');
  expect(document.madeOn).toBeUndefined();
  expect(codes).toEqual(
    expect.arrayContaining(['number-unusual', 'theme-unknown', 'date-missing']),
  );
});

test('skips what is no such page, each with its reason', () => {
  expect(skipOf('')).toBe('empty-body');
  expect(skipOf('<html><body><p>你好</p></body></html>')).toBe('no-metadata');
  expect(skipOf(fixture.replace('发文机关', '作者'))).toBe('no-agency');
  expect(skipOf(fixture.replace('标　　题', '名　　称'))).toBe('no-metadata');
  expect(skipOf(fixture.replace('UCAP-CONTENT', 'x'))).toBe('empty-body');
  expect(skipOf(page('<p>&nbsp;</p><p><br></p>'))).toBe('empty-body');
});

test('skips a page cut at any point, and never throws', () => {
  for (let at = 0; at < fixture.length - 20; at += 97) {
    expect(['cut-file', 'empty-body']).toContain(skipOf(fixture.slice(0, at)));
  }
});

test('the checksum tells the text, not the way the file is written', () => {
  const { checksum } = read(fixture).document.source;
  expect(read(fixture.replaceAll('\n', '\r\n')).document.source.checksum).toBe(checksum);
  expect(read(fixture.replace('请认真执行', '请遵照执行')).document.source.checksum).not.toBe(
    checksum,
  );
});

/** How often each character stands in a text, spaces and widths aside. */
function tally(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of bare(text)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** Characters of a page's body that are not in its blocks as often, nor in what was left out on purpose. */
function lostCharacters(html: string, document: ImportedDocument): string[] {
  const content = contentOf(parse(html));
  if (!content) throw new Error('no body');
  const { pieces } = readContent(content);
  const { blocks, dropped } = structured(pieces, document);
  const before = tally(textOf(content));
  const after = tally(blocks.map(blockToText).join('') + dropped);
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (character) => before.get(character) !== after.get(character),
  );
}

test('loses no character of the body', () => {
  expect(lostCharacters(fixture, read(fixture).document)).toEqual([]);
});

const corpus = fileURLToPath(new URL('../../../shared/corpus/state-council', import.meta.url));
if (existsSync(corpus)) {
  test('reads all 38 saved State Council pages and loses no character of any', async () => {
    let count = 0;
    for await (const file of readSources(corpus)) {
      const parsed = await parseFile(file);
      if ('skip' in parsed || !('bytes' in file)) throw new Error(`${file.path} skipped`);
      const { document } = parsed;
      const html = new TextDecoder().decode(file.bytes);
      expect(lostCharacters(html, document), file.path).toEqual([]);
      expect(document.indexNumber).toMatch(/^000014349\/\d{4}-\d{5}$/u);
      expect(document.themes).toHaveLength(1);
      expect(document.madeOn).toBeDefined();
      expect(document.publishedOn).toBeDefined();
      // The repeated title is gone, and no line is empty.
      expect(bare(blockToText(document.blocks[0] as Block))).not.toBe(bare(document.title));
      expect(document.blocks.every((block) => blockToText(block).trim() !== '')).toBe(true);
      count += 1;
    }
    expect(count).toBe(38);
  });
} else {
  console.log(`corpus absent: ${corpus} — the 38 pages were not read`);
}
