import { expect, it } from 'vitest';
import { isTooShort, openFrom } from './period';

const opens = '2026-11-01T00:00:00.000Z';
const short = '2026-11-30T10:00:00.000Z';

it('asks why a major decision is open for less than thirty days, and nothing of other drafts', () => {
  expect(isTooShort('major-decision', opens, short, null)).toBe(true);
  expect(isTooShort('major-decision', opens, '2026-12-01T10:00:00.000Z', null)).toBe(false);
  expect(isTooShort('normative', opens, short, null)).toBe(false);
});

it('takes a reason in whatever words, and blanks for none', () => {
  expect(isTooShort('major-decision', opens, short, '汛期临近，须在此之前施行。')).toBe(false);
  expect(isTooShort('major-decision', opens, short, ' \n ')).toBe(true);
});

it.each([
  ['said to have opened before it was published', opens, '2026-11-18T02:00:00.000Z', true],
  ['published before it opens', opens, '2026-10-20T02:00:00.000Z', false],
  ['published on the day of its opening', opens, '2026-11-01T09:00:00.000Z', false],
])('counts from the later day where a consultation is %s', (_, opensAt, published, isShort) => {
  const closes = '2026-12-01T10:00:00.000Z';
  expect(isTooShort('major-decision', openFrom(opensAt, published), closes, null)).toBe(isShort);
});
