import { expect, test } from 'vitest';
import { loggedError } from './logged-error';

/** As Drizzle tells of a statement that the database could not carry out. */
const failedQuery = (query: string, params: unknown[], cause: Error) =>
  Object.assign(new Error(`Failed query: ${query}\nparams: ${params}`, { cause }), {
    query,
    params,
  });

const value = '关于某某的答复\n    at 他家';

test('a statement that failed is told without its values, also as the cause of another error', () => {
  const busy = new Error('SQLITE_BUSY: database is locked');
  const failed = failedQuery('update "applications" set "x" = ?', [value, 7], busy);
  const repeated = new Error(`not filed: ${failed.message}`, { cause: failed });
  for (const error of [failed, new Error('not filed', { cause: failed }), repeated]) {
    const told = JSON.stringify(loggedError(error));
    expect(told).not.toContain('某某');
    expect(told).not.toContain('他家');
    expect(told).toContain('Failed query: update');
    expect(told).toContain('SQLITE_BUSY');
    expect(told).toContain('logged-error.test.ts');
  }
});

test('any other error is told whole', () => {
  const error = Object.assign(new TypeError('no such thing'), { status: 400, data: { path: 'x' } });
  expect(loggedError(error)).toMatchObject({
    ...{ type: 'TypeError', message: 'no such thing', status: 400, data: { path: 'x' } },
    stack: expect.stringContaining('TypeError: no such thing'),
  });
  for (const odd of [null, undefined, 'text', 7, { code: 'EPIPE' }]) {
    expect(loggedError(odd)).toEqual(odd);
  }
});

test('an error that is its own cause ends', () => {
  const error = new Error('round');
  error.cause = error;
  expect(JSON.stringify(loggedError(error))).toContain('round');
});
