import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const FIXTURE = 'tests/fixtures/annual-reports/hanweb-2019.html';

type Ended = { code: number | null; out: string; err: string };

/** The command itself, as `npm run import:report` starts it, in an environment without settings. */
async function command(...args: string[]): Promise<Ended> {
  const argv = ['--conditions=production', '--import', 'tsx', 'scripts/import-report.ts', ...args];
  const child = spawn(process.execPath, argv, {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      DATABASE_URI: 'file:/nowhere/none.db',
    } as unknown as NodeJS.ProcessEnv,
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

test('--json gives one object with tables, text and findings in words, without a database', async () => {
  const { code, out } = await command(FIXTURE, '--json');
  expect(code).toBe(0);
  const answer = JSON.parse(out) as {
    tables: { disclosure: Record<string, unknown> };
    findings: { message: string }[];
  };
  expect(answer).toMatchObject({
    layout: '2019',
    year: 2020,
    agency: '青禾县财政局',
    title: '青禾县财政局2020年政府信息公开工作年度报告',
    narrative: { other: ['无。'] },
  });
  expect(answer.tables.disclosure.procurement).toEqual({
    purchases: 217,
    'purchase-amount': 20368,
  });
  const messages = answer.findings.map(({ message }) => message);
  expect(messages).toContain(
    '主动公开情况表“政府集中采购”行“采购总金额”列（在文件中第 1 个表格第 18 行第 3 格）：已换算为 20368 万元。原文是“2.0368亿元”。',
  );
  expect(messages.filter((message) => /[{}]|undefined/u.test(message))).toEqual([]);
}, 60_000);

test('--json answers for a file that is not there too, and ends with 1', async () => {
  const { code, out } = await command('tests/fixtures/none.docx', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    layout: null,
    tables: { disclosure: {}, applications: {}, litigation: {} },
    findings: [{ severity: 'refused', code: 'not-found' }],
  });
}, 60_000);

test('a file that is no report is refused in words before any database is opened', async () => {
  const { code, out, err } = await command('package.json');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('看来不是政府信息公开工作年度报告');
}, 60_000);

test('--help tells how; a wrong option ends with 2', async () => {
  const help = await command('--help');
  expect(help.code).toBe(0);
  expect(help.out).toContain('--replace-draft');
  const wrong = await command(FIXTURE, '--no-such');
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain('用法');
}, 60_000);
