import { describe, expect, it } from 'vitest';
import { mayFile, MOST_OPEN_CASES } from './limits';

describe('the number of open cases of one identity', () => {
  it('lets somebody file until the last place is taken', () => {
    expect(mayFile(0)).toEqual({ ok: true });
    expect(mayFile(MOST_OPEN_CASES - 1)).toEqual({ ok: true });
  });

  it.each([
    [10, 1],
    [11, 2],
    [25, 16],
  ])('of %i says that %i have to be closed first', (open, toClose) => {
    expect(mayFile(open)).toEqual({ ok: false, open, most: 10, toClose });
  });
});
