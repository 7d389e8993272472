import { expect, test } from 'vitest';
import { Spool } from './spool';

test('gives back any item that was put in', () => {
  const spool = new Spool<{ name: string }>();
  for (const name of ['甲', '乙\n乙', '丙']) spool.add({ name });
  expect(spool.size).toBe(3);
  expect([2, 0, 1].map((index) => spool.get(index).name)).toEqual(['丙', '甲', '乙\n乙']);
  spool.remove();
});
