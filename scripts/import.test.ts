import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gongkai-import-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Ended = { code: number | null; out: string; err: string };

/** The command itself, as `npm run import` starts it. */
async function command(...args: string[]): Promise<Ended> {
  const argv = ['--conditions=production', '--import', 'tsx', 'scripts/import.ts', ...args];
  const child = spawn(process.execPath, argv, { cwd: root });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

test('a dry run needs no database, tells what it would do and writes a line for each file', async () => {
  const batch = path.join(folder, 'batch');
  const report = path.join(folder, 'report.jsonl');
  await cp(path.join(root, 'tests', 'fixtures', 'import'), path.join(batch, '地方性法规'), {
    recursive: true,
  });
  await writeFile(path.join(batch, 'empty.html'), '');
  const { code, out } = await command(batch, '--dry-run', '--report', report);
  expect(code).toBe(0);
  expect(out).toContain('没有写入');
  expect(out).toContain('可以导入：3');
  expect(out).toContain('1 件：没有正文');
  const lines = (await readFile(report, 'utf8')).trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { outcome: string }).outcome).sort()).toEqual([
    'ready',
    'ready',
    'ready',
    'skipped',
  ]);
}, 60_000);

test('a missing path, a wrong option or nothing readable ends with 1 and one clear sentence', async () => {
  const missing = await command(path.join(folder, 'nowhere'), '--dry-run');
  expect(missing.code).toBe(1);
  expect(missing.err.trim()).toMatch(/^找不到“.*nowhere”。请检查路径。$/u);

  const wrong = await command('x', '--no-such-option');
  expect(wrong.code).toBe(1);
  expect(wrong.err).toContain('用法：npm run import');
  expect(wrong.err).not.toContain('    at ');

  await writeFile(path.join(folder, 'note.md'), '随便写的笔记');
  const nothing = await command(path.join(folder, 'note.md'), '--dry-run');
  expect(nothing.code).toBe(1);
  expect(nothing.out).toContain('[no-metadata]');
  expect(nothing.err).toContain('没有一个文件可以导入。');
}, 60_000);
