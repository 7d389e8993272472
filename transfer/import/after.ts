import type { Payload } from 'payload';
import { indexAll } from '@/jobs/index-all';
import { requestRevalidation } from '@/jobs/request-revalidation';
import { RebuildInProgressError } from '@/search/engine';
import { Progress } from './progress';

/**
 * What follows a batch once, rather than each document: the database's statistics, the search
 * index, the portal's cached pages. Gives the lines that the report ends with.
 */
export async function afterImport(payload: Payload): Promise<string[]> {
  await refreshStatistics(payload);
  const indexed = await rebuildSearch(payload);
  const isRenewed = await requestRevalidation(payload.logger);
  return [
    indexed,
    isRenewed ? '门户页面已经更新。' : '门户没有运行或没有应答；页面会在五分钟内自行更新。',
  ];
}

/** A batch changes so much that building the index anew is quicker than thousands of single jobs. */
async function rebuildSearch(payload: Payload): Promise<string> {
  const progress = new Progress('检索', null);
  try {
    const count = await indexAll(payload, { onProgress: (done) => progress.reach(done) });
    progress.end();
    return `检索已更新，共 ${count} 件。`;
  } catch (error) {
    if (!(error instanceof RebuildInProgressError)) throw error;
    return '另一个进程正在重建检索，请在它完成后运行 npm run search:rebuild。';
  }
}

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
