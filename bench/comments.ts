import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { suspicionOf } from '../domain/consultations/suspicion';
import { addDays, dayOf } from '../domain/workdays/days';
import type { User } from '../payload-types';

/**
 * Ten thousand comments on one draft, half of them advertising: what the public's page and the moderators'
 * page wait for, and how long a decision over many takes. Makes bench/results/comments.md.
 *
 *   npm run -s bench:comments
 */
const COMMENTS = 10_000;
const TIMES = 15;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-bench-'));
Object.assign(process.env, {
  NODE_ENV: 'production',
  PAYLOAD_SECRET: randomBytes(32).toString('hex'),
  SEAL_KEY: randomBytes(32).toString('base64'),
  SITE_URL: 'http://127.0.0.1:9',
  UPLOADS_PATH: path.join(folder, 'uploads'),
  SEARCH_PATH: path.join(folder, 'search.db'),
  DATABASE_URI: `file:${path.join(folder, 'gongkai.db')}`,
});
const [{ createLocalReq, getPayload }, { default: config }, counts, rows, moderation] =
  await Promise.all([
    import('payload'),
    import('../payload.config'),
    import('../collections/Comments/counts'),
    import('../collections/Comments/moderation-rows'),
    import('../collections/Comments/moderate'),
  ]);
const payload = await getPayload({ config, disableOnInit: true });
const { consultation, clerk } = await fill();
const req = await createLocalReq({ user: { ...clerk, collection: 'users' } }, payload);
const now = new Date().toISOString();
const load = loadavg()[0]?.toFixed(1);
const filter = rows.readModerationFilter({});
const board = (more: object) => rows.readModeration(req, { ...filter, ...more }, now);
const shown = (page: number) =>
  payload.find({
    collection: 'comments',
    where: { and: [{ consultation: { equals: consultation } }, { state: { equals: 'shown' } }] },
    sort: ['-submittedAt', '-id'],
    page,
    limit: 20,
    pagination: false,
    depth: 0,
    select: { body: true, place: true, shownName: true, submittedAt: true, language: true },
    overrideAccess: false,
  });

const lists = [
  ['Moderators: first page of those that wait', () => board({})],
  ['Moderators: page 150', () => board({ page: 150 })],
  ['Moderators: only the suspicious', () => board({ looks: 'suspicious' })],
  ['Moderators: only the suspicious, page 100', () => board({ looks: 'suspicious', page: 100 })],
  ['Moderators: only the plain, page 60', () => board({ looks: 'plain', page: 60 })],
  [
    'Moderators: one consultation, page 150',
    () => board({ consultation: String(consultation), page: 150 }),
  ],
  ['Moderators: those that are shown', () => board({ state: 'shown' })],
  ['Moderators: those that are shown, last page', () => board({ state: 'shown', page: 40 })],
  ['Desk: what waits', () => rows.waitingComments(req, now, 8)],
  ['Public: counts of a consultation', () => counts.commentCounts(payload, consultation)],
  ['Public: first page of comments', () => shown(1)],
  ['Public: last page of comments', () => shown(100)],
] as const;
const measured: string[] = [];
for (const [name, read] of lists) {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i += 1) times.push(await timed(read));
  const sorted = times.toSorted((a, b) => a - b);
  const cells = [times[0], sorted[Math.floor(TIMES / 2)], sorted.at(-1)].map(ms);
  measured.push(`| ${name} | ${cells.join(' | ')} |`);
}

const decision = { from: 'pending', to: 'withheld', reason: 'advertising', note: null } as const;
const batches: number[] = [];
let done = 0;
const started = performance.now();
for (;;) {
  const suspicious = { ...filter, looks: 'suspicious' } as const;
  const ids = await rows.waitingIds(req, suspicious, moderation.MOST_AT_ONCE);
  if (ids.length === 0) break;
  batches.push(
    await timed(async () => (done += (await moderation.moderate(req, ids, decision)).done)),
  );
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const perBatch = ms(batches.toSorted((a, b) => a - b)[Math.floor(batches.length / 2)]);

const text = `# Comments on a draft

${dayOf(now)} · ${cpus().length} × ${cpus()[0]?.model.trim()} · Node ${process.version} · SQLite. Load of the machine as it began: ${load}. ${COMMENTS.toLocaleString('en')} comments on one consultation, half of them advertising, a fifth shown. \`npm run -s bench:comments\` makes this file.

| what is read | first ms | median ms | slowest ms |
| --- | --: | --: | --: |
${measured.join('\n')}

The aim is 100 ms for each. A decision over ${moderation.MOST_AT_ONCE} comments at once takes ${perBatch} ms (median): each is written only if it is still as the moderator saw it, and each has an entry of its own in the audit log. All ${done.toLocaleString('en')} advertisements were taken out in ${seconds} s, by one press of a button that sends ${batches.length} such requests.
`;
mkdirSync(path.join(root, 'bench/results'), { recursive: true });
writeFileSync(path.join(root, 'bench/results/comments.md'), text);
console.log(text);
rmSync(folder, { recursive: true, force: true });
process.exit();

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function ms(value: number | undefined): string {
  return String(Math.round(value ?? 0));
}

/** A consultation and its comments as they lie in the database, and somebody who moderates. */
async function fill(): Promise<{ consultation: number; clerk: User }> {
  const agency = await payload.db.create({
    collection: 'agencies',
    data: { name: '测试县住房和城乡建设局', slug: 'housing', kind: 'department' },
  });
  const person = await payload.db.create({
    collection: 'users',
    data: { name: '审看人', email: 'clerk@example.test', roles: ['clerk'] },
  });
  const today = dayOf(new Date());
  const made = await payload.db.create({
    collection: 'consultations',
    data: {
      title: '测试办法意见征集',
      slug: 'test',
      kind: 'normative',
      agency: agency.id,
      opensAt: `${addDays(today, -40)}T00:00:00.000Z`,
      closesAt: `${addDays(today, -1)}T00:00:00.000Z`,
      takesComments: true,
      _status: 'published',
    },
  });
  for (let i = 0; i < COMMENTS; i += 1) {
    const isSpam = i % 2 === 0;
    const body = isSpam
      ? `无抵押贷款秒批，加微信 wx:abc${i}，点击进入 http://a${i}.example.top`
      : `${'建议第八条的申请期限由五个工作日改为十个工作日，农忙时节村民来不及准备材料。'.repeat(1 + (i % 7))}（${i}）`;
    const { score, findings } = suspicionOf(body);
    const isShown = i % 10 === 1 || i % 10 === 3;
    await payload.db.create({
      collection: 'comments',
      data: {
        consultation: made.id,
        body,
        excerpt: body.slice(0, 60),
        state: isShown ? 'shown' : 'pending',
        suspicion: score,
        findings,
        submittedAt: `${addDays(today, -(i % 39) - 1)}T02:00:00.${String(i % 1000).padStart(3, '0')}Z`,
        receiptNumber: `YJ${i}`,
        bodyHash: `hash${i}`,
        filingKey: `key${i}`,
        language: 'zh-CN',
        ...(isShown && { moderatedBy: '审看人', moderatedAt: `${today}T00:00:00.000Z` }),
      },
      returning: false,
    });
  }
  return { consultation: made.id as number, clerk: person as unknown as User };
}
