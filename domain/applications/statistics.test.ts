import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workdaysBetween } from '../workdays/count';
import { addDays, yearOf } from '../workdays/days';
import { nationalCalendar } from '../workdays/national-calendar';
import { applicantKinds } from './applicants';
import { channels } from './clock';
import { replyKindCodes } from './reply-kinds';
import { caseStatistics, resultGroup, resultGroups, type CaseRow } from './statistics';

const TODAY = '2026-11-20';

const row = (change: Partial<CaseRow> = {}): CaseRow => ({
  channel: 'internet',
  applicantKind: 'natural',
  receivedOn: '2025-03-03',
  dueOn: '2025-03-31',
  closedOn: '2025-03-31',
  reply: 'granted',
  isExtended: false,
  ...change,
});

const of = (year: number, ...rows: CaseRow[]) =>
  caseStatistics(rows, nationalCalendar, TODAY).years.find((figures) => figures.year === year)!;

describe('the figures of a year', () => {
  it('count an answer on the last day as on time and one a day later as late', () => {
    const figures = of(2025, row(), row({ closedOn: '2025-04-01' }));
    expect(figures).toMatchObject({ replied: 2, timed: 2, onTime: 1 });
  });

  it('leave out of the on-time rate and the average what was withdrawn or lapsed', () => {
    const figures = of(
      2025,
      row({ reply: null }),
      row({ reply: 'not-supplemented' }),
      row({ reply: 'unpaid' }),
    );
    expect(figures).toMatchObject({ closed: 3, replied: 0, timed: 0, averageDays: null });
    expect(figures.results.other).toBe(3);
  });

  it('average working days, so that the October holiday adds none', () => {
    // 30 September to 9 October 2024: the 8th and 9th alone are worked.
    const figures = of(
      2024,
      row({ receivedOn: '2024-09-30', closedOn: '2024-10-09' }),
      row({ receivedOn: '2024-09-30', closedOn: '2024-09-30' }),
    );
    expect(figures.averageDays).toBe(1);
  });

  it('carry a case over the year’s end until it is closed', () => {
    const rows = [row({ receivedOn: '2023-12-29', closedOn: '2025-01-06' })];
    const { years } = caseStatistics(rows, nationalCalendar, TODAY);
    const flow = years.map(({ year, carriedIn, received, closed, pending }) => [
      year,
      carriedIn,
      received,
      closed,
      pending,
    ]);
    expect(flow).toEqual([
      [2026, 0, 0, 0, 0],
      [2025, 1, 0, 1, 0],
      [2024, 1, 0, 0, 1],
      [2023, 0, 1, 0, 1],
    ]);
  });

  it('tell what is overdue and unanswered beside the share on time, which knows of answers alone', () => {
    const open = (dueOn: string | null) => row({ receivedOn: '2026-10-12', dueOn, closedOn: null });
    const onTime = { receivedOn: '2026-03-02', dueOn: '2026-03-30', closedOn: '2026-03-30' };
    const rows = [row(onTime), open('2026-11-19'), open(TODAY), open(null)];
    expect(of(2026, ...rows)).toMatchObject({ onTime: 1, timed: 1, pending: 3, overdue: 1 });
    // Answered too late in the next year: overdue at the end of this one, and not any more now.
    const late = row({ receivedOn: '2024-12-02', dueOn: '2024-12-30', closedOn: '2025-01-06' });
    const inTime = row({ receivedOn: '2024-12-16', dueOn: '2025-01-14', closedOn: '2025-01-06' });
    const { years, all } = caseStatistics([late, inTime], nationalCalendar, TODAY);
    expect(years.map(({ year, overdue }) => [year, overdue])).toEqual([
      [2026, 0],
      [2025, 0],
      [2024, 1],
    ]);
    expect(all.overdue).toBe(0);
  });

  it('do not know what is not confirmed yet, and what lies ahead', () => {
    const { years, all } = caseStatistics(
      [
        row({ receivedOn: null, closedOn: null }),
        row({ receivedOn: '2026-11-21', closedOn: null }),
      ],
      nationalCalendar,
      TODAY,
    );
    expect(years).toEqual([]);
    expect(all.received).toBe(0);
  });
});

it('every kind of reply has its group of the annual table', () => {
  expect(replyKindCodes.map(resultGroup)).toEqual([
    'granted',
    'granted',
    'partial',
    'refused',
    'refused',
    'refused',
    'refused',
    'refused',
    'refused',
    'refused',
    'refused',
    'unavailable',
    'unavailable',
    'unavailable',
    'unavailable',
    'declined',
    'declined',
    'declined',
    'declined',
    'declined',
    'other',
    'other',
    'other',
  ]);
});

const day = fc.integer({ min: 0, max: 365 * 4 }).map((days) => addDays('2022-12-01', days));
const rows = fc.array(
  fc
    .record({
      channel: fc.constantFrom(...channels),
      applicantKind: fc.constantFrom(...applicantKinds),
      receivedOn: fc.option(day),
      dueOn: fc.option(day),
      took: fc.option(fc.integer({ min: 0, max: 500 })),
      reply: fc.option(fc.constantFrom(...replyKindCodes)),
      isExtended: fc.boolean(),
    })
    .map(({ took, ...rest }) => ({
      ...rest,
      closedOn: took === null || rest.receivedOn === null ? null : addDays(rest.receivedOn, took),
    })),
  { maxLength: 40 },
);

describe('counted again another way', () => {
  it('every figure of every year is the same', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const { years, all } = caseStatistics(given, nationalCalendar, TODAY);
        const known = given.filter((one) => one.receivedOn && one.receivedOn <= TODAY);
        const end = (year: number) => (year === 2026 ? TODAY : `${year}-12-31`);
        for (const figures of years) {
          const { year } = figures;
          const received = known.filter((one) => yearOf(one.receivedOn!) === year);
          const closed = known.filter(
            (one) => one.closedOn && one.closedOn <= TODAY && yearOf(one.closedOn) === year,
          );
          const pendingAt = (date: string) =>
            known.filter(
              (one) => one.receivedOn! <= date && !(one.closedOn && one.closedOn <= date),
            ).length;
          expect(figures.received).toBe(received.length);
          expect(figures.closed).toBe(closed.length);
          expect(figures.carriedIn).toBe(pendingAt(`${year - 1}-12-31`));
          expect(figures.pending).toBe(pendingAt(end(year)));
          for (const group of resultGroups) {
            const inGroup = closed.filter((one) => resultGroup(one.reply) === group);
            expect(figures.results[group]).toBe(inGroup.length);
          }
          for (const channel of channels) {
            const came = received.filter((one) => one.channel === channel);
            expect(figures.channels[channel]).toBe(came.length);
          }
          const replied = closed.filter(
            ({ reply }) => reply && !['not-supplemented', 'unpaid'].includes(reply),
          );
          expect(figures.replied).toBe(replied.length);
          expect(figures.extended).toBe(replied.filter((one) => one.isExtended).length);
          const timed = replied.filter((one) => one.dueOn);
          expect(figures.timed).toBe(timed.length);
          expect(figures.onTime).toBe(timed.filter((one) => one.closedOn! <= one.dueOn!).length);
          const days = replied.map((one) =>
            workdaysBetween(one.receivedOn!, one.closedOn!, nationalCalendar),
          );
          const average = days.reduce((sum, one) => sum + one, 0) / days.length;
          if (days.length > 0) expect(figures.averageDays).toBeCloseTo(average, 9);
        }
        const sum = (of: 'received' | 'closed' | 'replied' | 'onTime') =>
          years.reduce((total, figures) => total + figures[of], 0);
        for (const of of ['received', 'closed', 'replied', 'onTime'] as const) {
          expect(all[of]).toBe(sum(of));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('what came in and what was carried in is what was closed and what is left', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const { years, all } = caseStatistics(given, nationalCalendar, TODAY);
        for (const figures of [...years, all]) {
          const { carriedIn, received, closed, pending, results } = figures;
          expect(carriedIn + received).toBe(closed + pending);
          expect(Object.values(results).reduce((a, b) => a + b, 0)).toBe(closed);
        }
        for (const [i, { carriedIn }] of years.entries()) {
          expect(carriedIn).toBe(years[i + 1]?.pending ?? 0);
        }
      }),
    );
  });
});
