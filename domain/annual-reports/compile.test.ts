import { describe, expect, it } from 'vitest';
import { clockOfCase } from '../applications/case';
import type { Channel } from '../applications/clock';
import type { Day } from '../workdays/days';
import { nationalCalendar } from '../workdays/national-calendar';
import { compileReport, type ReportRows } from './compile';
import type { CaseOfYear } from './compile-applications';
import type { DocumentRow } from './compile-documents';
import type { ProceedingRow } from './compile-proceedings';
import type { LayoutCode } from './tables';

const nothing: ReportRows = {
  documents: [],
  interpretations: [],
  applications: [],
  proceedings: [],
};

const compiled = (year: number, rows: Partial<ReportRows>, code: LayoutCode = '2021') =>
  compileReport(code, year, { ...nothing, ...rows });

let next = 0;
const document = (given: Partial<DocumentRow>): DocumentRow => ({
  id: (next += 1),
  kind: 'normative',
  madeOn: '2021-03-01',
  publishedOn: '2021-03-05',
  incoming: [],
  ...given,
});
const application = (given: Partial<CaseOfYear>): CaseOfYear => ({
  id: (next += 1),
  applicantKind: 'natural',
  receivedOn: '2021-03-01',
  dueOn: '2021-03-29',
  closedOn: '2021-03-20',
  reply: 'granted',
  isExtended: false,
  ...given,
});
const proceeding = (given: Partial<ProceedingRow>): ProceedingRow => ({
  id: (next += 1),
  kind: 'review',
  filedOn: '2021-03-01',
  closedOn: null,
  result: null,
  ...given,
});

describe('normative documents', () => {
  const normative = (year: number, documents: DocumentRow[], code: LayoutCode = '2021') =>
    compiled(year, { documents }, code).tables.disclosure.normative;

  it('count as in force on 31 December what was repealed in January', () => {
    const one = document({
      madeOn: '2019-05-01',
      incoming: [{ verb: 'repeals', by: { effectiveOn: '2022-01-10', madeOn: '2021-12-20' } }],
    });
    expect(normative(2021, [one])).toEqual({ issued: 0, abolished: 0, 'in-force': 1 });
    expect(normative(2022, [one])).toEqual({ issued: 0, abolished: 1, 'in-force': 0 });
  });

  it('count a term until 31 December as ended in the new year', () => {
    const one = document({ madeOn: '2019-01-01', lapsesOn: '2022-01-01' });
    expect(normative(2021, [one])).toMatchObject({ abolished: 0, 'in-force': 1 });
    expect(normative(2022, [one])).toMatchObject({ abolished: 1, 'in-force': 0 });
  });

  it('count once what was repealed before it would have lapsed', () => {
    const one = document({
      madeOn: '2019-01-01',
      lapsesOn: '2023-01-01',
      change: { status: 'repealed', on: '2021-06-01' },
    });
    expect([2021, 2022, 2023].map((year) => normative(year, [one])?.abolished)).toEqual([1, 0, 0]);
  });

  it('keep in force what was amended or repealed in part', () => {
    const amended = document({
      madeOn: '2019-01-01',
      incoming: [
        { verb: 'amends', by: { madeOn: '2021-02-01' } },
        { verb: 'repeals', provisions: '第三条', by: { madeOn: '2021-02-01' } },
      ],
    });
    expect(normative(2021, [amended])).toEqual({ issued: 0, abolished: 0, 'in-force': 1 });
  });

  it('count what replaces another as made, and the other as abolished', () => {
    const old = document({
      madeOn: '2018-01-01',
      incoming: [{ verb: 'replaces', by: { madeOn: '2021-07-01', effectiveOn: '2021-08-01' } }],
    });
    const anew = document({ madeOn: '2021-07-01', effectiveOn: '2021-08-01' });
    expect(normative(2021, [old, anew])).toEqual({ issued: 1, abolished: 1, 'in-force': 1 });
  });

  it('count as made but not as in force what begins next year', () => {
    const one = document({ madeOn: '2021-12-20', effectiveOn: '2022-02-01' });
    expect(normative(2021, [one])).toEqual({ issued: 1, abolished: 0, 'in-force': 0 });
    expect(normative(2022, [one])).toEqual({ issued: 0, abolished: 0, 'in-force': 1 });
  });

  it('count by the day of making what was published in January', () => {
    const one = document({ madeOn: '2020-12-30', publishedOn: '2021-01-04' });
    expect(normative(2020, [one], '2019')).toEqual({ made: 1, published: 0, total: 0 });
    expect(compiled(2020, { documents: [one] }).tables.disclosure.normative).toMatchObject({
      issued: 1,
      'in-force': 1,
    });
  });

  it('go on counting in the total of 2019 what was repealed and is still public', () => {
    const one = document({
      madeOn: '2015-01-01',
      publishedOn: '2015-01-05',
      change: { status: 'repealed', on: '2017-01-01' },
    });
    expect(normative(2020, [one], '2019')).toEqual({ made: 0, published: 0, total: 1 });
  });

  it('are known by their kind: rules apart, notices and plans not at all', () => {
    const { tables } = compiled(2021, {
      documents: [document({ kind: 'rule' }), document({ kind: 'notice' }), document({})],
    });
    expect(tables.disclosure.rules).toMatchObject({ issued: 1 });
    expect(tables.disclosure.normative).toMatchObject({ issued: 1 });
  });

  it('leave blank what the records do not tell', () => {
    const { tables, recordsIn } = compiled(2021, {});
    expect(tables.disclosure.licensing).toEqual({ decisions: null });
    expect(tables.disclosure.fees).toEqual({ 'fee-amount': null });
    expect(recordsIn({ table: 'disclosure', row: 'fees', column: 'fee-amount' })).toBeNull();
  });
});

describe('applications', () => {
  const natural = (year: number, applications: CaseOfYear[], code: LayoutCode = '2021') => {
    const { tables } = compiled(year, { applications }, code);
    const rows = Object.entries(tables.applications).flatMap(([row, cells]) =>
      cells.natural ? [[row, cells.natural]] : [],
    );
    return Object.fromEntries(rows) as Record<string, number>;
  };

  /** A case that was filed on 31 December, as the clock itself dates it. */
  const filed = (channel: Channel, confirmedOn: Day | null) => {
    const history = confirmedOn ? [{ action: 'confirm' as const, on: confirmedOn, by: null }] : [];
    const facts = { channel, filedOn: '2020-12-31', signedOn: null, history, consultations: [] };
    const reckoned = clockOfCase(facts, nationalCalendar, '2021-01-31');
    if (!reckoned.ok) throw new Error(JSON.stringify(reckoned.problem));
    return application({ receivedOn: reckoned.clock.receivedOn, closedOn: null });
  };

  it('belong to the old year when the letter was signed for on 31 December', () => {
    const one = filed('signed-post', '2020-12-31');
    expect(natural(2020, [one], '2019')).toEqual({ received: 1, 'carried-out': 1 });
    expect(natural(2021, [one])).toEqual({ 'carried-in': 1, 'carried-out': 1 });
  });

  it('belong to the new year when they were sent on 31 December and confirmed in January', () => {
    for (const channel of ['internet', 'fax', 'unsigned-post'] as const) {
      const one = filed(channel, '2021-01-04');
      expect(natural(2020, [one], '2019')).toEqual({});
      expect(natural(2021, [one])).toEqual({ received: 1, 'carried-out': 1 });
    }
  });

  it('are not received while nobody has confirmed', () => {
    const one = filed('internet', null);
    expect(one.receivedOn).toBeNull();
    expect(natural(2020, [one], '2019')).toEqual({});
  });

  it('are carried from year to year until they are closed', () => {
    const one = application({ receivedOn: '2020-11-01', closedOn: '2022-01-05' });
    expect(natural(2020, [one], '2019')).toEqual({ received: 1, 'carried-out': 1 });
    expect(natural(2021, [one])).toEqual({ 'carried-in': 1, 'carried-out': 1 });
    expect(natural(2022, [one])).toEqual({ 'carried-in': 1, granted: 1, 'outcome-total': 1 });
    expect(natural(2023, [one])).toEqual({});
  });

  it('count what lapsed without a supplement in its own row of 2021 and in the one row of 2019', () => {
    const one = application({ reply: 'not-supplemented' });
    expect(natural(2021, [one])).toMatchObject({ 'other-not-supplemented': 1 });
    expect(natural(2021, [one], '2019')).toMatchObject({ other: 1 });
  });

  it('count what was taken back as handled otherwise', () => {
    const one = application({ reply: null });
    expect(natural(2021, [one])).toMatchObject({ 'other-else': 1, 'outcome-total': 1 });
    expect(natural(2021, [one], '2019')).toMatchObject({ other: 1, 'outcome-total': 1 });
  });

  it('count a partial disclosure once', () => {
    expect(natural(2021, [application({ reply: 'partial' })])).toEqual({
      received: 1,
      partial: 1,
      'outcome-total': 1,
    });
  });

  it('count an answer of before the confirmed receipt with the receipt', () => {
    const one = application({ receivedOn: '2021-01-04', closedOn: '2020-12-30' });
    expect(natural(2020, [one], '2019')).toEqual({});
    expect(natural(2021, [one])).toEqual({ received: 1, granted: 1, 'outcome-total': 1 });
  });

  it('stand behind each cell with the day by which they belong there', () => {
    const { recordsIn } = compiled(2021, { applications: [application({ id: 'x' })] });
    const at = (row: string, column: string) => recordsIn({ table: 'applications', row, column });
    expect(at('received', 'natural')).toEqual([{ id: 'x', on: '2021-03-01' }]);
    expect(at('granted', 'total')).toEqual([{ id: 'x', on: '2021-03-20' }]);
    expect(at('granted', 'business')).toEqual([]);
  });
});

describe('reviews and suits', () => {
  const of = (year: number, ...proceedings: ProceedingRow[]) =>
    compiled(year, { proceedings }).tables.litigation;

  it('are pending through the years until their result', () => {
    const one = proceeding({ filedOn: '2020-12-01', closedOn: '2022-02-01', result: 'corrected' });
    expect(of(2020, one).review).toMatchObject({ pending: 1, total: 1 });
    expect(of(2021, one).review).toMatchObject({ pending: 1, total: 1 });
    expect(of(2022, one).review).toMatchObject({ pending: 0, corrected: 1, total: 1 });
    expect(of(2023, one).review.total).toBe(0);
  });

  it('are counted by their kind, and as another result where none is named', () => {
    const tables = of(
      2021,
      proceeding({ kind: 'suit-after-review', closedOn: '2021-12-31', result: 'upheld' }),
      proceeding({ kind: 'direct-suit', closedOn: '2021-12-31' }),
    );
    expect(tables['suit-after-review']).toMatchObject({ upheld: 1, total: 1 });
    expect(tables['direct-suit']).toMatchObject({ other: 1, total: 1 });
  });
});

it('facts tell what was published and how applications were answered', () => {
  const { facts } = compiled(2021, {
    documents: [
      document({}),
      document({ kind: 'notice', publishedOn: '2021-12-31' }),
      document({ kind: 'notice', publishedOn: '2022-01-01' }),
    ],
    interpretations: [{ publishedOn: '2021-04-01' }, { publishedOn: null }],
    applications: [
      application({}),
      application({ closedOn: '2021-03-30' }),
      application({ reply: null }),
      application({ reply: 'unpaid' }),
      application({ closedOn: '2022-01-03' }),
    ],
    proceedings: [proceeding({}), proceeding({ kind: 'direct-suit', filedOn: '2020-01-01' })],
  });
  expect(facts).toMatchObject({
    publishedItems: 3,
    publishedDocuments: 2,
    publishedInterpretations: 1,
    documentsByKind: { normative: 1, notice: 1 },
    normativeMade: 1,
    applicationsReceived: 5,
    applicationsCarriedOut: 1,
    applicationsAnswered: 2,
    applicationsTimed: 2,
    applicationsOnTime: 1,
    applicationsWithdrawn: 1,
    reviewsFiled: 1,
    suitsFiled: 0,
  });
});
