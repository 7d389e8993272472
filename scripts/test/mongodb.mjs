import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fingerprint } from '../up/fingerprint.mjs';
import { run } from '../up/run.mjs';
import { isStamped, stamp } from '../up/stamp.mjs';

/**
 * A server that speaks MongoDB's protocol, for tests: the one at MONGODB_TEST_URI, else FerretDB
 * where Go is present to build it, else none.
 * @param {string} root
 * @returns {Promise<{ uri: string, compatibility?: 'ferretdb', stop: () => Promise<void> } | { absent: string }>}
 */
export async function openMongodb(root) {
  if (process.env.MONGODB_TEST_URI) {
    return { uri: process.env.MONGODB_TEST_URI, stop: async () => {} };
  }
  if (spawnSync('go', ['version'], { stdio: 'ignore' }).status !== 0) {
    return {
      absent: 'MongoDB skipped: neither MONGODB_TEST_URI nor Go (to build FerretDB) is there',
    };
  }
  return startFerretdb(await buildFerretdb(root));
}

/**
 * Builds the server from the pinned module in tests/int/harness/ferretdb, once.
 * @param {string} root
 * @returns {Promise<string>} the path of the program
 */
async function buildFerretdb(root) {
  const cache = path.join(root, '.cache', 'bin');
  const program = path.join(cache, process.platform === 'win32' ? 'ferretdb.exe' : 'ferretdb');
  const source = path.join(root, 'tests', 'int', 'harness', 'ferretdb');
  const inputs = fingerprint(source, () => true, [process.platform, process.arch]);
  if (existsSync(program) && isStamped(`${program}.stamp`, inputs)) return program;

  mkdirSync(cache, { recursive: true });
  const { code, output } = await run('go', ['build', '-trimpath', '-o', program, '.'], {
    cwd: source,
    env: { ...process.env, CGO_ENABLED: '0' },
  });
  if (code !== 0) throw new Error(`FerretDB could not be built:\n${output.slice(-2000)}`);
  stamp(`${program}.stamp`, inputs);
  return program;
}

/** @param {string} program */
async function startFerretdb(program) {
  const directory = mkdtempSync(path.join(tmpdir(), 'gongkai-ferretdb-'));
  // It stops when its standard input closes, so it can not outlive this process.
  const server = spawn(program, ['-directory', directory], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  server.stderr.on('data', (chunk) => {
    complaints = (complaints + chunk.toString('utf8')).slice(-4000);
  });
  const ended = new Promise((resolve) => server.once('close', resolve));

  /** @type {string} */
  const uri = await new Promise((resolve, reject) => {
    createInterface({ input: server.stdout }).once('line', resolve);
    server.once('error', reject);
    server.once('close', (code) => reject(new Error(`FerretDB ended (${code}):\n${complaints}`)));
  });
  return {
    uri,
    compatibility: /** @type {const} */ ('ferretdb'),
    stop: async () => {
      server.stdin.end();
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
