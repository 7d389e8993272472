import { describe, expect, it } from 'vitest';
import { standingOf, tally } from './coverage';

const TODAY = '2026-11-24';

describe('how an item stands', () => {
  it('has nothing until something is published under it', () => {
    expect(standingOf({ way: 'proactive', reviewDays: 90 }, undefined, TODAY)).toEqual({
      coverage: 'nothing',
    });
  });

  it('misses nothing where it is disclosed on application', () => {
    expect(standingOf({ way: 'on-request' }, undefined, TODAY).coverage).toBe('on-request');
    expect(standingOf({ way: 'on-request' }, '2026-01-01', TODAY).coverage).toBe('covered');
  });

  it('is covered for good where no interval is set', () => {
    expect(standingOf({ reviewDays: null }, '2001-01-01', TODAY)).toEqual({ coverage: 'covered' });
  });

  it('is late from the day after the interval has run out', () => {
    expect(standingOf({ reviewDays: 30 }, '2026-10-25', TODAY)).toEqual({
      coverage: 'covered',
      dueOn: '2026-11-24',
    });
    expect(standingOf({ reviewDays: 30 }, '2026-10-24', TODAY)).toEqual({
      coverage: 'late',
      dueOn: '2026-11-23',
      daysLate: 1,
    });
  });
});

it('counts the items of each standing', () => {
  expect(tally([{ coverage: 'late' }, { coverage: 'nothing' }, { coverage: 'late' }])).toEqual({
    items: 3,
    nothing: 1,
    late: 2,
    covered: 0,
    'on-request': 0,
  });
});
