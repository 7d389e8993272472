import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicationDeadline } from '../review/publication-deadline';
import { nationalCalendar } from '../workdays/national-calendar';
import { addDays, type Day } from '../workdays/days';
import { answersWithin, consultationsWithin, type AnsweredRow } from './answers';
import { growthOf, shareOf, yearFigures, yearsOf, type PublishedDocument } from './publications';
import {
  lastFullQuarter,
  MEASURES,
  quarterBounds,
  quarterFigures,
  quarterOf,
  totalOf,
  type DatedDocument,
  type QuarterRecords,
} from './quarter';
import { readFigures } from './quarter-stored';
import { findingsOf, quarterBody, quarterTitle } from './quarter-text';
import { recordIn } from './readable';

const document = (rest: Partial<DatedDocument> = {}): DatedDocument => ({
  id: '1',
  publishedOn: '2026-08-03',
  madeOn: '2026-08-01',
  kind: 'notice',
  agency: 'a',
  agencyKind: 'department',
  category: 'c1',
  isImported: false,
  waiver: null,
  ...rest,
});
const anyDay = fc.integer({ min: 0, max: 900 }).map((days): Day => addDays('2025-01-01', days));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anyDocument: fc.Arbitrary<PublishedDocument & { madeOn: Day | null }> = fc.record({
  id: fc.integer({ min: 1, max: 40 }).map(String),
  publishedOn: anyDay,
  madeOn: maybe(anyDay),
  kind: fc.constantFrom('normative', 'notice', 'plan'),
  agency: maybe(fc.constantFrom('a', 'b', 'gone')),
  agencyKind: maybe(fc.constantFrom('department' as const, 'external' as const)),
  category: maybe(fc.constantFrom('c1', 'c2')),
  isImported: fc.boolean(),
  waiver: maybe(fc.constant('理由')),
});
const anyAnswered: fc.Arbitrary<AnsweredRow> = fc.record({
  agency: maybe(fc.constantFrom('a', 'b', 'gone')),
  receivedOn: maybe(anyDay),
  dueOn: maybe(anyDay),
  closedOn: maybe(anyDay),
  isAnswered: fc.boolean(),
});

describe('the figures of a year', () => {
  it('have the same sum in every breakdown, whatever was published', () => {
    const texts = fc.array(anyDocument, { maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.constantFrom(2025, 2026, 2027), (documents, year) => {
        const figures = yearFigures(documents, [], year);
        const sum = (counts: readonly { count: number }[]) =>
          counts.reduce((total, { count }) => total + count, 0);
        expect(sum(figures.kinds)).toBe(figures.documents);
        expect(sum(figures.agencies)).toBe(figures.documents);
        expect(sum(figures.categories)).toBe(figures.documents);
        expect(figures.months.reduce((total, month) => total + month.documents, 0)).toBe(
          figures.documents,
        );
        const { due, explained, waived, missing, byKind } = figures.explained;
        expect(explained + waived + missing).toBe(due);
        expect(byKind.reduce((total, kind) => total + kind.due, 0)).toBe(due);
      }),
    );
  });

  it('add up over all years to everything that was published', () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 60 }), (documents) => {
        const years = yearsOf(documents, [], '2026-11-26');
        const total = years.reduce(
          (sum, year) => sum + yearFigures(documents, [], year).documents,
          0,
        );
        expect(total).toBe(documents.length);
      }),
    );
  });

  it('count a text in the month of its publication, and list what has the most first', () => {
    const { months, kinds } = yearFigures(
      [
        document(),
        document({ id: '2', publishedOn: '2026-01-31', kind: 'plan' }),
        document({ id: '3', publishedOn: '2026-12-31' }),
        document({ id: '4', publishedOn: '2025-12-31' }),
      ],
      [{ publishedOn: '2026-01-02', form: 'text', documents: ['9'] }],
      2026,
    );
    expect([months[0], months[7], months[11]]).toEqual([
      { documents: 1, interpretations: 1 },
      { documents: 1, interpretations: 0 },
      { documents: 1, interpretations: 0 },
    ]);
    expect(kinds).toEqual([
      { key: 'notice', count: 2 },
      { key: 'plan', count: 1 },
    ]);
  });

  it('ask an interpretation only of what the county itself has to explain, and take a reason for one', () => {
    const normative = (id: string, rest: Partial<DatedDocument> = {}) =>
      document({ id, kind: 'normative', ...rest });
    const { explained } = yearFigures(
      [
        normative('1'),
        normative('2'),
        normative('3', { waiver: '仅转发' }),
        normative('4', { agencyKind: 'external' }),
        normative('5', { isImported: true }),
        document({ id: '6' }),
      ],
      // Published in another year, it explains all the same.
      [{ publishedOn: '2027-01-02', form: 'text', documents: ['1'] }],
      2026,
    );
    expect(explained).toMatchObject({ due: 3, explained: 1, waived: 1, missing: 1 });
  });

  it('give neither a share nor a growth of nothing', () => {
    expect([shareOf(1, 4), shareOf(0, 0), growthOf(50, 40), growthOf(33, 2)]).toEqual([
      0.25,
      null,
      0.25,
      null,
    ]);
  });
});

describe('answers within a span', () => {
  const row = (rest: Partial<AnsweredRow>): AnsweredRow => ({
    agency: 'a',
    receivedOn: '2026-07-10',
    dueOn: '2026-08-07',
    closedOn: null,
    isAnswered: false,
    ...rest,
  });

  it('are on time on the due day and late a day after', () => {
    const rows = [
      row({ closedOn: '2026-08-07', isAnswered: true }),
      row({ closedOn: '2026-08-08', isAnswered: true }),
      row({ closedOn: '2026-08-08', isAnswered: false }),
    ];
    expect(answersWithin(rows, '2026-07-01', '2026-09-30')).toEqual({
      received: 3,
      answered: 2,
      timed: 2,
      onTime: 1,
      open: 0,
      overdue: 0,
    });
  });

  it('are looked at as they stood on the last day of the span', () => {
    const answeredLater = row({ closedOn: '2026-10-09', isAnswered: true });
    const dueOnTheDay = row({ dueOn: '2026-09-30' });
    expect(answersWithin([answeredLater, dueOnTheDay], '2026-07-01', '2026-09-30')).toMatchObject({
      answered: 0,
      open: 2,
      overdue: 1,
    });
  });

  it('never count more on time than timed, nor more overdue than open', () => {
    fc.assert(
      fc.property(fc.array(anyAnswered), anyDay, fc.nat(400), (rows, from, length) => {
        const figures = answersWithin(rows, from, addDays(from, length));
        expect(figures.onTime).toBeLessThanOrEqual(figures.timed);
        expect(figures.timed).toBeLessThanOrEqual(figures.answered);
        expect(figures.overdue).toBeLessThanOrEqual(figures.open);
      }),
    );
  });

  it('tell a consultation without an outcome from one whose outcome came late', () => {
    const rows = [
      { agency: 'a', opensOn: '2026-06-01', closesOn: '2026-07-01', outcomeDueOn: '2026-07-29' },
    ];
    const span = ['2026-07-01', '2026-09-30'] as const;
    const outcome = (outcomeOn: Day | null) =>
      consultationsWithin(
        rows.map((one) => ({ ...one, outcomeOn })),
        ...span,
      );
    expect(outcome(null)).toMatchObject({ opened: 0, closed: 1, outcomes: 0, overdue: 1 });
    expect(outcome('2026-08-01')).toMatchObject({ outcomes: 1, timed: 1, onTime: 0, overdue: 0 });
    expect(outcome('2026-07-29')).toMatchObject({ outcomes: 1, onTime: 1, overdue: 0 });
  });
});

const records = (rest: Partial<QuarterRecords> = {}): QuarterRecords => ({
  agencies: [
    { id: 'a', slug: 'finance', name: '县财政局', kind: 'department' },
    { id: 'b', slug: 'health', name: '县卫生健康委员会', kind: 'department' },
    { id: 'x', slug: 'state-council', name: '国务院', kind: 'external' },
  ],
  documents: [],
  explaining: new Set(),
  items: [],
  columns: [],
  applications: [],
  letters: [],
  corrections: [],
  consultations: [],
  ...rest,
});
const THIRD = { year: 2026, quarter: 3 } as const;

describe('a quarter', () => {
  it('has its first and last day, and every day lies in exactly one', () => {
    expect(quarterBounds(THIRD)).toEqual({ from: '2026-07-01', to: '2026-09-30' });
    expect(quarterBounds({ year: 2028, quarter: 1 })).toEqual({
      from: '2028-01-01',
      to: '2028-03-31',
    });
    fc.assert(
      fc.property(anyDay, (day) => {
        const { from, to } = quarterBounds(quarterOf(day));
        expect(from <= day && day <= to).toBe(true);
        expect(quarterOf(addDays(to, 1))).not.toEqual(quarterOf(to));
      }),
    );
  });

  it('is the last full one on the first day of the next', () => {
    expect(lastFullQuarter('2026-10-01')).toEqual(THIRD);
    expect(lastFullQuarter('2026-09-30')).toEqual({ year: 2026, quarter: 2 });
    expect(lastFullQuarter('2027-01-15')).toEqual({ year: 2026, quarter: 4 });
  });

  it('adds up by agency to its total, whatever happened in it', () => {
    const lists = fc.record({
      documents: fc.array(anyDocument, { maxLength: 30 }),
      applications: fc.array(anyAnswered, { maxLength: 20 }),
      letters: fc.array(anyAnswered, { maxLength: 20 }),
      corrections: fc.array(anyAnswered, { maxLength: 20 }),
    });
    fc.assert(
      fc.property(lists, (some) => {
        const figures = quarterFigures(THIRD, records(some), nationalCalendar, '2026-11-26');
        expect(figures.total).toEqual(totalOf(figures.rows));
        const within = some.documents.filter(
          ({ publishedOn }) => publishedOn >= '2026-07-01' && publishedOn <= '2026-09-30',
        );
        expect(figures.total.published).toBe(within.length);
        expect(readFigures(JSON.parse(JSON.stringify(figures)), THIRD)).toEqual(figures);
      }),
      { numRuns: 40 },
    );
  });

  it('calls a text late on the day after the twentieth working day, but none taken over or undated', () => {
    const late = (publishedOn: Day, rest: Partial<DatedDocument> = {}) =>
      quarterFigures(
        THIRD,
        records({ documents: [document({ madeOn: '2026-06-03', publishedOn, ...rest })] }),
        nationalCalendar,
        '2026-11-26',
      ).total.late;
    const { due } = publicationDeadline('2026-06-03', '2026-06-03', nationalCalendar);
    expect(due >= '2026-07-01').toBe(true);
    expect([late(due), late(addDays(due, 1))]).toEqual([0, 1]);
    expect(late('2026-09-01', { isImported: true })).toBe(0);
    expect(late('2026-09-01', { madeOn: null })).toBe(0);
  });

  it('leaves authorities outside the county out, and says what no agency answers for', () => {
    const { rows } = quarterFigures(
      THIRD,
      records({ documents: [document({ agency: 'x', agencyKind: 'external' }), document()] }),
      nationalCalendar,
      '2026-11-26',
    );
    expect(rows.map(({ slug, published }) => [slug, published])).toEqual([
      ['finance', 1],
      ['health', 0],
      [null, 1],
    ]);
  });

  it('finds items and columns that are empty or older than their interval', () => {
    const { total, columns } = quarterFigures(
      THIRD,
      records({
        items: [
          { agency: 'a', way: 'active', reviewDays: 30, last: undefined },
          { agency: 'a', way: 'active', reviewDays: 30, last: '2026-08-01' },
          { agency: 'a', way: 'active', reviewDays: 90, last: '2026-08-01' },
          { agency: 'b', way: 'on-request', reviewDays: null, last: undefined },
        ],
        columns: [
          { slug: 'news', name: '要闻', reviewDays: 14, last: '2026-09-01' },
          { slug: 'plans', name: '规划', reviewDays: null, last: undefined },
          { slug: 'rules', name: '制度', reviewDays: null, last: '2020-01-01' },
        ],
      }),
      nationalCalendar,
      '2026-11-26',
    );
    expect(total).toMatchObject({ itemsEmpty: 1, itemsLate: 1 });
    expect(columns).toEqual([
      { slug: 'news', name: '要闻', last: '2026-09-01', daysLate: 15 },
      { slug: 'plans', name: '规划', last: null, daysLate: 0 },
    ]);
  });
});

describe('a notice', () => {
  const figures = quarterFigures(
    THIRD,
    records({
      letters: [
        {
          agency: 'b',
          receivedOn: '2026-07-01',
          dueOn: '2026-07-22',
          closedOn: null,
          isAnswered: false,
        },
      ],
      columns: [{ slug: 'plans', name: '规划', reviewDays: null, last: undefined }],
    }),
    nationalCalendar,
    '2026-08-10',
  );

  it('says of each agency what is wrong and nothing of those where nothing is', () => {
    expect(quarterTitle(THIRD)).toBe('2026年第三季度政府信息公开工作情况通报');
    expect(findingsOf(figures)).toEqual([
      '县卫生健康委员会：1件来信到期未答复。',
      '栏目“规划”没有内容。',
    ]);
    expect(figures.asOf).toBe('2026-08-10');
  });

  it('is written with the figures of its table', () => {
    const text = JSON.stringify(quarterBody(figures));
    for (const words of [
      '7月1日至9月30日',
      '截至2026年8月10日',
      '本季度2个单位',
      '2个单位没有公开文件',
    ]) {
      expect(text).toContain(words);
    }
    const none = quarterFigures(THIRD, records(), nationalCalendar, '2026-11-26');
    expect(JSON.stringify(quarterBody(none))).toContain('没有发现上述方面的问题');
  });

  it('is not read where a figure was changed by hand, or belongs to another quarter', () => {
    expect(readFigures(figures, THIRD)).toEqual(figures);
    const changed = structuredClone(figures);
    changed.rows[0]!.published += 1;
    for (const stored of [
      changed,
      null,
      [],
      'x',
      { ...figures, rows: [{}] },
      { ...figures, asOf: '2025-01-01' },
    ]) {
      expect(readFigures(stored, THIRD)).toBeNull();
    }
    expect(readFigures(figures, { year: 2026, quarter: 2 })).toBeNull();
    expect(MEASURES.every((name) => Number.isInteger(figures.total[name]))).toBe(true);
  });
});

describe('a record that a page says it is', () => {
  it('is a collection and an address, or nothing', () => {
    expect(recordIn('documents:yifeng-2026-1')).toEqual({
      collection: 'documents',
      slug: 'yifeng-2026-1',
    });
    for (const text of [
      '',
      'documents',
      'users:1',
      'documents:',
      'documents:A',
      'constructor:a',
      `documents:${'a'.repeat(300)}`,
    ]) {
      expect(recordIn(text)).toBeNull();
    }
  });
});
