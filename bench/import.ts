import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { benchImport, benchImports, writeCountyYear, type ImportBench } from './imports';
import { COUNTY_YEAR } from './county-year';
import { preparePortal, root, run } from './server';

/**
 *   npm run bench:import [-- COUNT]
 *
 * A year of the county (15,908 invented documents) through `npm run import`, from the start of the
 * command until every document is public, searchable and its citations are linked; and beside it,
 * in the same run and on the same machine, the first of them one by one through Payload's local API.
 * Then the corpus, where it stands beside the repository. With a COUNT, only so many documents, and
 * the figures are shown and not kept.
 */
const count = Number(process.argv[2] ?? COUNTY_YEAR.documents);
const SINGLY = Math.min(1_000, count);

const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-year-'));
const portal = await preparePortal({ isServed: false });
try {
  const year = path.join(folder, 'county-year.jsonl');
  const made = await writeCountyYear(year, count);
  console.log(`made ${made.documents} documents, ${made.megabytes.toFixed(0)} MB`);
  const before = loadavg()[0] ?? 0;
  // The same empty county for both.
  const empty = path.join(folder, 'empty');
  cpSync(portal.folder, empty, { recursive: true });
  const county = await benchImport('county year', year, portal);
  const tsx = ['--import', 'tsx'];
  const found = run([...tsx, 'bench/import-found.ts', year], portal.env)
    .trim()
    .split('\n');
  const plain = { ...portal.env, DATABASE_URI: `file:${path.join(empty, 'gongkai.db')}` };
  const singly = JSON.parse(
    run([...tsx, 'bench/import-singly.ts', year, String(SINGLY)], plain)
      .trim()
      .split('\n')
      .at(-1) ?? '',
  ) as { documents: number; seconds: number; perSecond: number };
  const corpora = count === COUNTY_YEAR.documents ? await benchImports(portal) : [];
  write([
    '# Import',
    '',
    `${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}; load before the run ${before.toFixed(1)}.`,
    'Into SQLite, with versions, signatures, audit log, search index and citations. `npm run bench:import`.',
    '',
    ...told(county, `${made.documents} documents, ${made.megabytes.toFixed(0)} MB of JSON Lines`),
    ...found.flatMap((line) => [line, '']),
    `## The same documents one by one, \`payload.create\` in a loop`,
    '',
    `${singly.documents} documents, signed alike, in ${singly.seconds.toFixed(1)} s: ${singly.perSecond.toFixed(0)} a second; neither searchable nor cited yet.`,
    `Extrapolated, not measured: all ${made.documents} would take ${(made.documents / singly.perSecond).toFixed(0)} s.`,
    '',
    ...corpora.flatMap((corpus) => told(corpus, 'corpus')),
  ]);
} finally {
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

function told({ name, seconds, memory, said }: ImportBench, what: string): string[] {
  const [first = 0] = memory.quarters;
  return [
    `## ${name}: ${seconds.toFixed(1)} s`,
    '',
    `${what}. Memory at most ${memory.peakMB} MB, with the process that builds the index; the most in each quarter of the run: ${memory.quarters.join(', ')} MB (first ${first}).`,
    '',
    '```',
    ...said,
    '```',
    '',
  ];
}

function write(lines: readonly string[]): void {
  console.log(lines.join('\n'));
  if (count !== COUNTY_YEAR.documents) return;
  mkdirSync(path.join(root, 'bench/results'), { recursive: true });
  writeFileSync(path.join(root, 'bench/results/import.md'), `${lines.join('\n').trimEnd()}\n`);
}
