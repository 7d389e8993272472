#!/usr/bin/env node
/**
 * Every check of the project, or the ones named: `npm test`, `node scripts/test.mjs lint unit`.
 * Ends with one line `N passed, N failed` over all of them. A failed step does not keep the others
 * from running, unless they stand on it (no browser journeys without a build).
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './test/chromium.mjs';
import { countPlaywright, countVitest, summary } from './test/counts.mjs';
import { failuresOfPlaywright } from './test/failures.mjs';
import { openMongodb } from './test/mongodb.mjs';
import { MINIMUM_NODE, isSupportedNode } from './up/node-version.mjs';
import { run } from './up/run.mjs';
import { build, install } from './up/steps.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const REPORTS = path.join(ROOT, '.cache', 'reports');
const ENV = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  FORCE_COLOR: process.env.CI ? '0' : '1',
};
/** @typedef {import('./test/counts.mjs').Count} Count */
const PASSED = { passed: 1, failed: 0 };
const FAILED = { passed: 0, failed: 1 };

/** @type {Record<string, () => Promise<Count>>} In the order in which they run. */
const STEPS = {
  format: () => check('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  lint: () => check('eslint/bin/eslint.js', ['--max-warnings', '0', '.']),
  types,
  knip: () => check('knip/bin/knip.js', []),
  unit: () => vitest('unit', 'vitest.config.ts', {}),
  'int-sqlite': () => vitest('int-sqlite', 'vitest.int.config.ts', { TEST_DATABASE: 'sqlite' }),
  'int-mongodb': integrationOnMongodb,
  build: buildPortal,
  e2e: journeys,
};
/** What failed in the tests, a line each: said once more at the end, where whoever looks sees it.
 * @type {string[]} */
const FAILURES = [];
/** Steps that make no sense when another failed. */
const STANDS_ON = { e2e: 'build' };

process.exitCode = await main(process.argv.slice(2));

/** @param {string[]} names */
async function main(names) {
  if (!isSupportedNode(process.version)) {
    console.error(`Node.js ${MINIMUM_NODE} or newer is needed; this is ${process.version}.`);
    return 1;
  }
  const unknown = names.filter((name) => !(name in STEPS));
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. Known: ${Object.keys(STEPS).join(', ')}.`);
    return 1;
  }
  const began = Date.now();
  if (await install(ROOT)) console.log(`dependencies installed · ${seconds(began)} s`);
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });

  /** @type {Map<string, Count>} */
  const results = new Map();
  /** @type {string[]} */
  const lines = [];
  for (const [name, step] of Object.entries(STEPS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const start = Date.now();
    console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
    const base = /** @type {Record<string, string>} */ (STANDS_ON)[name];
    const count =
      base && results.get(base)?.failed
        ? notRun(`${name} was not run: ${base} failed`)
        : await attempt(step);
    results.set(name, count);
    lines.push(
      `${count.failed ? '✗' : '✓'} ${name.padEnd(12)} ${summary([count]).padEnd(24)} ${seconds(start)} s`,
    );
  }
  console.log(`\n${lines.join('\n')}\n${seconds(began)} s in all`);
  for (const failure of FAILURES) console.log(`✗ ${failure}`);
  const all = [...results.values()];
  console.log(summary(all));
  return all.some((count) => count.failed > 0) ? 1 : 0;
}

/**
 * @param {() => Promise<Count>} step
 * @returns {Promise<Count>}
 */
async function attempt(step) {
  try {
    return await step();
  } catch (error) {
    const details =
      error && typeof error === 'object' && 'details' in error ? `\n${error.details}` : '';
    console.error(`${error instanceof Error ? error.message : error}${details}`);
    return FAILED;
  }
}

/** @param {string} sentence */
function notRun(sentence) {
  console.log(sentence);
  return FAILED;
}

/**
 * A program of node_modules that passes or fails as a whole.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function check(program, args) {
  const { code } = await node(program, args, {});
  return code === 0 ? PASSED : FAILED;
}

/** The route types that Next.js writes are part of what the compiler checks. */
async function types() {
  await node('next/dist/bin/next', ['typegen'], {});
  return check('typescript/bin/tsc', ['--noEmit', '-p', '.']);
}

/**
 * @param {string} name
 * @param {string} config
 * @param {Record<string, string>} env
 * @returns {Promise<Count>}
 */
async function vitest(name, config, env) {
  const report = path.join(REPORTS, `${name}.json`);
  const failures = path.join(REPORTS, `${name}-failures.json`);
  const reporters = ['default', 'json', 'scripts/test/failures.mjs'].map(
    (reporter) => `--reporter=${reporter}`,
  );
  const args = ['run', '--config', config, ...reporters, `--outputFile.json=${report}`];
  const { code } = await node('vitest/vitest.mjs', args, { ...env, FAILURES: failures });
  FAILURES.push(...JSON.parse(readFileSync(failures, 'utf8')));
  return counted(report, code, countVitest);
}

/** @returns {Promise<Count>} */
async function integrationOnMongodb() {
  const server = await openMongodb(ROOT);
  if ('absent' in server) {
    console.log(server.absent);
    return { passed: 0, failed: 0 };
  }
  try {
    return await vitest('int-mongodb', 'vitest.int.config.ts', {
      TEST_DATABASE: 'mongodb',
      MONGODB_TEST_URI: server.uri,
      ...(server.compatibility ? { MONGODB_COMPATIBILITY: server.compatibility } : {}),
    });
  } finally {
    await server.stop();
  }
}

/** The build needs no database and no secrets. */
async function buildPortal() {
  const done = await build(ROOT, ENV, true);
  if (!done) console.log('the sources are the ones that were built last');
  return PASSED;
}

/** @returns {Promise<Count>} */
async function journeys() {
  const chromium = await ensureChromium(ROOT);
  const report = path.join(REPORTS, 'e2e.json');
  const { code } = await node('@playwright/test/cli.js', ['test'], {
    E2E_REPORT: report,
    ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
  });
  FAILURES.push(...failuresOfPlaywright(JSON.parse(readFileSync(report, 'utf8'))));
  return counted(report, code, countPlaywright);
}

/**
 * @param {string} report
 * @param {number} code
 * @param {(report: any) => Count} count
 * @returns {Count}
 */
function counted(report, code, count) {
  const result = count(JSON.parse(readFileSync(report, 'utf8')));
  // A runner that says "failed" is believed over a report that shows no failure.
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function node(program, args, env) {
  return run(process.execPath, [path.join('node_modules', program), ...args], {
    cwd: ROOT,
    env: { ...ENV, ...env },
    show: true,
  });
}

/** @param {number} since */
function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1);
}
