import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { applicantKinds } from '../domain/applications/applicants';
import { channels } from '../domain/applications/clock';
import { replyKindCodes } from '../domain/applications/reply-kinds';
import { CATEGORIES, KINDS } from '../domain/catalogue/codes';
import { lastFullQuarter, quarterFigures } from '../domain/statistics/quarter';
import { addDays, dayOf, yearOf } from '../domain/workdays/days';

/**
 * What the public statistics pages wait for: reading ten thousand cases of four years and counting them; reading
 * sixteen thousand documents and counting a year; and compiling a quarter for its notice.
 * Makes bench/results/statistics.md.
 *
 *   npm run -s bench:statistics
 */
const CASES = 10_000;
const DOCUMENTS = 16_000;
const DAYS = 4 * 365;
const TIMES = 20;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-bench-'));
Object.assign(process.env, {
  NODE_ENV: 'production',
  PAYLOAD_SECRET: randomBytes(32).toString('hex'),
  SEAL_KEY: randomBytes(32).toString('base64'),
  SITE_URL: 'http://127.0.0.1:9',
  UPLOADS_PATH: path.join(folder, 'uploads'),
  SEARCH_PATH: path.join(folder, 'search.db'),
  // BENCH_DATABASE_URI: an empty MongoDB database.
  DATABASE_URI: process.env.BENCH_DATABASE_URI ?? `file:${path.join(folder, 'gongkai.db')}`,
});
const isMongodb = process.env.BENCH_DATABASE_URI !== undefined;
const [
  { getPayload },
  { default: config },
  { readStatistics },
  { forgetStatistics, readYear },
  { quarterRecords },
  { workCalendar },
] = await Promise.all([
  import('payload'),
  import('../payload.config'),
  import('../queries/application-statistics'),
  import('../queries/statistics'),
  import('../collections/QuarterlyNotices/quarter-records'),
  import('../collections/HolidayNotices/work-calendar'),
]);
const payload = await getPayload({ config, disableOnInit: true });
const today = dayOf(new Date());
await fill();
const load = loadavg()[0]?.toFixed(1);
const cases = await timed(async () => {
  const { all } = await readStatistics(payload, today);
  if (all.received !== CASES) throw new Error(`${all.received} of ${CASES} counted`);
});
const year = await timed(async () => {
  forgetStatistics(payload);
  const statistics = await readYear(payload, yearOf(today) - 1, today);
  if (!statistics || statistics.documents === 0) throw new Error('no documents counted');
});
const quarter = await timed(async () => {
  const last = lastFullQuarter(today);
  const records = await quarterRecords(payload, last);
  const { total } = quarterFigures(last, records, await workCalendar({ payload }), today);
  if (total.published === 0) throw new Error('no documents in the quarter');
});
const row = (what: string, { first, median, slowest }: Times) =>
  `| ${what} | ${isMongodb ? 'MongoDB' : 'SQLite'} | ${first} | ${median} | ${slowest} |`;
const text = `# Public statistics

${today} · ${cpus().length} × ${cpus()[0]?.model.trim()} · Node ${process.version}. Load of the machine as it began: ${load}. \`npm run -s bench:statistics\` makes this file. Applications: ${CASES.toLocaleString('en')} cases of four years read and counted, at most once a minute. A year in figures: ${DOCUMENTS.toLocaleString('en')} documents of four years and all cases read and counted, at most once in five minutes, for a page that is kept for an hour. A quarterly notice: the same and what stands under each column and catalogue item, when an editor asks for it.

| what | database | first ms | median ms | slowest ms |
| --- | --- | --: | --: | --: |
${row('applications', cases)}
${row('a year in figures', year)}
${row('a quarterly notice', quarter)}

The aim is 300 ms for what pages wait for, and 5 s for a notice. The time is taken inside the one process that also answers readers, so it holds them up as long.
`;
if (!isMongodb) {
  mkdirSync(path.join(root, 'bench/results'), { recursive: true });
  writeFileSync(path.join(root, 'bench/results/statistics.md'), text);
}
console.log(text);
rmSync(folder, { recursive: true, force: true });
process.exit();

type Times = { first: number; median: number; slowest: number };

async function timed(run: () => Promise<void>): Promise<Times> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const ms = (value: number | undefined) => Math.round(value ?? 0);
  return { first: ms(times[0]), median: ms(sorted[TIMES / 2]), slowest: ms(sorted.at(-1)) };
}

/** Cases as they lie in the database, spread over days, channels, applicants and replies. */
async function fill(): Promise<void> {
  const agency = await payload.db.create({
    collection: 'agencies',
    data: { name: '测试县财政局', slug: 'finance', kind: 'department' },
  });
  for (let i = 0; i < CASES; i += 1) {
    const received = addDays(today, -((i * 7919) % DAYS));
    const isClosed = i % 50 > 0;
    const noon = (days: number) => `${addDays(received, days)}T12:00:00.000Z`;
    await payload.db.create({
      collection: 'applications',
      data: {
        receiptNumber: `YF${i}`,
        agency: agency.id,
        informationTitle: '测试信息',
        name: 'sealed',
        applicantKind: applicantKinds[i % applicantKinds.length],
        channel: channels[i % channels.length],
        form: 'paper',
        delivery: 'post',
        status: isClosed ? 'archived' : 'in-progress',
        filedOn: noon(0),
        receivedOn: noon(0),
        dueOn: noon(28),
        // A history of the usual length: what is not counted must not be read either.
        history: Array.from({ length: 8 }, () => ({ action: 'note', on: received, at: noon(0) })),
        ...(isClosed && {
          closedOn: noon(i % 40),
          reply: { kind: replyKindCodes[i % replyKindCodes.length], decidedOn: noon(i % 40) },
        }),
      },
    });
  }
  const column = await payload.db.create({
    collection: 'columns',
    data: { name: '通知公告', slug: 'notices', reviewDays: 30 },
  });
  // As long as texts are: what figures read must not walk through them.
  const paragraph = { type: 'paragraph', children: [{ type: 'text', text: '规定'.repeat(60) }] };
  const body = { root: { type: 'root', children: Array.from({ length: 25 }, () => paragraph) } };
  for (let i = 0; i < DOCUMENTS; i += 1) {
    const published = addDays(today, -((i * 7919) % DAYS));
    await payload.db.create({
      collection: 'documents',
      data: {
        title: `测试文件第${i}号`,
        slug: `test-${i}`,
        agency: agency.id,
        kind: KINDS[i % KINDS.length]?.code,
        category: CATEGORIES[i % CATEGORIES.length]?.code,
        columns: [column.id],
        body,
        madeOn: `${addDays(published, -(i % 45))}T12:00:00.000Z`,
        publishedOn: `${published}T12:00:00.000Z`,
        _status: 'published',
      },
    });
  }
}
