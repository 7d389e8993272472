import { describe, expect, it } from 'vitest';
import {
  boardStanding,
  boardTotals,
  meets,
  shareOf,
  type BoardFacts,
  type BoardFilter,
} from './board';

const YEAR = 2026;
const facts = (report: Partial<NonNullable<BoardFacts['report']>> | null): BoardFacts => ({
  agency: 1,
  kind: 'department',
  report: report && { stage: 'draft', isPublic: false, publishedOn: null, broken: 0, ...report },
});
const row = (of: BoardFacts, today: string) => ({
  standing: boardStanding(of, YEAR, today),
  broken: of.report?.broken ?? 0,
});
const published = facts({ stage: 'published', isPublic: true, publishedOn: '2027-01-20' });

describe('how a report stands', () => {
  it('has not begun where there is none, and is late once the day has passed', () => {
    expect(boardStanding(facts(null), YEAR, '2027-01-31')).toEqual({
      state: 'none',
      isBeside: false,
      isPublic: false,
      publishedOn: null,
      punctuality: { state: 'due', by: '2027-01-31' },
      isLate: false,
    });
    expect(boardStanding(facts(null), YEAR, '2027-02-03')).toMatchObject({
      punctuality: { state: 'missing', days: 3 },
      isLate: true,
    });
  });

  it('gives the county until the end of March', () => {
    const county: BoardFacts = { ...facts(null), kind: 'government' };
    expect(boardStanding(county, YEAR, '2027-03-31').isLate).toBe(false);
    expect(boardStanding(county, YEAR, '2027-04-01').isLate).toBe(true);
  });

  it('is published, in time or not, by the day that it bears', () => {
    expect(boardStanding(published, YEAR, '2027-05-01')).toMatchObject({
      state: 'published',
      punctuality: { state: 'on-time' },
      isLate: false,
    });
    const late = facts({ stage: 'corrected', isPublic: true, publishedOn: '2027-02-02' });
    expect(boardStanding(late, YEAR, '2027-05-01')).toMatchObject({
      state: 'published',
      punctuality: { state: 'late', days: 2 },
    });
  });

  it('stays published while a change to it is written', () => {
    const changed = facts({ stage: 'submitted', isPublic: true, publishedOn: '2027-01-20' });
    expect(boardStanding(changed, YEAR, '2027-05-01')).toMatchObject({
      state: 'published',
      isBeside: true,
    });
  });

  it('is open again, and late, when it was taken back', () => {
    const withdrawn = facts({ stage: 'withdrawn', publishedOn: '2027-01-20' });
    expect(boardStanding(withdrawn, YEAR, '2027-02-01')).toMatchObject({
      state: 'withdrawn',
      isLate: true,
    });
  });
});

describe('filters and totals', () => {
  const rows = [
    row(published, '2027-02-01'),
    row(facts({ stage: 'reviewed' }), '2027-02-01'),
    row(facts({ stage: 'returned', broken: 2 }), '2027-02-01'),
    row(facts(null), '2027-02-01'),
  ];

  it('count every agency once, and besides what does not add up or is late', () => {
    expect(boardTotals(rows)).toEqual({
      agencies: 4,
      published: 1,
      waiting: 1,
      draft: 1,
      none: 1,
      broken: 1,
      late: 3,
    });
  });

  it.each<[BoardFilter | null, number]>([
    [null, 4],
    ['open', 3],
    ['broken', 1],
    ['late', 3],
  ])('leave with %s %i', (filter, left) => {
    expect(rows.filter((each) => meets(each, filter))).toHaveLength(left);
  });
});

it('takes the county’s figures from a report that is public or under review, and not from a draft', () => {
  const of = (report: Parameters<typeof facts>[0]) =>
    shareOf(boardStanding(facts(report), YEAR, '2027-01-10'));
  expect(of(null)).toBe('none');
  expect(of({ stage: 'returned' })).toBe('draft');
  expect(of({ stage: 'approved' })).toBe('submitted');
  expect(of({ stage: 'draft', isPublic: true })).toBe('published');
});
