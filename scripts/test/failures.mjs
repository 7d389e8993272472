import { writeFileSync } from 'node:fs';

/**
 * A reporter for Vitest that leaves in a file, a line each, what failed or was not run: also an error
 * outside any test, of which its other reports know only that there was one.
 */
// eslint-disable-next-line import/no-default-export -- so Vitest takes it
export default class FailuresReporter {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<{ name?: string, message?: string, stack?: string }>} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const lines = modules.flatMap((module) => [
      ...module.errors().map((error) => `${module.relativeModuleId}: ${firstLine(error.message)}`),
      ...[...module.children.allTests()]
        .filter((test) => test.result().state !== 'passed')
        .map((test) => {
          const { state, errors } = test.result();
          const why = errors?.[0] ? firstLine(errors[0].message) : state;
          return `${module.relativeModuleId} › ${test.fullName}: ${why}`;
        }),
    ]);
    const outside = unhandledErrors.map(
      ({ name, message, stack }) => `outside any test: ${stack ?? `${name}: ${message}`}`,
    );
    writeFileSync(process.env.FAILURES ?? 'failures.json', JSON.stringify([...lines, ...outside]));
  }
}

/**
 * The same of a Playwright JSON report.
 * @param {any} report
 * @returns {string[]}
 */
export function failuresOfPlaywright(report) {
  /** @type {(suite: any) => string[]} */
  const inSuite = ({ file, specs = [], suites = [] }) => [
    ...specs.flatMap((/** @type {any} */ { title, line, tests }) =>
      tests
        .filter((/** @type {any} */ { status }) => status !== 'expected')
        .map(
          (/** @type {any} */ { projectName, status, results }) =>
            `[${projectName}] ${file}:${line} › ${title}: ${firstLine(results.at(-1)?.error?.message ?? status)}`,
        ),
    ),
    ...suites.flatMap(inSuite),
  ];
  const outside = (report.errors ?? []).map(
    (/** @type {any} */ { message }) => `outside any test: ${message}`,
  );
  return [...(report.suites ?? []).flatMap(inSuite), ...outside];
}

/** @param {string | undefined} text */
// The colours of a terminal left out.
const firstLine = (text = '') => text.replaceAll(/\u001B\[\d+m/g, '').split('\n', 1)[0];
