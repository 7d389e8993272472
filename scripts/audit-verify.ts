import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { loadEnv } from 'payload/node';
import type { Break } from '../domain/audit/chain';

/**
 * Walks the audit log from its first entry and says whether anything was changed or taken out.
 *
 *   npm run audit:verify -- [--head SEQ:HASH]
 *
 * Ends with 0 when the log holds, with 1 when it does not. `--head` names the last entry of an
 * earlier run, kept elsewhere: without it, somebody who can write the database could write a whole
 * log anew that holds within itself.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const SHOWN = 20;

const BREAKS: Record<Break['kind'], (seq: number) => string> = {
  missing: (seq) => `第 ${seq} 条不见了。 Entry ${seq} is missing.`,
  changed: (seq) => `第 ${seq} 条的内容被改过。 Entry ${seq} was changed.`,
  unlinked: (seq) =>
    `第 ${seq} 条接不上前一条。 Entry ${seq} does not follow from the one before it.`,
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
  const { values } = parseArgs({ options: { head: { type: 'string' } } });
  const expected = values.head === undefined ? null : readHead(values.head);
  if (values.head !== undefined && !expected) {
    console.error('--head 应写成“序号:校验值”。 --head is SEQ:HASH as printed by an earlier run.');
    return 2;
  }
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' });
  loadEnv(root);
  const [{ getPayload }, { default: config }, { verifyAudit }] = await Promise.all([
    import('payload'),
    import('../payload.config'),
    import('../collections/AuditLog/verify'),
  ]);
  const payload = await getPayload({ config, disableOnInit: true });
  const { breaks, count, head, isExpected } = await verifyAudit(payload, expected);
  for (const { kind, seq } of breaks.slice(0, SHOWN)) console.log(BREAKS[kind](seq));
  if (breaks.length > SHOWN) {
    console.log(`另有 ${breaks.length - SHOWN} 处。 And ${breaks.length - SHOWN} more.`);
  }
  if (!isExpected) {
    console.log(
      `第 ${expected?.seq} 条与给出的校验值不符。 Entry ${expected?.seq} has another hash than the one given.`,
    );
  }
  if (breaks.length > 0 || !isExpected) {
    console.log('审计日志不完整。 The audit log does not hold.');
    return 1;
  }
  console.log(`审计日志完整，共 ${count} 条。 The audit log holds, ${count} entries.`);
  console.log(`末条 head: ${head.seq}:${head.hash}`);
  return 0;
}

function readHead(text: string): { seq: number; hash: string } | null {
  const match = /^(\d+):([0-9a-f]{64})$/.exec(text.trim());
  return match ? { seq: Number(match[1]), hash: match[2] as string } : null;
}
