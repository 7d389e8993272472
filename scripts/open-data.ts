import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadEnv } from 'payload/node';

/**
 * Makes an edition of the open data now, beside the one that is given out, which stays until the
 * new one is whole. Ctrl-C breaks off and leaves it as it was.
 *
 *   npm run open-data
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  if (abort.signal.aborted) {
    console.error('已中断，原来的数据没有变动。 Broken off; the edition given out is unchanged.');
  } else {
    console.error(
      '没有完成，原来的数据没有变动。 Not finished; the edition given out is unchanged.',
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
  const [{ getPayload }, { default: config }, { writeOpenData }, { openDataFolder }] =
    await Promise.all([
      import('payload'),
      import('../payload.config'),
      import('../transfer/export/open-data/write'),
      import('../transfer/export/open-data/edition'),
    ]);
  const payload = await getPayload({ config, disableOnInit: true });
  const folder = openDataFolder();
  let shown = 0;
  const { files } = await writeOpenData(payload, {
    folder,
    signal: abort.signal,
    onProgress: (name, done, total) => {
      if (done < total && performance.now() - shown < 500) return;
      shown = performance.now();
      console.error(`${name} ${done} / ${total}`);
    },
  });
  for (const { name, records, bytes, sha256 } of files) {
    console.log(`${name}\t${records}\t${bytes} B\tsha256 ${sha256}`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `已写入 ${folder}，${seconds} 秒。 Written to ${folder} in ${seconds} s, ` +
      `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most.`,
  );
}
