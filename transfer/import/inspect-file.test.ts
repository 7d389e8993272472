import { deflateSync, gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import * as xlsx from '@e965/xlsx';
import { Document, Packer, Paragraph } from 'docx';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { messages } from '../../messages';
import { findingWords } from './finding-words';
import { SKIP_REASONS, WARNINGS } from './findings';
import { inspectFile } from './inspect-file';

type Part = { name: string; bytes: Buffer };

async function zip(parts: readonly Part[]): Promise<Buffer> {
  const file = new ZipFile();
  for (const { name, bytes } of parts)
    file.addBuffer(bytes, name, { compress: bytes.length > 1000 });
  file.end();
  const chunks: Buffer[] = [];
  for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const part = (name: string, text = '<x/>'): Part => ({ name, bytes: Buffer.from(text) });
const DOCX = [part('[Content_Types].xml'), part('word/document.xml')];

/** An OLE file with the given streams, as the old Office formats are. */
function ole(streams: Record<string, Buffer>): Buffer {
  const cfb = xlsx.CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) xlsx.CFB.utils.cfb_add(cfb, name, bytes);
  return xlsx.CFB.write(cfb, { type: 'buffer' }) as Buffer;
}

/** A PNG whose header claims a size and whose pixels are not there. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([size, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

const codes = async (bytes: Uint8Array, name: string, maxBytes?: number): Promise<string[]> =>
  (await inspectFile(bytes, name, maxBytes === undefined ? {} : { maxBytes })).findings.map(
    ({ code }) => code,
  );

let docx: Buffer;
beforeAll(async () => {
  docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('正文')] }] }));
});

test('tells what files are by their content and has nothing against sound ones', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('a').addRow(['标题']);
  const sound: [string, Uint8Array, string][] = [
    ['a.docx', docx, 'docx'],
    ['a.xlsx', Buffer.from(await book.xlsx.writeBuffer()), 'xlsx'],
    ['a.doc', await readFile(path.resolve('tests/fixtures/import/paper.doc')), 'doc'],
    ['a.xls', ole({ Workbook: Buffer.alloc(5000) }), 'xls'],
    ['a.ofd', await zip([part('OFD.xml')]), 'ofd'],
    ['a.pdf', Buffer.from('%PDF-1.7\n'), 'pdf'],
    [
      'a.png',
      await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
      'image',
    ],
    ['a.html', Buffer.from('<!doctype html><p>正文</p>'), 'html'],
    ['a.txt', Buffer.from('正文'), 'text'],
    ['a.zip', await zip([part('a.txt')]), 'zip'],
  ];
  for (const [name, bytes, kind] of sound) {
    expect(await inspectFile(bytes, name), name).toEqual({ kind, findings: [] });
  }
});

test('finds macros in new and old Office files', async () => {
  expect(await codes(await zip([...DOCX, part('word/vbaProject.bin')]), 'a.docx')).toEqual([
    'has-macros',
  ]);
  const word = Buffer.alloc(5000);
  expect(
    await codes(ole({ WordDocument: word, 'Macros/VBA/dir': Buffer.alloc(9) }), 'a.doc'),
  ).toEqual(['has-macros']);
  expect(
    await codes(ole({ Workbook: word, '_VBA_PROJECT_CUR/VBA/dir': Buffer.alloc(9) }), 'a.xls'),
  ).toEqual(['has-macros']);
});

test('finds passwords', async () => {
  expect(await codes(ole({ EncryptedPackage: Buffer.alloc(5000) }), 'a.docx')).toEqual([
    'encrypted',
  ]);
  const locked = Buffer.alloc(5000);
  locked[11] = 1;
  expect(await codes(ole({ WordDocument: locked }), 'a.doc')).toEqual(['encrypted']);
});

test('refuses a file over the limit before looking into it', async () => {
  expect(await codes(Buffer.alloc(200), 'a.docx', 100)).toEqual(['too-large']);
  const { findings } = await inspectFile(Buffer.alloc(51 * 1024 * 1024), 'a.docx');
  expect(findings).toMatchObject([{ code: 'too-large', detail: '51.0 MB，上限 50 MB' }]);
});

test('says when a name promises another type', async () => {
  for (const [bytes, name] of [
    [docx, 'a.doc'],
    [docx, 'a.pdf'],
    [Buffer.from('%PDF-1.7'), 'a.docx'],
    [Buffer.from('<html><p>网页</p></html>'), 'a.doc'],
    [png(9, 9), 'a.docx'],
  ] as const) {
    expect(await codes(bytes, name), name).toEqual(['wrong-extension']);
  }
  expect(await codes(docx, 'a.exe')).toEqual(['unknown-type']);
});

test('sees bombs by their header or while they unpack, whatever they claim', async () => {
  expect(await codes(png(60_000, 60_000), 'a.png')).toEqual(['image-too-large']);
  expect(
    await codes(
      await zip([...DOCX, { name: 'word/media/a.png', bytes: png(60_000, 60_000) }]),
      'a.docx',
    ),
  ).toEqual(['image-too-large']);
  const zeros = { name: 'word/a.xml', bytes: Buffer.alloc(11 * 1024 * 1024) };
  expect(await codes(await zip([...DOCX, zeros]), 'a.docx')).toEqual(['unpacks-too-large']);
  const liar = await zip([...DOCX, zeros]);
  // The directory's claim of 11 MB becomes one of 100 bytes.
  for (
    let at = liar.indexOf('PK\u0001\u0002');
    at >= 0;
    at = liar.indexOf('PK\u0001\u0002', at + 4)
  ) {
    if (liar.readUInt32LE(at + 24) === zeros.bytes.length) liar.writeUInt32LE(100, at + 24);
  }
  expect((await codes(liar, 'a.docx'))[0]).toMatch(/^(?:unpacks-too-large|damaged-file)$/u);
  const many = Array.from({ length: 10_001 }, (_, i) => part(`word/${i}.xml`));
  expect(await codes(await zip([...DOCX, ...many]), 'a.docx')).toEqual(['too-many-parts']);
}, 30_000);

test('looks into the archives of an archive, three deep and within the bounds of the whole', async () => {
  const within = async (levels: number, inner: Part[]): Promise<Buffer> =>
    levels === 0 ? zip(inner) : zip([{ name: '里.zip', bytes: await within(levels - 1, inner) }]);
  const inspected = async (bytes: Buffer) => (await inspectFile(bytes, 'a.zip')).findings;
  const three = await within(2, [part('b.txt'), { name: 'c.docx', bytes: docx }]);
  expect(await inspected(three)).toEqual([]);
  expect(await inspected(await within(3, [part('b.txt')]))).toEqual([
    { severity: 'skip', code: 'archive-too-deep', detail: '里.zip：里.zip：里.zip：> 3' },
  ]);
  const macros = await zip([...DOCX, part('word/vbaProject.bin')]);
  expect(await inspected(await within(1, [{ name: 'm.docx', bytes: macros }]))).toEqual([
    { severity: 'skip', code: 'has-macros', detail: '里.zip：m.docx' },
  ]);
  const old = ole({ Workbook: Buffer.alloc(5000), '_VBA_PROJECT_CUR/VBA/dir': Buffer.alloc(9) });
  expect(await inspected(await within(1, [{ name: 'm.xls', bytes: old }]))).toEqual([
    { severity: 'skip', code: 'has-macros', detail: '里.zip：m.xls' },
  ]);
  const rar = { severity: 'skip', code: 'archive-unreadable', detail: '里.zip：甲.RAR' };
  expect(await inspected(await within(1, [part('甲.RAR')]))).toEqual([rar]);
  expect(await codes(await zip([...DOCX, part('word/x.zip')]), 'a.docx')).toEqual([
    'archive-unreadable',
  ]);
  const broken = { name: '坏.zip', bytes: three.subarray(0, 60) };
  expect(await inspected(await zip([broken, part('b.txt')]))).toEqual([]);
});

test('adds up what the archives of an archive hold and unpack to', async () => {
  const files = await zip(Array.from({ length: 5001 }, (_, i) => part(`${i}.txt`)));
  expect(
    await codes(
      await zip([
        { name: '1.zip', bytes: files },
        { name: '2.zip', bytes: files },
      ]),
      'a.zip',
    ),
  ).toEqual(['too-many-parts']);
  const zeros = await zip([{ name: 'z.txt', bytes: Buffer.alloc(11 * 1024 * 1024) }]);
  expect(await codes(await zip([{ name: '1.dat', bytes: zeros }]), 'a.zip')).toEqual([
    'unpacks-too-large',
  ]);
  // Each packs no better than a harmless table; together they are too much.
  const many = await Promise.all(
    Array.from({ length: 32 }, async (_, i) => ({
      name: `${i}.zip`,
      bytes: await zip([{ name: 'z.csv', bytes: Buffer.alloc(9.9 * 1024 * 1024, `${i},`) }]),
    })),
  );
  expect(await codes(await zip(many), 'a.zip')).toEqual(['unpacks-too-large']);
}, 30_000);

test('finds scripts in pages and pictures', async () => {
  for (const html of [
    '<html><body><script>alert(1)</script></body></html>',
    '<html><p onclick="x()">甲</p></html>',
    '<html><a href="javascript:x()">乙</a></html>',
    '<html><a href=" java\tscript:x()">甲</a></html>',
    '<html><iframe src="https://example.test"></iframe></html>',
    '<html><A HREF=javascript:x()>甲</A></html>',
    '<html><a href="&#106;avascript:x()">甲</a></html>',
    '<html><img src=x onerror=x()></html>',
    '<html><script/src=x></script></html>',
    '<html><img/onerror=x()></html>',
    '<html><!--><script>x()</script></html>',
    '<html><style><!--</style><script>x()</script></html>',
    `<html>${'甲'.repeat(99)}𠀀&lt;<p title="${'𠀀乙'.repeat(99)}" class='${'c'.repeat(99)}' onclick=x()>`,
    '<html><svg><style><script>x()</script></style></svg></html>',
    '<html><svg><p><style><!--</style><script>x()</script></html>',
    '<html><svg><![CDATA[><!--]]><script>x()</script></svg></html>',
    `<html><a href="${' \u0001'.repeat(99)}javascript:x()">甲</a></html>`,
    '<html><a href="java&Tab;script&colon;x()">甲</a></html>',
  ]) {
    expect(await codes(Buffer.from(html), 'a.html'), html).toEqual(['scripts-removed']);
  }
  for (const inside of [
    '<script>x()</script>',
    '<a href="&#00000000106;avascript:x()"/>',
    '<a xmlns:l="http://www.w3.org/1999/xlink" l:href="javascript:x()"/>',
    '<?a ><!--?><script>x()</script>',
    '<g onload="x()"/>',
  ]) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
    expect(await codes(Buffer.from(svg), 'a.svg'), inside).toEqual(['has-scripts']);
  }
});

test('takes no words, comments or texts for scripts', async () => {
  for (const html of [
    '<html><p title="a/online=1">甲</p></html>',
    '<html><p title="> <script>">甲</p></html>',
    '<html><!-- <script>x()</script> --><p>甲</p></html>',
    '<html><textarea><script>x()</script></textarea></html>',
    '<html><a href="https://example.test/?src=javascript:x">甲</a></html>',
    '<html><p title="一段没有结束的说明文字，其中有 onclick=x()',
  ]) {
    expect(await codes(Buffer.from(html), 'a.html'), html).toEqual([]);
  }
  for (const inside of ['', '<!-- ><script/> -->', '<text><![CDATA[<script>]]></text>']) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg"><title>在线 online=1</title>${inside}</svg>`;
    expect(await codes(Buffer.from(svg), 'a.svg'), inside).toEqual([]);
  }
});

test.each([
  ['nested <div>', '<div>'.repeat(200_000)],
  ['nested <b><p>', '<b><p>'.repeat(200_000)],
  ['nested tables', '<table><tr><td>'.repeat(70_000)],
  ['attributes', `<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')}>`],
  ['blanks in a tag', `<p href=${' '.repeat(500_000)}x>`],
  ['<', '<'.repeat(1_000_000)],
])('looks once at however many %s', async (_, html) => {
  expect(await codes(Buffer.from(`<html>${html}`), 'a.html')).toEqual([]);
});

test('passes over however many comments once', async () => {
  const comments = '<!-- -->'.repeat(400);
  expect(await codes(Buffer.from(`${comments}x`), 'a.txt')).toEqual([]);
  const svg = Buffer.from(`<?xml version="1.0"?>${comments}<svg onload="x()"/>`);
  expect(await codes(svg, 'a.svg')).toEqual(['has-scripts']);
});

test('a text in UTF-16 is no sound: whoever uploads it is told how to save it', async () => {
  const text = Buffer.from('\ufeff梅岭镇的补贴名单', 'utf16le');
  expect(await inspectFile(text, '名单.txt')).toEqual({
    kind: 'text',
    findings: [expect.objectContaining({ code: 'wrong-encoding' })],
  });
});

test('never throws, whatever the bytes', async () => {
  const magics = [
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [],
  ];
  const names = fc.constantFrom('a.docx', 'a.doc', 'a.xlsx', 'a.png', 'a.html', 'a');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...magics),
      fc.uint8Array({ maxLength: 2000 }),
      names,
      async (magic, rest, name) => {
        const { findings } = await inspectFile(Uint8Array.from([...magic, ...rest]), name);
        for (const finding of findings) expect(findingWords(finding).zh).not.toBe('');
      },
    ),
    { numRuns: 150 },
  );
});

test('a cut file is damaged, not an accident', async () => {
  expect(await codes(docx.subarray(0, docx.length - 30), 'a.docx')).toEqual(['damaged-file']);
  expect(await codes(gzipSync('x'), 'a.docx')).toHaveLength(1);
});

test('every finding has its words in both languages, which say what to do', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const { skips, warnings } = messages[locale].files;
    expect(Object.keys(skips).sort()).toEqual([...SKIP_REASONS].sort());
    expect(Object.keys(warnings).sort()).toEqual([...WARNINGS].sort());
  }
  const { zh, en } = findingWords({ severity: 'skip', code: 'has-macros', detail: '.docm' });
  expect(zh).toMatch(/请另存为.*（\.docm）。$/u);
  expect(en).toMatch(/Save it as .* \(\.docm\)\.$/u);
});
