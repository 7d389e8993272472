import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { loadEnv } from 'payload/node';
import type { IndexAllOptions } from '../jobs/index-all';
import { RebuildInProgressError } from '../search/engine';

/**
 * Builds the search index again from the database, beside the one in use, which answers until the
 * new one is whole. Broken off at any point, the old one stays.
 *
 *   npm run search:rebuild
 *
 * An import starts it with --follow while it writes: documents are indexed as they come, until the
 * command is told by its input that all are written. An input that ends without a word breaks it off.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const abort = new AbortController();
const isFollowing = process.argv.includes('--follow');
process.once('SIGTERM', () => abort.abort());
// Ctrl-C reaches all processes of an import: what it has written by then must be found all the same.
process.on('SIGINT', () => isFollowing || abort.abort());

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  if (abort.signal.aborted) {
    console.error('已中断，原来的索引没有变动。 Broken off; the index in use is unchanged.');
  } else if (error instanceof RebuildInProgressError) {
    console.error(
      '另一个进程正在重建索引，请等它完成。 Another process is building the index; wait for it.',
    );
  } else {
    console.error(
      '重建没有完成，原来的索引没有变动。 Not finished; the index in use is unchanged.',
    );
    console.error(error);
  }
}
// Payload keeps connections and timers open.
process.exit();

async function main(): Promise<void> {
  const started = performance.now();
  // The configuration reads the environment as it loads, and a production start applies migrations.
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' });
  loadEnv(root);
  const [{ getPayload }, { default: config }, { indexAll }, { closeSearchEngine }] =
    await Promise.all([
      import('payload'),
      import('../payload.config'),
      import('../jobs/index-all'),
      import('../search/open'),
    ]);
  const payload = await getPayload({ config, disableOnInit: true });
  let shown = 0;
  const options: IndexAllOptions = {
    signal: abort.signal,
    ...(isFollowing && { written: tellsWhenWritten() }),
    onProgress: (done, total) => {
      if (performance.now() - shown < 500) return;
      shown = performance.now();
      console.error(`${done} / ${total}`);
    },
  };
  let count: number | null = null;
  while (count === null) {
    count = await indexAll(payload, options).catch(async (error: unknown) => {
      // What another process builds now may miss what is being imported, so this one waits its turn.
      if (!isFollowing || !(error instanceof RebuildInProgressError)) throw error;
      await wait(1000, null, { signal: abort.signal });
      return null;
    });
  }
  await closeSearchEngine();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `索引已重建：${count} 条，${seconds} 秒。 Index built: ${count} records, ${seconds} s.`,
  );
}

async function tellsWhenWritten(): Promise<void> {
  const told = await text(process.stdin);
  if (told.trim() !== 'written') abort.abort();
}
