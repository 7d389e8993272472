import { expect, test } from 'vitest';
import { newReview, recordPublication, type Review } from './review';
import { isDue, isMissed } from './schedule';

const leader = { id: 'c', name: '王五', roles: ['leader'] };
const approvedAt = (at: string): Review => ({
  ...newReview('a', 'x'),
  state: 'approved',
  steps: [{ action: 'approve', by: 'c', byName: '王五', at, opinion: '', fingerprint: 'x' }],
});
const releaseAt = '2026-03-02T01:00:00.000Z';
const before = '2026-03-02T00:59:59.000Z';
const just = '2026-03-02T01:00:30.000Z';
const later = '2026-03-02T02:00:00.000Z';

test('what was approved in time is due at its hour, not a second before', () => {
  const text = { review: approvedAt('2026-03-01T00:00:00.000Z'), releaseAt };
  expect(isDue(text, before)).toBe(false);
  expect(isDue(text, releaseAt)).toBe(true);
  expect(isMissed(text, just)).toBe(false);
  expect(isMissed(text, later)).toBe(true);
});

test('what was approved after its hour is missed and never due', () => {
  const text = { review: approvedAt(just), releaseAt };
  expect(isDue(text, later)).toBe(false);
  expect(isMissed(text, later)).toBe(true);
});

test('what is not approved is missed once its hour is past', () => {
  const text = { review: newReview('a', 'x'), releaseAt };
  expect(isDue(text, later)).toBe(false);
  expect(isMissed(text, before)).toBe(false);
  expect(isMissed(text, just)).toBe(true);
});

test('what is public or has no hour is neither', () => {
  const out = recordPublication(approvedAt('2026-03-01T00:00:00.000Z'), leader, just);
  for (const text of [
    { review: out, releaseAt },
    { review: approvedAt(before), releaseAt: null },
  ]) {
    expect(isDue(text, later)).toBe(false);
    expect(isMissed(text, later)).toBe(false);
  }
});
