#!/usr/bin/env node
/**
 * Serves what is built: `npm start [-- -H HOST -p PORT]`, as `next start` takes them, in
 * WEB_PROCESSES web processes.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { processCount, serveInProcesses } from '../processes/primary.mjs';
import { readEnv } from './up/env-file.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(ROOT);
process.title = 'gongkai';

// The web processes read the rest of it themselves.
const file = path.join(ROOT, '.env');
const given = existsSync(file) ? readEnv(readFileSync(file, 'utf8')) : {};

let count;
try {
  count = processCount(process.env.WEB_PROCESSES ?? given.WEB_PROCESSES);
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  console.error(error.message);
  process.exit(1);
}

const { ended, stop } = serveInProcesses({
  exec: path.join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next'),
  args: ['start', ...process.argv.slice(2)],
  count,
  env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
});
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  // A terminal sends Ctrl-C to the whole group; a service manager signals this process alone.
  process.on(signal, () => stop(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM'));
}
process.exit(await ended);
