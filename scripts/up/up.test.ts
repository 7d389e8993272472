import { mkdtempSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeEnv, missingFrom, readEnv, siteUrlFor } from './env-file.mjs';
import { causeOf } from './failures.mjs';
import { fingerprint, isBuildSource } from './fingerprint.mjs';
import { isInstalled } from './installed.mjs';
import { isSupportedNode } from './node-version.mjs';
import { readOptions, readPort } from './options.mjs';
import { freePort, probePort } from './port.mjs';
import { isStamped, stamp } from './stamp.mjs';
import { databaseFile, ensureEnv, scriptEnv } from './steps.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongkai-up-'));
  // What stands in the environment would complete a .env that lacks it.
  for (const name of ['DATABASE_URI', 'SEAL_KEY']) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('the version of Node.js', () => {
  it.each(['v20.9.0', '20.9.1', 'v20.20.2', 'v22.0.0', 'v24.1.0-nightly2026'])(
    '%s is new enough',
    (version) => expect(isSupportedNode(version)).toBe(true),
  );

  it.each(['v20.8.9', 'v18.20.0', 'v9.99.99', '', 'twenty', 'v20'])('%j is refused', (version) =>
    expect(isSupportedNode(version)).toBe(false),
  );
});

describe('the options', () => {
  it('start the demonstration on the loopback address at port 3000 when nothing is said', () => {
    expect(readOptions([], {})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      start: true,
      demo: true,
      help: false,
    });
  });

  it('take the command line before what npm swallowed, and that before the environment', () => {
    const env = { PORT: '4000', npm_config_port: '5000' };
    expect(readOptions(['--port', '6000'], env)).toMatchObject({ port: 6000 });
    expect(readOptions(['--port=6001'], env)).toMatchObject({ port: 6001 });
    expect(readOptions([], env)).toMatchObject({ port: 5000 });
    expect(readOptions([], { PORT: '4000' })).toMatchObject({ port: 4000 });
  });

  it('read the switches, also those that npm swallowed', () => {
    expect(readOptions(['--no-start', '--no-demo'], {})).toMatchObject({
      start: false,
      demo: false,
    });
    expect(readOptions([], { npm_config_start: '' })).toMatchObject({ start: false });
  });

  it.each([['--port'], ['--port', 'http'], ['--port=0'], ['--port', '65536'], ['--prot', '1']])(
    'answer %j %j with a sentence in both languages',
    (...argv) => {
      const { problem } = readOptions(argv, {}) as { problem: { zh: string; en: string } };
      expect(problem.zh).toMatch(/[一-龥]/);
      expect(problem.en).toMatch(/\.$/);
    },
  );

  it('know a port from other text', () => {
    expect(['1', '80', '65535', ' 3000 '].map(readPort)).toEqual([1, 80, 65535, 3000]);
    expect(['0', '65536', '-1', '3e3', '3000.0', ''].map(readPort)).toEqual(Array(6).fill(null));
  });
});

describe('the .env file', () => {
  it('carries secrets of its own, different each time', () => {
    const first = readEnv(makeEnv({ port: 3000, demo: true }));
    const second = readEnv(makeEnv({ port: 3000, demo: true }));
    expect(Buffer.from(first.SEAL_KEY ?? '', 'base64')).toHaveLength(32);
    expect(first.PAYLOAD_SECRET).toMatch(/^[0-9a-f]{64}$/);
    expect(first.PAYLOAD_SECRET).not.toBe(second.PAYLOAD_SECRET);
    expect(first.SEAL_KEY).not.toBe(second.SEAL_KEY);
    expect(missingFrom(first)).toEqual([]);
  });

  it('is written once, for its owner alone, and never touched again', () => {
    const first = ensureEnv(folder, { port: 3000, demo: true });
    const again = ensureEnv(folder, { port: 4000, demo: false });
    expect(first.made).toBe(true);
    expect(again.made).toBe(false);
    expect(again.env.PAYLOAD_SECRET).toBe(first.env.PAYLOAD_SECRET);
    expect(again.env.DEMO).toBe('true');
    expect(statSync(path.join(folder, '.env')).mode & 0o777).toBe(0o600);
  });

  it('is refused by the names it lacks', () => {
    writeFileSync(path.join(folder, '.env'), 'PAYLOAD_SECRET=x\nSITE_URL=http://localhost:3000\n');
    expect(() => ensureEnv(folder, { port: 3000, demo: true })).toThrow(/DATABASE_URI, SEAL_KEY/);
    expect(missingFrom({ SEAL_KEY: Buffer.alloc(31).toString('base64') })).toContain('SEAL_KEY');
  });

  it('may quote, comment and export', () => {
    expect(readEnv('# a=b\n A = "x y" \r\nexport B=\'z\'\nC=\n9D=1\nE=a=b')).toEqual({
      A: 'x y',
      B: 'z',
      C: '',
      E: 'a=b',
    });
  });

  it('lets a local address follow the port and leaves a public one alone', () => {
    expect(siteUrlFor('http://localhost:3000', 3001)).toBe('http://localhost:3001');
    expect(siteUrlFor('https://www.example.gov.cn', 3001)).toBe('https://www.example.gov.cn');
  });
});

describe('the cause of a failure', () => {
  it.each([
    ['npm error code ENOSPC\nnpm error syscall write', /disk is full/],
    ["Error: EACCES: permission denied, mkdir '/srv/data'", /permission/],
    ['npm error network request to https://r.example/next failed, reason: ENOTFOUND', /reached/],
    ['npm error code EAI_AGAIN', /reached/],
    ['npm error code E404', /did not supply/],
    ['npm error code EINTEGRITY', /checksum/],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', /certificate/],
    ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory', /memory/],
    ['\nSIGKILL', /memory/],
    ['SqliteError: database or disk is full', /disk is full/],
    ['Error: listen EADDRINUSE: address already in use :::3000', /port is taken/],
    ['SQLITE_BUSY: database is locked', /Another process/],
  ])('%j is told in a sentence', (output, sentence) => {
    expect(causeOf(output)?.en).toMatch(sentence);
    expect(causeOf(output)?.zh).toMatch(/[一-龥]/);
  });

  it('is not guessed where none shows', () => {
    expect(causeOf('Type error: Property x does not exist')).toBeNull();
  });
});

describe('a port', () => {
  it('is found free, and taken while another program listens there', async () => {
    const port = await freePort();
    expect(await probePort('127.0.0.1', port)).toBe('free');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    expect(await probePort('127.0.0.1', port)).toBe('taken');
    await new Promise((resolve) => server.close(resolve));
  });

  it('can not be had on an address of another machine', async () => {
    expect(await probePort('192.0.2.1', await freePort())).toBe('no-such-host');
  });
});

describe('the fingerprint of the sources', () => {
  const all = () => fingerprint(folder, isBuildSource);

  beforeEach(() => {
    mkdirSync(path.join(folder, 'app'));
    writeFileSync(path.join(folder, 'app', 'page.tsx'), 'one');
  });

  it('changes with a content or a name, and not with a time', () => {
    const before = all();
    utimesSync(path.join(folder, 'app', 'page.tsx'), 1, 1);
    expect(all()).toBe(before);
    writeFileSync(path.join(folder, 'app', 'page.tsx'), 'two');
    expect(all()).not.toBe(before);
    writeFileSync(path.join(folder, 'app', 'page.tsx'), 'one');
    expect(all()).toBe(before);
    writeFileSync(path.join(folder, 'app', 'other.tsx'), '');
    expect(all()).not.toBe(before);
  });

  it.each(['data/gongkai.db', 'node_modules/x/y.js', 'app/page.test.tsx', '.env', 'README.md'])(
    'passes over %s',
    (file) => expect(isBuildSource(file)).toBe(false),
  );

  it.each(['app/page.tsx', 'messages/en/home.json', 'package-lock.json', 'a-new-folder/x.ts'])(
    'reads %s',
    (file) => expect(isBuildSource(file)).toBe(true),
  );
});

describe('node_modules', () => {
  const lock = (packages: Record<string, { version: string; optional?: boolean }>) => ({
    packages: { '': { version: '0.1.0' }, ...packages },
  });
  const wanted = lock({
    'node_modules/next': { version: '16.4.6' },
    'node_modules/for-another-platform': { version: '1.0.0', optional: true },
  });

  it('is installed when every needed package is there in its version', () => {
    expect(isInstalled(wanted, lock({ 'node_modules/next': { version: '16.4.6' } }))).toBe(true);
  });

  it('is not when a package is missing, is of another version, or nothing was ever installed', () => {
    expect(isInstalled(wanted, lock({ 'node_modules/next': { version: '16.4.5' } }))).toBe(false);
    expect(isInstalled(wanted, lock({}))).toBe(false);
    expect(isInstalled(wanted, {})).toBe(false);
  });
});

describe('a stamp', () => {
  it('holds for the same inputs while what it marks is there', () => {
    const file = path.join(folder, 'made', '.stamp');
    expect(isStamped(file, 'a')).toBe(false);
    stamp(file, 'a');
    expect(isStamped(file, 'a')).toBe(true);
    expect(isStamped(file, 'b')).toBe(false);
    rmSync(path.join(folder, 'made'), { recursive: true });
    expect(isStamped(file, 'a')).toBe(false);
  });
});

describe('the database address', () => {
  it('is a file below the repository for SQLite and none for a server', () => {
    expect(databaseFile('/srv/gongkai', 'file:./data/gongkai.db')).toBe(
      '/srv/gongkai/data/gongkai.db',
    );
    expect(databaseFile('/srv/gongkai', 'mongodb://localhost/gongkai')).toBeNull();
  });
});

describe('the environment of a script', () => {
  it('keeps the options that were given and adds the production condition', () => {
    expect(
      scriptEnv({ NODE_ENV: 'test', NODE_OPTIONS: '--max-old-space-size=4096' }).NODE_OPTIONS,
    ).toBe('--max-old-space-size=4096 --conditions=production');
  });
});
