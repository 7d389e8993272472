import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadEnv } from 'payload/node';

/**
 * Reads one message from standard input and writes down whether a mail of ours came back, for a mail server
 * that hands its returned mail to a program instead of keeping it in a mailbox (docs/how-to/mail.md).
 *
 *   npm run -s mail:returned < message
 *
 * Ends with 0 whatever the message was, and with 75 where it could not be noted now (EX_TEMPFAIL of
 * sysexits.h: the mail server keeps the message and tries again).
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const SAID = {
  bounced: '已记为退信。 Noted: the mail came back.',
  delayed: '已记下：会晚一些送到。 Noted: the mail is late.',
  known: '以前记过，没有改动。 Known before; nothing changed.',
  early: '这封邮件正在发送，稍后再读。 The mail is being sent; read this again later.',
  unmatched:
    '是退信，但不是本站发到这个地址的邮件，没有改动。 A report, but of no mail of ours to that address.',
  none: '不是退信，没有改动。 No report; nothing changed.',
} as const;

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = 75;
  console.error('没有记下，请稍后再试。 Not noted; try again later.');
  console.error(error instanceof Error ? error.message : error);
}
// Payload keeps connections and timers open.
process.exit();

async function main(): Promise<number> {
  const { MOST_BYTES } = await import('../transfer/mail/returned/read-report');
  const raw = await readInput(MOST_BYTES);
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' });
  loadEnv(root);
  const [{ getPayload }, { default: config }, { noteReturned }] = await Promise.all([
    import('payload'),
    import('../payload.config'),
    import('../transfer/mail/returned/note-returned'),
  ]);
  const payload = await getPayload({ config, disableOnInit: true });
  const noted = await noteReturned(payload, raw, new Date());
  console.log(SAID[noted]);
  return noted === 'early' ? 75 : 0;
}

/** As much as is read of a message; the rest is taken from the sender and dropped. */
async function readInput(most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    if (size < most) chunks.push(chunk.subarray(0, most - size));
    size += chunk.length;
  }
  return Buffer.concat(chunks);
}
