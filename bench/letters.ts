import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { publicFigures } from '../domain/letters/figures';
import { addDays, dayOf, yearOf } from '../domain/workdays/days';
import { nationalCalendar } from '../domain/workdays/national-calendar';
import { toNoon } from '../fields/day';
import type { User } from '../payload-types';

/**
 * Ten thousand letters, half of them open, on the one desk of all that waits: what an officer waits for.
 * Makes bench/results/letters.md.
 *
 *   npm run -s bench:letters
 */
const LETTERS = 10_000;
const TIMES = 15;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-bench-'));
Object.assign(process.env, {
  NODE_ENV: 'production',
  PAYLOAD_SECRET: randomBytes(32).toString('hex'),
  SEAL_KEY: randomBytes(32).toString('base64'),
  SITE_URL: 'http://127.0.0.1:9',
  UPLOADS_PATH: path.join(folder, 'uploads'),
  SEARCH_PATH: path.join(folder, 'search.db'),
  DATABASE_URI: `file:${path.join(folder, 'gongkai.db')}`,
});
const [{ createLocalReq, getPayload }, { default: config }, desk, { countedLetters }] =
  await Promise.all([
    import('payload'),
    import('../payload.config'),
    import('../collections/Letters/waiting-rows'),
    import('../queries/letter-figures'),
  ]);
const payload = await getPayload({ config, disableOnInit: true });
const today = dayOf(new Date());
const { officer, agency } = await fill();
const load = loadavg()[0]?.toFixed(1);
const filter = desk.readWaitingFilter({});
/** A request of its own each time, as each page view is. */
const board = async (more: object) =>
  desk.readWaiting(await createLocalReq({ user: { ...officer, collection: 'users' } }, payload), {
    ...filter,
    ...more,
  });

const lists = [
  ['Desk: first page', () => board({})],
  ['Desk: page 100', () => board({ page: 100 })],
  ['Desk: what is late', () => board({ span: 'overdue' })],
  ['Desk: what is late, its last page', () => board({ span: 'overdue', page: 90 })],
  ['Desk: due within a week, letters alone', () => board({ span: 'week', kind: 'letter' })],
  ['Desk: one agency', () => board({ agency: String(agency) })],
  [
    'Figures of a year by agency',
    async () =>
      publicFigures(await countedLetters(payload), yearOf(today), nationalCalendar, today),
  ],
] as const;
const measured: string[] = [];
for (const [name, read] of lists) {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    const began = performance.now();
    await read();
    times.push(performance.now() - began);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const cells = [times[0], sorted[Math.floor(TIMES / 2)], sorted.at(-1)].map((value) =>
    String(Math.round(value ?? 0)),
  );
  measured.push(`| ${name} | ${cells.join(' | ')} |`);
}

const text = `# Letters and the one desk

${today} · ${cpus().length} × ${cpus()[0]?.model.trim()} · Node ${process.version} · SQLite. Load of the machine as it began: ${load}. ${LETTERS.toLocaleString('en')} letters and corrections, half of them open. \`npm run -s bench:letters\` makes this file.

| what is read | first ms | median ms | slowest ms |
| --- | --: | --: | --: |
${measured.join('\n')}

The aim is 100 ms for each list.
`;
mkdirSync(path.join(root, 'bench/results'), { recursive: true });
writeFileSync(path.join(root, 'bench/results/letters.md'), text);
console.log(text);
rmSync(folder, { recursive: true, force: true });
process.exit();

/** Letters as they lie in the database, and somebody who reads them all. */
async function fill(): Promise<{ officer: User; agency: number | string }> {
  const agencies: (number | string)[] = [];
  for (let i = 0; i < 20; i += 1) {
    const made = await payload.db.create({
      collection: 'agencies',
      data: { name: `测试县第${i}局`, slug: `agency-${i}`, kind: 'department' },
    });
    agencies.push(made.id);
  }
  const person = await payload.db.create({
    collection: 'users',
    data: { name: '承办人', email: 'officer@example.test', roles: ['officer'] },
  });
  for (let i = 0; i < LETTERS; i += 1) {
    const isOpen = i % 2 === 0;
    const received = addDays(today, -(i % 300) - 1);
    await payload.db.create({
      collection: 'letters',
      data: {
        purpose: i % 5 === 0 ? 'correction' : 'letter',
        title: `第${i}件来信`,
        // As long as two pages are when they are sealed.
        body: `sealed.v1.${'A'.repeat(3000)}`,
        channel: 'internet',
        receiptNumber: `LX${i}`,
        filingKey: `key${i}`,
        status: isOpen ? (i % 4 === 0 ? 'received' : 'routed') : 'answered',
        agency: i % 4 === 0 ? null : agencies[i % 20],
        assignee: i % 4 === 0 ? null : person.id,
        complexity: 'other',
        receivedOn: toNoon(received),
        dueOn: toNoon(addDays(received, 21)),
        ...(!isOpen && { closedOn: toNoon(addDays(received, 10 + (i % 14))) }),
        history: [],
        revision: 0,
      },
      returning: false,
    });
  }
  return { officer: person as unknown as User, agency: agencies[3]! };
}
