import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Paper } from '../domain/documents/paper';
import { documentMarkdown } from '../domain/documents/markdown';
import { documentDocx } from '../transfer/export/docx';
import type { Format } from '../transfer/export/format-names';
import { fingerprintOf, KeptFiles } from '../transfer/export/kept-files';
import { law, notice, sampleLabels as labels } from '../transfer/export/paper-samples';
import { Press } from '../transfer/export/press';
import { sheetOf } from '../transfer/export/sheet';
import { documentTextFile } from '../transfer/export/text';

/**
 * What a download costs: the first PDF of a process, the next ones, what is kept; each format; a
 * notice of three pages and laws of some hundred. Makes bench/results/downloads.md.
 *
 *   npm run -s bench:downloads
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const EACH = 15;

type Row = { what: string; format: string; pages: number | null; ms: number; bytes: number };

const rows: Row[] = [];
/** Other work on the machine makes everything slower; a figure without it says nothing. */
const load = loadavg()[0]?.toFixed(1);
let press = new Press({ root, timeout: 600_000 });
const pressMemory = new Map<string, number>();

const makers: Record<Format, (paper: Paper) => Promise<{ bytes: Buffer; pages: number | null }>> = {
  docx: async (paper) => ({ bytes: await documentDocx(paper, { labels }), pages: null }),
  txt: async (paper) => ({ bytes: documentTextFile(paper, labels), pages: null }),
  md: async (paper) => ({ bytes: Buffer.from(documentMarkdown(paper, labels)), pages: null }),
  pdf: (paper) => press.print('pdf', sheetOf(paper, { labels })),
  ofd: (paper) => press.print('ofd', sheetOf(paper, { labels })),
};

const first = await timed(() => makers.pdf(notice));
rows.push({
  what: 'a notice, the first of a process',
  format: 'pdf',
  ...first.value,
  ms: first.ms,
  bytes: first.value.bytes.length,
});

const papers: [string, Paper, number][] = [
  ['a notice', notice, EACH],
  ['a law of 300 articles', law(300), 5],
  ['a law of 3,000 articles', law(3000), 1],
];
for (const [what, paper, times] of papers) {
  for (const format of ['pdf', 'ofd', 'docx', 'txt', 'md'] as const) {
    const all = [];
    for (let i = 0; i < times; i += 1) all.push(await timed(() => makers[format](paper)));
    const { value } = all[0] as (typeof all)[number];
    if ('rss' in value) pressMemory.set(`${what} as ${format}`, value.rss as number);
    rows.push({
      what,
      format,
      pages: value.pages,
      ms: median(all.map(({ ms }) => ms)),
      bytes: value.bytes.length,
    });
  }
}
press.close();

const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-bench-'));
const kept = new KeptFiles(folder);
press = new Press({ root });
const key = () => ({
  owner: 'documents/x',
  kind: 'zh-CN.pdf',
  fingerprint: fingerprintOf(notice, labels),
});
const make = async () => (await makers.pdf(notice)).bytes;
await kept.get(key(), make);
const asked = [];
for (let i = 0; i < 200; i += 1) asked.push(await timed(() => kept.get(key(), make)));
press.close();
rmSync(folder, { recursive: true });
rows.push({
  what: 'a notice, kept',
  format: 'pdf',
  pages: null,
  ms: median(asked.map(({ ms }) => ms)),
  bytes: asked[0]?.value.bytes.length ?? 0,
});

const table = rows.map(
  ({ what, format, pages, ms, bytes }) =>
    `| ${what} | ${format} | ${pages ?? ''} | ${ms < 10 ? ms.toFixed(1) : Math.round(ms)} | ${(bytes / 1000).toFixed(1)} |`,
);
const memory = [...pressMemory].map(([what, bytes]) => `${what} ${Math.round(bytes / 1e6)} MB`);
const text = `# Downloads

${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0]?.model.trim()} · Node ${process.version}. Load of the machine as it began: ${load}. Median milliseconds as the web process waits for them; PDF and OFD are made in a process of their own, which answers meanwhile. \`npm run -s bench:downloads\` makes this file.

| document | format | pages | ms | kB |
| --- | --- | --: | --: | --: |
${table.join('\n')}

Resident memory of the typesetting process after each: ${memory.join('; ')}. It ends after a minute without work.
`;
mkdirSync(path.join(root, 'bench/results'), { recursive: true });
writeFileSync(path.join(root, 'bench/results/downloads.md'), text);
console.log(text);
process.exit();

async function timed<T>(run: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const started = performance.now();
  const value = await run();
  return { ms: performance.now() - started, value };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
