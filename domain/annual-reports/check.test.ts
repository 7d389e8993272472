import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTables, isConsistent } from './check';
import { emptyTables, fillTables, fillTotals, sumTables } from './fill';
import { report2020 } from './report-2020.fixture';
import {
  applicationColumns,
  type ApplicationColumn,
  type ApplicationRow,
  type LayoutCode,
  type ReportTables,
} from './tables';
import { layouts } from './years';

const applicants = applicationColumns.filter((column) => column !== 'total');

/** Tables that keep every identity: outcomes drawn at random, everything else worked out. */
const consistent = (code: LayoutCode) =>
  fc.infiniteStream(fc.nat({ max: 500 })).map((stream) => {
    const figures = stream[Symbol.iterator]();
    const next = () => figures.next().value as number;
    const drawn = fillTables(code, ({ table, row, column }) =>
      column === 'total' && table !== 'disclosure' ? null : row === 'outcome-total' ? null : next(),
    );
    for (const column of applicants) {
      const sum = layouts[code].applications.outcomes.reduce(
        (total, row) => total + (drawn.applications[row]?.[column] ?? 0),
        0,
      );
      const out = drawn.applications['carried-out']![column]!;
      const received = Math.min(drawn.applications.received![column]!, sum + out);
      drawn.applications.received![column] = received;
      drawn.applications['carried-in']![column] = sum + out - received;
    }
    return fillTotals(code, drawn);
  });

const anyLayout = fc.constantFrom<LayoutCode>('2019', '2021');
const anyConsistent = anyLayout.chain((code) =>
  consistent(code).map((tables) => ({ code, tables })),
);

const set = (
  tables: ReportTables,
  row: ApplicationRow,
  column: ApplicationColumn,
  figure: number | null,
) => {
  const copy = structuredClone(tables);
  copy.applications[row]![column] = figure;
  return copy;
};

describe('a real report with only totals of the results', () => {
  const findings = checkTables('2019', report2020());

  it('breaks no identity', () => {
    expect(isConsistent(findings)).toBe(true);
  });

  it('is found to leave each applicant column blank, once a column and nothing more', () => {
    expect(findings.map(({ severity, rule, column }) => [severity, rule, column])).toEqual(
      applicants.map((column) => ['soft', 'blank-column', column]),
    );
  });

  it('names the blank cells of a column and the total beside them', () => {
    const natural = findings[0]!;
    expect(natural).toMatchObject({ column: 'natural', left: null, right: 23 });
    expect(natural.parts.map(({ row }) => row)).not.toContain('received');
    expect(natural.parts.map(({ row }) => row)).not.toContain('carried-out');
    expect(natural.parts).toHaveLength(20);
  });

  it('fails when a result is counted twice', () => {
    const wrong = set(report2020(), 'granted', 'total', 21);
    expect(checkTables('2019', wrong).find(({ severity }) => severity === 'hard')).toMatchObject({
      rule: 'outcome-sum',
      table: 'applications',
      row: 'outcome-total',
      column: 'total',
      left: 23,
      right: 24,
    });
  });

  it('fails when the year before carried over what this year did not take in', () => {
    const before = set(report2020(), 'carried-out', 'natural', 2);
    expect(
      checkTables('2019', report2020(), before).filter(({ severity }) => severity === 'hard'),
    ).toMatchObject([
      {
        rule: 'carried-over',
        row: 'carried-in',
        column: 'natural',
        left: 0,
        right: 2,
        parts: [{ side: 'left' }, { side: 'right', lastYear: true }],
      },
    ]);
  });
});

describe('checking the applications table', () => {
  it('finds nothing in tables that keep every identity', () => {
    fc.assert(
      fc.property(anyConsistent, ({ code, tables }) => checkTables(code, tables).length === 0),
      { numRuns: 40 },
    );
  });

  it('checks each column by itself, so that errors which cancel in the total are found', () => {
    const tables = fillTotals(
      '2021',
      fillTables('2021', ({ column, row }) =>
        column === 'total' || row === 'outcome-total' ? null : 0,
      ),
    );
    tables.applications.received!.natural = 1;
    tables.applications.granted!.business = 1;
    tables.applications['outcome-total']!.business = 1;
    tables.applications.received!.total = 1;
    tables.applications.granted!.total = 1;
    tables.applications['outcome-total']!.total = 1;
    const hard = checkTables('2021', tables).filter(({ severity }) => severity === 'hard');
    expect(hard.map(({ rule, column }) => [rule, column])).toEqual([
      ['balance', 'natural'],
      ['balance', 'business'],
    ]);
  });

  it('calls an identity with one blank cell undecided, not broken and not kept', () => {
    fc.assert(
      fc.property(consistent('2021'), (tables) => {
        const findings = checkTables('2021', set(tables, 'partial', 'natural', null));
        return (
          findings.length > 0 &&
          findings.every(({ severity }) => severity === 'soft') &&
          findings.some(({ rule, column }) => rule === 'outcome-sum' && column === 'natural') &&
          findings.some(({ rule, row }) => rule === 'applicant-sum' && row === 'partial')
        );
      }),
      { numRuns: 20 },
    );
  });

  it('does not let a blank hide parts that already exceed their total', () => {
    const tables = report2020();
    tables.applications.granted!.natural = 25;
    expect(checkTables('2019', tables)).toContainEqual(
      expect.objectContaining({
        severity: 'hard',
        rule: 'applicant-sum',
        row: 'granted',
        left: 20,
      }),
    );
  });

  it('says once for each table that nothing is filled in', () => {
    expect(
      checkTables('2021', emptyTables('2021')).map(({ rule, table }) => [rule, table]),
    ).toEqual([
      ['blank-table', 'disclosure'],
      ['blank-table', 'applications'],
      ['blank-table', 'litigation'],
    ]);
  });

  it.each([-1, 1.5, Number.POSITIVE_INFINITY])('refuses %s as a count', (figure) => {
    expect(checkTables('2019', set(report2020(), 'granted', 'total', figure))).toContainEqual(
      expect.objectContaining({ severity: 'hard', rule: 'figure', row: 'granted', left: figure }),
    );
  });
});

describe('checking the other tables', () => {
  it('finds a total of reviews that is not the sum of its results', () => {
    const tables = report2020();
    tables.litigation.review.upheld = 2;
    expect(checkTables('2019', tables)).toContainEqual(
      expect.objectContaining({
        severity: 'hard',
        table: 'litigation',
        row: 'review',
        rule: 'litigation-sum',
        left: 0,
        right: 2,
      }),
    );
  });

  it('allows a change below zero and an amount with decimals', () => {
    const tables = report2020();
    tables.disclosure.procurement!['purchase-amount'] = 20368.55;
    expect(isConsistent(checkTables('2019', tables))).toBe(true);
  });

  it('asks softly when documents in force do not follow from the year before', () => {
    const year = (issued: number, abolished: number, inForce: number) => {
      const tables = fillTables('2021', () => 0);
      tables.disclosure.normative = { issued, abolished, 'in-force': inForce };
      return tables;
    };
    expect(checkTables('2021', year(10, 3, 107), year(0, 0, 100))).toEqual([]);
    expect(checkTables('2021', year(10, 3, 110), year(0, 0, 100))).toMatchObject([
      { severity: 'soft', rule: 'in-force', row: 'normative', left: 110, right: 107 },
    ]);
  });

  it('does not ask about documents in force in the first report of the 2021 layout', () => {
    const tables = fillTables('2021', () => 0);
    tables.disclosure.normative = { issued: 10, abolished: 3, 'in-force': 110 };
    const findings = checkTables('2021', tables, report2020());
    expect(findings.filter(({ rule }) => rule === 'in-force')).toEqual([]);
    expect(isConsistent(findings)).toBe(true);
  });
});

describe('adding up agencies', () => {
  it('keeps every identity that the parts keep', () => {
    fc.assert(
      fc.property(
        anyLayout.chain((code) =>
          fc.array(consistent(code), { minLength: 1, maxLength: 4 }).map((all) => ({ code, all })),
        ),
        ({ code, all }) => {
          const { tables, gaps } = sumTables(code, all);
          return gaps.length === 0 && checkTables(code, tables).length === 0;
        },
      ),
      { numRuns: 20 },
    );
  });

  it('names the reports in which a cell was blank', () => {
    const [a, b] = [report2020(), report2020()];
    b.applications.granted!.natural = 20;
    const { tables, gaps } = sumTables('2019', [a, b]);
    expect(gaps).toEqual([
      { table: 'applications', row: 'granted', column: 'natural', blankIn: [0] },
    ]);
    expect(tables.applications.granted).toMatchObject({ natural: 20, business: null, total: 40 });
  });

  it('adds amounts without the dust of binary fractions', () => {
    const of = (amount: number) => {
      const tables = emptyTables('2021');
      tables.disclosure.fees = { 'fee-amount': amount };
      return tables;
    };
    expect(sumTables('2021', [of(0.1), of(0.2)]).tables.disclosure.fees).toEqual({
      'fee-amount': 0.3,
    });
  });
});

describe('working out totals', () => {
  it('leaves a total blank where a part is blank, and a written one as it is', () => {
    const tables = report2020();
    tables.applications.granted!.total = null;
    tables.litigation.review.total = null;
    const filled = fillTotals('2019', tables);
    expect(filled.applications.granted!.total).toBeNull();
    expect(filled.applications['outcome-total']!.total).toBe(23);
    expect(filled.litigation.review.total).toBe(0);
  });

  it('takes the sum down a column where the sum across is not there', () => {
    const tables = report2020();
    tables.applications['outcome-total']!.total = null;
    expect(fillTotals('2019', tables).applications['outcome-total']!.total).toBe(23);
  });
});
