import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { loadEnv } from 'payload/node';
import type { IndexDifference } from '../jobs/check-index';

/**
 * Compares the search index with what the public may read, and names what differs.
 *
 *   npm run -s search:check -- [--fix] [--json]
 *
 * Ends with 0 when both are the same, with 1 when they differ and were not put right, with 2 when it could not look.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const USAGE = '用法 Usage: npm run -s search:check -- [--fix] [--json]';
const WHY: Record<IndexDifference['why'], string> = {
  missing: '缺少 missing',
  superfluous: '多余 superfluous',
  stale: '过时 stale',
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error);
  process.exitCode = 2;
}
// Payload keeps connections and timers open.
process.exit();

async function main(): Promise<number> {
  const options = read();
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  // The configuration reads the environment as it loads, and a production start applies migrations.
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' });
  loadEnv(root);
  const [
    { getPayload },
    { default: config },
    check,
    { indexAll },
    { closeSearchEngine, searchEngine },
  ] = await Promise.all([
    import('payload'),
    import('../payload.config'),
    import('../jobs/check-index'),
    import('../jobs/index-all'),
    import('../search/open'),
  ]);
  const { logger: own, ...rest } = await config;
  // A program reads what is printed: what Payload has to say of itself goes beside it.
  const logger = { ...(own as object), destination: process.stderr } as unknown as typeof own;
  const payload = await getPayload({ config: { ...rest, logger }, disableOnInit: true });
  const { needsRebuild } = await searchEngine().status();
  if (needsRebuild && options.fix) {
    console.error(
      `索引需要重建（${needsRebuild}），现在重建。 The index has to be built: building it.`,
    );
    await indexAll(payload);
  } else if (needsRebuild) {
    const hint = 'npm run search:rebuild';
    if (options.json) console.log(JSON.stringify({ needsRebuild }));
    else
      console.log(
        `索引需要重建（${needsRebuild}）：${hint}。 The index has to be built again: ${hint}.`,
      );
    return 1;
  }
  const counts = { missing: 0, superfluous: 0, stale: 0 };
  let left = 0;
  let [inDatabase, inIndex, shown] = [0, 0, performance.now()];
  const differences = check.indexDifferences(payload, (done) => {
    [inDatabase, inIndex] = [done.public, done.inIndex];
    if (performance.now() - shown < 2_000) return;
    shown = performance.now();
    console.error(`已公开 public ${inDatabase} · 索引 index ${inIndex}`);
  });
  for await (const difference of differences) {
    counts[difference.why] += 1;
    const isFixed = options.fix && (await check.mendDifference(payload, difference));
    if (!isFixed) left += 1;
    console.log(
      options.json ? JSON.stringify({ ...difference, isFixed }) : asLine(difference, isFixed),
    );
  }
  await closeSearchEngine();
  const summary = { public: inDatabase, inIndex, ...counts, left };
  console.log(options.json ? JSON.stringify(summary) : asText(summary));
  return left > 0 ? 1 : 0;
}

function read(): { fix: boolean; json: boolean } | null {
  try {
    const { values } = parseArgs({
      options: { fix: { type: 'boolean' }, json: { type: 'boolean' } },
    });
    return { fix: values.fix ?? false, json: values.json ?? false };
  } catch {
    // An option that does not exist: the usage says which do.
    return null;
  }
}

function asLine({ why, id, title }: IndexDifference, isFixed: boolean): string {
  return `${WHY[why]}  ${id}  ${title}${isFixed ? '  已改正 put right' : ''}`;
}

function asText(summary: Record<'public' | 'inIndex' | 'left' | IndexDifference['why'], number>) {
  const differing = summary.missing + summary.superfluous + summary.stale;
  const looked = `已公开 ${summary.public} 条，索引 ${summary.inIndex} 条`;
  if (differing === 0) {
    return `${looked}，一致。 ${summary.public} public records and the index agree.`;
  }
  const zh = `缺少 ${summary.missing}，多余 ${summary.superfluous}，过时 ${summary.stale}；未改正 ${summary.left}`;
  const en = `${summary.missing} missing, ${summary.superfluous} superfluous, ${summary.stale} stale; ${summary.left} not put right`;
  return `${looked}；${zh}。 ${en}.`;
}
