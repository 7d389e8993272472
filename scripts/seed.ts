import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { loadEnv } from 'payload/node';

/**
 * Fills an empty database once: the demo county, or the administrator alone with `--no-demo` or
 * DEMO=false, under which no page says that what it shows is a demonstration.
 *
 *   npm run seed -- [--no-demo] [--admin-email ADDRESS]
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const MARKER = 'seeded';

try {
  process.exitCode = await main();
} catch (error) {
  console.error(
    '写入初始数据没有完成，改正后可以再次运行，会接着做。 Seeding did not finish; run it again to go on.',
  );
  console.error(error);
  process.exitCode = 1;
}
// Payload keeps connections and timers open.
process.exit();

async function main(): Promise<number> {
  const started = performance.now();
  const { values } = parseArgs({
    options: { 'no-demo': { type: 'boolean' }, 'admin-email': { type: 'string' } },
  });
  // The configuration reads the environment as it loads, and a production start applies migrations.
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' });
  loadEnv(root);
  const [{ getPayload }, { default: config }, seed, accounts, content, { indexAll }, { linkAll }] =
    await Promise.all([
      import('payload'),
      import('../payload.config'),
      import('../demo/seed/index'),
      import('../demo/seed/accounts'),
      import('../demo/content'),
      import('../jobs/index-all'),
      import('../jobs/link-all-citations'),
    ]);
  const payload = await getPayload({ config, disableOnInit: true });

  const done = await payload.count({ collection: 'counters', where: { key: { equals: MARKER } } });
  if (done.totalDocs > 0) {
    console.log('初始数据已经写入过，这次什么也没有做。 Seeded already; nothing was done.');
    return 0;
  }
  const password = accounts.firstPassword();
  const emails: string[] = [];
  const samples: string[] = [];
  if (values['no-demo'] || process.env.DEMO === 'false') {
    const email = values['admin-email'] ?? 'admin@demo.example';
    const account = { email, name: '系统管理员', roles: ['administrator' as const] };
    await accounts.ensureAccount(payload, account, password);
    emails.push(email);
  } else {
    const { users } = await content.readDemo(path.join(root, 'demo'));
    emails.push(...users.map(({ email }) => email));
    const strangers = await payload.count({
      collection: 'users',
      where: { email: { not_in: emails } },
    });
    if (strangers.totalDocs > 0) {
      console.error(
        '这个数据库里已有其他账号，演示数据只写入空的数据库。 This database has other accounts; the demo goes into an empty one only.',
      );
      return 1;
    }
    const report = (name: string, count: number) =>
      console.log(`  ${name} ${count} (${seconds(started)})`);
    const receipts = await seed.seedDemo(payload, path.join(root, 'demo'), password, report);
    report('引用 citations', (await linkAll(payload)).citations);
    report('检索 search', await indexAll(payload));
    samples.push(...receipts.map((each) => Object.values(each).join('  ')));
  }
  await payload.db.create({ collection: 'counters', data: { key: MARKER, value: 1 } });
  console.log(`完成，用时 ${seconds(started)}。 Done.`);
  tell(emails, password, samples);
  return 0;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** The only place where the password is ever shown; the database keeps a hash. */
function tell(emails: readonly string[], password: string, samples: readonly string[]): void {
  const line = '─'.repeat(64);
  console.log(
    [
      line,
      '首次登录 First sign-in: /admin',
      ...emails.map((email) => `  ${email}`),
      `  初始密码 password: ${password}`,
      ...(samples.length > 0
        ? ['样例申请 Sample cases: /applications/status', ...samples.map((sample) => `  ${sample}`)]
        : []),
      '密码和查询码只显示这一次，请登录后修改密码。 Shown only once; change the password after signing in.',
      line,
    ].join('\n'),
  );
}
