import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DocumentNumberError,
  type DocumentNumber,
  assertDocumentNumber,
  canonicalDocumentNumber,
  canonicalDocumentNumbers,
  formatDocumentNumber,
  isDocumentNumber,
  isSameDocumentNumber,
  formatDocumentNumbers,
  parseDocumentNumber,
  parseDocumentNumbers,
} from './number';
import { formatChineseNumeral } from './chinese-numerals';

const lines = (name: string) =>
  readFileSync(new URL(`./cases/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

const han = fc.constantFrom('国', '办', '发', '函', '宜', '府', '字', '财', '税', '法', '释');
const word = fc.array(han, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
const year = fc.integer({ min: 1949, max: 2099 });
const serial = fc.integer({ min: 1, max: 99_999 });
const number: fc.Arbitrary<DocumentNumber> = fc.oneof(
  fc.record({ form: fc.constant('coded' as const), code: word, year, serial }),
  fc.record({
    form: fc.constant('order' as const),
    issuer: fc.oneof(fc.constant(''), word),
    instrument: fc.constantFrom('令' as const, '公告' as const, '通告' as const),
    serial,
  }),
  fc.record({
    form: fc.constant('yearly' as const),
    series: fc.oneof(fc.constant(''), fc.constant('税务总局公告')),
    year,
    serial,
  }),
);

describe('parseDocumentNumber', () => {
  for (const line of lines('document-numbers-valid.txt')) {
    it(`reads ${line}`, () => {
      const [written, stored] = line.split(' => ') as [string, string];
      expect(canonicalDocumentNumber(written)).toBe(stored);
      expect(canonicalDocumentNumber(stored)).toBe(stored);
    });
  }

  for (const line of lines('document-numbers-invalid.txt')) {
    it(`refuses ${line}`, () => {
      expect(parseDocumentNumber(line)).toBeUndefined();
    });
  }

  it('refuses an empty field and an endless one', () => {
    expect(parseDocumentNumber('')).toBeUndefined();
    expect(parseDocumentNumber('\u3000')).toBeUndefined();
    expect(parseDocumentNumber(`${'国'.repeat(100_000)}〔2018〕39号`)).toBeUndefined();
    expect(parseDocumentNumber('国'.repeat(60))).toBeUndefined();
    expect(parseDocumentNumber('国(办)'.repeat(14))).toBeUndefined();
  });

  it('gives the parts of each form', () => {
    expect(parseDocumentNumber('国办发〔2018〕108号')).toEqual({
      form: 'coded',
      code: '国办发',
      year: 2018,
      serial: 108,
    });
    expect(parseDocumentNumber('中华人民共和国国务院令第711号')).toEqual({
      form: 'order',
      issuer: '国务院',
      instrument: '令',
      serial: 711,
    });
    expect(parseDocumentNumber('国家税务总局公告2019年第1号')).toEqual({
      form: 'yearly',
      series: '国家税务总局公告',
      year: 2019,
      serial: 1,
    });
  });

  it('reads back every number that it writes', () => {
    fc.assert(
      fc.property(number, (value) => {
        expect(parseDocumentNumber(formatDocumentNumber(value))).toEqual(value);
      }),
    );
  });

  it('reads one number from every spelling of it', () => {
    const open = fc.constantFrom('〔', '[', '(', '（', '【', '［');
    const close = fc.constantFrom('〕', ']', ')', '）', '】', '］');
    const gap = fc.constantFrom('', ' ', '\u3000', '\u00a0', '  ');
    fc.assert(
      fc.property(
        word,
        year,
        serial,
        open,
        close,
        gap,
        fc.boolean(),
        (code, y, n, o, c, g, wide) => {
          const digits = (value: number) =>
            wide
              ? [...`${value}`].map((d) => String.fromCodePoint(0xff10 + Number(d))).join('')
              : `${value}`;
          const written = `${code}${g}${o}${digits(y)}${c}${g}${digits(n)}${g}号`;
          expect(canonicalDocumentNumber(written)).toBe(`${code}〔${y}〕${n}号`);
        },
      ),
    );
  });

  it('reads an order from every spelling of it', () => {
    const instrument = fc.constantFrom('令', '公告', '通告');
    const small = fc.integer({ min: 1, max: 9999 });
    const state = fc.constantFrom('', '中华人民共和国');
    fc.assert(
      fc.property(state, word, instrument, small, (of, issuer, kind, n) => {
        const stored = `${issuer}${kind}第${n}号`;
        const chinese = formatChineseNumeral(n);
        for (const written of [
          `${of}${issuer}${kind}第${n}号`,
          `${of}${issuer}${kind} 第 ${n} 号`,
          `${of}${issuer}${kind}（第${n}号）`,
          `${of}${issuer}${kind}${n}号`,
          `${of}${issuer}${kind}第${chinese}号`,
          `${of}${issuer}第${n}号${kind}`,
          `${of}${issuer}第${chinese}号${kind}`,
        ]) {
          expect(canonicalDocumentNumber(written), written).toBe(stored);
        }
      }),
    );
  });

  it('reads a yearly number from every spelling of it', () => {
    const instrument = fc.constantFrom('令', '公告', '通告');
    const small = fc.integer({ min: 1, max: 9999 });
    const chineseYear = (y: number) => [...`${y}`].map((d) => '〇一二三四五六七八九'[+d]).join('');
    fc.assert(
      fc.property(word, instrument, year, small, (issuer, kind, y, n) => {
        const stored = `${issuer}${kind}${y}年第${n}号`;
        for (const written of [
          `${issuer}${kind} ${y} 年第 ${n} 号`,
          `${issuer}${kind}${y}年${n}号`,
          `${issuer}${y}年第${n}号${kind}`,
          `中华人民共和国${issuer}${kind}${y}年第${n}号`,
          `${issuer}${kind}${chineseYear(y)}年第${formatChineseNumeral(n)}号`,
        ]) {
          expect(canonicalDocumentNumber(written), written).toBe(stored);
        }
      }),
    );
  });

  it('never throws, and what it reads has one stored form', () => {
    const piece = fc.constantFrom(...'国发令公告第号年〔〕[]（）()【】0189０９一十百 \u3000文A-');
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 40 }), (text) => {
        const stored = canonicalDocumentNumber(text);
        if (stored !== undefined) expect(canonicalDocumentNumber(stored)).toBe(stored);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('parseDocumentNumbers', () => {
  for (const line of lines('document-numbers-joint.txt')) {
    it(`reads ${line}`, () => {
      const [written, stored] = line.split(' => ') as [string, string];
      expect(canonicalDocumentNumbers(written) ?? '-').toBe(stored);
    });
  }

  it('reads back every list that it writes, however it is parted', () => {
    const mark = fc.constantFrom('、', '，', ',', '；', ';', '/', '／', ' 、 ');
    fc.assert(
      fc.property(
        fc.uniqueArray(number, { minLength: 1, maxLength: 5, selector: formatDocumentNumber }),
        mark,
        (list, between) => {
          expect(parseDocumentNumbers(list.map(formatDocumentNumber).join(between))).toEqual(list);
          expect(canonicalDocumentNumbers(formatDocumentNumbers(list))).toBe(
            formatDocumentNumbers(list),
          );
        },
      ),
    );
  });

  it('refuses an endless list', () => {
    const many = Array.from({ length: 11 }, (_, i) => `国发〔2018〕${i + 1}号`).join('、');
    expect(parseDocumentNumbers(many)).toBeUndefined();
    expect(parseDocumentNumbers('、'.repeat(100_000))).toBeUndefined();
  });
});

describe('isDocumentNumber and assertDocumentNumber', () => {
  it('answer, or throw a named error that carries the text', () => {
    expect(isDocumentNumber('国发[2018]39号')).toBe(true);
    expect(isDocumentNumber('国发39号')).toBe(false);
    expect(assertDocumentNumber('国发[2018]39号').serial).toBe(39);
    expect(() => assertDocumentNumber('国发39号')).toThrow(DocumentNumberError);
  });
});

describe('isSameDocumentNumber', () => {
  it('knows an order by its code and by its full name', () => {
    expect(isSameDocumentNumber('国令第707号', '中华人民共和国国务院令第707号')).toBe(true);
    expect(isSameDocumentNumber('国发[2018]39号', '国发〔2018〕39')).toBe(true);
    expect(isSameDocumentNumber('国发〔2018〕39号', '国发〔2018〕40号')).toBe(false);
    expect(isSameDocumentNumber('无', '无')).toBe(false);
  });
});
