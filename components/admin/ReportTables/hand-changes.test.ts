import { expect, it } from 'vitest';
import { fillTables } from '@/domain/annual-reports/fill';
import type { HandChange } from '@/domain/annual-reports/hand-changes';
import type { Figure, ReportTables } from '@/domain/annual-reports/tables';
import { differences, withoutSettled, withWhy, type FormChange } from './hand-changes';

const tables = (figures: Record<string, Figure>): ReportTables =>
  fillTables('2021', ({ table, row, column }) => figures[`${table}/${row}/${column}`] ?? null);

const granted = { table: 'applications', row: 'granted', column: 'natural' } as const;
const partial = { table: 'applications', row: 'partial', column: 'natural' } as const;
const compiled = tables({ 'applications/granted/natural': 12, 'applications/partial/natural': 1 });
const entered = tables({
  'applications/granted/natural': 14,
  'applications/partial/natural': 1,
  // The portal knows nothing of licences, so nobody changed anything.
  'disclosure/licensing/decisions': 5230,
});

it('finds the cells that hold another figure than the portal counted', () => {
  expect(differences('2021', entered, compiled, [], [])).toEqual([
    { ...granted, computed: 12, entered: 14, why: '', by: null, byName: null, at: '' },
  ]);
});

it('takes a cell that was emptied for changed', () => {
  const emptied = tables({ 'applications/partial/natural': 1 });
  expect(differences('2021', emptied, compiled, [], [])).toMatchObject([{ entered: null }]);
});

it('differs in nothing before anything is compiled', () => {
  expect(differences('2021', entered, null, [], [])).toEqual([]);
});

it('names who gave the reason as long as it is the one that was saved', () => {
  const kept: HandChange = {
    ...granted,
    computed: 12,
    entered: 14,
    why: '两件漏登记',
    by: 7,
    byName: '演示·编辑',
    at: '2026-01-05T02:30:00.000Z',
  };
  const nameFor = (changes: FormChange[]) =>
    differences('2021', entered, compiled, changes, [kept])[0]?.byName;
  expect(nameFor([kept])).toBe('演示·编辑');
  expect(nameFor(withWhy([kept], granted, '两件漏登记 '))).toBe('演示·编辑');
  expect(nameFor(withWhy([kept], granted, '另有原因'))).toBeNull();
});

it('replaces the reason for a cell and keeps those for others', () => {
  const changes = withWhy(
    withWhy(withWhy([], granted, '漏登记'), partial, '重复'),
    granted,
    '漏登记两件',
  );
  expect(changes).toEqual([
    { ...partial, why: '重复' },
    { ...granted, why: '漏登记两件' },
  ]);
});

it('drops the reason for a cell that holds the compiled figure again', () => {
  const changes = withWhy(withWhy([], granted, '漏登记'), partial, '重复');
  expect(withoutSettled(changes, entered, compiled)).toEqual([{ ...granted, why: '漏登记' }]);
});
