import { expect, it } from 'vitest';
import { formatCommentReceipt, parseCommentReceipt } from './receipt';

it('reads the number of a comment however it is typed, and no other number', () => {
  const number = formatCommentReceipt(2026, 1);
  expect(number).toMatch(/^YJ2026-00001-[\dX]$/);
  for (const typed of [number.toLowerCase(), number.replaceAll('-', ' '), `　${number}`]) {
    expect(parseCommentReceipt(typed)).toBe(number);
  }
  expect(parseCommentReceipt(number.replace('YJ', 'LX'))).toBeNull();
  expect(parseCommentReceipt(number.replace('00001', '00002'))).toBeNull();
  expect(parseCommentReceipt('')).toBeNull();
});
