import { expect, test } from 'vitest';
import { BLANK, fillReceipt, joined } from './blank-receipt';

const blank = `<dd>${BLANK.receiptNumber}</dd><dd>${BLANK.queryCode}</dd><script>["${BLANK.queryCode}"]</script>`;
const keys = { receiptNumber: 'YF2026-00123-X', queryCode: 'ABCD-2345' };

test('the two keys stand wherever the blank has their places, also in what the script reads', () => {
  expect(fillReceipt(blank, keys)).toBe(
    '<dd>YF2026-00123-X</dd><dd>ABCD-2345</dd><script>["ABCD-2345"]</script>',
  );
});

test.each([
  { ...keys, queryCode: '<b>' },
  { ...keys, receiptNumber: '' },
  { ...keys, queryCode: 'ABCD-2345"' },
])('what could mean something in HTML is put into no page: %j', (bad) => {
  expect(() => fillReceipt(blank, bad)).toThrow(/^no /);
});

test('a place that Next has cut in two is filled as well', () => {
  const [head, tail] = [BLANK.queryCode.slice(0, 5), BLANK.queryCode.slice(5)];
  const cut = `<script>self.__next_f.push([1,"a${head}"])</script><script>self.__next_f.push([1,"${tail}b"])</script>`;
  expect(fillReceipt(joined(cut), keys)).toBe(
    '<script>self.__next_f.push([1,"aABCD-2345b"])</script>',
  );
});
