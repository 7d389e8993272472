import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from './decode';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** “国务院关于公开信息的通知。各省、自治区：第一条” in GB18030. */
const GBK = Buffer.from(
  'b9facef1d4bab9d8d3dab9abbfaad0c5cfa2b5c4cda8d6aaa1a3b8f7caa1a1a2d7d4d6cec7f8a3bab5dad2bbccf5',
  'hex',
);
const GBK_TEXT = '国务院关于公开信息的通知。各省、自治区：第一条';

test('reads UTF-8, with or without a byte order mark', () => {
  expect(decodeText(utf8('公开'))).toEqual({ text: '公开', warnings: [] });
  expect(decodeText(utf8('\ufeff公开'))).toEqual({ text: '公开', warnings: [] });
});

test('reads any text back that was written as UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
      expect(decodeText(utf8(text))).toEqual({ text, warnings: [] });
    }),
  );
});

test('reads UTF-16 by its byte order mark', () => {
  expect(decodeText(Buffer.from('\ufeff公开', 'utf16le'))).toEqual({ text: '公开', warnings: [] });
});

test('reads a page that declares gb2312 without remark', () => {
  const page = Buffer.concat([Buffer.from('<meta charset="gb2312">'), GBK]);
  expect(decodeText(page)).toEqual({
    text: `<meta charset="gb2312">${GBK_TEXT}`,
    warnings: [],
  });
});

test('reads undeclared GBK by evidence, and says so', () => {
  expect(decodeText(GBK)).toEqual({
    text: GBK_TEXT,
    warnings: [{ severity: 'warning', code: 'decoded-by-evidence' }],
  });
});

test('believes the bytes when a page declares UTF-8 and is GBK', () => {
  const page = Buffer.concat([Buffer.from('<meta charset="utf-8">'), GBK]);
  expect(decodeText(page)).toMatchObject({ text: `<meta charset="utf-8">${GBK_TEXT}` });
});

test('believes valid UTF-8 whatever the page declares', () => {
  expect(decodeText(utf8('<meta charset="gbk">公开'))).toMatchObject({
    text: '<meta charset="gbk">公开',
  });
});

test('refuses bytes that are no text, and Latin text in a legacy encoding', () => {
  for (const bytes of [
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    Buffer.from([0xff, 0xfe, 0x00]),
    Buffer.from('caf\u00e9 cr\u00e8me br\u00fbl\u00e9e', 'latin1'),
    Buffer.concat([utf8('公开信息'), Buffer.from([0xff, 0xff]), utf8('公开信息')]),
  ]) {
    expect(decodeText(bytes)).toEqual({ skip: { severity: 'skip', code: 'wrong-encoding' } });
  }
});

test('tells a file that was cut inside a character', () => {
  const whole = utf8('公开信息');
  for (const kept of [whole.length - 1, whole.length - 2]) {
    expect(decodeText(whole.subarray(0, kept))).toMatchObject({ skip: { code: 'cut-file' } });
  }
});
