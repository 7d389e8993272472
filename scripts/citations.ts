import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { loadEnv } from 'payload/node';
import { Progress } from '../transfer/import/progress';

/**
 * Links what published texts cite to the documents held here. A run that was broken off goes on
 * where it stopped; what is linked already is passed over unless `--all` is given.
 *
 *   npm run citations [-- --all | --document SLUG]
 */
const USAGE = '用法：npm run citations [-- --all | --document 文件地址]';
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const abort = new AbortController();

process.on('SIGINT', () => {
  if (abort.signal.aborted) process.exit(130);
  abort.abort();
  console.error('\n正在停止：写完手头几件就结束。再按一次立即退出。');
});

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
  const options = readOptions();
  if (!options) return 1;
  const started = performance.now();
  // The configuration reads the environment as it loads, and a production start applies migrations.
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' });
  loadEnv(root);
  const [{ getPayload }, { default: config }, { linkAll }, { linkChanged }, portal] =
    await Promise.all([
      import('payload'),
      import('../payload.config'),
      import('../jobs/link-all-citations'),
      import('../jobs/link-citations'),
      import('../jobs/request-revalidation'),
    ]);
  const payload = await getPayload({ config, disableOnInit: true });
  if (options.document !== undefined) {
    const { docs } = await payload.find({
      collection: 'documents',
      where: { slug: { equals: options.document } },
      limit: 1,
      depth: 0,
      select: { title: true },
    });
    const [document] = docs;
    if (!document) {
      console.error(`没有这个地址的文件：${options.document}。 No document has this address.`);
      return 1;
    }
    const { linked } = await linkChanged(payload, document.id);
    console.log(`已重新识别 ${linked} 件文件的引用。 Documents linked again: ${linked}.`);
  } else {
    const progress = new Progress('引用', null);
    const { documents, linked, citations, isWhole } = await linkAll(payload, {
      isAnew: options.all,
      signal: abort.signal,
      onProgress: (done) => progress.reach(done),
    });
    progress.end();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `${isWhole ? '完成' : '已停止，再运行一次会接着做'}：${documents} 件文件，这次识别 ${linked} 件、引用 ${citations} 处，${seconds} 秒。`,
    );
  }
  await portal.requestRevalidation(payload.logger);
  return abort.signal.aborted ? 130 : 0;
}

function readOptions(): { all: boolean; document?: string } | null {
  try {
    const { values } = parseArgs({
      options: { all: { type: 'boolean', default: false }, document: { type: 'string' } },
    });
    return { all: values.all, ...(values.document && { document: values.document }) };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(USAGE);
    return null;
  }
}
