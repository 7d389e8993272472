import type { Payload } from 'payload';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { hashesOf } from '../../collections/Subscriptions/subscribe';
import type { SubscriptionInput } from '../../domain/subscriptions/parse';
import { nextSlot } from '../../domain/subscriptions/schedule';
import { dayOf } from '../../domain/workdays/days';
import type { Agency, AlertMail, Document, Subscription, User } from '../../payload-types';
import { openMailServer, type MailServer } from './harness/mail-server';
import { paragraph, person } from './harness/people';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let server: MailServer;
let agency: Agency;
let people: Record<'editor' | 'clerk' | 'leader', User>;
let subscriptions: typeof import('../../collections/Subscriptions/subscribe');
let alerts: typeof import('../../transfer/mail/send-alerts');
let events: typeof import('../../jobs/record-events');
let board: typeof import('../../collections/PublicationEvents/read-books');

beforeAll(async () => {
  server = await openMailServer();
  vi.stubEnv('SMTP_URL', server.url);
  vi.stubEnv('MAIL_FROM', '测试县政府信息公开 <noreply@county.example.test>');
  portal = await openPortal();
  payload = portal.payload;
  subscriptions = await import('../../collections/Subscriptions/subscribe');
  alerts = await import('../../transfer/mail/send-alerts');
  events = await import('../../jobs/record-events');
  board = await import('../../collections/PublicationEvents/read-books');
  agency = await payload.create({
    collection: 'agencies',
    data: { name: '测试县财政局', slug: 'finance', kind: 'department' },
    context: OUTSIDE_WEB,
  });
  people = {
    editor: await person(payload, 'editor', 'editor'),
    clerk: await person(payload, 'clerk', 'clerk'),
    leader: await person(payload, 'leader', 'leader'),
  };
}, 120_000);
afterAll(async () => {
  await portal.close();
  await server.stop();
  vi.unstubAllEnvs();
});
beforeEach(() => {
  server.inbox.length = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
});

const save = (id: Document['id'], data: object, user: User, draft = true) =>
  payload.update({
    collection: 'documents',
    id,
    draft,
    data: data as never,
    user,
    context: { ...OUTSIDE_WEB },
  });

async function release(id: Document['id']): Promise<Document> {
  await save(id, { review: { action: 'submit' } }, people.editor);
  await save(id, { review: { action: 'examine' } }, people.clerk);
  await save(id, { review: { action: 'approve' } }, people.leader);
  return save(id, { _status: 'published' }, people.editor, false);
}

let serial = 0;
async function publish(title = `财政通知${(serial += 1)}`): Promise<Document> {
  const { id } = await payload.create({
    collection: 'documents',
    draft: true,
    data: {
      title,
      kind: 'notice',
      agency: agency.id as number,
      themes: ['finance'],
      body: paragraph('第一条　试行期为两年。'),
    } as never,
    user: people.editor,
    context: { ...OUTSIDE_WEB },
  });
  return release(id);
}

/** What the queue of mails would do in the next seconds. */
const runJobs = () => payload.jobs.run({ queue: 'mail', limit: 200 });

const wish = (email: string, more: Partial<SubscriptionInput> = {}): SubscriptionInput => ({
  email,
  subject: 'agency',
  target: 'finance',
  frequency: 'daily',
  ...more,
});

const ask = (input: SubscriptionInput, language: 'zh-CN' | 'en' = 'zh-CN', now = new Date()) =>
  subscriptions.subscribe(payload, input, { label: '机构：测试县财政局', language, now });

const storedOf = async ({ email, ...input }: SubscriptionInput): Promise<Subscription> => {
  const { subjectKey } = hashesOf(email, input);
  const found = await payload.db.findOne<Subscription>({
    collection: 'subscriptions',
    where: { subjectKey: { equals: subjectKey } },
  });
  if (!found) throw new Error('There is no such subscription');
  return found;
};

const sentTo = (address: string) => server.inbox.filter(({ to }) => to.includes(address));
const linkIn = (text: string | undefined, path: string): string =>
  new RegExp(`${path}\\?token=([\\w.-]+)`).exec(text ?? '')?.[1] ?? '';

/** Asked, mailed and confirmed by the link of the mail. */
async function follow(input: SubscriptionInput, language: 'zh-CN' | 'en' = 'zh-CN') {
  const mail = await ask(input, language);
  expect(await alerts.sendAlertMail(payload, mail!.id)).toBe('sent');
  const token = linkIn(sentTo(input.email)[0]?.mail.text, '/subscriptions/confirm');
  expect(await subscriptions.confirm(payload, token, new Date())).toBe(true);
  server.inbox.length = 0;
  return storedOf(input);
}

const tomorrow = () => new Date(nextSlot('daily', new Date()).getTime() + 60_000);
const nextMonday = () => new Date(nextSlot('weekly', new Date()).getTime() + 60_000);

describe('what becomes public', () => {
  test('is an event once, with numbers that have no gap, whoever finds it', async () => {
    const document = await publish();
    await runJobs();
    await save(document.id, { themes: ['health-sport'] }, people.editor);
    await events.recordEvents(
      payload,
      { collection: 'documents', id: String(document.id) },
      new Date(),
    );
    await Promise.all([1, 2, 3].map(() => events.reconcileEvents(payload, dayOf(new Date()))));
    const { docs } = await payload.find({
      collection: 'publication-events',
      sort: 'serial',
      pagination: false,
    });
    const own = docs.filter(({ record }) => record === `documents:${document.id}`);
    expect(own.map(({ change }) => change)).toEqual(['published']);
    expect(docs.map((event) => event.serial)).toEqual(docs.map((_, i) => i + 1));
  });

  test('is found by the job that compares, when the process died before it was noted', async () => {
    const document = await publish();
    await payload.db.deleteMany({ collection: 'payload-jobs', where: {} });
    expect(await events.missingEvents(payload, dayOf(new Date()))).toMatchObject([
      { record: `documents:${document.id}`, change: 'published' },
    ]);
    expect(await events.reconcileEvents(payload, dayOf(new Date()))).toBe(1);
    expect(await events.missingEvents(payload, dayOf(new Date()))).toEqual([]);
  });

  test('is no event while it is a draft, nor when an import brings an old text', async () => {
    await payload.create({
      collection: 'documents',
      draft: true,
      data: { title: '草稿', kind: 'notice', agency: agency.id as number } as never,
      user: people.editor,
      context: { ...OUTSIDE_WEB },
    });
    const old = await publish('旧文件');
    await payload.db.deleteMany({ collection: 'payload-jobs', where: {} });
    await payload.db.updateOne({
      collection: 'documents',
      id: old.id,
      data: { publishedOn: '2019-01-01T12:00:00.000Z' },
    });
    expect(await events.reconcileEvents(payload, dayOf(new Date()))).toBe(0);
  });

  test('is also a correction, a withdrawal, and that something applies no longer', async () => {
    const document = await publish();
    await save(
      document.id,
      { body: paragraph('第一条　试行期为三年。'), correction: '年限写错，更正为三年。' },
      people.editor,
    );
    await release(document.id);
    await runJobs();
    const other = await publish();
    await save(
      other.id,
      { lapsesOn: `${dayOf(new Date())}T12:00:00.000Z`, correction: null },
      people.editor,
    );
    await payload.db.updateOne({
      collection: 'documents',
      id: other.id,
      data: { lapsesOn: '2020-01-01T12:00:00.000Z' },
    });
    const { sweepValidity } = await import('../../jobs/sweep');
    const { createLocalReq } = await import('payload');
    const req = await createLocalReq({ context: { ...OUTSIDE_WEB } }, payload);
    await sweepValidity(req, dayOf(new Date()));
    await runJobs();
    const changes = async (id: Document['id']) =>
      (
        await payload.find({
          collection: 'publication-events',
          where: { record: { equals: `documents:${id}` } },
          sort: 'serial',
          pagination: false,
        })
      ).docs.map(({ change }) => change);
    expect(await changes(document.id)).toEqual(['published', 'corrected']);
    expect((await changes(other.id)).sort()).toEqual(['published', 'validity']);
    await save(
      document.id,
      { _status: 'draft', review: { opinion: '内容有误' } },
      people.leader,
      false,
    );
    await runJobs();
    expect(await changes(document.id)).toEqual(['published', 'corrected', 'withdrawn']);
  });
});

describe('a subscription', () => {
  test('begins when its mailbox says so, and not when a mail scanner opens the link', async () => {
    const input = wish('reader@mail.example.test');
    const mail = await ask(input);
    expect((await storedOf(input)).state).toBe('unconfirmed');
    expect(await alerts.sendAlertMail(payload, mail!.id)).toBe('sent');
    const [sent] = sentTo(input.email);
    expect(sent?.mail.subject).toBe('请确认订阅：机构：测试县财政局');
    expect(sent?.mail.headers.get('auto-submitted')).toBe('auto-generated');
    const token = linkIn(sent?.mail.text, '/subscriptions/confirm');
    // What the page behind the link looks up changes nothing.
    expect(await subscriptions.confirmationOf(payload, token, new Date())).not.toBeNull();
    expect((await storedOf(input)).state).toBe('unconfirmed');
    expect(await subscriptions.confirm(payload, `${token.slice(0, -1)}_`, new Date())).toBe(false);
    expect(await subscriptions.confirm(payload, token, new Date())).toBe(true);
    expect(await storedOf(input)).toMatchObject({ state: 'active', frequency: 'daily' });
  });

  test('keeps no address in clear and no token', async () => {
    const input = wish('secret.reader@mail.example.test');
    const subscription = await follow(input);
    await publish();
    await runJobs();
    await alerts.alertRound(payload, tomorrow());
    const token = linkIn(sentTo(input.email)[0]?.mail.text, '/subscriptions/leave');
    expect(token).not.toBe('');
    const rows = await Promise.all(
      (['subscriptions', 'alert-mails', 'payload-jobs'] as const).map((collection) =>
        payload.db.find({ collection, where: {}, limit: 0, pagination: false }),
      ),
    );
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain('secret.reader');
    expect(stored).not.toContain(token.split('.')[1]);
    const seen = await payload.findByID({ collection: 'subscriptions', id: subscription.id });
    expect(seen.email).not.toContain('secret.reader');
  });

  test('that is asked for again tells a stranger nothing and pesters nobody', async () => {
    const input = wish('pestered@mail.example.test');
    await follow(input);
    expect(await ask({ ...input, frequency: 'weekly' })).not.toBeNull();
    // Nobody but the mailbox changes how often it is told.
    expect((await storedOf(input)).frequency).toBe('daily');
    expect(await ask(input)).not.toBeNull();
    expect(await ask(input)).toBeNull();
    expect(await ask(wish('PESTERED@mail.example.test', { target: 'health' }))).toBeNull();
  });

  test('to a search sends no words to a mailbox that has not confirmed: a stranger may have written them', async () => {
    const input = wish('victim@mail.example.test', {
      subject: 'search',
      target: 'q=点击evil.example领奖',
    });
    const mail = await subscriptions.subscribe(payload, input, {
      label: '检索：点击evil.example领奖',
      language: 'zh-CN',
      now: new Date(),
    });
    expect(await alerts.sendAlertMail(payload, mail!.id)).toBe('sent');
    const [sent] = sentTo(input.email);
    expect(sent?.mail.subject).toBe('请确认订阅：一项检索（条件见确认页）');
    expect(`${sent?.mail.subject}${sent?.mail.text}${sent?.mail.html}`).not.toMatch(/evil|领奖/);
  });

  test('that nobody confirms works no more after seven days and is forgotten', async () => {
    const input = wish('silent@mail.example.test');
    const mail = await ask(input);
    await alerts.sendAlertMail(payload, mail!.id);
    const token = linkIn(sentTo(input.email)[0]?.mail.text, '/subscriptions/confirm');
    const later = new Date(Date.now() + 7 * 86_400_000 + 60_000);
    expect(await subscriptions.confirm(payload, token, later)).toBe(false);
    expect(await subscriptions.forgetUnconfirmed(payload, later)).toBeGreaterThan(0);
    await expect(storedOf(input)).rejects.toThrow();
  });

  test('ends by one press, its address is erased at once and the row counts on', async () => {
    const input = wish('leaver@mail.example.test');
    const { id } = await follow(input);
    await publish();
    await runJobs();
    await alerts.alertRound(payload, tomorrow());
    const [sent] = sentTo(input.email);
    expect(sent?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    const header = sent?.raw.replace(/\r\n\s+/g, ' ') ?? '';
    expect(header).toMatch(
      /^List-Unsubscribe: +<http:\/\/127\.0\.0\.1:9\/subscriptions\/leave\?token=/m,
    );
    const token = linkIn(sent?.mail.text, '/subscriptions/leave');
    expect(await subscriptions.leave(payload, `${token}x`, new Date())).toBe(false);
    expect(await subscriptions.leave(payload, token, new Date())).toBe(true);
    const row = await payload.db.findOne<Subscription>({
      collection: 'subscriptions',
      where: { id: { equals: id } },
    });
    expect(row).toMatchObject({ state: 'left', subject: 'agency', target: 'finance' });
    expect(row?.email ?? null).toBeNull();
    expect(row?.emailHash ?? null).toBeNull();
    // Pressed twice, or opened years later: nothing is wrong with that.
    expect(await subscriptions.leave(payload, token, new Date())).toBe(true);
    server.inbox.length = 0;
    await publish();
    await runJobs();
    await alerts.alertRound(payload, nextMonday());
    expect(sentTo(input.email)).toHaveLength(0);
  });
});

describe('a digest', () => {
  test('tells each publication once, in the reader’s language, at the reader’s pace', async () => {
    const daily = wish('daily@mail.example.test');
    const weekly = wish('weekly@mail.example.test', {
      frequency: 'weekly',
      subject: 'theme',
      target: 'finance',
    });
    const other = wish('other@mail.example.test', { subject: 'theme', target: 'defence' });
    await follow(daily);
    await follow(weekly, 'en');
    await follow(other);
    const [one, two] = [await publish(), await publish()];
    await runJobs();
    await alerts.alertRound(payload, new Date());
    expect(server.inbox).toHaveLength(0);
    const slot = tomorrow();
    const isMonday = slot.getTime() >= nextSlot('weekly', new Date()).getTime();
    await alerts.alertRound(payload, slot);
    await alerts.alertRound(payload, slot);
    const [first, ...more] = sentTo(daily.email);
    expect(more).toEqual([]);
    expect(first?.mail.subject).toBe('2 条新内容 · 机构：测试县财政局');
    expect(first?.mail.text).toContain(one.title);
    expect(first?.mail.text).toContain(`http://127.0.0.1:9/documents/${two.slug}`);
    expect(first?.mail.html).toContain(two.title);
    expect(first?.mail.headers.get('precedence')).toBe('list');
    if (!isMonday) expect(sentTo(weekly.email)).toHaveLength(0);
    await alerts.alertRound(payload, nextMonday());
    const [english] = sentTo(weekly.email);
    expect(english?.mail.subject).toMatch(/^2 new · Theme: /);
    expect(english?.mail.text).toContain(`http://127.0.0.1:9/en/documents/${one.slug}`);
    expect(sentTo(other.email)).toHaveLength(0);
    expect(sentTo(daily.email)).toHaveLength(1);
  });

  test('is neither lost nor doubled when the process is killed between its two writes', async () => {
    const input = wish('killed@mail.example.test');
    const { id } = await follow(input);
    await publish();
    await runJobs();
    const { updateOne } = payload.db;
    let isKilled = false;
    vi.spyOn(payload.db, 'updateOne').mockImplementation((args) => {
      if (args.collection === 'subscriptions' && !isKilled) {
        isKilled = true;
        throw new Error('killed');
      }
      return updateOne.call(payload.db, args);
    });
    const slot = tomorrow();
    await expect(alerts.alertRound(payload, slot)).rejects.toThrow('killed');
    expect(server.inbox).toHaveLength(0);
    const books = await board.readBooks(payload, slot);
    expect(books.reconciled.ahead).toContain(String(id));
    // Something else becomes public before the portal is there again.
    await publish();
    await runJobs();
    await alerts.alertRound(payload, slot);
    await alerts.alertRound(payload, new Date(slot.getTime() + 86_400_000));
    const mails = sentTo(input.email);
    const titles = mails.flatMap(({ mail }) => mail.text?.match(/财政通知\d+/g) ?? []);
    expect(titles).toHaveLength(2);
    expect(new Set(titles).size).toBe(2);
    const after = await board.readBooks(payload, slot);
    expect(after.reconciled).toMatchObject({ doubled: [], ahead: [] });
  });

  test('waits while the server is down, and goes out once under one Message-ID', async () => {
    const input = wish('later@mail.example.test');
    await follow(input);
    await publish();
    await runJobs();
    await server.stop();
    const slot = tomorrow();
    await alerts.alertRound(payload, slot);
    await server.start();
    await alerts.alertRound(payload, new Date(slot.getTime() + 10 * 60_000));
    await alerts.alertRound(payload, new Date(slot.getTime() + 20 * 60_000));
    const mails = sentTo(input.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.mail.messageId).toMatch(/^<[\da-f]{32}@county\.example\.test>$/);
  });

  test('that a server refuses for good suspends the subscription, and the office sees it', async () => {
    const input = wish('gone@mail.example.test');
    const { id } = await follow(input);
    await publish();
    await runJobs();
    server.answers.set(input.email, { code: 550, text: `No such user ${input.email}` });
    const slot = tomorrow();
    await alerts.alertRound(payload, slot);
    expect((await storedOf(input)).state).toBe('suspended');
    const { docs } = await payload.find({
      collection: 'alert-mails',
      where: { state: { equals: 'failed' } },
      depth: 0,
      overrideAccess: false,
      user: people.clerk,
    });
    expect(docs).toMatchObject([{ kind: 'digest', subscription: id }]);
    expect((docs[0] as AlertMail).error).not.toContain(input.email);
    const { reconciled } = await board.readBooks(payload, slot);
    expect(reconciled.alerts.failed).toBeGreaterThan(0);
    expect(reconciled.difference).toBeGreaterThan(0);
    await expect(
      payload.find({ collection: 'alert-mails', overrideAccess: false, user: people.editor }),
    ).rejects.toThrow();
    server.answers.clear();
  });

  test('of a document tells its correction and what was withdrawn, with the reason', async () => {
    const document = await publish();
    await runJobs();
    const input = wish('document@mail.example.test', {
      subject: 'document',
      target: document.slug ?? '',
    });
    await follow(input);
    await publish();
    await save(
      document.id,
      { body: paragraph('第一条　试行期为五年。'), correction: '年限更正为五年。' },
      people.editor,
    );
    await release(document.id);
    await runJobs();
    // Every version is read with its whole text for it: once a round, and of what somebody is told.
    const { readTold } = await import('../../transfer/mail/alert-facts');
    const compared = vi.spyOn(payload, 'findVersions');
    const comparisons = new Map<string, string>();
    const told = (target: string) =>
      readTold(payload, { from: 1, until: 2000 }, [{ subject: 'document', target }], comparisons);
    await told('another');
    expect(compared).not.toHaveBeenCalled();
    await told(document.slug ?? '');
    await told(document.slug ?? '');
    expect(compared).toHaveBeenCalledOnce();
    await alerts.alertRound(payload, tomorrow());
    const [sent, ...more] = sentTo(input.email);
    expect(more).toEqual([]);
    expect(sent?.mail.text).toContain('更正说明：年限更正为五年。');
    expect(sent?.mail.text).toContain(`/documents/${document.slug}/versions/1/2\n`);
  });

  test('tells the followers of an agency what was withdrawn, and no title that the notice leaves out', async () => {
    const [open, secret] = [await publish(), await publish()];
    await runJobs();
    const input = wish('withdrawal@mail.example.test');
    const one = wish('one@mail.example.test', { subject: 'document', target: secret.slug ?? '' });
    await follow(input);
    await follow(one);
    const withdraw = (id: Document['id'], review: object) =>
      save(id, { _status: 'draft', review }, people.leader, false);
    await withdraw(open.id, { opinion: '内容有误' });
    await withdraw(secret.id, { opinion: '依法不应公开', hidesTitle: true });
    await runJobs();
    await alerts.alertRound(payload, tomorrow());
    const [sent] = sentTo(input.email);
    expect(sent?.mail.text).toContain('【已撤下】');
    expect(sent?.mail.text).toContain(open.title);
    expect(sent?.mail.text).toContain('理由：内容有误');
    expect(sent?.mail.text).toContain('没有公布标题的内容\n测试县财政局');
    const [own] = sentTo(one.email);
    expect(own?.mail.text).toContain('理由：依法不应公开');
    for (const { raw, mail } of [sent!, own!]) {
      expect(`${raw}${mail.subject}${mail.text}${mail.html}`).not.toContain(secret.title);
    }
  });
});
