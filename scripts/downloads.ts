import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadEnv } from 'payload/node';

/**
 * Makes the downloads of all published documents ahead of readers, and removes what is no longer
 * wanted. What is kept already is not made again.
 *
 *   npm run downloads -- [--rebuild] [--formats docx,pdf] [--locales zh-CN,en] [--days 90]
 *
 * `--rebuild` makes everything again, as after a change of fonts. Broken off at any point, what was
 * made stays and the next run goes on from there.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());

const { values } = parseArgs({
  options: {
    rebuild: { type: 'boolean', default: false },
    formats: { type: 'string', default: 'docx,pdf,txt,md,ofd' },
    locales: { type: 'string', default: 'zh-CN' },
    days: { type: 'string', default: '90' },
  },
});

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  console.error('没有完成，已经做好的文件保留。 Not finished; what was made is kept.');
  console.error(error);
}
// Payload keeps connections and timers open.
process.exit();

async function main(): Promise<void> {
  const started = performance.now();
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' });
  loadEnv(root);
  const [{ getPayload }, { default: config }, { makeAll }, { isFormat }] = await Promise.all([
    import('payload'),
    import('../payload.config'),
    import('../queries/make-downloads'),
    import('../transfer/export/format-names'),
  ]);
  const formats = values.formats.split(',').map((format) => format.trim());
  const locales = values.locales.split(',').map((locale) => locale.trim());
  const days = Number(values.days);
  const isWrong =
    !formats.every(isFormat) ||
    !locales.every((locale) => locale === 'zh-CN' || locale === 'en') ||
    !(days >= 0);
  if (isWrong) {
    process.exitCode = 2;
    console.error(
      '参数不对：--formats 可用 docx,pdf,txt,md,ofd；--locales 可用 zh-CN,en；--days 是天数。\n' +
        'Wrong arguments: --formats takes docx,pdf,txt,md,ofd; --locales takes zh-CN,en; --days a number.',
    );
    return;
  }
  const payload = await getPayload({ config, disableOnInit: true });
  let shown = 0;
  const done = await makeAll(payload, {
    formats: formats.filter(isFormat),
    locales: locales as ('zh-CN' | 'en')[],
    days,
    isRebuild: values.rebuild,
    signal: abort.signal,
    onProgress: (count, total) => {
      if (performance.now() - shown < 500) return;
      shown = performance.now();
      console.error(`${count} / ${total}`);
    },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  for (const { slug, format, message } of done.failed) {
    console.error(`✗ ${slug} ${format}: ${message}`);
  }
  const { made, kept, removed, documents } = done;
  console.log(
    `${abort.signal.aborted ? '已停止 Stopped. ' : ''}` +
      `${documents} 件文件：新做 ${made}，原有 ${kept}，清除 ${removed}，失败 ${done.failed.length}；${seconds} 秒。 ` +
      `${documents} documents: ${made} made, ${kept} kept, ${removed} removed, ${done.failed.length} failed; ${seconds} s.`,
  );
  if (done.failed.length > 0) process.exitCode = 1;
}
