import { expect, it } from 'vitest';
import { forgetWritersOn } from './retention';

it('keeps who wrote for half a year after the outcome, and no longer than two years', () => {
  expect(forgetWritersOn('2026-09-04', '2026-09-25')).toBe('2027-03-25');
  expect(forgetWritersOn('2026-09-04', null)).toBe('2028-09-04');
  expect(forgetWritersOn('2026-09-04', '2028-08-01')).toBe('2028-09-04');
});
