import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import type { Payload } from 'payload';
import { lexicalFromBlocks } from '../domain/documents/lexical';
import {
  CORPUS,
  measureAccuracy,
  readCorpus,
  readLabels,
  type Accuracy,
  type Corpus,
} from './citation-accuracy';

/**
 * How well and how fast the citations of the corpus of laws are found: against the labelled ones, and
 * in a database of its own that holds the whole corpus, writing included.
 *
 *   npm run -s bench:citations
 */
const root = path.resolve(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'bench-citations-'));

if (!existsSync(CORPUS)) {
  console.log(`citations bench not run: no corpus at ${CORPUS}`);
  process.exit(0);
}
try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

async function main(): Promise<void> {
  const payload = await openEmptyPortal();
  const corpus = await readCorpus();
  const labels = readLabels();
  const parts = {
    'first half, seen while the rules were written': labels.filter(
      ({ part }) => part === 'development',
    ),
    'second half': labels.filter(({ part }) => part === 'unseen'),
    all: labels,
  };
  const rows: string[] = [];
  for (const [name, own] of Object.entries(parts))
    rows.push(rowOf(name, await measureAccuracy(corpus, own)));
  const documents = await fill(payload, corpus);
  const { linkAll } = await import('../jobs/link-all-citations');
  // The corpus was held to be measured and stored; linking is not to profit or suffer from it.
  corpus.release();
  global.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const started = performance.now();
  const result = await linkAll(payload, {
    onProgress: () => (peak = Math.max(peak, process.memoryUsage.rss())),
  });
  const seconds = (performance.now() - started) / 1000;
  const again = performance.now();
  await linkAll(payload);
  const againSeconds = (performance.now() - again) / 1000;
  const lines = [
    '# Citations over all laws',
    '',
    `${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'} · Node ${process.version} · SQLite · load ${loadavg()[0]?.toFixed(1)}. ` +
      '`npm run -s bench:citations` makes this file.',
    '',
    '| labelled by hand | labels | must link | linked | right | precision | recall |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...rows,
    '',
    `${documents} documents linked and written in ${seconds.toFixed(1)} s, ${result.citations} citations that lead somewhere; ` +
      `memory from ${mega(before)} to ${mega(peak)} MB at most. A second run, with nothing new, takes ${againSeconds.toFixed(1)} s.`,
  ];
  mkdirSync(path.join(root, 'bench/results'), { recursive: true });
  writeFileSync(path.join(root, 'bench/results/citations.md'), `${lines.join('\n')}\n`);
  console.log(lines.join('\n'));
}

function mega(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function rowOf(name: string, one: Accuracy): string {
  const cells = [name, one.labels, one.expected, one.made, one.right];
  return `| ${[...cells, one.precision.toFixed(3), one.recall.toFixed(3)].join(' | ')} |`;
}

async function openEmptyPortal(): Promise<Payload> {
  Object.assign(process.env, {
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    SEAL_KEY: randomBytes(32).toString('base64'),
    SITE_URL: 'http://127.0.0.1:9',
    UPLOADS_PATH: path.join(folder, 'uploads'),
    SEARCH_PATH: path.join(folder, 'search.db'),
    DATABASE_URI: `file:${path.join(folder, 'gongkai.db')}`,
    NODE_ENV: 'production',
  });
  const [{ getPayload }, { default: config }] = await Promise.all([
    import('payload'),
    import('../payload.config'),
  ]);
  return getPayload({ config, disableOnInit: true });
}

/** Stores the corpus as published documents, past the review, which is not what is measured here. */
async function fill(payload: Payload, corpus: Corpus): Promise<number> {
  let count = 0;
  for (const id of corpus.held) {
    const { title, number, agency, madeOn, publishedOn, effectiveOn } = corpus.citing.get(id) ?? {
      title: id,
    };
    const now = new Date().toISOString();
    await payload.db.create({
      collection: 'documents',
      data: {
        title,
        number,
        agencyName: agency,
        kind: 'law',
        madeOn: at(madeOn),
        publishedOn: at(publishedOn),
        effectiveOn: at(effectiveOn),
        body: lexicalFromBlocks(await corpus.blocks(id)),
        slug: `law-${(count += 1)}`,
        _status: 'published',
        createdAt: now,
        updatedAt: now,
      },
    });
  }
  return count;
}

function at(day: string | null | undefined): string | null {
  return day ? `${day}T00:00:00.000+08:00` : null;
}
