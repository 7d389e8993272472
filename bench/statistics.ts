import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { applicantKinds } from '../domain/applications/applicants';
import { channels } from '../domain/applications/clock';
import { replyKindCodes } from '../domain/applications/reply-kinds';
import { addDays, dayOf } from '../domain/workdays/days';

/**
 * What the public statistics page waits for: reading ten thousand cases of four years and counting them.
 * Makes bench/results/statistics.md.
 *
 *   npm run -s bench:statistics
 */
const CASES = 10_000;
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
const [{ getPayload }, { default: config }, { readStatistics }] = await Promise.all([
  import('payload'),
  import('../payload.config'),
  import('../queries/application-statistics'),
]);
const payload = await getPayload({ config, disableOnInit: true });
const today = dayOf(new Date());
await fill();
const load = loadavg()[0]?.toFixed(1);
const times: number[] = [];
for (let i = 0; i < TIMES; i += 1) {
  const started = performance.now();
  const { all } = await readStatistics(payload, today);
  times.push(performance.now() - started);
  if (all.received !== CASES) throw new Error(`${all.received} of ${CASES} counted`);
}
const [first] = times;
const sorted = times.toSorted((a, b) => a - b);
const ms = (value: number | undefined) => String(Math.round(value ?? 0));
const text = `# Public statistics

${today} · ${cpus().length} × ${cpus()[0]?.model.trim()} · Node ${process.version}. Load of the machine as it began: ${load}. Reading and counting ${CASES.toLocaleString('en')} cases of four years, as the statistics page does at most once a minute. \`npm run -s bench:statistics\` makes this file.

| database | first ms | median ms | slowest ms |
| --- | --: | --: | --: |
| ${isMongodb ? 'MongoDB' : 'SQLite'} | ${ms(first)} | ${ms(sorted[TIMES / 2])} | ${ms(sorted.at(-1))} |

The aim is 300 ms. The time is taken inside the one process that also answers readers, so it holds them up as long.
`;
if (!isMongodb) {
  mkdirSync(path.join(root, 'bench/results'), { recursive: true });
  writeFileSync(path.join(root, 'bench/results/statistics.md'), text);
}
console.log(text);
rmSync(folder, { recursive: true, force: true });
process.exit();

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
}
