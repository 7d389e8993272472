import { readFileSync, existsSync } from 'node:fs';
import { Agent, get } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { preparePortal, root, run } from '../server';
import { JUDGED, readLines } from './judged';

/**
 * The whole answer over HTTP: the search page, the interface and the suggestions of a running portal, one
 * visitor at a time and twenty at once (each asks again as soon as it has its answer), over connections that
 * stay open, from this machine. The questions are those of the judged set; no two of a run are the same.
 *
 *   node --conditions=production --import tsx bench/search/http.ts [URL of a running portal]
 *
 * Without an address: the built portal on the demo county and, where they are beside the repository, the laws.
 */
const LAWS = path.resolve(root, '../shared/corpus/laws.tar.xz');
const QUESTIONS = 300;
const ONCE = [1, 20];

export type HttpFigures = {
  what: string;
  atOnce: number;
  answers: number;
  p50: number;
  p95: number;
  max: number;
  perSecond: number;
  /** Bytes of an answer as sent, on average. */
  bytes: number;
  /** Processor ms of an answer: of the thread that answers, of all the server, of the process that searches. */
  cpu?: Cpu;
};

type Cpu = { thread: number; server: number; search: number };

const KINDS: Record<string, (question: string) => string> = {
  'search page': (question) => `/search?q=${encodeURIComponent(question)}`,
  'interface (/api/v1/search)': (question) => `/api/v1/search?q=${encodeURIComponent(question)}`,
  suggestions: (question) =>
    `/api/v1/suggest?q=${encodeURIComponent([...question].slice(0, 4).join(''))}`,
};

/** The least that this portal answers, beside which the rest is read: a page of a sentence in the same frame, and one count. */
const FLOOR: Record<string, (question: string) => string> = {
  'smallest page made afresh (/leave)': (question) =>
    `/leave?to=${encodeURIComponent(`https://example.org/${question}`)}`,
  'smallest answer without a page (/api/health)': () => '/api/health',
};

/** Asks a running portal everything. @throws when an answer is anything but 200 */
export async function measureHttp(url: string, cpuNow?: () => Cpu): Promise<HttpFigures[]> {
  const questions = questionsOf(readFileSync(JUDGED, 'utf8'));
  const figures: HttpFigures[] = [];
  for (const [what, addressOf] of Object.entries({ ...KINDS, ...FLOOR })) {
    const addresses = questions.map((question) => url + addressOf(question));
    // Unmeasured, as the portal is once warm.
    await ask(addresses.slice(0, 40), 4);
    for (const atOnce of ONCE) {
      const before = cpuNow?.();
      const asked = await ask(addresses, atOnce);
      const after = cpuNow?.();
      figures.push({ what, ...asked, cpu: before && after && each(before, after, asked.answers) });
    }
  }
  return figures;
}

const each = (before: Cpu, after: Cpu, answers: number): Cpu => ({
  thread: (after.thread - before.thread) / answers,
  server: (after.server - before.server) / answers,
  search: (after.search - before.search) / answers,
});

export const asTable = (figures: readonly HttpFigures[]): string =>
  [
    '| answer | at once | answers | p50 ms | p95 ms | longest ms | a second | KB |',
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    ...figures.map(({ what, atOnce, answers, p50, p95, max, perSecond, bytes }) => {
      const times = [p50, p95, max].map((ms) => ms.toFixed(1));
      const rest = [perSecond.toFixed(0), (bytes / 1000).toFixed(1)];
      return `| ${[what, atOnce, answers, ...times, ...rest].join(' | ')} |`;
    }),
  ].join('\n');

/** Evenly over all classes of the judged set, each question once. */
function questionsOf(judged: string): string[] {
  const all = readLines(judged)
    .map(({ line }) => line.split(' | ')[0]!.replace(/^@ /, '').trim())
    .filter((text) => [...text].length <= 100);
  const each = [...new Set(all)];
  const count = Math.min(QUESTIONS, each.length);
  return Array.from({ length: count }, (_, n) => each[Math.floor((n * each.length) / count)]!);
}

async function ask(addresses: string[], atOnce: number): Promise<Omit<HttpFigures, 'what'>> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const times: number[] = [];
  let bytes = 0;
  const left = [...addresses];
  const started = performance.now();
  const visitor = async (): Promise<void> => {
    for (let address = left.pop(); address; address = left.pop()) {
      const began = performance.now();
      const received = await fetched(address, agent);
      bytes += received;
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, visitor));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))]!;
  return {
    atOnce,
    answers: times.length,
    p50: at(0.5),
    p95: at(0.95),
    max: at(1),
    perSecond: times.length / seconds,
    bytes: bytes / times.length,
  };
}

/** @returns bytes as they came, packed */
function fetched(address: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'gzip', Accept: 'text/html,*/*' };
    get(address, { agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`${address} answered ${response.statusCode}`));
      });
    }).on('error', reject);
  });
}

/** The same of a portal of its own, made and removed: the built one, with the demo county and the laws. */
export async function measureBuilt(): Promise<HttpFigures[]> {
  // One address asks everything here.
  Object.assign(process.env, { API_REQUESTS_A_MINUTE: '1000000', SUGGESTIONS_A_MINUTE: '1000000' });
  const portal = await preparePortal();
  try {
    if (existsSync(LAWS)) run(['--import', 'tsx', 'scripts/import.ts', LAWS], portal.env);
    else console.log('the laws are not there: the demo county alone');
    await portal.start();
    return await measureHttp(portal.url, () => ({
      thread: portal.threadMs(),
      server: portal.cpuMs(),
      search: portal.searchMs(),
    }));
  } finally {
    await portal.stop();
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [, , url] = process.argv;
  console.log(asTable(url ? await measureHttp(url) : await measureBuilt()));
}
