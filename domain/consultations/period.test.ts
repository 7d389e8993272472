import { expect, it } from 'vitest';
import { isTooShort } from './period';

const opens = '2026-11-01T00:00:00.000Z';

it('asks why a major decision is open for less than thirty days, and nothing of other drafts', () => {
  const short = '2026-11-30T10:00:00.000Z';
  expect(isTooShort('major-decision', opens, short, '起草背景')).toBe(true);
  expect(isTooShort('major-decision', opens, '2026-12-01T10:00:00.000Z', '起草背景')).toBe(false);
  expect(isTooShort('major-decision', opens, short, '因汛期临近，缩短征求意见的期限。')).toBe(
    false,
  );
  expect(isTooShort('normative', opens, short, '')).toBe(false);
});
