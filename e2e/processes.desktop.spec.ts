import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../scripts/up/port.mjs';
import { restAs } from './staff';

/**
 * The same county served by two web processes, each with pages, facts and counts in its own memory.
 * They take turns at connections: of two that follow one another, each process gets one.
 */
type Prepared = { folder: string; env: Record<string, string> };

let url = '';
let portal: ChildProcess | undefined;
let printed = '';

test.beforeAll(async () => {
  const { folder, env } = JSON.parse(readFileSync('.cache/e2e-portal.json', 'utf8')) as Prepared;
  const database = path.join(folder, 'two-processes.db');
  copyFileSync(path.join(folder, 'prepared.db'), database);
  const port = await freePort();
  url = `http://localhost:${port}`;
  portal = spawn(process.execPath, ['scripts/start.mjs', '-H', '127.0.0.1', '-p', String(port)], {
    env: {
      ...process.env,
      ...env,
      DATABASE_URI: `file:${database}`,
      SEARCH_PATH: path.join(folder, 'two-processes-search.db'),
      SITE_URL: url,
      WEB_PROCESSES: '2',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [portal.stdout, portal.stderr]) {
    stream?.on('data', (text) => (printed += String(text)));
  }
  await expect.poll(() => webProcesses().length, { timeout: 60_000 }).toBe(2);
  // Both have answered: every second connection is the second one's.
  await expect.poll(() => statuses('/'), { timeout: 60_000 }).toEqual([200, 200, 200, 200]);
});

test.afterAll(async () => {
  const gone = new Promise((resolve) => portal?.once('exit', resolve));
  portal?.kill('SIGTERM');
  await gone;
});

test('a change that one process stores shows on the pages of both', async () => {
  const names = async () => {
    const pages = await Promise.all([0, 1, 2, 3].map(async () => (await open('/')).body));
    return pages.map((html) => /<title>([^<]*)<\/title>/.exec(html)?.[1]);
  };
  const before = await names();
  expect(new Set(before).size).toBe(1);
  const admin = await restAs('admin', url);
  for (const name of ['改名后的公开网', '再次改名的公开网']) {
    const saved = await admin.post('/api/globals/site?locale=zh-CN', { data: { name } });
    expect(saved.status()).toBe(200);
    await expect.poll(names).toEqual([0, 1, 2, 3].map(() => expect.stringContaining(name)));
  }
  await admin.dispose();
});

test('what an address may ask is counted over both', async () => {
  const left: number[] = [];
  for (let i = 0; i < 6; i += 1) {
    const { headers } = await open('/api/v1/search?q=%E5%85%AC%E5%BC%80');
    left.push(Number(/r=(\d+)/.exec(String(headers.ratelimit))?.[1]));
  }
  expect(left).toEqual([0, 1, 2, 3, 4, 5].map((i) => left[0]! - i));
});

test('both find, and one that is killed is replaced while the other answers', async () => {
  const found = async () =>
    Promise.all(
      [0, 1, 2, 3].map(async () => {
        const { status, body } = await open('/api/v1/search?q=%E5%85%AC%E5%BC%80');
        return status === 200 && JSON.parse(body).total > 0;
      }),
    );
  await expect.poll(found, { timeout: 30_000 }).toEqual([true, true, true, true]);
  const [first, second] = webProcesses();
  process.kill(Number(first), 'SIGKILL');
  await expect
    .poll(() => webProcesses().filter((pid) => pid !== first).length, { timeout: 30_000 })
    .toBe(2);
  expect(webProcesses()).toContain(second);
  await expect.poll(found, { timeout: 30_000 }).toEqual([true, true, true, true]);
  expect(printed).toContain('is started again');
});

const statuses = (where: string): Promise<number[]> =>
  Promise.all([0, 1, 2, 3].map(async () => (await open(where)).status));

type Answer = { status: number; headers: Record<string, unknown>; body: string };

/** Over a connection of its own; 0 where none comes about, or it is broken off. */
function open(where: string): Promise<Answer> {
  return new Promise((resolve) => {
    const none = () => resolve({ status: 0, headers: {}, body: '' });
    get(url + where, { agent: false, timeout: 20_000 }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.on('error', none);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    })
      .on('error', none)
      .on('timeout', none);
  });
}

function webProcesses(): string[] {
  const children = `/proc/${portal?.pid}/task/${portal?.pid}/children`;
  return readFileSync(children, 'utf8').split(' ').filter(Boolean);
}
