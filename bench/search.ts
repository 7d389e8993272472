import { existsSync, mkdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { contest, grow, type Entrant } from './search/contest';
import { contestants } from './search/contestant';
import { CORPUS } from './search/corpus';
import { asTable, measureBuilt } from './search/http';
import { recordsFile, runQuality } from './search/quality';
import { asMarkdown } from './search/report';
import { keepPart, readResults, today, writeMarkdown, type Results } from './search/results';
import { root } from './server';

/**
 * How well and how fast the search answers, over all laws: a judged set of questions, the peers in the
 * same run, and how the figures grow to a million articles.
 *
 *   npm run bench:search [-- ARCHIVE]                    everything, which needs a build; writes bench/results/search.md
 *   npm run bench:search -- --only contest,growth        some parts; the others stay as they were
 *   npm run bench:search -- --only contest --peers gongkai,orama
 *   npm run bench:search -- --sizes 10000,100000
 *   npm run bench:search -- --note 'what else the machine did'
 *   npm run -s bench:search -- --quality-only --failures [--fresh] [--keep FOLDER]
 *                                                        the judged set alone, the index kept between runs
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: 'contest,growth,http' },
    peers: { type: 'string' },
    sizes: { type: 'string', default: '10000,100000,1000000' },
    'quality-only': { type: 'boolean', default: false },
    failures: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    keep: { type: 'string' },
    note: { type: 'string' },
  },
});
const corpus = path.resolve(positionals[0] ?? CORPUS);
if (!existsSync(corpus)) {
  console.log(`search bench not run: no corpus at ${corpus}`);
  process.exit(0);
}
const folder = path.resolve(values.keep ?? path.join(root, '.cache/bench-search'));
mkdirSync(folder, { recursive: true });
if (values['quality-only']) {
  await runQuality(corpus, folder, { isFresh: values.fresh, showsFailures: values.failures });
  process.exit(0);
}
const parts = values.only.split(',');
// Beside other programs the times of the clock tell of those: what was measured in a quieter hour stays, and of a run
// is taken what does not depend on them, how good the answers are and what they take of the processor.
const isBusy = (loadavg()[0] ?? 0) > 2 * cpus().length;
if (values.note !== undefined) keepPart({ note: values.note });
const file = await recordsFile(corpus, folder, values.fresh);
if (parts.includes('contest')) {
  const names = values.peers?.split(',') ?? Object.keys(contestants);
  await contest(names, file, folder, (entrant) => {
    const before = readResults().contest?.entrants ?? [];
    const last = before.find(({ key }) => key === entrant.key);
    const now = last && isBusy ? { ...last, report: entrant.report } : entrant;
    const entrants = [...before.filter(({ key }) => key !== entrant.key), now];
    tell(entrant, { contest: { on: today(), entrants } });
  });
}
if (parts.includes('growth')) {
  const sizes = values.sizes.split(',').map(Number);
  await grow(sizes, file, folder, (entrant, size) => {
    const before = readResults().growth?.sizes ?? [];
    const all = [...before.filter((one) => one.size !== size), { size, entrant }];
    tell(entrant, { growth: { on: today(), sizes: all.sort((a, b) => a.size - b.size) } });
  });
}
if (parts.includes('http')) {
  const load = loadavg()[0] ?? 0;
  const figures = await measureBuilt();
  console.log(asTable(figures));
  const measured = { on: today(), load, figures };
  keepPart({ cost: measured, ...(!isBusy && { http: measured }) });
}
writeMarkdown(asMarkdown(readResults()));
process.exit(0);

/** Each figure is kept as soon as it is there: a run of an hour that breaks off has not been for nothing. */
function tell(entrant: Entrant, part: Partial<Results>): void {
  keepPart(part);
  const { built, answered, report } = entrant;
  console.log(
    `${entrant.name}: built ${built.articles} articles in ${built.seconds.toFixed(1)} s, ` +
      `p95 ${answered.all.p95.toFixed(1)} ms, ${answered.residentMB.toFixed(0)} MB` +
      (report ? `, MRR ${report.all.mrr.toFixed(3)}` : ''),
  );
}
