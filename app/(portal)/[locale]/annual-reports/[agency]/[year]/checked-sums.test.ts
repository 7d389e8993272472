import { describe, expect, it } from 'vitest';
import { labelOf } from '@/domain/annual-reports/describe';
import { fillTables } from '@/domain/annual-reports/fill';
import { report2020 } from '@/domain/annual-reports/report-2020.fixture';
import { checksOf, placeOf, sumText } from './checked-sums';

const rule = (name: string, checks: ReturnType<typeof checksOf>) =>
  checks.rules.find((one) => one.rule === name);

describe('what was checked', () => {
  it('holds everywhere in a report full of zeros', () => {
    const { rules, findings } = checksOf(
      '2021',
      fillTables('2021', () => 0),
      undefined,
      'zh-CN',
    );
    expect(findings).toEqual([]);
    expect(rules.map(({ rule: name }) => name)).toEqual([
      'balance',
      'outcome-sum',
      'applicant-sum',
      'litigation-sum',
    ]);
    for (const { undecided, broken, holds } of rules) {
      expect([undecided, broken]).toEqual([0, 0]);
      expect(holds).toBeGreaterThan(0);
    }
  });

  it('counts as open, and not as right, what the real report’s blanks leave undecided', () => {
    const checks = checksOf('2019', report2020(), undefined, 'zh-CN');
    expect(checks.rules.every(({ broken }) => broken === 0)).toBe(true);
    expect(rule('balance', checks)).toMatchObject({ holds: 1, undecided: 6 });
    expect(rule('outcome-sum', checks)?.holds).toBe(1);
  });

  it('shows the sum over all applicants that a reader asks for', () => {
    const checks = checksOf('2019', report2020(), undefined, 'zh-CN');
    expect(rule('balance', checks)?.sums).toEqual([
      { place: '总计', left: '23 + 0', right: '23 + 0', isBroken: false },
    ]);
    expect(rule('outcome-sum', checks)?.sums[0]).toMatchObject({ left: '23', right: '20 + 2 + 1' });
  });

  it('says that a sum is broken, with both sides', () => {
    const tables = report2020();
    tables.applications.received!.total = 24;
    const checks = checksOf('2019', tables, undefined, 'zh-CN');
    expect(rule('balance', checks)).toMatchObject({
      broken: 1,
      sums: [{ left: '24 + 0', right: '23 + 0', isBroken: true }],
    });
  });

  it('compares what was carried over with the report before, where there is one', () => {
    const [before, now] = [fillTables('2021', () => 0), fillTables('2021', () => 0)];
    before.applications['carried-out']!.total = 1;
    const checks = checksOf('2021', now, before, 'zh-CN');
    expect(rule('carried-over', checks)).toMatchObject({ broken: 1, holds: 6 });
    expect(rule('in-force', checks)?.holds).toBe(2);
  });
});

describe('words of a sum', () => {
  it('leave the zeros of a long sum out, and say 0 where nothing is left', () => {
    const zeros = Array.from({ length: 6 }, () => ({
      side: 'right' as const,
      row: 'granted',
      column: 'total',
      figure: 0,
    }));
    expect(sumText(zeros, 'right')).toBe('0');
    expect(sumText([...zeros, { ...zeros[0]!, figure: 1200 }], 'right')).toBe('1,200');
  });

  it('show a blank as a blank and what is taken off with a minus', () => {
    const part = { side: 'left' as const, row: 'normative', column: 'issued' };
    expect(
      sumText(
        [
          { ...part, figure: 163 },
          { ...part, figure: null },
          { ...part, figure: 9, sign: -1 },
        ],
        'left',
      ),
    ).toBe('163 + □ − 9');
  });
});

it('names rows and columns as the form does, in both languages', () => {
  expect(placeOf('2021', { table: 'litigation', row: 'review', column: 'total' }, 'zh-CN')).toBe(
    '行政复议，总计',
  );
  expect(labelOf('2019', 'disclosure', 'columns', 'change', 'en')).toBe('Change this year');
  expect(labelOf('2019', 'applications', 'rows', 'unheard-of', 'en')).toBe('unheard-of');
});
