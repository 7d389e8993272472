import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { blocksToText } from '../domain/documents/blocks';
import type { SearchEngine, SearchRecord } from '../search/engine';
import { titleKey } from '../search/normalise';
import { passagesOf } from '../search/passages';
import { openSqliteEngine } from '../search/sqlite/engine';
import { parseFile } from '../transfer/import/parse';
import { readSources } from '../transfer/import/sources';

/**
 * Speed of the search engine over all laws, inside the engine: one search at a time, with facets
 * and snippets, first page. The questions are made from the corpus by rule, so that anyone gets the
 * same ones.
 *
 *   node --conditions=production --import tsx bench/search.ts [archive or folder of laws]
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const CORPUS = path.resolve(root, '../shared/corpus/laws.tar.xz');
const EACH = 50;

type Question = { kind: string; text: string; expected?: string };

export type SearchBench = {
  on: string;
  machine: string;
  node: string;
  records: number;
  characters: number;
  indexBytes: number;
  buildSeconds: number;
  /** Resident memory of the process that has the index open and has answered, in MB. */
  residentMB: number;
  all: Figures;
  kinds: Record<string, Figures>;
};

type Figures = {
  questions: number;
  p50: number;
  p95: number;
  max: number;
  /** Share of questions with an expected document that stands first, or among the first ten. */
  first?: number;
  firstTen?: number;
};

/** Runs the whole bench; null when the corpus is not there. */
export async function benchSearch(corpus: string = CORPUS): Promise<SearchBench | null> {
  if (!existsSync(corpus)) {
    console.log(`search bench not run: no corpus at ${corpus}`);
    return null;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-search-'));
  const engine = openSqliteEngine({ path: path.join(folder, 'search.db') });
  try {
    const records = await readRecords(corpus);
    const started = performance.now();
    await engine.rebuild(listed(records));
    const buildSeconds = (performance.now() - started) / 1000;
    const answers = await ask(engine, questionsFrom(records));
    return {
      on: new Date().toISOString().slice(0, 10),
      machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
      node: process.version,
      records: records.length,
      characters: records.reduce((sum, record) => sum + bodyOf(record).length, 0),
      indexBytes: sizeOf(folder),
      buildSeconds,
      residentMB: Math.round(process.memoryUsage.rss() / 1e6),
      all: figuresOf(answers),
      kinds: Object.fromEntries(
        [...new Set(answers.map(({ kind }) => kind))].map((kind) => [
          kind,
          figuresOf(answers.filter((answer) => answer.kind === kind)),
        ]),
      ),
    };
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The figures as a table for people. */
export function asMarkdown(bench: SearchBench): string {
  const row = (name: string, { questions, p50, p95, max, first, firstTen }: Figures): string =>
    `| ${[name, questions, ms(p50), ms(p95), ms(max), share(first), share(firstTen)].join(' | ')} |`;
  return [
    '# Search over all laws',
    '',
    `${bench.on} · ${bench.machine} · Node ${bench.node}. ${bench.records} laws, ` +
      `${(bench.characters / 1e6).toFixed(1)} million characters. Milliseconds inside the engine, one ` +
      'search at a time, with facets and snippets, first page of 20. `npm run bench` makes this file.',
    '',
    '| questions | number | p50 | p95 | longest | expected first | in the first ten |',
    '|---|--:|--:|--:|--:|--:|--:|',
    row('all', bench.all),
    ...Object.entries(bench.kinds).map(([kind, figures]) => row(kind, figures)),
    '',
    `Built in ${bench.buildSeconds.toFixed(1)} s; ${(bench.indexBytes / 1e6).toFixed(0)} MB on disk; ` +
      `${bench.residentMB} MB resident, the corpus held by the bench included.`,
    '',
  ].join('\n');
}

async function readRecords(corpus: string): Promise<SearchRecord[]> {
  const records: SearchRecord[] = [];
  for await (const file of readSources(corpus)) {
    const parsed = await parseFile(file);
    if ('skip' in parsed) continue;
    const { document } = parsed;
    const publishedOn = document.publishedOn ?? document.versionOn ?? document.madeOn ?? null;
    records.push({
      id: `documents:${records.length}`,
      collection: 'documents',
      key: String(records.length),
      title: document.title,
      number: document.number ?? null,
      indexNumber: document.indexNumber ?? null,
      agency: document.agencyName,
      agencySlug: null,
      kind: document.kind,
      themes: document.themes,
      category: document.category,
      columns: [],
      year: publishedOn ? Number(publishedOn.slice(0, 4)) : null,
      publishedOn,
      validity: 'in-force',
      work: null,
      topics: [],
      fileTypes: [],
      passages: passagesOf(blocksToText(document.blocks)),
      extra: document.keywords.join(' '),
      url: `/documents/${records.length}`,
      hasInterpretation: false,
    });
  }
  return records;
}

async function* listed(records: readonly SearchRecord[]): AsyncGenerator<SearchRecord> {
  yield* records;
}

/** The same questions in every run: records at even steps through the corpus, parts of their own text. */
function questionsFrom(records: readonly SearchRecord[]): Question[] {
  const chosen = Array.from(
    { length: EACH },
    (_, n) => records[Math.floor((n * records.length) / EACH)] as SearchRecord,
  );
  const kinds: Record<string, (record: SearchRecord, n: number) => Question | null> = {
    'whole title': ({ title }) => ({ kind: '', text: title, expected: titleKey(title) }),
    'title without the state': ({ title }) => ({
      kind: '',
      text: titleKey(title),
      expected: titleKey(title),
    }),
    'one word of a title': ({ title }) => ({ kind: '', text: titleKey(title).slice(-6, -2) }),
    'two stretches of a body': (record) => twoStretches(bodyOf(record)),
    'a phrase of a body': (record) => {
      const { title } = record;
      const phrase = stretch(bodyOf(record), 0.6, 14);
      return phrase === null ? null : { kind: '', text: `"${phrase}"`, expected: titleKey(title) };
    },
    'common words': (_, n) => ({ kind: '', text: COMMON[n % COMMON.length] as string }),
    'one character': (_, n) => ({
      kind: '',
      text: [...'税水地车路林学医药农房船矿电气'][n % 15] as string,
    }),
  };
  return Object.entries(kinds).flatMap(([kind, make]) =>
    chosen.flatMap((record, n) => {
      const question = make(record, n);
      return question ? [{ ...question, kind }] : [];
    }),
  );
}

const COMMON = [
  '条例',
  '规定',
  '管理',
  '企业',
  '人民政府',
  '罚款',
  '安全 责任',
  '申请 材料',
  '法律 -责任',
  '环境 保护',
];

const bodyOf = ({ passages }: SearchRecord): string => passages.map(({ text }) => text).join('\n');

function twoStretches(body: string): Question | null {
  const [first, second] = [stretch(body, 0.3, 4), stretch(body, 0.7, 4)];
  return first && second ? { kind: '', text: `${first} ${second}` } : null;
}

/** Characters in a row without a sign between them, near a place in a text. */
function stretch(text: string, at: number, length: number): string | null {
  const pattern = new RegExp(`\\p{Script=Han}{${length}}`, 'u');
  return pattern.exec(text.slice(Math.floor(text.length * at)))?.[0] ?? null;
}

type Answer = { kind: string; took: number; place: number | null; isExpected: boolean };

async function ask(engine: SearchEngine, questions: readonly Question[]): Promise<Answer[]> {
  // Once unmeasured, as the portal is once warm.
  for (const { text } of questions.filter((_, n) => n % 10 === 0)) await engine.search({ text });
  const answers: Answer[] = [];
  for (const { kind, text, expected } of questions) {
    const started = performance.now();
    const { hits } = await engine.search({ text });
    const took = performance.now() - started;
    const place = hits.findIndex(({ title }) => titleKey(title.text) === expected);
    answers.push({
      kind,
      took,
      place: place < 0 ? null : place,
      isExpected: expected !== undefined,
    });
  }
  return answers;
}

function figuresOf(answers: readonly Answer[]): Figures {
  const times = answers.map(({ took }) => took).sort((a, b) => a - b);
  const at = (part: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  const judged = answers.filter(({ isExpected }) => isExpected);
  const within = (places: number): number =>
    judged.filter(({ place }) => place !== null && place < places).length / judged.length;
  return {
    questions: answers.length,
    p50: at(0.5),
    p95: at(0.95),
    max: at(1),
    ...(judged.length ? { first: within(1), firstTen: within(10) } : {}),
  };
}

const ms = (value: number): string => value.toFixed(1);

const share = (value: number | undefined): string =>
  value === undefined ? '' : `${(value * 100).toFixed(0)} %`;

const sizeOf = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const bench = await benchSearch(process.argv[2]);
  if (bench) {
    const results = path.join(root, 'bench', 'results');
    mkdirSync(results, { recursive: true });
    writeFileSync(path.join(results, 'search.json'), `${JSON.stringify(bench, null, 2)}\n`);
    writeFileSync(path.join(results, 'search.md'), asMarkdown(bench));
    console.log(asMarkdown(bench));
  }
}
