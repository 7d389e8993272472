import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatCommentReceipt } from '../domain/consultations/receipt';
import { LETTER_PURPOSES } from '../domain/letters/codes';
import { formatLetterReceipt } from '../domain/letters/receipt';
import { formatReceiptNumber } from '../domain/applications/receipt-number';
import { receiptBegun, receiptIn } from './asked-receipt';
import { countedQuestion } from './counted-question';

const serial = fc.integer({ min: 1, max: 99_999 });
const year = fc.integer({ min: 2000, max: 2099 });
const spelling = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => text.replaceAll('-', ''),
  (text) => text.replaceAll('-', ' — '),
  (text) => `我的编号是 ${text}，办到哪了`,
  (text) => `受理编号：${text}`,
  (text) => text.replace(/[A-Z\d]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
);

it('tells a receipt number in any spelling, and whose it is; none of them is counted', () => {
  fc.assert(
    fc.property(year, serial, spelling, (y, n, spelled) => {
      const numbers = [
        ['application', formatReceiptNumber({ prefix: 'YF', year: y, serial: n })],
        ['comment', formatCommentReceipt(y, n)],
        ...LETTER_PURPOSES.map(({ code }) => ['letter', formatLetterReceipt(code, y, n)]),
      ];
      for (const [owner, number = ''] of numbers) {
        const typed = spelled(number);
        expect([typed, receiptIn(typed, 'YF')]).toEqual([typed, owner]);
        expect(receiptBegun(typed, 'YF')).toBe(owner);
        expect(countedQuestion(typed)).toBeNull();
      }
    }),
  );
});

it('tells a number that was mistyped, for it is somebody’s all the same', () => {
  expect(receiptIn('YF2026-00001-8', 'YF')).toBe('application');
  expect(receiptIn('GA2026-00001-7', 'GA')).toBe('application');
  expect(receiptIn('YF2026-00001-7', 'GA')).toBeNull();
});

it.each([
  '国发〔2019〕5号',
  '国务院令711号',
  '2026-00001-7',
  'JC2026-012',
  'PM2.5',
  '',
  '0795-0000165',
  'LX202600001234',
  'constructor2026-00001-7',
])('%s is none', (typed) => {
  expect(receiptIn(typed, 'YF')).toBeNull();
});

it('tells one that is being typed from its first digit after the year on', () => {
  expect(['YF', 'YF2026', 'YF2026-'].map((typed) => receiptBegun(typed, 'YF'))).toEqual([
    null,
    null,
    null,
  ]);
  expect(receiptBegun('yf2026-0', 'YF')).toBe('application');
  expect(receiptBegun('lx 2026 0', 'YF')).toBe('letter');
  expect(receiptBegun('yj2026-00001', 'YF')).toBe('comment');
});

it('reads any text without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      receiptIn(text, 'YF');
      receiptBegun(text, 'YF');
    }),
  );
});
