import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { benchRates, benchWeights } from './pages';
import { preparePortal, root, runShown } from './server';

/**
 *   npm run bench [-- pages|search …]
 *
 * Figures of this machine, in one run; nothing is asserted. Needs a build, and for the search
 * figures the corpus beside the repository. wrk and nginx are used where they are installed.
 */
const asked = process.argv.slice(2);
const wants = (name: string): boolean => asked.length === 0 || asked.includes(name);
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`;
const on = new Date().toISOString().slice(0, 10);
const kilo = (bytes: number): string => (bytes / 1000).toFixed(1);

if (wants('pages')) {
  const portal = await preparePortal();
  try {
    await portal.start();
    const weights = await benchWeights(portal);
    const rates = await benchRates(portal);
    write('pages', [
      '# Pages',
      '',
      `${on} · ${machine}. Demo county, production build.`,
      '',
      '| page | HTML kB | HTML kB gzip | scripts | script kB | script kB gzip | style kB gzip |',
      '|---|--:|--:|--:|--:|--:|--:|',
      ...weights.map(
        (page) =>
          `| ${page.address} | ${kilo(page.htmlBytes)} | ${kilo(page.htmlGzip)} | ${page.scripts} | ${kilo(page.scriptBytes)} | ${kilo(page.scriptGzip)} | ${kilo(page.styleGzip)} |`,
      ),
      '',
      'wrk, one thread, 32 connections, 10 s each; load and servers share the machine.',
      '',
      '| what | answers a second |',
      '|---|--:|',
      ...rates.map(({ name, perSecond, note }) => `| ${name} | ${perSecond ?? note} |`),
      '',
    ]);
  } finally {
    await portal.stop();
  }
}
if (wants('search')) {
  runShown(['--import', 'tsx', 'bench/search.ts']);
}
process.exit(0);

function write(name: string, lines: string[]): void {
  const folder = path.join(root, 'bench/results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.md`), `${lines.join('\n').trimEnd()}\n`);
  console.log(lines.join('\n'));
}
