import { expect, it } from 'vitest';
import { firstPassword } from './accounts';

it('makes a first password of sixteen readable characters, another one each time', () => {
  const passwords = Array.from({ length: 200 }, firstPassword);
  expect(new Set(passwords).size).toBe(passwords.length);
  for (const password of passwords) {
    expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
  }
});
