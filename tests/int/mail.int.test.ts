import { createLocalReq, handleEndpoints, type Payload } from 'payload';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { act } from '../../collections/Applications/act';
import { fileApplication } from './harness/file-application';
import type { ActionCode } from '../../domain/applications/actions';
import { formatQueryCode } from '../../domain/applications/query-code';
import { keyedHash } from '../../fields/sealed/seal';
import { catchUp, sendDue } from '../../jobs/send-mail';
import type { Agency, Application, CaseFile, Mail, User } from '../../payload-types';
import { MOST_ATTEMPTS } from '../../transfer/mail/attempt';
import { sendMail } from '../../transfer/mail/send-mail';
import { openMailServer, type MailServer } from './harness/mail-server';
import { openOffice, tokenOf, type Office } from './harness/office';
import { person } from './harness/people';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let office: Office;
let server: MailServer;
const log: string[] = [];

beforeAll(async () => {
  server = await openMailServer();
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = '测试县政府信息公开 <noreply@county.example.test>';
  portal = await openPortal();
  payload = portal.payload;
  office = await openOffice(payload);
  for (const level of ['info', 'warn', 'error'] as const) {
    payload.logger[level] = ((...told: unknown[]) => {
      log.push(
        JSON.stringify(told, (_, value) => (value instanceof Error ? String(value.stack) : value)),
      );
    }) as never;
  }
}, 120_000);
afterAll(async () => {
  await portal.close();
  await server.stop();
  delete process.env.SMTP_URL;
});
afterEach(() => {
  server.inbox.length = 0;
  server.answers.clear();
});

let serial = 0;

/** A case at the counter, so received at once; its first mail is not sent yet. */
async function file(data: Partial<Application> = {}): Promise<Application & { email: string }> {
  const email = `applicant${(serial += 1)}@mail.example.test`;
  const made = await payload.create({
    collection: 'applications',
    data: {
      applicantKind: 'natural',
      name: '张样例',
      idType: 'id-card',
      idNumber: '11010519491231002X',
      phone: '13800000000',
      email,
      informationTitle: '二〇二五年机密补贴名单',
      form: 'electronic',
      delivery: 'online',
      channel: 'in-person',
      agency: office.agency.id,
      queryHash: keyedHash('AAAABBBB', 'query-code'),
      ...data,
    } as Application,
  });
  return { ...made, email: data.email ?? email };
}

const does = async (user: User, id: Application['id'], action: ActionCode, input: object = {}) => {
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload);
  return act(req, id, action, { ...input });
};

const runJobs = () => payload.jobs.run({ queue: 'mail', limit: 100 });

const mailsOf = async (id: Application['id']): Promise<Mail[]> => {
  const { docs } = await payload.find({
    collection: 'mails',
    where: { application: { equals: id } },
    sort: 'id',
    pagination: false,
    depth: 0,
    showHiddenFields: true,
  });
  return docs;
};

/** The one mail to an address whose subject begins so: jobs run side by side. */
const mailTo = (address: string, subject: string) =>
  sentTo(address).find(({ mail }) => mail.subject?.startsWith(subject))!;

const sentTo = (address: string) => server.inbox.filter(({ to }) => to.includes(address));

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

/** Through all steps to a reply. */
async function answer(id: Application['id'], kind = 'granted'): Promise<void> {
  const { officer, counsel, leader } = office.people;
  await does(officer, id, 'draft', {
    kind,
    facts: '经检索，本机关保存有你申请的信息。',
    decision: '决定予以公开，信息见附件。',
    withoutFile: true,
  });
  await does(counsel, id, 'review');
  await does(leader, id, 'approve');
  await does(officer, id, 'issue');
}

describe('the first mail', () => {
  const form = (email: string) => ({
    applicantKind: 'natural' as const,
    name: '李样例',
    representative: null,
    idType: 'id-card' as const,
    idNumber: '11010519491231002X',
    creditCode: null,
    phone: null,
    email,
    address: null,
    postcode: null,
    informationTitle: '二〇二五年机密补贴名单',
    informationNumber: null,
    description: null,
    form: 'electronic' as const,
    delivery: 'online' as const,
    agency: office.agency.slug,
  });

  test('has the receipt number and the query code, which is stored nowhere', async () => {
    const email = 'first@mail.example.test';
    const receipt = await fileApplication(payload, form(email) as never);
    await expect.poll(() => sentTo(email).length).toBe(1);
    const [{ mail }] = sentTo(email) as [MailServer['inbox'][number]];
    const code = formatQueryCode(receipt.queryCode);
    expect(mail.subject).toBe(`政府信息公开申请已提交（${receipt.receiptNumber}）`);
    expect(mail.text).toContain('李样例，你好：');
    expect(mail.text).toContain(`查询码：${code}`);
    expect(mail.text).toContain('http://127.0.0.1:9/applications/status');
    expect(mail.html).toContain(code);
    const { docs } = await payload.find({ collection: 'payload-jobs', pagination: false });
    const mails = await payload.find({
      collection: 'mails',
      pagination: false,
      showHiddenFields: true,
    });
    expect(JSON.stringify([docs, mails, log])).not.toMatch(
      new RegExp(`${receipt.queryCode}|${code}`),
    );
    await expect
      .poll(
        async () =>
          (await payload.find({ collection: 'mails', sort: '-id', limit: 1 })).docs[0]?.state,
      )
      .toBe('sent');
    await runJobs();
    await sendDue(payload, inMinutes(60));
    expect(sentTo(email)).toHaveLength(1);
  });

  test('goes out later without the code when the server was down, and the receipt is given all the same', async () => {
    await server.stop();
    const email = 'down@mail.example.test';
    const receipt = await fileApplication(payload, form(email) as never);
    expect(receipt.queryCode).toHaveLength(8);
    await expect
      .poll(
        async () =>
          (await payload.find({ collection: 'mails', sort: '-id', limit: 1 })).docs[0]?.attempts,
      )
      .toBe(1);
    await expect.poll(() => log.at(-1)).toMatch(/was not sent/);
    await server.start();
    await sendDue(payload, inMinutes(5));
    const [sent] = sentTo(email);
    expect(sent?.mail.text).toContain(receipt.receiptNumber);
    expect(sent?.mail.text).not.toContain(formatQueryCode(receipt.queryCode));
  });
});

describe('a mail of a step', () => {
  test('tells what happened in the applicant’s language, as text and as HTML, and nothing of the request', async () => {
    const chinese = await file();
    const english = await file({ language: 'en', name: 'Anna Sample' });
    for (const { id } of [chinese, english]) {
      await does(office.people.officer, id, 'request-supplement', {
        missing: '请写明名单的年度',
        termOn: '2099-01-05',
      });
    }
    await runJobs();
    const zh = mailTo(chinese.email, '请补充');
    expect(zh.mail.subject).toBe(`请补充政府信息公开申请的内容（${chinese.receiptNumber}）`);
    expect(zh.mail.from?.text).toBe('"测试县政府信息公开" <noreply@county.example.test>');
    expect(zh.mail.text).toContain('截止日期：2099年1月5日');
    expect(zh.mail.text).toContain(`承办机关：${office.agency.name}`);
    expect(zh.mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(zh.mail.html).toMatch(/<html lang="zh-CN">/);
    expect(zh.mail.html).not.toMatch(/<img|<link|<script|src=/);
    const en = mailTo(english.email, 'Please add');
    expect(en.mail.subject).toBe(
      `Please add to your application for information (${english.receiptNumber})`,
    );
    expect(en.mail.text).toContain('Dear Anna Sample,');
    expect(en.mail.text).toContain('5 January 2099');
    expect(en.mail.text).toContain('/en/applications/status');
    for (const { mail } of [...sentTo(chinese.email), ...sentTo(english.email)]) {
      const all = `${mail.subject}${mail.text}${mail.html}`;
      expect(all).not.toMatch(/机密|补贴|名单的年度|1949|13800000000|AAAA|undefined|null/);
      expect(mail.attachments).toHaveLength(0);
    }
  });

  test('goes out for every step that concerns the applicant, once, and for no other', async () => {
    const { officer, leader } = office.people;
    const { id, email } = await file();
    await does(officer, id, 'dispatch');
    await does(officer, id, 'note', { reason: '电话联系过' });
    await does(leader, id, 'extend', { workingDays: 10, reason: '需要检索大量档案' });
    await answer(id);
    await does(officer, id, 'deliver', { way: '网上' });
    await does(officer, id, 'archive');
    await runJobs();
    await runJobs();
    expect((await mailsOf(id)).map(({ kind, state }) => [kind, state])).toEqual([
      ['filed', 'sent'],
      ['extension', 'sent'],
      ['replied', 'sent'],
    ]);
    expect(sentTo(email)).toHaveLength(3);
  });

  test('is not written where the applicant gave no address', async () => {
    const { id } = await file({ email: null, phone: '13800000000' });
    expect(await mailsOf(id)).toEqual([]);
  });

  test.each([
    ['<b>中奖</b> http://evil.example.test', '申请人，你好：'],
    ['王"样例"\r\nBcc: victim@example.test', '申请人，你好：'],
  ])('carries no stranger’s words in place of a name: %j', async (name, greeting) => {
    const { email } = await file({ name });
    await runJobs();
    const [sent] = sentTo(email);
    expect(sent?.mail.text).toContain(greeting);
    expect(sent?.raw).not.toMatch(/evil|victim|^bcc:/im);
    expect(sent?.to).toEqual([email]);
  });

  test('goes to one mailbox or to none', async () => {
    const { id } = await file({ email: 'a@mail.example.test\r\nRCPT TO:<b@mail.example.test>' });
    await runJobs();
    expect(server.inbox).toHaveLength(0);
    expect((await mailsOf(id))[0]?.state).toBe('skipped');
  });
});

describe('what is attached', () => {
  const release = (application: Application['id'], bytes: number, isReleasable = true) =>
    payload
      .create({
        collection: 'case-files',
        data: { title: '补贴名单', application, purpose: 'released' } as CaseFile,
        file: {
          data: Buffer.from('released\n'.padEnd(bytes, '.')),
          mimetype: 'text/plain',
          name: `released-${(serial += 1)}.txt`,
          size: bytes,
        },
      })
      .then(({ id }) =>
        payload.db.updateOne({ collection: 'case-files', id, data: { isReleasable } }),
      );

  test('to a reply by mail are the letter as PDF and the released files, and no unchecked one', async () => {
    const { id, email } = await file({ delivery: 'email' });
    await release(id, 2000);
    await release(id, 2000, false);
    await answer(id);
    await runJobs();
    const { mail } = mailTo(email, '政府信息公开申请已答复');
    expect(mail.attachments.map(({ contentType }) => contentType)).toEqual([
      'application/pdf',
      'text/plain',
    ]);
    const [letter, released] = mail.attachments;
    expect(letter?.filename).toMatch(/\.pdf$/);
    expect(released?.filename).toBe('补贴名单.txt');
    expect(released?.content.length).toBe(2000);
    const pdf = await getDocumentProxy(new Uint8Array(letter!.content));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(text.replace(/\s/g, '')).toContain('决定予以公开');
    expect(mail.text).toContain('附件');
    expect(mail.text).not.toContain('决定予以公开');
  });

  test('leaves out files that are too large for a mailbox, and says where they are', async () => {
    const { id, email } = await file({ delivery: 'email' });
    await release(id, 6_000_000);
    await release(id, 6_000_000);
    await answer(id);
    await runJobs();
    const { mail } = mailTo(email, '政府信息公开申请已答复');
    expect(mail.attachments).toHaveLength(1);
    expect(mail.text).toContain('请在查询页面下载');
  });

  test('is nothing where the applicant wanted another way', async () => {
    const { id, email } = await file({ delivery: 'online' });
    await release(id, 2000);
    await answer(id);
    await runJobs();
    const { mail } = mailTo(email, '政府信息公开申请已答复');
    expect(mail.attachments).toHaveLength(0);
    expect(mail.text).toContain('请在查询页面下载');
  });
});

describe('a mail that is not taken', () => {
  test('for good is tried once and stands before the office with the server’s reason, without the address', async () => {
    const { id, email } = await file();
    server.answers.set(email, { code: 550, text: `5.1.1 <${email}> no such user` });
    await runJobs();
    await sendDue(payload, inMinutes(600));
    const [mail] = await mailsOf(id);
    expect(mail).toMatchObject({ state: 'failed', attempts: 1 });
    expect(mail?.error).toContain('no such user');
    expect(mail?.error).not.toContain('@');
  });

  test('for now is tried again, waiting longer each time, and is sent once', async () => {
    const { id, email } = await file();
    server.answers.set(email, { code: 451, text: '4.3.2 try later' });
    await runJobs();
    expect((await mailsOf(id))[0]).toMatchObject({ state: 'waiting', attempts: 1 });
    expect(await sendDue(payload, inMinutes(0))).toBe(0);
    await sendDue(payload, inMinutes(2));
    expect((await mailsOf(id))[0]).toMatchObject({ state: 'waiting', attempts: 2 });
    await sendDue(payload, inMinutes(1.5));
    expect((await mailsOf(id))[0]?.attempts).toBe(2);
    server.answers.clear();
    expect(await sendDue(payload, inMinutes(3))).toBe(1);
    await sendDue(payload, inMinutes(600));
    expect((await mailsOf(id))[0]).toMatchObject({ state: 'sent', error: null });
    expect(sentTo(email)).toHaveLength(1);
  });

  test('is given up after so many attempts, and an officer sends it again', async () => {
    const { id, email } = await file();
    server.answers.set(email, { code: 421, text: 'busy' });
    await runJobs();
    for (let i = 1; i < MOST_ATTEMPTS; i += 1) await sendDue(payload, inMinutes(600));
    const [mail] = await mailsOf(id);
    expect(mail).toMatchObject({ state: 'failed', attempts: MOST_ATTEMPTS });
    server.answers.clear();
    expect(await retry(mail!.id, office.people.auditor)).toBe(403);
    expect(await retry(mail!.id, null)).toBe(401);
    expect(await retry(mail!.id, office.people.officer)).toBe(200);
    await runJobs();
    expect((await mailsOf(id))[0]?.state).toBe('sent');
    expect(sentTo(email)).toHaveLength(1);
    expect(await retry(mail!.id, office.people.officer)).toBe(409);
  });

  async function retry(id: Mail['id'], user: User | null): Promise<number> {
    const token = user && (await tokenOf(payload, user));
    const response = await handleEndpoints({
      config: payload.config,
      path: `/api/mails/${id}/retry`,
      request: new Request(`http://127.0.0.1:9/api/mails/${id}/retry`, {
        method: 'POST',
        headers: token ? { Authorization: `JWT ${token}` } : {},
      }),
    });
    return response.status;
  }
});

describe('the outbox', () => {
  test('sends a mail once however many try at the same moment', async () => {
    const { id, email } = await file();
    const [mail] = await mailsOf(id);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => sendMail(payload, mail!.id)),
    );
    expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(1);
    expect(sentTo(email)).toHaveLength(1);
  });

  test('leaves alone what somebody has just taken and not marked yet, until it is due again', async () => {
    const { id, email } = await file();
    const [mail] = await mailsOf(id);
    // As whoever comes a moment later finds it while the mail server is slow.
    const updatedAt = new Date().toISOString();
    await payload.db.updateOne({
      collection: 'mails',
      id: mail!.id,
      data: { attempts: 1, updatedAt },
    });
    expect(await sendMail(payload, mail!.id)).toBe('taken');
    await runJobs();
    expect(sentTo(email)).toHaveLength(0);
    await sendDue(payload, inMinutes(2));
    expect(sentTo(email)).toHaveLength(1);
  });

  test('sends again under the same Message-ID what a killed process had taken and not marked', async () => {
    const { id, email } = await file();
    const [mail] = await mailsOf(id);
    await sendMail(payload, mail!.id);
    // As it stands in the database when the process ends between the server’s answer and the mark.
    await payload.db.updateOne({ collection: 'mails', id: mail!.id, data: { state: 'waiting' } });
    await sendDue(payload, inMinutes(5));
    const ids = sentTo(email).map(({ mail: { messageId } }) => messageId);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).toMatch(/^<[0-9a-f]{32}@county\.example\.test>$/);
  });

  test('is completed where a process was killed between a step and its mail', async () => {
    const { id, email } = await file();
    await runJobs();
    const [mail] = await mailsOf(id);
    await payload.db.deleteOne({ collection: 'mails', where: { id: { equals: mail!.id } } });
    server.inbox.length = 0;
    expect(await catchUp(payload, inMinutes(0))).toBe(0);
    expect(await catchUp(payload, inMinutes(5))).toBe(1);
    expect(await catchUp(payload, inMinutes(5))).toBe(0);
    await sendDue(payload, inMinutes(10));
    expect(sentTo(email)).toHaveLength(1);
  });

  test('holds no personal data, nor do its jobs and the log', async () => {
    const { docs: jobs } = await payload.find({ collection: 'payload-jobs', pagination: false });
    const { docs: mails } = await payload.find({
      collection: 'mails',
      pagination: false,
      depth: 0,
      showHiddenFields: true,
    });
    expect(mails.length).toBeGreaterThan(10);
    expect(JSON.stringify([jobs, mails, log])).not.toMatch(
      /mail\.example\.test|样例|Anna|11010519491231002X|13800000000|补贴/,
    );
  });

  test('is read by those who read the case, and by nobody else', async () => {
    const read = (user: User | null) =>
      payload.find({ collection: 'mails', overrideAccess: false, user: user ?? undefined });
    await expect(read(null)).rejects.toThrow();
    expect((await read(office.people.officer)).totalDocs).toBeGreaterThan(0);
    const elsewhere = await payload.create({
      collection: 'agencies',
      data: { name: '测试县教育局', slug: 'education', kind: 'department' },
      context: OUTSIDE_WEB,
    });
    const of = async (name: string, agency: Agency['id']) => {
      const { id } = await person(payload, name, 'officer');
      const data = { agency: agency as number };
      return payload.update({ collection: 'users', id, data, context: OUTSIDE_WEB });
    };
    expect((await read(await of('own', office.agency.id))).totalDocs).toBeGreaterThan(0);
    expect((await read(await of('other', elsewhere.id))).totalDocs).toBe(0);
    const clerk = await person(payload, 'clerk', 'clerk');
    await expect(read(clerk)).rejects.toMatchObject({ status: 403 });
  });
});
