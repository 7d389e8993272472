import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { readDemo } from '../demo/content';
import { countyYear, type Issuer } from './county-year';
import { root, type BenchPortal } from './server';

/** Memory over the run, a sample each half second; the whole process with all that it started. */
export type Memory = { peakMB: number; quarters: number[] };

export type ImportBench = { name: string; seconds: number; memory: Memory; said: string[] };

const CORPUS = path.resolve(root, '../shared/corpus');

/** The whole corpus into the demo database, signed by the demo accounts, index included. */
export async function benchImports(portal: BenchPortal): Promise<ImportBench[]> {
  const results: ImportBench[] = [];
  for (const name of ['state-council', 'laws.tar.xz']) {
    const source = path.join(CORPUS, name);
    if (existsSync(source)) results.push(await benchImport(name, source, portal));
    else console.log(`import bench: ${name} is not there, skipped`);
  }
  return results;
}

/** The command on one source, from its start to its end. */
export async function benchImport(
  name: string,
  source: string,
  { env }: BenchPortal,
): Promise<ImportBench> {
  const started = performance.now();
  const argv = ['--conditions=production', '--import', 'tsx', 'scripts/import.ts', source];
  const child = spawn(process.execPath, argv, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const samples: number[] = [];
  const sampling = setInterval(() => samples.push(residentMB(child.pid ?? 0)), 500);
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  clearInterval(sampling);
  if (status !== 0) throw new Error(`import of ${name} ended with ${status}: ${out}`);
  return {
    name,
    seconds: (performance.now() - started) / 1000,
    memory: memoryOf(samples),
    said: out
      .split('\n')
      .filter((line) => /每秒|新导入|跳过|^索引|^引用|重建/.test(line))
      .filter((line) => !line.includes('Skipped')),
  };
}

/** Writes the year as JSON Lines. @returns its documents' count and size */
export async function writeCountyYear(
  file: string,
  count: number,
): Promise<{ documents: number; megabytes: number }> {
  const { agencies } = await readDemo(path.join(root, 'demo'));
  const issuers = agencies.filter(({ kind }) => kind !== 'external').map(issuerOf);
  const out = createWriteStream(file);
  let documents = 0;
  for (const paper of countyYear(issuers, count)) {
    documents += 1;
    if (!out.write(`${JSON.stringify(paper)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  return { documents, megabytes: out.bytesWritten / 1e6 };
}

function issuerOf(agency: {
  name: { zh: string };
  code: string;
  numberPrefix?: string | undefined;
}): Issuer {
  const { name, code, numberPrefix } = agency;
  return { name: name.zh, code, numberPrefix: numberPrefix ?? name.zh.slice(0, 4) };
}

/** The resident memory of a process and of its children; Linux keeps it in /proc. 0 elsewhere. */
function residentMB(pid: number): number {
  try {
    const kilobytes = Number(
      /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1],
    );
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    const below = children.filter(Boolean).map((child) => residentMB(Number(child)));
    return (kilobytes || 0) / 1024 + below.reduce((sum, mb) => sum + mb, 0);
  } catch {
    return 0;
  }
}

/** The highest of each quarter of the run shows whether memory grows with the batch. */
function memoryOf(samples: readonly number[]): Memory {
  const quarter = Math.ceil(samples.length / 4);
  const quarters = [0, 1, 2, 3].map((at) =>
    Math.round(Math.max(0, ...samples.slice(at * quarter, (at + 1) * quarter))),
  );
  return { peakMB: Math.max(...quarters), quarters };
}
