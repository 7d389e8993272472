import { expect, test } from 'vitest';
import { Spool } from './spool';

test('gives back by rank, and within one in the order in which they came', () => {
  const spool = new Spool<{ name: string }>();
  for (const [name, rank] of [
    ['丙', 2],
    ['甲', 1],
    ['丁', 2],
    ['乙', 1],
  ] as const)
    spool.add({ name }, rank);
  expect([...spool.inOrder()].map(({ name }) => name).join('')).toBe('甲乙丙丁');
  spool.remove();
});
