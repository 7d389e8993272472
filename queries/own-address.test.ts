import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostOf, ownPath } from './own-address';

const hosts = [hostOf('https://gongkai.example/'), 'localhost:3000', null];

it.each([
  ['https://gongkai.example/documents/parking', '/documents/parking'],
  [' http://GONGKAI.example/documents/parking#article-5 ', '/documents/parking#article-5'],
  ['gongkai.example/en/documents?year=2026', '/en/documents?year=2026'],
  ['http://localhost:3000', '/'],
  ['https://gongkai.example?page=2', '/?page=2'],
  ['https://gongkai.example//elsewhere.example/x', '/elsewhere.example/x'],
  ['https://gongkai.example/\\elsewhere.example', '/elsewhere.example'],
])('%s goes to %s', (typed, path) => {
  expect(ownPath(typed, hosts)).toBe(path);
});

it.each([
  'https://elsewhere.example/documents/parking',
  'https://gongkai.example@elsewhere.example/',
  'https://gongkai.example.elsewhere.example/',
  'https://gongkai.example/admin/login',
  'https://gongkai.example/api/users/logout',
  'javascript:alert(1)//gongkai.example/',
  'gongkai',
  '停车管理办法',
  '看 https://gongkai.example/documents/parking',
  '',
])('%s goes nowhere', (typed) => {
  expect(ownPath(typed, hosts)).toBeNull();
});

it('leads nowhere else, whatever follows the host', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (rest) => {
      const path = ownPath(`https://gongkai.example/${rest}`, hosts);
      if (path !== null) expect(new URL(path, 'https://gongkai.example').host).toBe(hosts[0]);
    }),
  );
});

it('knows no host of an address that is none', () => {
  expect([hostOf(undefined), hostOf(''), hostOf('gongkai')]).toEqual([null, null, null]);
});
