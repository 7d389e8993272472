import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { loadEnv } from 'payload/node';

/**
 * Seals all personal data with SEAL_KEY, after it was changed: the key before it stands in
 * SEAL_KEY_PREVIOUS meanwhile. Can be stopped and run again; what is done stays done.
 *
 *   npm run keys:rotate [-- --dry-run]
 *
 * Ends with 0 when nothing hangs on a previous key any longer, with 1 when something does or it was
 * stopped.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = 2;
  console.error('没有完成；可以再运行一次。 Not finished; run it again.');
  console.error(error instanceof Error ? error.message : error);
}
// Payload keeps connections and timers open.
process.exit();

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });
  const isDry = values['dry-run'];
  // The configuration reads the environment as it loads, and a production start applies migrations.
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' });
  loadEnv(root);
  const [{ getPayload }, { default: config }, { rotateKeys }, { sealKeys }] = await Promise.all([
    import('payload'),
    import('../payload.config'),
    import('../jobs/rotate-keys'),
    import('../fields/sealed/keys'),
  ]);
  const keys = sealKeys().length;
  const payload = await getPayload({ config, disableOnInit: true });
  const done = await rotateKeys(payload, {
    isDry,
    signal: abort.signal,
    onProgress: ({ read, changed }) => console.error(`${changed} / ${read}`),
  });
  const { read, changed, busy, unreadable, bound } = done;
  if (abort.signal.aborted) {
    console.log(
      `已停下，换了 ${changed} 件；再运行一次接着换。 Stopped after ${changed}; run it again to go on.`,
    );
    return 1;
  }
  console.log(
    isDry
      ? `共 ${read} 件，有 ${changed} 件需要换密钥，没有改动。 ${changed} of ${read} to seal anew; nothing written.`
      : `共 ${read} 件，换了 ${changed} 件。 ${changed} of ${read} sealed anew.`,
  );
  if (unreadable.length > 0) {
    console.log(
      `${unreadable.length} 件用现有密钥都解不开，没有改动 No key opens: ${unreadable.slice(0, 20).join(' ')}`,
    );
  }
  if (busy > 0) {
    console.log(`${busy} 件正在办理，请再运行一次。 ${busy} were in use; run it again.`);
  }
  if (bound > 0) {
    console.log(
      `${bound} 件的查询码还要用旧密钥核对，旧密钥要留在 SEAL_KEY_PREVIOUS，直到这些申请的个人信息删除。 ` +
        `${bound} query codes of an earlier version hang on the key that made them: keep it in SEAL_KEY_PREVIOUS.`,
    );
  }
  const isFree = unreadable.length + busy + bound === 0 && !(isDry && changed > 0);
  if (isFree && keys > 1) {
    console.log(
      '旧密钥用完了：可以从 SEAL_KEY_PREVIOUS 里去掉；更早的备份还要用它，请另外保管。 ' +
        'The previous keys can be taken out of SEAL_KEY_PREVIOUS. Backups made before need them: keep them elsewhere.',
    );
  }
  return isFree ? 0 : 1;
}
