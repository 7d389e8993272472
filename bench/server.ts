import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processCount } from '../processes/primary.mjs';

export const root = path.resolve(import.meta.dirname, '..');

export type BenchPortal = {
  url: string;
  env: NodeJS.ProcessEnv;
  folder: string;
  start: () => Promise<void>;
  /** Ends the server as a power cut would; `start` brings it back on the same data. */
  kill: () => Promise<void>;
  /** What the server has used of the processors so far, in ms; needs Linux. */
  cpuMs: () => number;
  /** Of that, the threads that answer, one a web process; and the processes that hold the search index, which those start. */
  threadMs: () => number;
  searchMs: () => number;
  stop: () => Promise<void>;
};

/**
 * The demo county on a database and an index of its own, in a folder that is removed afterwards.
 *
 * @param isServed whether it will be started, for which a build is needed
 */
export async function preparePortal({ isServed = true } = {}): Promise<BenchPortal> {
  if (isServed && !existsSync(path.join(root, '.next/BUILD_ID'))) {
    throw new Error('there is no build yet: run `npm run build` first');
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-bench-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    SEAL_KEY: randomBytes(32).toString('base64'),
    DATABASE_URI: `file:${path.join(folder, 'gongkai.db')}`,
    SEARCH_PATH: path.join(folder, 'search.db'),
    UPLOADS_PATH: path.join(folder, 'uploads'),
    SITE_URL: url,
    DEMO: 'true',
  };
  run(['node_modules/payload/bin.js', 'migrate'], env);
  run(['--import', 'tsx', 'scripts/seed.ts'], env);
  let server: ChildProcess | undefined;
  return {
    url,
    env,
    folder,
    start: async () => {
      server = spawn(
        process.execPath,
        [
          ...(process.env.NODE_ARGS ?? '').split(' ').filter(Boolean),
          'scripts/start.mjs',
          '-H',
          '127.0.0.1',
          '-p',
          String(port),
        ],
        { cwd: root, env, stdio: 'ignore' },
      );
      // The others start once the first one has the database up to date.
      await answers(`${url}/api/health`);
      const count = processCount(env.WEB_PROCESSES);
      while (childrenOf(server.pid).length < count) await sleep(100);
      await sleep(count > 1 ? 3000 : 0);
    },
    kill: async () => {
      const gone = new Promise((resolve) => server?.once('exit', resolve));
      for (const pid of [server?.pid, ...childrenOf(server?.pid)]) {
        if (pid) process.kill(Number(pid), 'SIGKILL');
      }
      await gone;
    },
    cpuMs: () => sumOf([server?.pid, ...childrenOf(server?.pid)], (pid) => `/proc/${pid}`),
    threadMs: () => sumOf(childrenOf(server?.pid), (pid) => `/proc/${pid}/task/${pid}`),
    searchMs: () => sumOf(childrenOf(server?.pid).flatMap(childrenOf), (pid) => `/proc/${pid}`),
    stop: async () => {
      server?.kill('SIGTERM');
      await new Promise((resolve) => (server ? server.once('exit', resolve) : resolve(null)));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** User and system time of a process or a thread, which the kernel counts in hundredths of a second. */
function cpuMsIn(folder: string): number {
  if (!existsSync(`${folder}/stat`)) return Number.NaN;
  // The name of the process may hold blanks; the fields after it are counted from its bracket.
  const fields = readFileSync(`${folder}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const sumOf = (
  pids: readonly (number | string | undefined)[],
  folderOf: (pid: number | string | undefined) => string,
): number => pids.reduce((sum: number, pid) => sum + cpuMsIn(folderOf(pid)), 0);

function childrenOf(pid: number | string | undefined): string[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  return existsSync(file) ? readFileSync(file, 'utf8').split(' ').filter(Boolean) : [];
}

/** Runs a command of the project to its end and gives what it printed. */
export function run(args: string[], env: NodeJS.ProcessEnv): string {
  const result = spawnSync(process.execPath, ['--conditions=production', ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status !== 0) {
    throw new Error(`${args.join(' ')} ended with ${result.status}: ${result.stderr}`);
  }
  return result.stdout;
}

/** The same, with what it prints shown as it comes. */
export function runShown(args: string[]): void {
  const { status } = spawnSync(process.execPath, ['--conditions=production', ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
}

/** Waits until an address answers, at most a minute. */
export async function answers(url: string): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} did not answer within a minute`);
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
