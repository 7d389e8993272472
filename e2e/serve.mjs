/**
 * Serves the built portal for the browser journeys: the real production server on a database of its
 * own, migrated and filled with the demo county. `node e2e/serve.mjs PORT`. Everything it writes lies
 * in one temporary folder that goes when it stops.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { scriptEnv } from '../scripts/up/steps.mjs';
import { run } from '../scripts/up/run.mjs';

/** Known to the journeys; the seed takes it only together with GONGKAI_TEST. */
const PASSWORD = process.env.E2E_PASSWORD ?? 'journey-2026-Gongkai';

const root = path.resolve(import.meta.dirname ?? path.dirname(process.argv[1]), '..');
const port = process.argv[2];
if (!/^\d+$/.test(port ?? '')) throw new Error('usage: node e2e/serve.mjs PORT');

const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-e2e-'));
const ownEnv = {
  NODE_ENV: /** @type {const} */ ('production'),
  PAYLOAD_SECRET: randomBytes(32).toString('hex'),
  SEAL_KEY: randomBytes(32).toString('base64'),
  DATABASE_URI: `file:${path.join(folder, 'gongkai.db')}`,
  UPLOADS_PATH: path.join(folder, 'uploads'),
  SEARCH_PATH: path.join(folder, 'search.db'),
  OPEN_DATA_PATH: path.join(folder, 'open-data'),
  // One visitor follows every link here.
  LIST_DOWNLOADS_AN_HOUR: '10000',
  API_REQUESTS_A_MINUTE: '10000',
  SITE_URL: `http://localhost:${port}`,
  DEMO: 'true',
  GONGKAI_TEST: '1',
  SEED_PASSWORD: PASSWORD,
  NEXT_TELEMETRY_DISABLED: '1',
  FORCE_COLOR: '0',
};
const env = { ...process.env, ...ownEnv };

const began = Date.now();
await prepare('migrate', ['node_modules/payload/bin.js', 'migrate']);
await prepare('seed', ['--import', 'tsx', 'scripts/seed.ts']);
await prepare('open data', ['--import', 'tsx', 'scripts/open-data.ts']);
// For the journeys that start a portal of their own on the same county (processes.desktop.spec.ts).
copyFileSync(path.join(folder, 'gongkai.db'), path.join(folder, 'prepared.db'));
mkdirSync(path.join(root, '.cache'), { recursive: true });
writeFileSync(path.join(root, '.cache/e2e-portal.json'), JSON.stringify({ folder, env: ownEnv }));
console.log(`prepared in ${((Date.now() - began) / 1000).toFixed(1)} s`);

const server = spawn(process.execPath, ['scripts/start.mjs', '-H', '127.0.0.1', '-p', port], {
  cwd: root,
  env,
  stdio: 'inherit',
});
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => server.kill('SIGTERM'));
}
server.once('close', (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});

/**
 * @param {string} name
 * @param {string[]} args
 */
async function prepare(name, args) {
  const { code, output } = await run(process.execPath, args, { cwd: root, env: scriptEnv(env) });
  if (code === 0) return;
  console.error(`${name} ended with code ${code}\n${output}`);
  rmSync(folder, { recursive: true, force: true });
  process.exit(1);
}
