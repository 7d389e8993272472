import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatChineseNumeral } from '../../domain/documents/chinese-numerals';
import { readDate } from './dates';

const day = fc
  .date({
    min: new Date('1949-10-01T00:00:00Z'),
    max: new Date('2099-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

const DIGITS = '〇一二三四五六七八九';

test('reads every day in Arabic, full-width and Chinese digits', () => {
  fc.assert(
    fc.property(day, (wanted) => {
      const [year, month, date] = wanted.split('-') as [string, string, string];
      const arabic = `${year}年${Number(month)}月${Number(date)}日`;
      const wide = arabic.replace(/\d/gu, (d) => String.fromCodePoint(d.codePointAt(0)! + 0xfee0));
      const chinese = `${[...year].map((d) => DIGITS[Number(d)]).join('')}年${formatChineseNumeral(Number(month))}月${formatChineseNumeral(Number(date))}日`;
      for (const written of [arabic, wide, chinese, wanted, `于${arabic}通过`]) {
        expect(readDate(written)).toBe(wanted);
      }
    }),
  );
});

test('reads no date where there is none', () => {
  for (const text of ['', '2019年', '2019年2月30日', '一九九四年', '3019年1月1日', '第12号']) {
    expect(readDate(text)).toBeUndefined();
  }
});
