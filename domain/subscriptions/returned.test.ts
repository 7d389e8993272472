import { expect, test } from 'vitest';
import { isGivenUp } from './returned';

test('one digest that comes back ends no subscription, two in a row to an address that is gone do', () => {
  expect(isGivenUp(true, ['bounced'])).toBe(false);
  expect(isGivenUp(true, ['bounced', 'sent', 'bounced'])).toBe(false);
  expect(isGivenUp(true, ['bounced', 'bounced', 'sent'])).toBe(true);
  expect(isGivenUp(true, ['bounced', 'skipped', 'failed'])).toBe(true);
});

test('a mailbox that is full, or refuses, has four digests’ time to get well', () => {
  expect(isGivenUp(false, ['bounced', 'bounced', 'bounced'])).toBe(false);
  expect(isGivenUp(false, ['bounced', 'bounced', 'bounced', 'bounced'])).toBe(true);
  expect(isGivenUp(false, [])).toBe(false);
});
