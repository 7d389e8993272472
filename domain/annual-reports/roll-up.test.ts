import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTables, isConsistent } from './check';
import { emptyTables, fillTables, type CellAddress } from './fill';
import { cellKey, contributionsTo, rollUp, type RollUpPart } from './roll-up';
import { figureAt, type LayoutCode, type ReportTables } from './tables';
import { validTables } from './valid-report.fixture';

const part = (
  agency: number,
  tables: RollUpPart<number>['tables'],
  more: Partial<RollUpPart<number>> = {},
): RollUpPart<number> => ({
  agency,
  name: `第${agency}局`,
  report: 100 + agency,
  source: 'published',
  layout: '2021',
  tables,
  ...more,
});

const summed = (layout: LayoutCode, parts: RollUpPart<number>[]) => {
  const result = rollUp(layout, parts);
  if (!result.ok) throw new Error('the layouts are mixed');
  return result;
};

const zeros = (code: LayoutCode): ReportTables => fillTables(code, () => 0);
const cell: CellAddress = { table: 'applications', row: 'received', column: 'natural' };

const withCell = (figure: number | null): ReportTables => {
  const tables = zeros('2021');
  tables.applications.received!.natural = figure;
  return tables;
};

describe('the sum of the agencies', () => {
  it('is what each cell of the parts adds up to', () => {
    const { tables, gaps } = summed('2021', [part(1, withCell(4)), part(2, withCell(7))]);
    expect(tables.applications.received!.natural).toBe(11);
    expect(tables.applications.received!.business).toBe(0);
    expect(gaps).toEqual([]);
  });

  it('holds what the county office did itself beside the reports', () => {
    const own = part(3, withCell(5), { source: 'own', report: null });
    const { tables, contributions } = summed('2021', [part(1, withCell(4)), own]);
    expect(tables.applications.received!.natural).toBe(9);
    expect(contributions[1]).toMatchObject({ source: 'own', report: null });
  });

  it('leaves blank what all leave blank, and whatever no agency reports', () => {
    const { tables, gaps } = summed('2021', [part(1, withCell(null)), part(2, withCell(null))]);
    expect(tables.applications.received!.natural).toBeNull();
    expect(gaps).toEqual([]);
    expect(summed('2021', []).tables).toEqual(emptyTables('2021'));
  });

  it('names who left a cell blank that others fill, and counts the others', () => {
    const { tables, gaps } = summed('2021', [part(1, withCell(null)), part(2, withCell(7))]);
    expect(tables.applications.received!.natural).toBe(7);
    expect(gaps).toEqual([{ ...cell, agencies: [1] }]);
  });

  it('takes absent rows and tables for blank ones', () => {
    const { tables, gaps } = summed('2021', [
      part(1, { applications: { received: { natural: 2 } } }),
      part(2, withCell(7)),
    ]);
    expect(tables.applications.received!.natural).toBe(9);
    expect(gaps).toContainEqual({
      table: 'litigation',
      row: 'review',
      column: 'total',
      agencies: [1],
    });
  });

  it('keeps an agency without figures in the list and out of the sum', () => {
    const { tables, contributions, gaps } = summed('2021', [
      part(1, withCell(4)),
      part(2, null, { source: 'missing', report: null }),
    ]);
    expect(tables.applications.received!.natural).toBe(4);
    expect(gaps).toEqual([]);
    expect(contributions[1]).toEqual({
      agency: 2,
      name: '第2局',
      report: null,
      source: 'missing',
      figures: {},
    });
  });

  it('refuses reports in another layout, which count other things', () => {
    const result = rollUp('2021', [
      part(1, zeros('2021')),
      part(2, zeros('2019'), { layout: '2019' }),
    ]);
    expect(result).toEqual({
      ok: false,
      otherLayout: [{ agency: 2, name: '第2局', report: 102, layout: '2019' }],
    });
  });

  it('adds up whatever layout a missing report would have had', () => {
    const missing = part(2, null, { layout: '2019', source: 'missing', report: null });
    expect(rollUp('2021', [part(1, zeros('2021')), missing]).ok).toBe(true);
  });
});

describe('what each agency adds', () => {
  it('is told for a cell, blanks as blanks and without those that add nothing', () => {
    const { contributions } = summed('2021', [
      part(1, withCell(4)),
      part(2, withCell(0)),
      part(3, withCell(null)),
    ]);
    expect(contributionsTo(contributions, cell)).toEqual([
      { agency: 1, name: '第1局', report: 101, source: 'published', figure: 4 },
      { agency: 3, name: '第3局', report: 103, source: 'published', figure: null },
    ]);
  });

  it('keeps no zeros', () => {
    const { contributions } = summed('2021', [part(1, withCell(4))]);
    expect(contributions[0]!.figures).toEqual({ [cellKey(cell)]: 4 });
  });
});

const reports = fc
  .constantFrom<LayoutCode>('2019', '2021')
  .chain((layout) =>
    fc
      .array(validTables(layout), { minLength: 1, maxLength: 6 })
      .map((all) => ({ layout, parts: all.map((tables, i) => part(i, tables, { layout })) })),
  );

describe('any reports whose columns add up', () => {
  it('have a sum that breaks no identity but where an agency left a cell blank', () => {
    fc.assert(
      fc.property(reports, ({ layout, parts }) => {
        const { tables, gaps } = summed(layout, parts);
        const open = new Set(gaps.map(cellKey));
        const broken = checkTables(layout, tables).filter(({ severity }) => severity === 'hard');
        if (gaps.length === 0) expect(isConsistent(broken)).toBe(true);
        for (const { table, parts: cells } of broken) {
          expect(cells.some(({ row, column }) => open.has(cellKey({ table, row, column })))).toBe(
            true,
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it('have a sum that is carried over where each of them is', () => {
    fc.assert(
      fc.property(reports, ({ layout, parts }) => {
        const before = parts.map((each) => {
          const year = zeros(layout);
          const now = each.tables as ReportTables;
          year.applications['carried-out'] = { ...now.applications['carried-in']! };
          return part(each.agency, year, { layout });
        });
        const now = summed(layout, parts).tables;
        const findings = checkTables(layout, now, summed(layout, before).tables);
        expect(findings.filter(({ rule }) => rule === 'carried-over')).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('have contributions that add up to every cell of the sum', () => {
    fc.assert(
      fc.property(reports, ({ layout, parts }) => {
        const { tables, contributions } = summed(layout, parts);
        for (const row of ['received', 'outcome-total', 'carried-out'] as const) {
          const address: CellAddress = { table: 'applications', row, column: 'total' };
          const shares = contributionsTo(contributions, address).map(({ figure }) => figure ?? 0);
          const sum = shares.reduce((all, share) => all + share, 0);
          expect(sum).toBe(figureAt(tables, 'applications', row, 'total') ?? 0);
        }
      }),
      { numRuns: 30 },
    );
  });
});
