import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createLocalReq, type Payload } from 'payload';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { act } from '../../collections/Applications/act';
import { nextSlot } from '../../domain/subscriptions/schedule';
import { keyedHash, seal } from '../../fields/sealed/seal';
import type { AlertMail, Application, Mail, Subscription } from '../../payload-types';
import { openImapServer, type ImapServer } from './harness/imap-server';
import { openMailServer, type MailServer } from './harness/mail-server';
import { openOffice, type Office } from './harness/office';
import { person } from './harness/people';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let office: Office;
let server: MailServer;
let imap: ImapServer;
let returned: typeof import('../../transfer/mail/returned/note-returned');
let reading: typeof import('../../transfer/mail/returned/read-mailbox');
let sending: typeof import('../../transfer/mail/send-mail');
let settings: typeof import('../../transfer/mail/returned/mailbox-settings');

beforeAll(async () => {
  [server, imap] = await Promise.all([openMailServer(), openImapServer()]);
  vi.stubEnv('SMTP_URL', server.url);
  vi.stubEnv('MAIL_FROM', '测试县政府信息公开 <noreply@county.example.test>');
  vi.stubEnv('IMAP_URL', imap.url);
  portal = await openPortal();
  payload = portal.payload;
  office = await openOffice(payload);
  returned = await import('../../transfer/mail/returned/note-returned');
  reading = await import('../../transfer/mail/returned/read-mailbox');
  sending = await import('../../transfer/mail/send-mail');
  settings = await import('../../transfer/mail/returned/mailbox-settings');
}, 120_000);
afterAll(async () => {
  await portal.close();
  await Promise.all([server.stop(), imap.stop()]);
  vi.unstubAllEnvs();
});
afterEach(() => {
  server.inbox.length = 0;
});

let serial = 0;

/** A case whose first mail was sent and taken. */
async function sent(email = `applicant${(serial += 1)}@mail.example.test`) {
  const { id } = await payload.create({
    collection: 'applications',
    data: {
      applicantKind: 'natural',
      name: '张样例',
      idType: 'id-card',
      idNumber: '11010519491231002X',
      phone: '13800000000',
      email,
      informationTitle: '二〇二五年补贴名单',
      form: 'electronic',
      delivery: 'online',
      channel: 'in-person',
      agency: office.agency.id,
      queryHash: keyedHash('AAAABBBB', 'query-code'),
    } as Application,
  });
  const [{ id: mail }] = (await mailsOf(id)) as [Mail];
  expect(await sending.sendMail(payload, mail)).toBe('sent');
  return { id, mail, email, messageId: server.inbox.at(-1)?.mail.messageId ?? '' };
}

const mailsOf = async (application: Application['id']): Promise<Mail[]> =>
  (
    await payload.find({
      collection: 'mails',
      where: { application: { equals: application } },
      depth: 0,
      pagination: false,
    })
  ).docs;

const stateOf = async (id: Mail['id']) =>
  payload.findByID({ collection: 'mails', id, depth: 0, showHiddenFields: true });

/** What a server wrote, about a mail of ours and its recipient. */
async function report(name: string, { messageId = '', email = '' }): Promise<string> {
  const file = path.resolve('transfer/mail/returned/cases', `${name}.eml`);
  const now = new Date().toUTCString();
  return (await readFile(file, 'utf8'))
    .replaceAll('<00112233445566778899aabbccddeeff@county.example.test>', messageId)
    .replaceAll(/reader@mail\.example\.test/gi, email)
    .replace(/^Date: .*$/m, `Date: ${now}`);
}

const note = (raw: string) => returned.noteReturned(payload, Buffer.from(raw), new Date());
const round = () => reading.readMailbox(payload, settings.mailboxSettings()!, new Date());

describe('a mail that comes back', () => {
  test('is seen by the office with the reason in plain words, and no address in it', async () => {
    const one = await sent();
    expect(await note(await report('postfix', one))).toBe('bounced');
    const mail = await stateOf(one.mail);
    expect(mail.state).toBe('bounced');
    expect(mail.error).toMatch(/^已退信：对方没有这个邮箱（5\.1\.1）。对方服务器说：550 5\.1\.1 /);
    expect(mail.error).not.toContain('@');
    const { docs } = await payload.find({
      collection: 'mails',
      where: { state: { in: ['failed', 'bounced'] } },
      user: office.people.officer,
      overrideAccess: false,
    });
    expect(docs.map(({ id }) => id)).toContain(one.mail);
  });

  test('changes nothing when it is read twice, nor when the mail has gone out again since', async () => {
    const one = await sent();
    const raw = await report('gmail', one);
    const old = raw.replace(/^Date: .*$/m, 'Date: Wed, 25 Nov 2015 10:00:00 +0000');
    expect(await note(old)).toBe('known');
    expect(await Promise.all([note(raw), note(raw)])).toContain('bounced');
    expect(await note(raw)).toBe('known');
    const before = await stateOf(one.mail);
    expect(await note(raw)).toBe('known');
    expect(await stateOf(one.mail)).toEqual(before);
    // The officer mends the address and presses 重新发送.
    await act(await createLocalReq({ user: office.people.officer }, payload), one.id, 'amend', {
      item: 'email',
      value: 'mended@mail.example.test',
      reason: '退信后申请人来电更正',
    });
    await payload.update({
      collection: 'mails',
      id: one.mail,
      data: { state: 'waiting', attempts: 0, error: null },
    });
    expect(await sending.sendMail(payload, one.mail)).toBe('sent');
    expect(server.inbox.at(-1)?.to).toEqual(['mended@mail.example.test']);
    // Of the old address nothing is heard any more.
    expect(await note(raw)).toBe('unmatched');
    expect(await stateOf(one.mail)).toMatchObject({ state: 'sent', error: null });
  });

  test('is only noted while the server still tries', async () => {
    const one = await sent();
    expect(await note(await report('postfix-delayed', one))).toBe('delayed');
    const mail = await stateOf(one.mail);
    expect(mail).toMatchObject({ state: 'sent' });
    expect(mail.error).toContain('还在尝试');
    expect(await note(await report('postfix', one))).toBe('bounced');
  });

  test('is believed only with the Message-ID of a mail to that very address', async () => {
    const [one, other] = [await sent(), await sent()];
    const forged = { messageId: '<0123456789abcdef0123456789abcdef@county.example.test>' };
    expect(await note(await report('postfix', { ...one, ...forged }))).toBe('unmatched');
    expect(await note(await report('postfix', { ...one, email: other.email }))).toBe('unmatched');
    for (const name of ['holiday', 'read-receipt', 'junk']) {
      expect(await note(await report(name, one))).toBe('none');
    }
    expect(await stateOf(one.mail)).toMatchObject({ state: 'sent', error: null });
  });

  test('waits for a mail that is under way at this moment', async () => {
    const one = await sent();
    await payload.db.updateOne({
      collection: 'mails',
      id: one.mail,
      data: { state: 'waiting', attempts: 1 },
    });
    expect(await note(await report('postfix', one))).toBe('early');
  });
});

describe('the mailbox of returned mail', () => {
  test('is read over IMAP: what is ours is marked, everything else stays as it was', async () => {
    const [one, late, early] = [await sent(), await sent(), await sent()];
    imap.deliver(await report('holiday', one));
    imap.deliver(await report('qq', one));
    imap.deliver(await report('exchange', { email: one.email, messageId: '<a@b.test>' }));
    imap.deliver(await report('postfix-delayed', late));
    await payload.db.updateOne({
      collection: 'mails',
      id: early.mail,
      data: { state: 'waiting', attempts: 1 },
    });
    imap.deliver(await report('coremail-163', early));
    expect(await round()).toMatchObject({
      problem: null,
      counts: { bounced: 1, delayed: 1, known: 0, early: 1, unmatched: 1, none: 1 },
    });
    const marked = ['$GongkaiRead', '\\Seen'];
    expect(imap.flags()).toEqual([[], marked, [], marked, []]);
    expect((await stateOf(one.mail)).state).toBe('bounced');
    // What came too early is read once more, and nothing else is.
    await payload.db.updateOne({
      collection: 'mails',
      id: early.mail,
      data: { state: 'sent', sentAt: new Date().toISOString() },
    });
    expect((await round()).counts).toMatchObject({ bounced: 1, unmatched: 0, none: 0 });
    expect((await round()).counts).toMatchObject({ bounced: 0, known: 0, unmatched: 0 });
    expect(reading.lastReturned()?.problem).toBeNull();
  });

  test('is read on past a message that can’t be written down, which is tried again', async () => {
    const [broken, one] = [await sent(), await sent()];
    const keep = (field: string) =>
      payload.db.updateOne({
        collection: 'applications',
        id: broken.id,
        data: { email: seal(broken.email, field) },
      });
    // As after a lost key: the address of the case can't be read.
    await keep('phone');
    imap.deliver(await report('postfix', broken));
    imap.deliver(await report('postfix', one));
    const { counts, problem, failure } = await round();
    expect({ counts, problem }).toMatchObject({
      counts: { bounced: 1, failed: 1 },
      problem: null,
    });
    expect(failure).toContain('SEAL_KEY');
    expect((await stateOf(one.mail)).state).toBe('bounced');
    expect((await round()).counts).toMatchObject({ bounced: 0, failed: 1 });
    await keep('email');
    expect((await round()).counts).toMatchObject({ bounced: 1, failed: 0 });
  });

  test('is read to its end also while a mail waits and hundreds of letters lie behind it', async () => {
    const [early, one] = [await sent(), await sent()];
    const state = (data: Partial<Mail>) =>
      payload.db.updateOne({ collection: 'mails', id: early.mail, data });
    await state({ state: 'waiting', attempts: 1 });
    imap.deliver(await report('postfix', early));
    const letter = 'From: a@b.test\nSubject: x\nContent-Type: text/plain\n\nx';
    for (let n = 0; n < 300; n += 1) imap.deliver(letter);
    imap.deliver(await report('postfix', one));
    expect((await round()).counts).toMatchObject({ early: 1, none: 299, bounced: 0 });
    expect((await round()).counts).toMatchObject({ early: 1, none: 1, bounced: 1 });
    await state({ state: 'sent', attempts: 2, sentAt: new Date().toISOString() });
    expect((await round()).counts).toMatchObject({ early: 0, none: 0, bounced: 1 });
    expect((await stateOf(early.mail)).state).toBe('bounced');
  });

  test('that cannot be read is told to the office, without a password in the words', async () => {
    const closed = { ...settings.mailboxSettings()!, port: 9 };
    const wrong = { ...settings.mailboxSettings()!, password: 'not it' };
    for (const one of [closed, wrong]) {
      const { problem } = await reading.readMailbox(payload, one, new Date());
      expect(problem).toBeTruthy();
      expect(problem).not.toMatch(/not it|a secret|noreply/);
    }
    expect(reading.lastReturned()?.problem).toBeTruthy();
  });

  test('has a setting that is refused in words when it can’t be read', () => {
    const read = (IMAP_URL: string) => settings.mailboxSettings({ NODE_ENV: 'test', IMAP_URL });
    expect(read('imaps://a%40b.test:p%3A@imap.b.test/%E9%80%80%E4%BF%A1')).toMatchObject({
      host: 'imap.b.test',
      port: 993,
      isSecure: true,
      user: 'a@b.test',
      password: 'p:',
      folder: '退信',
    });
    expect(read('imap://a:b@imap.b.test')).toMatchObject({ port: 143, mustEncrypt: true });
    expect(read('')).toBeNull();
    for (const bad of ['imap.b.test', 'https://a:b@c', 'imaps://c', 'imaps://a:%@c']) {
      expect(() => read(bad)).toThrow('IMAP_URL');
    }
  });

  test('may be a program: a message at standard input does the same', async () => {
    const one = await sent();
    const raw = await report('postfix', one);
    const run = (input: string) =>
      new Promise<{ code: number | null; said: string }>((resolve) => {
        const child = spawn(
          process.execPath,
          ['--conditions=production', '--import', 'tsx', 'scripts/mail-returned.ts'],
          { env: { ...process.env, NODE_ENV: 'production' } as NodeJS.ProcessEnv },
        );
        let said = '';
        child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
        child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
        child.on('close', (code) => resolve({ code, said }));
        child.stdin.end(input);
      });
    const { code, said } = await run(raw);
    expect(said).toContain('已记为退信');
    expect(code).toBe(0);
    expect((await stateOf(one.mail)).state).toBe('bounced');
  }, 60_000);
});

describe('a digest that comes back', () => {
  test('once is noted, twice in a row ends the subscription, which the office sees', async () => {
    const alerts = await import('../../transfer/mail/send-alerts');
    const subscriptions = await import('../../collections/Subscriptions/subscribe');
    const board = await import('../../collections/PublicationEvents/read-books');
    const email = 'follower@mail.example.test';
    const mail = await subscriptions.subscribe(
      payload,
      { email, subject: 'all', target: '', frequency: 'daily' },
      { label: '全部新发布的内容', language: 'zh-CN', now: new Date() },
    );
    await alerts.sendAlertMail(payload, mail!.id);
    const token = /confirm\?token=([\w-]+)/.exec(server.inbox.at(-1)?.mail.text ?? '')?.[1];
    expect(await subscriptions.confirm(payload, token ?? '', new Date())).toBe(true);
    const clerk = await person(payload, 'clerk', 'clerk');
    const withdrawal = (n: number) =>
      payload.create({
        collection: 'withdrawals',
        data: {
          subject: 'documents',
          record: String(900 + n).padStart(payload.db.defaultIDType === 'number' ? 1 : 24, '0'),
          slug: `gone-${n}`,
          title: `旧文件${n}`,
          reason: '内容有误',
          withdrawnOn: new Date().toISOString(),
        },
        context: OUTSIDE_WEB,
      });
    const events = await import('../../jobs/record-events');
    const { dayOf } = await import('../../domain/workdays/days');
    const digest = async (n: number) => {
      await withdrawal(n);
      await events.reconcileEvents(payload, dayOf(new Date()));
      server.inbox.length = 0;
      const slot = new Date(nextSlot('daily', new Date()).getTime() + n * 86_400_000 + 60_000);
      await alerts.alertRound(payload, slot);
      const messageId = server.inbox.at(-1)?.mail.messageId ?? '';
      return report('postfix', { messageId, email });
    };
    const standing = async () =>
      (
        await payload.find({
          collection: 'subscriptions',
          where: { target: { equals: '' } },
          depth: 0,
        })
      ).docs[0] as Subscription;
    expect(await note(await digest(1))).toBe('bounced');
    expect((await standing()).state).toBe('active');
    const second = await digest(2);
    expect(await note(second)).toBe('bounced');
    expect((await standing()).state).toBe('suspended');
    expect(await note(second)).toBe('known');
    const { docs } = await payload.find({
      collection: 'alert-mails',
      where: { state: { equals: 'bounced' } },
      depth: 0,
      overrideAccess: false,
      user: clerk,
    });
    expect(docs).toHaveLength(2);
    expect((docs[0] as AlertMail).error).toContain('没有这个邮箱');
    const { reconciled } = await board.readBooks(payload, new Date());
    expect(reconciled.alerts.bounced).toBe(2);
    expect(reconciled.difference).toBeGreaterThan(0);
  });
});
