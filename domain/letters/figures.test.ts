import { describe, expect, it } from 'vitest';
import { nationalCalendar } from '../workdays/national-calendar';
import { correctionFigures, publicFigures, type CountedLetter } from './figures';

const letter = (given: Partial<CountedLetter>): CountedLetter => ({
  agency: 'transport',
  purpose: 'letter',
  kind: 'question',
  status: 'answered',
  receivedOn: '2026-11-02',
  dueOn: '2026-11-09',
  closedOn: '2026-11-04',
  result: null,
  score: null,
  ...given,
});

const TODAY = '2026-11-26';

describe('what the public may know of letters', () => {
  it('counts letters alone, by agency, with those that no agency has yet', () => {
    const { all, agencies } = publicFigures(
      [
        letter({ score: 5 }),
        letter({ closedOn: '2026-11-10', score: 2 }),
        letter({ agency: null, status: 'received', closedOn: null }),
        letter({ purpose: 'correction' }),
      ],
      null,
      nationalCalendar,
      TODAY,
    );
    expect(all).toMatchObject({ received: 3, answered: 2, onTime: 1, open: 1, overdue: 1 });
    expect(all.score).toBe(3.5);
    expect(agencies.map(({ agency, received }) => [agency, received])).toEqual([
      ['transport', 2],
      [null, 1],
    ]);
  });

  it('looks at the year in which a letter came, whenever it was answered', () => {
    const rows = [
      letter({ receivedOn: '2025-12-30', closedOn: '2026-01-05' }),
      letter({ receivedOn: '2026-01-02', closedOn: '2026-01-05' }),
    ];
    const { all, years } = publicFigures(rows, 2025, nationalCalendar, TODAY);
    expect(all.received).toBe(1);
    expect(years.map(({ year, received }) => [year, received])).toEqual([
      [2026, 1],
      [2025, 1],
    ]);
  });

  it('says nothing of times and scores where nothing was answered or rated', () => {
    const { all } = publicFigures([], null, nationalCalendar, TODAY);
    expect(all).toMatchObject({ received: 0, averageDays: null, onTimeRate: null, score: null });
  });
});

it('counts what came of the errors that readers reported', () => {
  const { all, results } = correctionFigures(
    [
      letter({ purpose: 'correction', result: 'corrected' }),
      letter({ purpose: 'correction', result: 'no-error' }),
      letter({ purpose: 'correction', result: 'corrected', closedOn: '2026-11-30' }),
      letter({}),
    ],
    nationalCalendar,
    '2026-11-30',
  );
  expect(all).toMatchObject({ received: 3, answered: 3, onTime: 2 });
  expect(Object.fromEntries(results.map(({ result, count }) => [result, count]))).toEqual({
    corrected: 2,
    partly: 0,
    'no-error': 1,
    elsewhere: 0,
  });
});
