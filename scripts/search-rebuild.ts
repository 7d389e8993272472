import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadEnv } from 'payload/node';
import { RebuildInProgressError } from '../search/engine';

/**
 * Builds the search index again from the database, beside the one in use, which answers until the
 * new one is whole. Broken off at any point, the old one stays.
 *
 *   npm run search:rebuild
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());

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
  const count = await indexAll(payload, {
    signal: abort.signal,
    onProgress: (done, total) => {
      if (performance.now() - shown < 500) return;
      shown = performance.now();
      console.error(`${done} / ${total}`);
    },
  });
  await closeSearchEngine();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `索引已重建：${count} 条，${seconds} 秒。 Index built: ${count} records, ${seconds} s.`,
  );
}
