/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Counts a Vitest JSON report. A skipped or unfinished test is a defect and counts as failed, and so
 * does a file that could not even be read.
 * @param {any} report
 * @returns {Count}
 */
export function countVitest(report) {
  let passed = 0;
  let failed = 0;
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed += 1;
      else failed += 1;
    }
    if (file.status === 'failed' && file.assertionResults.length === 0) failed += 1;
  }
  // An error outside any test (an unhandled rejection) fails the run without failing a test.
  if (failed === 0 && (!report.success || passed === 0)) failed = 1;
  return { passed, failed };
}

/**
 * Counts a Playwright JSON report. A flaky or skipped test is a defect and counts as failed, and so
 * does an error outside any test.
 * @param {any} report
 * @returns {Count}
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + skipped + report.errors.length;
  return { passed: expected, failed: failed === 0 && expected === 0 ? 1 : failed };
}

/**
 * The last line of every run.
 * @param {Count[]} counts
 */
export function summary(counts) {
  const total = (/** @type {keyof Count} */ key) =>
    counts.reduce((sum, count) => sum + count[key], 0);
  return `${total('passed')} passed, ${total('failed')} failed`;
}
