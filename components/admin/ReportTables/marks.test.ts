import { expect, it } from 'vitest';
import type { WordedFinding } from '@/domain/annual-reports/describe';
import { cellsInOrder, kindOf, marksOf, tallyOf, verdictOf } from './marks';

const cell = (row: string, column: string) => ({ table: 'applications' as const, row, column });

const balance: WordedFinding = {
  key: 'balance',
  severity: 'hard',
  rule: 'balance',
  table: 'applications',
  column: 'natural',
  text: '自然人: 一 23 + 二 0 ≠ 三(七) 22 + 四 0',
  cells: ['received', 'carried-in', 'outcome-total', 'carried-out'].map((row) =>
    cell(row, 'natural'),
  ),
  needsReason: false,
};
const sum: WordedFinding = {
  ...balance,
  key: 'sum',
  rule: 'outcome-sum',
  row: 'outcome-total',
  cells: [cell('granted', 'natural'), cell('outcome-total', 'natural')],
};
const blank: WordedFinding = {
  ...balance,
  key: 'blank',
  severity: 'soft',
  rule: 'blank-column',
  cells: Array.from({ length: 26 }, (_, i) => cell(`row-${i}`, 'business')),
  needsReason: true,
};
const change: WordedFinding = {
  ...balance,
  key: 'change',
  rule: 'hand-change',
  row: 'received',
  cells: [cell('received', 'natural')],
};

it('marks all cells of a sum down a column, and of a total the total alone', () => {
  expect([...marksOf([balance]).keys()]).toHaveLength(4);
  expect([...marksOf([sum])]).toEqual([['applications/outcome-total/natural', 'hard']]);
});

it('marks none where so many take part that a mark would say nothing', () => {
  expect(marksOf([blank]).size).toBe(0);
});

it('marks what does not add up over what wants a reason', () => {
  expect(marksOf([change, balance]).get('applications/received/natural')).toBe('hard');
  expect(marksOf([balance, change]).get('applications/received/natural')).toBe('hard');
  expect(marksOf([change]).get('applications/received/natural')).toBe('soft');
});

it('leads to the cell that a finding is said of before those that take part', () => {
  expect(cellsInOrder(sum)[0]).toEqual(cell('outcome-total', 'natural'));
});

it('asks for the reason of a change as it asks for other reasons', () => {
  expect([balance, change, blank, { ...blank, reason: '没有' }].map(kindOf)).toEqual([
    'hard',
    'why',
    'soft',
    'given',
  ]);
  expect(tallyOf([balance, change, blank])).toEqual({ hard: 1, soft: 2 });
  expect(verdictOf([change])).toBe('soft');
  expect(verdictOf([{ ...blank, reason: '没有' }])).toBe('holds');
});
