import { existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeEnv, missingFrom, readEnv } from './env-file.mjs';
import { ToldFailure, causeOf } from './failures.mjs';
import { fingerprint, isBuildSource } from './fingerprint.mjs';
import { isInstalled } from './installed.mjs';
import { isStamped, stamp } from './stamp.mjs';
import { run } from './run.mjs';

const GIGABYTE = 1024 ** 3;
const FIRST_RUN_BYTES = 3 * GIGABYTE;

/**
 * Refuses before the long work starts where the disk can't hold it: dependencies, build and data
 * take about 2 GB, the rest is room for the build's own temporary files.
 * @param {string} root
 */
export function checkDisk(root) {
  if (existsSync(path.join(root, 'node_modules')) && existsSync(path.join(root, '.next'))) return;
  const { bavail, bsize } = statfsSync(root);
  const free = bavail * bsize;
  if (free >= FIRST_RUN_BYTES) return;
  const has = (free / GIGABYTE).toFixed(1);
  throw new ToldFailure({
    zh: `磁盘空间不足：首次运行需要 3 GB，现有 ${has} GB。`,
    en: `Not enough disk space: a first run needs 3 GB, ${has} GB are free.`,
  });
}

/**
 * `npm ci`, unless node_modules holds what the lock file asks for.
 * @param {string} root
 * @returns {Promise<boolean>} whether anything was done
 */
export async function install(root) {
  const wanted = readJson(path.join(root, 'package-lock.json'));
  const present = readJson(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted) throw new Error('package-lock.json is missing');
  if (present && isInstalled(wanted, present)) return false;
  const { code, output } = await run('npm', [...NPM_CI], { cwd: root });
  if (code !== 0) throw failed('安装依赖（npm ci）', 'Installing (npm ci)', output);
  return true;
}

/**
 * Makes `.env` once, readable by its owner alone. An existing file is never written to, and none is
 * made where the process was given everything (a container).
 * @param {string} root
 * @param {{ port: number, demo: boolean }} choice
 * @returns {{ made: boolean, env: Record<string, string | undefined> }} the values in force: what the process was given wins over the file
 */
export function ensureEnv(root, choice) {
  const file = path.join(root, '.env');
  if (!existsSync(file) && missingFrom(process.env).length === 0) {
    return { made: false, env: process.env };
  }
  let made = true;
  try {
    writeFileSync(file, makeEnv(choice), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    made = false;
  }
  const env = { ...readEnv(readFileSync(file, 'utf8')), ...process.env };
  const missing = missingFrom(env);
  if (missing.length > 0) {
    throw new ToldFailure({
      zh: `.env 缺少或写错了：${missing.join('、')}。请对照 .env.example 补上。`,
      en: `.env lacks or misspells: ${missing.join(', ')}. Compare it with .env.example.`,
    });
  }
  return { made, env };
}

/**
 * `next build`, unless the sources are the ones that were built last.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} [show]
 * @returns {Promise<boolean>} whether anything was done
 */
export async function build(root, env, show = false) {
  const stampFile = path.join(root, '.next', '.gongkai-built');
  const inputs = fingerprint(root, isBuildSource, [process.version]);
  if (isStamped(stampFile, inputs)) return false;
  const { code, output } = await run(
    process.execPath,
    [path.join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
    { cwd: root, env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }, show },
  );
  if (code !== 0) throw failed('构建（next build）', 'Building (next build)', output);
  stamp(stampFile, inputs);
  return true;
}

/**
 * Brings the database to the shape that this version of the portal needs. Applied migrations are
 * recorded in the database itself; the stamp beside the data only saves the seconds of asking it.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} whether anything was done
 */
export async function migrate(root, env) {
  const uri = env.DATABASE_URI ?? '';
  const file = databaseFile(root, uri);
  // MongoDB keeps no table layout: the adapter makes collections and indexes when it connects.
  if (!file) return false;
  // The data are the citizens': nobody else on this machine reads them.
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const stampFile = path.join(root, 'data', '.migrated');
  const inputs = fingerprint(root, (name) => name.startsWith('migrations/'), [uri]);
  if (isStamped(stampFile, inputs) && existsSync(file)) return false;

  const { code, output } = await run(process.execPath, [...PAYLOAD, 'migrate'], {
    cwd: root,
    env: scriptEnv(env),
  });
  // Payload's command can end with code 0 having done nothing; only its last words tell.
  const done = code === 0 && /Done\.|No migrations to run|no migration/i.test(output);
  if (!done) throw failed('升级数据库（payload migrate）', 'Migrating the database', output);
  stamp(stampFile, inputs);
  return true;
}

/**
 * Fills an empty database once. scripts/seed.ts prints the first password; it is shown as it comes.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} whether anything was done
 */
export async function seed(root, env) {
  const uri = env.DATABASE_URI ?? '';
  const stampFile = path.join(root, 'data', '.seeded');
  if (isStamped(stampFile, uri)) return false;
  const { code, output } = await run(
    process.execPath,
    ['--import', 'tsx', path.join('scripts', 'seed.ts')],
    { cwd: root, env: scriptEnv(env), show: true },
  );
  if (code !== 0) throw failed('写入初始数据', 'Seeding', output);
  stamp(stampFile, uri);
  return true;
}

/**
 * npm's own patience (up to a minute a try) hides an unreachable registry for minutes; twelve
 * seconds of retries pass a hiccup by.
 */
const NPM_CI = [
  'ci',
  '--no-audit',
  '--no-fund',
  '--include=dev',
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=2000',
  '--fetch-retry-maxtimeout=10000',
];

/** The arguments that run Payload's own command. */
const PAYLOAD = [path.join('node_modules', 'payload', 'bin.js')];

/**
 * Scripts outside Next.js need the production condition: without it a dependency of the editor
 * (Lexical) picks its build by a top-level await, and on Node 20 the process now and then ends
 * silently with code 0.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function scriptEnv(env) {
  const options = [env.NODE_OPTIONS, '--conditions=production'].filter(Boolean).join(' ');
  return { ...env, NODE_ENV: 'production', NODE_OPTIONS: options };
}

/**
 * The file of a SQLite address, or null where the database is a server.
 * @param {string} root
 * @param {string} uri
 */
export function databaseFile(root, uri) {
  return uri.startsWith('file:') ? path.resolve(root, uri.slice('file:'.length)) : null;
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * @param {string} zh
 * @param {string} en
 * @param {string} output
 */
function failed(zh, en, output) {
  const cause = causeOf(output) ?? {
    zh: '原因见下面的输出。',
    en: 'The output below says why.',
  };
  const tail = output.trim().split('\n').slice(-25).join('\n');
  return new ToldFailure({ zh: `${zh}失败。${cause.zh}`, en: `${en} failed. ${cause.en}` }, tail);
}
