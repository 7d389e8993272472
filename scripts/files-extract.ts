import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { loadEnv } from 'payload/node';
import { Progress } from '../transfer/import/progress';

/**
 * Reads the text out of attachments for the search: of those that were not read yet or hold other
 * content than then, with `--all` of every one. A run that was broken off goes on where it stopped.
 *
 *   npm run -s files:extract [-- --all]
 */
const USAGE = '用法 Usage: npm run -s files:extract [-- --all]';
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const abort = new AbortController();

process.on('SIGINT', () => {
  if (abort.signal.aborted) process.exit(130);
  abort.abort();
  console.error('\n正在停止：读完手头这个附件就结束。再按一次立即退出。');
});
process.once('SIGTERM', () => abort.abort());

try {
  process.exitCode = await main();
} catch (error) {
  console.error('没有完成；再运行一次会接着做。 Not finished; another run goes on from here.');
  console.error(error);
  process.exitCode = 1;
}
// Payload keeps connections and timers open.
process.exit();

async function main(): Promise<number> {
  const isAnew = readOptions();
  if (isAnew === null) return 1;
  const started = performance.now();
  // The configuration reads the environment as it loads, and a production start applies migrations.
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' });
  loadEnv(root);
  const [{ getPayload }, { default: config }, { extractAll }] = await Promise.all([
    import('payload'),
    import('../payload.config'),
    import('../jobs/extract-all'),
  ]);
  const payload = await getPayload({ config, disableOnInit: true });
  const progress = new Progress('附件', null);
  const { files, read, noText, unreadable, isWhole } = await extractAll(payload, {
    isAnew,
    signal: abort.signal,
    onProgress: (done) => progress.reach(done),
  });
  progress.end();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${isWhole ? '完成' : '已停止，再运行一次会接着做'}：共 ${files} 个附件，这次读出文字 ${read} 个、没有文字 ${noText} 个、读不出 ${unreadable} 个，${seconds} 秒。检索由门户自动更新。\n` +
      `${isWhole ? 'Done' : 'Stopped; another run goes on from here'}: ${files} files, ${read} read, ${noText} without text, ${unreadable} unreadable. The portal brings the search up to date by itself.`,
  );
  return isWhole ? 0 : 130;
}

/** Null when the words after the command are not understood. */
function readOptions(): boolean | null {
  try {
    return parseArgs({ options: { all: { type: 'boolean', default: false } } }).values.all;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(USAGE);
    return null;
  }
}
