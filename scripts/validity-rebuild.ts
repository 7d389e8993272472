import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadEnv } from 'payload/node';

/**
 * Works out the validity of every document anew, from its days and from what public documents do to
 * it, then asks the portal to drop its cached pages. Safe at any time: nothing else is written.
 *
 *   npm run validity:rebuild
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  console.error('没有完成；可以再运行一次。 Not finished; run it again.');
  console.error(error);
}
// Payload keeps connections and timers open.
process.exit();

async function main(): Promise<void> {
  // The configuration reads the environment as it loads, and a production start applies migrations.
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' });
  loadEnv(root);
  const [
    { createLocalReq, getPayload },
    { default: config },
    { rebuildValidity },
    { requestRevalidation },
    { dayOf },
  ] = await Promise.all([
    import('payload'),
    import('../payload.config'),
    import('../jobs/sweep'),
    import('../jobs/request-revalidation'),
    import('../domain/workdays/days'),
  ]);
  const payload = await getPayload({ config, disableOnInit: true });
  const req = await createLocalReq({ context: { disableRevalidate: true } }, payload);
  let done = 0;
  const changed = await rebuildValidity(req, dayOf(new Date().toISOString()), (count) => {
    done = count;
    console.error(`${count}`);
  });
  await requestRevalidation(payload.logger);
  console.log(
    `核对了 ${done} 件，更新了 ${changed} 件的有效性。 Checked ${done}, changed ${changed}.`,
  );
}
