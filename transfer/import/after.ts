import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import type { Payload } from 'payload';
import { linkAll } from '@/jobs/link-all-citations';
import { requestRevalidation } from '@/jobs/request-revalidation';
import { Progress } from './progress';
import { putSwiftStore } from './swift-store';

/**
 * What follows a batch once, rather than each document: the database's statistics, the search
 * index, the citations, the portal's cached pages. Gives the lines that the report ends with.
 *
 * @param indexing begun while the batch was written
 */
export async function afterImport(payload: Payload, indexing: Indexing): Promise<string[]> {
  await refreshStatistics(payload);
  // The index has only the last documents left to read, and then orders its words: that needs the
  // database no more, so citations are found beside it.
  const [indexed, linked] = await Promise.all([indexing.finish(), linkCitations(payload)]);
  const isRenewed = await requestRevalidation(payload.logger);
  return [
    ...indexed,
    linked,
    isRenewed
      ? '门户页面已经更新。 Pages are renewed.'
      : '门户没有运行或没有应答；页面会在五分钟内自行更新。 Pages renew by themselves within five minutes.',
  ];
}

async function linkCitations(payload: Payload): Promise<string> {
  const progress = new Progress('引用', null);
  const giveBack = putSwiftStore(payload);
  const { documents, citations } = await linkAll(payload, {
    onProgress: (done) => progress.reach(done),
  }).finally(giveBack);
  progress.end();
  return `引用已识别：${documents} 件，这次 ${citations} 处。 Citations found this time: ${citations}.`;
}

/** `finish` says that all is written, and gives what there is to tell of the index once it is whole. */
export type Indexing = { finish: () => Promise<string[]> };

/**
 * Builds the search index in a process of its own, which reads the documents of a batch as they come:
 * to cut thousands of texts into words takes as long as to write them, and there is a second core.
 * Should this process die, the other stops, and leaves the index in use as it was.
 *
 * @param root the folder of the project, whose command builds the index
 */
export function beginIndexing(root: string): Indexing {
  const command = path.join(root, 'scripts', 'search-rebuild.ts');
  const child = spawn(process.execPath, [...process.execArgv, command, '--follow'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A command that has failed reads no input any more; its end tells why.
  child.stdin.on('error', () => undefined);
  const ended = endOf(child);
  return {
    finish: () => {
      child.stdin.end('written');
      return ended;
    },
  };
}

/** @returns what the command said; it tells by itself when another process is at it */
function endOf(child: ChildProcessWithoutNullStreams): Promise<string[]> {
  const said: Buffer[] = [];
  const failed: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => failed.push(chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve([`${NOT_INDEXED}（${error.message}）`]));
    child.once('close', (code) => {
      const told = linesOf(said).filter((line) => line.includes('索引'));
      resolve(code === 0 ? told : [NOT_INDEXED, ...linesOf(failed).slice(-5)]);
    });
  });
}

const NOT_INDEXED =
  '检索没有更新，请运行 npm run search:rebuild。 Search was not updated; run npm run search:rebuild.';

const linesOf = (chunks: readonly Buffer[]): string[] =>
  Buffer.concat(chunks)
    .toString()
    .split('\n')
    .filter((line) => line.trim() !== '');

/**
 * SQLite chooses its indexes by statistics that only ANALYZE renews; without it, lists over
 * thousands of new rows read whole tables. A database server keeps its own.
 */
async function refreshStatistics(payload: Payload): Promise<void> {
  const db: unknown = payload.db;
  if (hasDrizzle(db)) await db.drizzle.run('ANALYZE');
}

const hasDrizzle = (db: unknown): db is { drizzle: { run: (sql: string) => Promise<unknown> } } =>
  typeof db === 'object' && db !== null && 'drizzle' in db;
