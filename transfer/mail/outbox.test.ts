import { expect, test } from 'vitest';
import type { Application } from '@/payload-types';
import { mailsOf } from './outbox';

const kinds = (history: object[]) =>
  mailsOf({ id: 1, history } as unknown as Application).map(({ kind }) => kind);

test('what was done before an address was there, or another one, is not mailed to it afterwards', () => {
  const past = ['register', 'confirm', 'extend', 'issue'].map((action) => ({ action }));
  expect(kinds(past)).toEqual(['filed', 'confirmed', 'extension', 'replied']);
  const amended = (item: string) => ({ action: 'amend', amended: { item, old: null } });
  expect(kinds([...past, amended('email')])).toEqual([]);
  expect(kinds([...past, amended('email'), { action: 'correct' }])).toEqual(['correction']);
  expect(kinds([...past, amended('phone')])).toHaveLength(4);
});
