import { expect, it } from 'vitest';
import { punctualityOf } from './punctuality';

it.each([
  ['a department on its last day', 'department', '2025-01-31', { state: 'on-time' }],
  ['a department a day after', 'department', '2025-02-01', { state: 'late', days: 1 }],
  ['the county on its last day', 'county', '2025-03-31', { state: 'on-time' }],
  ['the county in April', 'county', '2025-04-10', { state: 'late', days: 10 }],
  ['a report without a day', 'county', null, { state: 'undated' }],
] as const)('judges %s', (_, level, publishedOn, expected) => {
  expect(punctualityOf(2024, level, publishedOn, '2026-01-01')).toEqual(expected);
});

it('waits for a report until its last day, and misses it after', () => {
  expect(punctualityOf(2025, 'department', undefined, '2026-01-31')).toEqual({
    state: 'due',
    by: '2026-01-31',
  });
  expect(punctualityOf(2025, 'department', undefined, '2026-02-03')).toEqual({
    state: 'missing',
    days: 3,
  });
});
