import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import fc from 'fast-check';
import * as xlsx from '@e965/xlsx';
import sharp from 'sharp';
import { beforeAll, expect, test, vi } from 'vitest';
import { messages } from '../../messages';
import { HARD_KEYS, SOFT_KEYS } from './findings';
import { inspectForRelease } from './inspect';
import { restOf } from './picture-parts';
import { NotReleasableError, stripMetadata } from './strip';
import { findingSentence } from './words';

// Each PDF is opened by a process that starts for it; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

async function pdf(covered: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([300, 300]);
  page.drawText('Applicant 11010519491231002X', { x: 20, y: 200, size: 12, font });
  if (covered) page.drawRectangle({ x: 16, y: 194, width: 260, height: 20, color: rgb(0, 0, 0) });
  return document.save();
}

let photo: Buffer;
beforeAll(async () => {
  photo = await sharp({
    create: {
      width: 60,
      height: 40,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 120, sigma: 30 },
    },
  })
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '30/1 15/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
});

const keysOf = async (bytes: Uint8Array, name: string): Promise<string[]> =>
  (await inspectForRelease(bytes, name)).findings.map(({ key }) => key);

test('opens a PDF in a process of its own and tells what is below its boxes', async () => {
  const { kind, findings } = await inspectForRelease(await pdf(true), '答复.pdf');
  expect(kind).toBe('pdf');
  expect(findings.map(({ key }) => key)).toEqual(['pdf-covered-text', 'metadata']);
});

test('gives a PDF up that takes too much time or memory, and says so', async () => {
  const bytes = await pdf(false);
  const tooLong = { kind: 'pdf', findings: [{ key: 'too-long', hard: true }] };
  expect(await inspectForRelease(bytes, 'a.pdf', { time: 1 })).toEqual(tooLong);
  expect(await inspectForRelease(bytes, 'a.pdf', { memory: 30 })).toEqual(tooLong);
});

test('outlives a PDF that unpacks without end', async () => {
  const document = await PDFDocument.create();
  const page = document.addPage([300, 300]);
  const bomb = document.context.flateStream(Buffer.alloc(150_000_000, 'q Q\n'));
  page.node.addContentStream(document.context.register(bomb));
  const bytes = await document.save();
  expect(bytes.length).toBeLessThan(1_000_000);
  expect(await inspectForRelease(bytes, 'a.pdf', { time: 20_000, memory: 700 })).toEqual({
    kind: 'pdf',
    findings: [{ key: 'too-long', hard: true }],
  });
});

test('strips a PDF whose pages are clean and refuses one with words below a box', async () => {
  const copy = await stripMetadata(await pdf(false), 'pdf');
  expect(await keysOf(copy, 'a.pdf')).toEqual([]);
  const refusal = stripMetadata(await pdf(true), 'pdf');
  await expect(refusal).rejects.toBeInstanceOf(NotReleasableError);
  await expect(refusal).rejects.toMatchObject({ findings: [{ key: 'pdf-covered-text' }] });
  await expect(refusal).rejects.not.toThrow(/1101/u);
});

test('refuses to strip a Word file with words that are only hidden', async () => {
  const docx = (vanish: boolean) =>
    Packer.toBuffer(
      new Document({
        sections: [
          { children: [new Paragraph({ children: [new TextRun({ text: '正文', vanish })] })] },
        ],
      }),
    );
  await expect(stripMetadata(await docx(true), 'docx')).rejects.toBeInstanceOf(NotReleasableError);
  expect(await keysOf(await stripMetadata(await docx(false), 'docx'), 'a.docx')).toEqual([]);
});

test('takes the place, the camera and small copies out of a photo and leaves every pixel', async () => {
  const file = Buffer.concat([photo, Buffer.from('the rest of a larger picture')]);
  expect(await keysOf(file, 'a.jpg')).toEqual(['picture-metadata', 'picture-rest']);
  const copy = await stripMetadata(file, 'image');
  expect(await keysOf(copy, 'a.jpg')).toEqual([]);
  expect(copy.includes('Phone')).toBe(false);
  // Which side is up belongs to what one sees.
  expect((await sharp(copy).metadata()).orientation).toBe(6);
  const pixels = (bytes: Buffer) => sharp(bytes).rotate().raw().toBuffer();
  expect((await pixels(copy)).equals(await pixels(file))).toBe(true);

  const png = await sharp(photo)
    .withExif({ IFD0: { Make: 'Phone' } })
    .png()
    .toBuffer();
  expect(await keysOf(png, 'a.png')).toEqual(['picture-metadata']);
  const clean = await stripMetadata(png, 'image');
  expect(await keysOf(clean, 'a.png')).toEqual([]);
  expect((await sharp(clean).raw().toBuffer()).equals(await sharp(png).raw().toBuffer())).toBe(
    true,
  );
});

test('reads damaged pictures without throwing', () => {
  fc.assert(
    fc.property(
      fc.nat(photo.length),
      fc.array(fc.tuple(fc.nat(photo.length - 1), fc.nat(255)), { maxLength: 10 }),
      (length, flips) => {
        const bytes = Uint8Array.from(photo);
        for (const [at, value] of flips) bytes[at] = value;
        expect(() => restOf(bytes.subarray(0, length))).not.toThrow();
      },
    ),
  );
});

test('finds letters in a text that nobody sees, and takes them away', async () => {
  const text = Buffer.from('\ufeff申请\u200b人\u202e\u{e0041}\n');
  expect((await inspectForRelease(text, 'a.txt')).findings).toEqual([
    { key: 'invisible-characters', hard: false, values: { count: 3 } },
  ]);
  expect((await stripMetadata(text, 'text')).toString()).toBe('申请人\n');
  const plain = Buffer.from('申请人\n');
  expect(await stripMetadata(plain, 'text')).toEqual(plain);
});

test.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
  ['old-format', 'a.xls', () => ole({ Workbook: Buffer.alloc(5000) })],
  ['old-format', 'a.doc', () => ole({ WordDocument: Buffer.alloc(5000) })],
  ['encrypted', 'a.docx', () => ole({ EncryptedPackage: Buffer.alloc(5000) })],
  ['empty', 'a.pdf', () => Buffer.alloc(0)],
  ['wrong-extension', 'a.docx', () => pdf(false)],
  ['other-format', 'a.exe', () => Buffer.from('text')],
  ['other-format', 'a.svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['not-text', 'a.txt', () => Buffer.from([0xff, 0x00, 0x81, 0xff])],
  ['damaged', 'a.docx', () => Buffer.from('PK\u0003\u0004 and no more')],
  ['damaged', 'a.jpg', () => photo.subarray(0, photo.length - 5)],
  ['other-format', 'a.gif', () => sharp(photo).gif().toBuffer()],
])('refuses with «%s» what can not be checked: %s', async (key, name, bytes) => {
  const { findings } = await inspectForRelease(await bytes(), name);
  expect(findings).toEqual([{ key, hard: true }]);
});

function ole(streams: Record<string, Buffer>): Buffer {
  const cfb = xlsx.CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) xlsx.CFB.utils.cfb_add(cfb, name, bytes);
  return xlsx.CFB.write(cfb, { type: 'buffer' }) as Buffer;
}

test('has words for every finding, and no words for others', () => {
  const keys = [...HARD_KEYS, ...SOFT_KEYS].sort();
  expect(Object.keys(messages['zh-CN'].releaseCheck.findings).sort()).toEqual(keys);
  expect(Object.keys(messages.en.releaseCheck.findings).sort()).toEqual(keys);
});

test('tells each finding as a sentence with its place and number', () => {
  for (const key of [...HARD_KEYS, ...SOFT_KEYS]) {
    for (const place of [undefined, '3', 'body']) {
      const finding = { key, hard: true, ...(place ? { place } : {}), values: { count: 2 } };
      expect(findingSentence(finding, 'zh-CN')).toMatch(/^[^{}]+。$/u);
      expect(findingSentence(finding, 'en')).toMatch(/^[^{}]+\.$/u);
    }
  }
  expect(
    findingSentence(
      { key: 'pdf-covered-text', hard: true, place: '3', values: { count: 18 } },
      'zh-CN',
    ),
  ).toMatch(/^第 3 页有 18 个字只是被色块盖住/u);
  expect(
    findingSentence(
      { key: 'docx-hidden-text', hard: true, place: 'header', values: { count: 1 } },
      'zh-CN',
    ),
  ).toMatch(/^页眉有 1 个隐藏的字/u);
});
