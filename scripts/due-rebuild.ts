import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadEnv } from 'payload/node';

/**
 * Counts the due days of all open applications anew, with the holiday notices that are entered now.
 * Safe at any time and as often as you like: closed cases keep theirs, and nothing else is written.
 *
 *   npm run due:rebuild
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
  const [{ createLocalReq, getPayload }, { default: config }, { recountDueDays }] =
    await Promise.all([
      import('payload'),
      import('../payload.config'),
      import('../jobs/recount-due'),
    ]);
  const payload = await getPayload({ config, disableOnInit: true });
  const req = await createLocalReq({}, payload);
  const { counted, changed, impossible } = await recountDueDays(req, (done) =>
    console.error(`${done}`),
  );
  console.log(
    `推算了 ${counted} 件，更新了 ${changed} 件的答复期限。 Counted ${counted}, changed ${changed}.`,
  );
  if (impossible > 0) {
    process.exitCode = 1;
    console.log(
      `${impossible} 件的日期互相矛盾，没有改动，见上面的编号。 ${impossible} have impossible days and were left as they are.`,
    );
  }
}
