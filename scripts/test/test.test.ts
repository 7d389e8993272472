import { describe, expect, it } from 'vitest';
import { findChromium } from './chromium.mjs';
import { countPlaywright, countVitest, summary } from './counts.mjs';
import { failuresOfPlaywright } from './failures.mjs';

const file = (status: string, tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

describe('the count of a Vitest report', () => {
  it('adds up the tests of all files', () => {
    const report = {
      success: true,
      testResults: [file('passed', ['passed', 'passed']), file('passed', ['passed'])],
    };
    expect(countVitest(report)).toEqual({ passed: 3, failed: 0 });
  });

  it('takes a skipped, pending or todo test for a failed one', () => {
    const report = {
      success: true,
      testResults: [file('passed', ['passed', 'skipped', 'pending', 'todo'])],
    };
    expect(countVitest(report)).toEqual({ passed: 1, failed: 3 });
  });

  it('counts a file that could not be loaded', () => {
    const report = {
      success: false,
      testResults: [file('failed', []), file('passed', ['passed'])],
    };
    expect(countVitest(report)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts an error outside any test, and a run without any test', () => {
    expect(countVitest({ success: false, testResults: [file('passed', ['passed'])] })).toEqual({
      passed: 1,
      failed: 1,
    });
    expect(countVitest({ success: true, testResults: [] })).toEqual({ passed: 0, failed: 1 });
  });
});

describe('the count of a Playwright report', () => {
  const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 0 };

  it('is what was expected', () => {
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 0 });
  });

  it('takes flaky and skipped tests and errors outside tests for failures', () => {
    const report = {
      stats: { ...stats, unexpected: 1, flaky: 1, skipped: 1 },
      errors: [{ message: 'the server did not start' }],
    };
    expect(countPlaywright(report)).toEqual({ passed: 5, failed: 4 });
  });

  it('is a failure when nothing ran', () => {
    expect(countPlaywright({ stats: { ...stats, expected: 0 }, errors: [] })).toEqual({
      passed: 0,
      failed: 1,
    });
  });
});

describe('what failed, said at the end', () => {
  it('names each journey that did not go as expected, where it stands and why', () => {
    const spec = (title: string, line: number, status: string, message?: string) => ({
      title,
      line,
      tests: [{ projectName: 'phone', status, results: [message ? { error: { message } } : {}] }],
    });
    const report = {
      errors: [{ message: 'the server did not start' }],
      suites: [
        {
          file: 'search.spec.ts',
          specs: [spec('finds a law', 3, 'expected')],
          suites: [
            {
              file: 'search.spec.ts',
              specs: [
                spec('finds a word', 9, 'unexpected', '\u001B[31mnot visible\u001B[39m\ncall log'),
                spec('is left out', 20, 'skipped'),
              ],
            },
          ],
        },
      ],
    };
    expect(failuresOfPlaywright(report)).toEqual([
      '[phone] search.spec.ts:9 › finds a word: not visible',
      '[phone] search.spec.ts:20 › is left out: skipped',
      'outside any test: the server did not start',
    ]);
  });
});

describe('the last line', () => {
  it('sums all steps', () => {
    const counts = [
      { passed: 1, failed: 0 },
      { passed: 240, failed: 2 },
      { passed: 0, failed: 0 },
    ];
    expect(summary(counts)).toBe('241 passed, 2 failed');
  });
});

describe('the browser', () => {
  it('is the one that CHROMIUM_PATH names', () => {
    expect(findChromium({ CHROMIUM_PATH: '/opt/chromium' }, () => true)).toBe('/opt/chromium');
  });

  it('is not silently another when CHROMIUM_PATH names nothing', () => {
    expect(() =>
      findChromium({ CHROMIUM_PATH: '/nowhere' }, (path) => path !== '/nowhere'),
    ).toThrow(/\/nowhere/);
  });

  it('is an installed one, or none', () => {
    expect(findChromium({}, (path) => path === '/usr/bin/google-chrome')).toBe(
      '/usr/bin/google-chrome',
    );
    expect(findChromium({}, () => false)).toBeNull();
  });
});
