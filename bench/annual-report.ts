import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import type { CollectionSlug, Payload } from 'payload';
import type { RecordId } from '../domain/annual-reports/cell-records';
import { checkTables } from '../domain/annual-reports/check';
import { cellsOf } from '../domain/annual-reports/fill';
import { cellKey } from '../domain/annual-reports/roll-up';
import { figureAt, type ReportTables } from '../domain/annual-reports/tables';
import { recount, recountCounty } from './recount';
import { root } from './server';
import { noon } from './simulated-case';
import { simulateCounty, WHOLE_COUNTY, type County } from './simulated-county';

/**
 *   npm run bench:annual-report
 *
 * A year of a county (46 agencies and townships, 16,000 documents, 3,000 applications handled step by
 * step by the portal's own rules) in a database; then the annual report of the whole county compiled out
 * of it, and every figure of every agency held against a recount that knows no rule.
 */
const TIMES = 7;
const AIM_MS = 3000;
const A_BATCH = 1000;
/** A text as long as a notice's, which the compiling must not read. */
const BODY = {
  root: {
    type: 'root',
    version: 1,
    children: Array.from({ length: 12 }, (_, i) => ({
      type: 'paragraph',
      version: 1,
      children: [
        { type: 'text', version: 1, text: `第${i + 1}条　${'各机关应当及时公开。'.repeat(10)}` },
      ],
    })),
  },
};

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
try {
  const [{ getPayload }, { default: config }, { countAgencies, countReport, readAgencies }, store] =
    await Promise.all([
      import('payload'),
      import('../payload.config'),
      import('../collections/AnnualReports/compile'),
      import('../transfer/import/swift-store'),
    ]);
  const payload = await getPayload({ config, disableOnInit: true });
  const county = await timed('simulated', () => simulateCounty(WHOLE_COUNTY));
  const giveBack = store.putSwiftStore(payload);
  const ids = await timed('stored', () => fill(payload, county));
  giveBack();
  const { year } = county;
  const asked = { year, layout: '2021' } as const;

  const load = loadavg()[0]?.toFixed(1);
  const government = ids[county.agencies.findIndex(({ kind }) => kind === 'government')]!;
  const whole = await measured(() => countReport(payload, { agency: government, ...asked }));
  const single = await measured(() => countReport(payload, { agency: ids[2]!, ...asked }));

  const counted = await countAgencies(payload, await readAgencies(payload), asked);
  let cells = 0;
  const wrong: string[] = [];
  const again = await timed('counted again', () => recount(county));
  for (const [agency, expected] of again) {
    const { tables } = counted.get(String(ids[agency]))!;
    cells += compare(tables, expected, county.agencies[agency]!.name, wrong);
    const findings = checkTables('2021', tables).map(({ rule }) => rule);
    if (findings.length > 0) wrong.push(`${county.agencies[agency]!.name}: ${findings.join()}`);
  }
  const { tables: sum, facts } = whole.result.compiled;
  cells += compare(sum, recountCounty(county), 'county', wrong);
  for (const line of wrong.slice(0, 20)) console.error(line);
  const received = figureAt(sum, 'applications', 'received', 'total');

  write([
    '# Annual report',
    '',
    `${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}, SQLite; load of the machine before the run ${load}. \`npm run bench:annual-report\`.`,
    '',
    `A simulated county of ${again.size} agencies and townships: ${county.documents.length} documents, of them ${facts.publishedDocuments} published in ${year}; ${county.cases.length} applications, of them ${received} received in ${year}, each step judged and done by the portal's own rules; ${county.proceedings.length} reviews and suits; ${facts.publishedInterpretations} interpretations of the year.`,
    '',
    '| what is compiled | first ms | median ms | slowest ms | processor ms, median |',
    '|---|--:|--:|--:|--:|',
    `| the county: every agency, and their sum | ${whole.ms.join(' | ')} |`,
    `| one department | ${single.ms.join(' | ')} |`,
    '',
    `The aim for the county is ${AIM_MS} ms. ${cells} figures held against the recount, ${wrong.length} differ.`,
    '',
  ]);
  if (wrong.length > 0 || Number(whole.ms[2]) > AIM_MS) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

function compare(
  tables: ReportTables,
  expected: Record<string, number>,
  who: string,
  wrong: string[],
): number {
  const computed = cellsOf('2021').filter(
    ({ table, row }) => table !== 'disclosure' || row === 'rules' || row === 'normative',
  );
  for (const cell of computed) {
    const figure = figureAt(tables, cell.table, cell.row, cell.column);
    const right = expected[cellKey(cell)] ?? 0;
    if (figure !== right) wrong.push(`${who} ${cellKey(cell)}: ${figure}, recount ${right}`);
  }
  return computed.length;
}

/** The county as it lies in the database, bodies included. @returns the agencies' ids in their order */
async function fill(payload: Payload, county: County): Promise<RecordId[]> {
  const agencies: RecordId[] = [];
  for (const [i, { name, kind }] of county.agencies.entries()) {
    const { id } = await payload.create({
      collection: 'agencies',
      data: { name, kind, slug: `agency-${i + 1}`, reportsYearly: kind !== 'external' },
      context: { disableRevalidate: true, disableIndexing: true },
    });
    agencies.push(id);
  }
  const of = (agency: number | null) => (agency === null ? null : agencies[agency]!);
  const stamps = {
    createdAt: noon(`${county.year}-01-01`),
    updatedAt: noon(`${county.year}-01-01`),
  };
  const documents: RecordId[] = [];
  await inTransactions(
    payload,
    'documents',
    county.documents,
    (one, at) => ({
      ...stamps,
      title: `关于第${at + 1}号事项的文件`,
      number: `模府发〔${one.madeOn.slice(0, 4)}〕${at + 1}号`,
      indexNumber: `000000000/${one.madeOn.slice(0, 4)}-${at + 1}`,
      slug: `document-${at + 1}`,
      agency: of(one.agency),
      kind: one.kind,
      body: BODY,
      themes: ['general-affairs'],
      keywords: ['模拟', '事项'],
      madeOn: noon(one.madeOn),
      publishedOn: noon(one.publishedOn),
      effectiveOn: one.effectiveOn && noon(one.effectiveOn),
      lapsesOn: one.lapsesOn && noon(one.lapsesOn),
      change: one.change && { status: one.change.status, on: noon(one.change.on) },
      relations: one.relations.map(({ document, on, ...relation }, i) => ({
        id: `${at}-${i}`,
        ...relation,
        document: documents[document],
        on: on && noon(on),
      })),
      _status: one.isPublic ? 'published' : 'draft',
    }),
    documents,
  );
  await inTransactions(payload, 'interpretations', county.interpretations, (one, at) => ({
    ...stamps,
    title: `解读${at + 1}`,
    form: 'text',
    slug: `interpretation-${at + 1}`,
    agency: of(one.agency),
    publishedOn: noon(one.publishedOn),
    _status: 'published',
  }));
  await inTransactions(payload, 'applications', county.cases, ({ story, application }, at) => ({
    ...stamps,
    ...application,
    name: '示例',
    receiptNumber: `YF${story.filedOn.slice(0, 4)}-${String(at).padStart(5, '0')}`,
    filingKey: `simulated-${at}`,
    ledgerKey: `simulated-${at}`,
    // What nobody has given to an agency yet is the intake's.
    agency: of(story.agency),
  }));
  await inTransactions(payload, 'proceedings', county.proceedings, (one, at) => ({
    ...stamps,
    ...one,
    number: `模复〔${one.filedOn.slice(0, 4)}〕${at + 1}号`,
    agency: of(one.agency),
    filedOn: noon(one.filedOn),
    closedOn: one.closedOn && noon(one.closedOn),
  }));
  return agencies;
}

async function inTransactions<T>(
  payload: Payload,
  collection: CollectionSlug,
  rows: readonly T[],
  dataOf: (row: T, at: number) => Record<string, unknown>,
  ids: RecordId[] = [],
): Promise<void> {
  const { db } = payload;
  for (let from = 0; from < rows.length; from += A_BATCH) {
    const transactionID = await db.beginTransaction();
    const req = { transactionID: transactionID ?? undefined, payload } as never;
    for (const [i, row] of rows.slice(from, from + A_BATCH).entries()) {
      const { id } = await db.create({ collection, data: dataOf(row, from + i), req });
      ids.push(id as RecordId);
    }
    if (transactionID) await db.commitTransaction(transactionID);
  }
}

async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  console.error(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

/** First, median and slowest of some runs, and the median of the processor's time, which others' work doesn't lengthen; in ms. */
async function measured<T>(work: () => Promise<T>): Promise<{ result: T; ms: string[] }> {
  const times: number[] = [];
  const busy: number[] = [];
  let result = await once();
  for (let i = 1; i < TIMES; i += 1) result = await once();
  const middle = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)];
  const told = [times[0], middle(times), Math.max(...times), middle(busy)];
  return { result, ms: told.map((one) => String(Math.round(one ?? 0))) };

  async function once(): Promise<T> {
    const began = performance.now();
    const before = process.cpuUsage();
    const done = await work();
    times.push(performance.now() - began);
    const { user, system } = process.cpuUsage(before);
    busy.push((user + system) / 1000);
    return done;
  }
}

function write(lines: readonly string[]): void {
  console.log(lines.join('\n'));
  mkdirSync(path.join(root, 'bench/results'), { recursive: true });
  writeFileSync(
    path.join(root, 'bench/results/annual-report.md'),
    `${lines.join('\n').trimEnd()}\n`,
  );
}
