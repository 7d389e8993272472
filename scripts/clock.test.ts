import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gongkai-clock-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Answer = {
  due: string | null;
  provisional: boolean;
  steps: { key: string; values: object; text: string }[];
  [more: string]: unknown;
};
type Ended = { code: number | null; out: string; err: string; answers: Answer[] };

function start(...args: string[]) {
  const argv = ['--import', 'tsx', 'scripts/clock.ts', ...args];
  // No setting of the portal reaches it: it has to run in a bare checkout.
  return spawn(process.execPath, argv, { cwd: root, env: { PATH: process.env.PATH } as never });
}

/** The command itself, as `npm run -s clock` starts it. */
async function command(input: string | Buffer, ...args: string[]): Promise<Ended> {
  const child = start(...args);
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  // A command that ends before it has read all breaks the pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const lines = out.split('\n').filter((line) => line.startsWith('{'));
  return { code, out, err, answers: lines.map((line) => JSON.parse(line) as Answer) };
}

const plain = '{"received":"2026-09-18","channel":"internet","events":[]}';

describe('npm run clock', () => {
  test('answers each line in its order with due day and steps, in words', async () => {
    const supplemented = JSON.stringify({
      received: '2026-09-18',
      channel: 'internet',
      events: [
        { type: 'supplement-requested', date: '2026-09-24' },
        { type: 'supplement-received', date: '2026-10-09' },
        { type: 'third-party-asked', date: '2026-10-12' },
        { type: 'third-party-answered', date: '2026-10-20' },
        { type: 'extended', date: '2026-10-22', workingDays: 20 },
      ],
    });
    const { code, err, answers } = await command(`${supplemented}\n${plain}\n`);
    expect([code, err]).toEqual([0, '']);
    expect(answers.map(({ due }) => due)).toEqual(['2026-12-11', '2026-10-22']);
    expect(Object.keys(answers[0]!)).toEqual(['due', 'provisional', 'steps']);
    expect(answers[0]!.steps.at(-1)).toEqual({
      key: 'due',
      values: { day: '2026-12-11' },
      text: '最迟2026年12月11日答复。',
    });
    expect(answers[0]!.steps.map(({ text }) => text)).toContain(
      '10月13日至20日征求第三方意见，不计。',
    );
  });

  test('tells which event can not be, and goes on with the next line', async () => {
    const impossible =
      '{"received":"2026-11-02","channel":"fax","events":[{"type":"reasons-asked","date":"2026-11-04"},{"type":"extended","date":"2026-12-01","workingDays":5}]}';
    const { code, answers } = await command(`${impossible}\n{"received":\n[]\n${plain}`);
    expect(code).toBe(0);
    expect(answers.slice(0, 3)).toEqual([
      {
        due: null,
        provisional: false,
        error:
          '第 2 项“延长答复期限”：2026年12月1日已经超过答复期限2026年11月30日，不能再办理这一步。请尽快答复申请人。',
        code: 'afterDue',
        event: 1,
        steps: [],
      },
      expect.objectContaining({ due: null, code: 'notJson', steps: [] }),
      expect.objectContaining({ due: null, code: 'notACase', steps: [] }),
    ]);
    expect(answers[3]!.due).toBe('2026-10-22');
  });

  test('tells what a clock that stands waits for', async () => {
    const asked =
      '{"received":"2026-11-02","channel":"fax","events":[{"type":"agency-asked","date":"2026-11-04"}]}';
    const filed = '{"filed":"2026-11-02","channel":"internet"}';
    const { answers } = await command(`${asked}\n${filed}\n`);
    expect(answers).toMatchObject([
      { due: null, stopped: 'agency', latest: '2026-12-21' },
      { due: null, stopped: 'confirmation', latest: null },
    ]);
  });

  test('takes a byte order mark, Windows line ends, blank lines and line separators in a text', async () => {
    const note = '{"received":"2026-09-18","channel":"fax","note":"一\u2028二"}';
    const { answers } = await command(`\uFEFF${plain}\r\n\r\n   \n${note}\r\n`);
    expect(answers.map(({ due }) => due)).toEqual(['2026-10-22', '2026-10-22']);
  });

  test('answers a line that is far too long, bytes that are no text and values of every kind', async () => {
    const odd = ['null', '0', '""', '{}', '[]', '{"__proto__":[]}', '['.repeat(9000)];
    const input = Buffer.concat([
      Buffer.from(`${'9'.repeat(3_000_000)}\n`),
      Buffer.from([0xff, 0xfe, 0x00, 0x0a]),
      Buffer.from(`${odd.join('\n')}\n${plain}\n`),
    ]);
    const { code, answers } = await command(input);
    expect(code).toBe(0);
    expect(answers).toHaveLength(odd.length + 3);
    expect(answers[0]!.code).toBe('lineTooLong');
    expect(answers.slice(1, -1).every(({ due, error }) => due === null && error)).toBe(true);
    expect(answers.at(-1)!.due).toBe('2026-10-22');
  });

  test('answers a line before the next is written', async () => {
    const child = start();
    const next = () =>
      new Promise<string>((resolve) => {
        child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
      });
    child.stdin.write(`${plain}\n`);
    expect(await next()).toContain('2026-10-22');
    child.stdin.write(`${plain.replace('09-18', '11-02')}\n`);
    expect(await next()).toContain('2026-11-30');
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
    child.stdin.end();
    expect(await closed).toBe(0);
  });

  test('speaks English when asked, and reads a file', async () => {
    const file = path.join(folder, 'cases.jsonl');
    await writeFile(file, plain);
    const { answers } = await command('', file, '--lang', 'en');
    expect(answers[0]!.steps.at(-1)!.text).toBe('A reply is due by 22 October 2026.');
  });

  test('counts with further holiday notices, and names what is wrong with one', async () => {
    const december = plain.replace('2026-09-18', '2026-12-07');
    expect((await command(december)).answers[0]).toMatchObject({
      due: '2027-01-05',
      provisional: true,
    });
    const file = path.join(folder, 'notices.json');
    const off = [{ holiday: 'new-year', from: '2027-01-01', to: '2027-01-05' }];
    await writeFile(file, JSON.stringify([{ year: 2027, off, worked: [] }]));
    const counted = await command(december, '--notices', file);
    expect(counted.code).toBe(0);
    expect(counted.answers[0]).toMatchObject({ due: '2027-01-07', provisional: false });
    expect(counted.err).toContain('没有填写国庆节');

    await writeFile(file, JSON.stringify({ year: 2027, off, worked: ['2027-01-04'] }));
    const refused = await command(december, '--notices', file);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('2027年1月4日既放假又上班');
  });

  test('says so when it can not read, and how it is used', async () => {
    const missing = await command('', path.join(folder, 'nowhere.jsonl'));
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('nowhere.jsonl');
    expect(missing.err).not.toContain('    at ');
    const wrong = await command('', '--no-such');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('npm run -s clock');
    const help = await command('', '--help');
    expect(help.code).toBe(0);
    expect(help.out).toContain('npm run -s clock');
  });
});
