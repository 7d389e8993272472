import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { problemOfIdCard } from '../domain/applications/identity';
import { processCount } from '../processes/primary.mjs';
import { preparePortal, root, type BenchPortal } from './server';
import { textOf, Visitor, type Page } from './visitor';

/**
 *   npm run bench:applications [-- CITIZENS KILLS]      without kills (0), their figures stay
 *
 * Citizens who send their applications at the same moment, through the form as it works without script,
 * each from an address of their own; then the server is killed while others send theirs, and
 * every receipt that somebody was shown is looked up after it is back. Needs a build.
 */
const [citizens = 200, kills = 50] = process.argv.slice(2).map(Number);
const RESULTS = path.join(root, 'bench/results/applications.md');
const KILLED = 'The server killed (SIGKILL)';
const AIM_MS = 1500;
const AT_A_KILL = 8;
const APART_MS = 40;

type Arrived = { visitor: Visitor; page: Page };
type Ready = { visitor: Visitor; form: ReturnType<Visitor['ready']> };
type Receipt = { number: string; code: string; visitor: Visitor };

const portal = await preparePortal();
try {
  await portal.start();
  await submit(ready(await arrive(portal, 20, 0)));
  const waiting = ready(await arrive(portal, citizens, 1000));
  const load = loadavg()[0] ?? 0;
  const began = performance.now();
  const cpuBefore = [portal.cpuMs(), portal.threadMs()] as const;
  const ownBefore = process.cpuUsage();
  const sent = await submit(waiting);
  const own = process.cpuUsage(ownBefore);
  const cpuEach = (portal.cpuMs() - cpuBefore[0]) / citizens;
  const threadEach = (portal.threadMs() - cpuBefore[1]) / citizens;
  const wholeMs = performance.now() - began;
  await allRegistered(portal);
  const registeredMs = performance.now() - began;
  const parts = await threadOf(portal, sent.receipts);
  const numbers = new Set(sent.receipts.map(({ number }) => number));
  const shown = sent.receipts.length;
  const kept = storedNumbers(portal);
  const survived = await killWhileSending(portal);
  const processes = processCount(portal.env.WEB_PROCESSES);
  const isMet = (times: readonly number[]) => (at(times, 0.95) <= AIM_MS ? 'met' : 'not met');
  write([
    '# Applications',
    '',
    `${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}. Demo county, production build, ${processes} web ${processes === 1 ? 'process' : 'processes'}. The citizens run on the same machine and take ${((own.user + own.system) / 1000 / citizens).toFixed(1)} ms of it each; load before ${load.toFixed(1)}.`,
    '',
    `${citizens} citizens send at once, from the press of the button:`,
    '',
    '| | p50 ms | p95 ms | slowest ms |',
    '|---|--:|--:|--:|',
    `| answered: it is stored with its number | ${shares(sent.answered)} |`,
    `| the page of the receipt is there | ${shares(sent.times)} |`,
    '',
    '| all done ms | server CPU ms each | receipts shown | different numbers | cases stored | numbers missing |',
    '|--:|--:|--:|--:|--:|--:|',
    `| ${wholeMs.toFixed(0)} | ${cpuEach.toFixed(1)} | ${shown} | ${numbers.size} | ${kept.filter((number) => numbers.has(number)).length} | ${missing(kept)} |`,
    '',
    `What was sent is stored with its number when the receipt is given; the cases are made of it once nobody sends, here all by ${registeredMs.toFixed(0)} ms after the first press.`,
    '',
    `The aim is a p95 of ${AIM_MS} ms: ${isMet(sent.answered)} for the answer, ${isMet(sent.times)} with the page of the receipt. ${processes} × one thread of the server answers all of them, so ${citizens} are through in that time only if each takes ${((processes * AIM_MS) / (citizens * 0.95)).toFixed(1)} ms of it. What it took:`,
    '',
    '| of the thread that answers | ms for each citizen |',
    '|---|--:|',
    ...Object.entries({
      'in all': threadEach,
      'reading the form and the draft, storing what was sent, the way to the receipt':
        threadEach - parts.receipt,
      'the page of the receipt': parts.receipt,
      'beside it, the smallest page made afresh (/leave)': parts.smallest,
      'and the smallest answer without a page (/api/health)': parts.health,
    }).map(([what, ms]) => `| ${what} | ${ms.toFixed(1)} |`),
    '',
    ...(kills > 0 ? killLines(survived) : earlierKillLines()),
  ]);
} finally {
  await portal.stop();
}
process.exit(0);

/** Citizens who have filled in everything and look at their answers. */
async function arrive({ url }: BenchPortal, count: number, first: number): Promise<Arrived[]> {
  const all: Arrived[] = [];
  for (let i = first; i < first + count; i += 1) {
    const visitor = new Visitor(url, `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`);
    let page = await visitor.open('/applications/new');
    page = await visitor.send(page, '继续', { applicantKind: 'natural' });
    page = await visitor.send(page, '继续', {
      name: '示例·周某',
      idType: 'id-card',
      idNumber: cardNumber(i),
      phone: '0795-0000123',
    });
    page = await visitor.send(page, '继续', { informationTitle: `${i} 号路灯改造项目的验收报告` });
    // Documents that are public already are shown once; the citizen goes on.
    if (!textOf(page.html).includes('怎么给你')) page = await visitor.open('/applications/new/how');
    page = await visitor.send(page, '继续', { form: 'electronic', delivery: 'online' });
    if (!textOf(page.html).includes('请核对一遍')) {
      throw new Error(`citizen ${i} stands at ${page.url}: ${textOf(page.html).slice(0, 400)}`);
    }
    all.push({ visitor, page });
  }
  return all;
}

/** What one answer takes of the thread: the receipt once more, and the least that this portal answers. */
async function threadOf(
  { threadMs, url }: BenchPortal,
  receipts: readonly Receipt[],
): Promise<{ receipt: number; smallest: number; health: number }> {
  const somebody = new Visitor(url, '10.9.9.9');
  const each = async (open: (receipt: Receipt) => Promise<Page>): Promise<number> => {
    await Promise.all(receipts.slice(0, 20).map(open));
    const before = threadMs();
    await Promise.all(receipts.map(open));
    return (threadMs() - before) / receipts.length;
  };
  return {
    receipt: await each(({ visitor }) => visitor.open('/applications/receipt')),
    smallest: await each(() => somebody.open('/leave?to=https%3A%2F%2Fexample.org')),
    health: await each(() => somebody.open('/api/health')),
  };
}

/** What each would send: read before anything is timed. */
function ready(arrived: readonly Arrived[]): Ready[] {
  return arrived.map(({ visitor, page }) => ({ visitor, form: visitor.ready(page, '提交申请') }));
}

/**
 * @param apart how many ms lie between two presses of the button; none when left out
 * @param onShown called whenever somebody has an answer
 */
async function submit(
  waiting: readonly Ready[],
  apart = 0,
  onShown?: () => void,
): Promise<{ times: number[]; answered: number[]; receipts: Receipt[]; failed: number }> {
  const times: number[] = [];
  const answered: number[] = [];
  const receipts: Receipt[] = [];
  let failed = 0;
  const answers = await Promise.all(
    waiting.map(async ({ visitor, form }, i) => {
      await sleep(i * apart);
      const start = performance.now();
      const page = await visitor.open(form.action, form.data).catch(() => null);
      if (page) onShown?.();
      return { visitor, page, ms: performance.now() - start };
    }),
  );
  for (const { visitor, page, ms } of answers) {
    const receipt = page && receiptOn(page);
    if (!receipt) {
      failed += 1;
      // While the server is being killed, no answer is what is expected.
      if (page) console.warn(`no receipt: ${page.status} ${page.url} ${problemOn(page)}`);
      continue;
    }
    times.push(ms);
    answered.push(page.answeredMs);
    receipts.push({ ...receipt, visitor });
  }
  return { times, answered, receipts, failed };
}

/** Kills the server after another number of receipts each time, and looks for every receipt when it is back. */
async function killWhileSending(target: BenchPortal): Promise<{ shown: number; found: number }> {
  let shown = 0;
  let found = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    let sending: ReturnType<typeof submit>;
    const waiting = ready(await arrive(target, AT_A_KILL, 10_000 + kill * AT_A_KILL));
    // One after the other, so that at each moment some are through, one is being stored, some wait; killed when so many
    // have their receipt.
    let left = 1 + (kill % (AT_A_KILL - 1));
    await new Promise<void>((resolve) => {
      sending = submit(waiting, APART_MS, () => (left -= 1) === 0 && resolve());
    });
    await target.kill();
    const { receipts } = await sending!;
    await target.start();
    for (const receipt of receipts) {
      shown += 1;
      if (await isKnown(receipt)) found += 1;
    }
    console.log(
      `${kill + 1}/${kills}: ${receipts.length} shown, ${found} of ${shown} found in all`,
    );
  }
  return { shown, found };
}

async function isKnown({ number, code, visitor }: Receipt): Promise<boolean> {
  const page = await visitor.open('/applications/status');
  const opened = await visitor.send(page, '查询', { number, code });
  return opened.url.endsWith('/applications/status/case') && opened.html.includes(number);
}

function receiptOn({ html }: Page): { number: string; code: string } | null {
  const text = textOf(html);
  const number = /YF\d{4}-\d{5}-[\dX]/.exec(text)?.[0];
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}(?![A-Z\d-])/.exec(text.replaceAll(number ?? '', ''))?.[0];
  return number && code ? { number, code } : null;
}

function problemOn({ html }: Page): string {
  return textOf(html).replaceAll(/\s+/g, ' ').slice(0, 300);
}

function storedNumbers({ env }: BenchPortal): string[] {
  const database = new Database(env.DATABASE_URI!.replace('file:', ''), { readonly: true });
  // A past year's case, taken over from a ledger, has none.
  const rows = database
    .prepare('SELECT receipt_number AS number FROM applications WHERE receipt_number IS NOT NULL')
    .all();
  database.close();
  return (rows as { number: string }[]).map(({ number }) => number);
}

/** Waits until a case was made of everything that was received. */
async function allRegistered({ env }: BenchPortal): Promise<void> {
  const database = new Database(env.DATABASE_URI!.replace('file:', ''), { readonly: true });
  const waiting = database.prepare(
    'SELECT count(*) AS count FROM application_drafts WHERE receipt_number IS NOT NULL',
  );
  while ((waiting.get() as { count: number }).count > 0) await sleep(50);
  database.close();
}

/** Serials of this year that no case has although a later one is taken. */
function missing(stored: readonly string[]): number {
  const year = String(new Date().getFullYear());
  const serials = stored
    .filter((number) => number.startsWith(`YF${year}`))
    .map((number) => Number(number.slice(7, 12)));
  return Math.max(...serials) - new Set(serials).size;
}

/** An identity number of nobody with a right check character. */
function cardNumber(i: number): string {
  const body = `110101${1950 + (i % 50)}0101${String(Math.floor(i / 50) % 1000).padStart(3, '0')}`;
  for (const check of '0123456789X') {
    if (problemOfIdCard(body + check) === null) return body + check;
  }
  throw new Error(`no check character for ${body}`);
}

function killLines({ shown, found }: { shown: number; found: number }): string[] {
  return [
    `${KILLED} ${kills} times while ${AT_A_KILL} citizens were sending:`,
    '',
    '| receipts shown | found after the restart | lost |',
    '|--:|--:|--:|',
    `| ${shown} | ${found} | ${shown - found} |`,
    '',
  ];
}

/** Where nothing was killed this time, the figures of the run in which it was stay, with its day. */
function earlierKillLines(): string[] {
  const written = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '';
  const [day = ''] = /\d{4}-\d{2}-\d{2}/.exec(written) ?? [];
  const [lines] = /The server killed[^|]*(?:\|.*\|\n)+/.exec(written) ?? [];
  if (!lines) return [];
  const isTold = lines.includes('earlier run');
  return [isTold ? lines : lines.replace(KILLED, `In an earlier run (${day}): ${KILLED}`), ''];
}

function shares(times: readonly number[]): string {
  return [0.5, 0.95, 1].map((share) => at(times, share).toFixed(0)).join(' | ');
}

function at(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? Number.NaN;
}

function write(lines: string[]): void {
  mkdirSync(path.dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${lines.join('\n').trimEnd()}\n`);
  console.log(lines.join('\n'));
}
