import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SMTPServer } from 'smtp-server';
import { THEMES } from '../domain/catalogue/codes';
import { FREQUENCIES } from '../domain/subscriptions/codes';
import { nextSlot } from '../domain/subscriptions/schedule';
import { dayOf } from '../domain/workdays/days';

/**
 * A Monday at eight: a thousand readers follow agencies and themes, and two hundred texts are new. How long
 * the round takes that tells them, to a real mail server, and how long it takes to see that all agree. And
 * what a bulk load of sixteen thousand texts costs until each is noted. Makes bench/results/subscriptions.md.
 *
 *   npm run -s bench:subscriptions
 */
const READERS = 1000;
const NEW_TEXTS = 200;
const LOADED = 16_000;
const AGENCIES = 20;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-bench-'));
let received = 0;
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData: (stream, _session, done) => {
    stream.resume();
    stream.on('end', () => {
      received += 1;
      done(null);
    });
  },
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.server.address() as { port: number };
Object.assign(process.env, {
  NODE_ENV: 'production',
  PAYLOAD_SECRET: randomBytes(32).toString('hex'),
  SEAL_KEY: randomBytes(32).toString('base64'),
  SITE_URL: 'http://127.0.0.1:9',
  UPLOADS_PATH: path.join(folder, 'uploads'),
  SEARCH_PATH: path.join(folder, 'search.db'),
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  MAIL_FROM: 'Bench <noreply@county.example.test>',
  DATABASE_URI: `file:${path.join(folder, 'gongkai.db')}`,
});
const [{ getPayload }, { default: config }, { subscribe, confirm }, { confirmToken }] =
  await Promise.all([
    import('payload'),
    import('../payload.config'),
    import('../collections/Subscriptions/subscribe'),
    import('../collections/Subscriptions/tokens'),
  ]);
const [{ alertRound }, { reconcileEvents }, { readBooks }] = await Promise.all([
  import('../transfer/mail/send-alerts'),
  import('../jobs/record-events'),
  import('../collections/PublicationEvents/read-books'),
]);
const payload = await getPayload({ config, disableOnInit: true });
payload.logger.level = 'error';
const load = loadavg()[0]?.toFixed(1);
const today = dayOf(new Date());

const agencies: (number | string)[] = [];
for (let i = 0; i < AGENCIES; i += 1) {
  const data = { name: `测试机关${i}`, slug: `agency-${i}`, kind: 'department' };
  agencies.push((await payload.db.create({ collection: 'agencies', data })).id);
}
console.error('subscribe');
const told = await timed(async () => {
  for (let i = 0; i < READERS; i += 1) {
    const isTheme = i % 2 === 1;
    const mail = await subscribe(
      payload,
      {
        email: `reader${i}@mail.example.test`,
        subject: isTheme ? 'theme' : 'agency',
        target: isTheme ? (THEMES[i % THEMES.length]?.code ?? '') : `agency-${i % AGENCIES}`,
        frequency: FREQUENCIES[i % 4 === 0 ? 1 : 0].code,
      },
      { label: '测试', language: 'zh-CN', now: new Date() },
    );
    if (!mail || !(await confirm(payload, confirmToken(mail.key), new Date()))) {
      throw new Error('A reader could not subscribe');
    }
    await payload.db.updateOne({
      collection: 'alert-mails',
      id: mail.id,
      data: { state: 'skipped' },
    });
  }
});
await publish(NEW_TEXTS);
const noted = await timed(() => reconcileEvents(payload, today));
console.error('send');
const monday = new Date(nextSlot('weekly', new Date()).getTime() + 60_000);
let sent = 0;
const rounds: number[] = [];
for (;;) {
  const round = await timed(() => alertRound(payload, monday));
  if (round.value === 0) break;
  sent += round.value;
  rounds.push(round.ms);
}
const again = await timed(() => alertRound(payload, monday));
const books = await timed(() => readBooks(payload, monday));
if (sent !== received || books.value.reconciled.difference !== 0) {
  throw new Error(`${sent} sent, ${received} received: ${JSON.stringify(books.value.reconciled)}`);
}
console.error('load');
await publish(LOADED);
const loaded = await timed(() => reconcileEvents(payload, today));
const compared = await timed(() => reconcileEvents(payload, today));

const number = (value: number) => Math.round(value).toLocaleString('en');
const total = rounds.reduce((sum, ms) => sum + ms, 0);
const text = `# Subscriptions

${today} · ${cpus().length} × ${cpus()[0]?.model.trim()} · Node ${process.version} · SQLite. Load of the machine as it began: ${load}. ${number(READERS)} readers of agencies and themes, ${number(NEW_TEXTS)} new texts, a real mail server on the same machine. \`npm run -s bench:subscriptions\` makes this file.

| step | count | ms |
| --- | --: | --: |
| subscribe and confirm | ${number(READERS)} | ${number(told.ms)} |
| note new texts as events | ${number(noted.value)} | ${number(noted.ms)} |
| compose and send the digests, in ${rounds.length} rounds of a minute | ${number(sent)} | ${number(total)} |
| a digest, on average | 1 | ${(total / Math.max(1, sent)).toFixed(1)} |
| a round in which nobody is due | 0 | ${number(again.ms)} |
| compare published and told | ${number(READERS)} | ${number(books.ms)} |
| note a bulk load as events, after it | ${number(loaded.value)} | ${number(loaded.ms)} |
| compare again, nothing missing | ${number(compared.value)} | ${number(compared.ms)} |

Every mail arrived once: ${number(sent)} sent, ${number(received)} received, difference ${books.value.reconciled.difference}. A load writes no event itself, so it is as fast as without subscriptions; the job that compares finds its texts within a quarter of an hour.

By the profile about 20 ms of a digest are work: a third of it the six statements in the database that take the mail, move the mark and note the result, the rest composing, encoding and unsealing. The remainder is the talk with the mail server, one mail after the other over one line for the round; a new connection for each mail, and the end of each mail kept back until its beginning was acknowledged, made it 140 ms.
`;
mkdirSync(path.join(root, 'bench/results'), { recursive: true });
writeFileSync(path.join(root, 'bench/results/subscriptions.md'), text);
console.log(text);
rmSync(folder, { recursive: true, force: true });
process.exit();

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const started = performance.now();
  const value = await work();
  return { value, ms: performance.now() - started };
}

/** Texts as a load writes them: public, past the hooks. */
async function publish(count: number): Promise<void> {
  const now = new Date().toISOString();
  for (let i = 0; i < count; i += 1) {
    await payload.db.create({
      collection: 'documents',
      data: {
        title: `测试文件${i}`,
        slug: `text-${count}-${i}`,
        kind: 'notice',
        agency: agencies[i % agencies.length],
        themes: [THEMES[i % THEMES.length]?.code],
        publishedOn: `${today}T12:00:00.000Z`,
        _status: 'published',
        createdAt: now,
        updatedAt: now,
      },
      returning: false,
    });
  }
}
