import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Payload } from 'payload';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ZipFile } from 'yazl';
import type { ApplicationInput } from '../../domain/applications/parse';
import type { Agency, Application, CaseFile } from '../../payload-types';
import type { Receipt } from '../../collections/Applications/receive-application';
import {
  registerLeftOver,
  registerReceived,
  registerSoon,
} from '../../collections/Applications/register-received';
import { historyOf } from '../../collections/Applications/stored-case';
import { beginDraft, fileApplication } from './harness/file-application';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let agency: Agency;
// Loaded only once the environment of the portal is set.
let drafts: typeof import('../../collections/ApplicationDrafts/drafts');
let files: typeof import('../../collections/ApplicationDrafts/draft-files');
let receive: typeof import('../../collections/Applications/receive-application');
let cases: typeof import('../../collections/Applications/applicant-case');

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  [drafts, files, receive, cases] = await Promise.all([
    import('../../collections/ApplicationDrafts/drafts'),
    import('../../collections/ApplicationDrafts/draft-files'),
    import('../../collections/Applications/receive-application'),
    import('../../collections/Applications/applicant-case'),
  ]);
  agency = await payload.create({
    collection: 'agencies',
    data: { name: '测试县人民政府办公室', slug: 'office', kind: 'office', numberPrefix: '测府办' },
    context: OUTSIDE_WEB,
  });
});
afterAll(() => portal.close());

const input = (more: Partial<ApplicationInput> = {}): ApplicationInput => ({
  applicantKind: 'natural',
  name: '张某',
  idType: 'id-card',
  idNumber: '11010519491231002X',
  creditCode: null,
  representative: null,
  phone: '13800001234',
  email: null,
  address: null,
  postcode: null,
  agency: agency.slug,
  informationTitle: '2025年部门决算',
  informationNumber: null,
  description: null,
  form: 'electronic',
  delivery: 'online',
  ...more,
});

const pdf = {
  name: '身份证明 说明.pdf',
  bytes: Buffer.from('%PDF-1.4\nstartxref\n9\n%%EOF\n'),
  mimeType: '',
};
const SAMPLE_JPEG = sharp({
  create: { width: 2, height: 2, channels: 3, background: '#fff' },
})
  .jpeg()
  .toBuffer();
const SAMPLE_OFD = zipOf(['OFD.xml', 'Doc_0/Document.xml']);

const day = 86_400_000;

describe('a draft', () => {
  test('is read again under its key alone, and stands in the database encrypted', async () => {
    const key = drafts.newDraftKey();
    await drafts.writeDraft(payload, key, { answers: { name: '张某', phone: '13800001234' } });
    await drafts.writeDraft(payload, key, { answers: { name: '张三丰', phone: '13800001234' } });
    expect(await drafts.readDraft(payload, key)).toEqual({
      answers: { name: '张三丰', phone: '13800001234' },
    });
    expect(await drafts.readDraft(payload, drafts.newDraftKey())).toBeNull();
    const { docs } = await payload.find({
      collection: 'application-drafts',
      where: { keyHash: { equals: drafts.draftHash(key) } },
    });
    expect(docs).toHaveLength(1);
    expect(JSON.stringify(docs)).not.toMatch(/张三丰|13800001234/);
    expect(JSON.stringify(docs)).not.toContain(key);
  });

  test('written twice at once is one', async () => {
    const key = drafts.newDraftKey();
    const write = (name: string) => drafts.writeDraft(payload, key, { answers: { name } });
    await Promise.all(['甲', '乙', '丙'].map(write));
    expect((await drafts.readDraft(payload, key))?.answers.name).toMatch(/^[甲乙丙]$/);
  });

  test('cuts an answer of any length to one that can still be told to be too long', async () => {
    const key = drafts.newDraftKey();
    await drafts.writeDraft(payload, key, { answers: { description: '长'.repeat(100_000) } });
    expect((await drafts.readDraft(payload, key))?.answers.description).toHaveLength(5000);
  });

  test('is over after seven days, and is swept with its files', async () => {
    const key = drafts.newDraftKey();
    const hash = drafts.draftHash(key);
    await drafts.writeDraft(payload, key, { answers: { name: '张某' } });
    expect(await files.addFile(payload, hash, pdf, 'zh-CN')).toBeNull();
    const stored = await fileOf(hash);
    expect(await drafts.sweepDrafts(payload, new Date(Date.now() + 6 * day))).toBe(0);
    expect(await files.filesOf(payload, hash)).toHaveLength(1);
    await drafts.sweepDrafts(payload, new Date(Date.now() + 8 * day));
    expect(await drafts.readDraft(payload, key)).toBeNull();
    expect(await files.filesOf(payload, hash)).toEqual([]);
    await expect(access(stored)).rejects.toThrow(/ENOENT/);
  });

  test('that is cleared leaves neither answers nor files', async () => {
    const key = drafts.newDraftKey();
    const hash = drafts.draftHash(key);
    await drafts.writeDraft(payload, key, { answers: { name: '张某' } });
    await files.addFile(payload, hash, pdf, 'zh-CN');
    const stored = await fileOf(hash);
    await drafts.removeDraft(payload, key);
    expect(await drafts.readDraft(payload, key)).toBeNull();
    await expect(access(stored)).rejects.toThrow(/ENOENT/);
  });
});

describe('an attachment', () => {
  test('is kept under a name that tells nothing, with the name that its owner gave it', async () => {
    const hash = drafts.draftHash(drafts.newDraftKey());
    await files.addFile(payload, hash, { ...pdf, name: 'C:\\张某\\申请材料.pdf' }, 'zh-CN');
    expect(await files.filesOf(payload, hash)).toMatchObject([{ name: '申请材料.pdf', bytes: 27 }]);
    expect(path.basename(await fileOf(hash))).toMatch(/^[\da-f-]{36}\.pdf$/);
    await files.removeFiles(payload, hash);
  });

  test.each([
    ['空.pdf', Buffer.alloc(0), 'empty'],
    ['大.txt', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 'tooLarge'],
    ['网页.html', Buffer.from('<!doctype html><p>x</p>'), 'kind'],
    ['网页.txt', Buffer.from('<!doctype html><script>alert(1)</script>'), 'kind'],
    ['图.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'kind'],
    ['程序.exe', Buffer.from('MZ\u0000\u0001\u0002\u0003'), 'kind'],
    ['没有扩展名', Buffer.from('text'), 'kind'],
    ['坏.pdf', Buffer.from('%PDF-1.4\n'), 'broken'],
  ])('%s is refused', async (name, bytes, problem) => {
    const hash = drafts.draftHash(drafts.newDraftKey());
    const refused = await files.addFile(payload, hash, { name, bytes }, 'zh-CN');
    expect(refused).toMatchObject({ problem });
    expect(await files.filesOf(payload, hash)).toEqual([]);
  });

  test.each([
    ['说明.pdf', pdf.bytes],
    ['说明.txt', Buffer.from('要2025年的预算')],
    ['照片.JPG', SAMPLE_JPEG],
    ['版式.ofd', SAMPLE_OFD],
  ])('%s is taken', async (name, bytes) => {
    const hash = drafts.draftHash(drafts.newDraftKey());
    expect(await files.addFile(payload, hash, { name, bytes: await bytes }, 'zh-CN')).toBeNull();
    expect(await files.filesOf(payload, hash)).toMatchObject([{ name }]);
    await files.removeFiles(payload, hash);
  });

  test('whose name promises another kind than its content is refused or told', async () => {
    const hash = drafts.draftHash(drafts.newDraftKey());
    const lying = { name: '图.png', bytes: pdf.bytes };
    expect(await files.addFile(payload, hash, lying, 'en')).not.toBeNull();
  });

  test('more than five are not taken', async () => {
    const hash = drafts.draftHash(drafts.newDraftKey());
    const text = { name: '说明.txt', bytes: Buffer.from('说明') };
    for (let i = 0; i < 5; i += 1) {
      expect(await files.addFile(payload, hash, text, 'zh-CN')).toBeNull();
    }
    expect(await files.addFile(payload, hash, text, 'zh-CN')).toMatchObject({ problem: 'tooMany' });
    await files.removeFiles(payload, hash);
  });

  test('is taken away by whoever has its draft, and by nobody else', async () => {
    const hash = drafts.draftHash(drafts.newDraftKey());
    await files.addFile(payload, hash, pdf, 'zh-CN');
    const [file] = await files.filesOf(payload, hash);
    await files.removeFile(payload, drafts.draftHash(drafts.newDraftKey()), String(file?.id));
    expect(await files.filesOf(payload, hash)).toHaveLength(1);
    await files.removeFile(payload, hash, String(file?.id));
    expect(await files.filesOf(payload, hash)).toEqual([]);
  });
});

describe('sending', () => {
  test('the same draft, however often and at once, makes one case with one receipt', async () => {
    const draftKey = await beginDraft(payload);
    const send = () => receive.receiveApplication(payload, input(), { draftKey, language: 'en' });
    const receipts = [...(await Promise.all([send(), send(), send()])), await send()];
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(await receive.receiptOf(payload, draftKey)).toEqual(receipts[0]);
    const make = () => registerReceived(payload, drafts.draftHash(draftKey));
    await Promise.all([make(), make()]);
    await make();
    const { docs } = await payload.find({
      collection: 'applications',
      where: { filingKey: { equals: drafts.draftHash(draftKey) } },
    });
    expect(docs).toHaveLength(1);
    expect(docs[0]).toMatchObject({ language: 'en', receiptNumber: receipts[0]!.receiptNumber });
    expect(await receive.receiptOf(payload, draftKey)).toEqual(receipts[0]);
    expect(await send()).toEqual(receipts[0]);
    expect(await receive.receiptOf(payload, drafts.newDraftKey())).toBeNull();
  });

  test('is once for a draft, also where a save from another tab comes after its case', async () => {
    const draftKey = await beginDraft(payload);
    const first = await fileApplication(payload, input(), { draftKey });
    await drafts.writeDraft(payload, draftKey, { answers: { name: '李某' } });
    expect(await drafts.readDraft(payload, draftKey)).toBeNull();
    // As a save leaves it that had looked a moment before the case was there.
    const keyHash = drafts.draftHash(draftKey);
    const row = { keyHash, content: 'x', expiresAt: new Date(Date.now() + day).toISOString() };
    await payload.db.create({ collection: 'application-drafts', data: row });
    expect(await receive.receiveApplication(payload, input(), { draftKey })).toEqual(first);
  });

  test('holds where its number could not be confirmed, and the number is not given again', async () => {
    const confirm = vi.spyOn(payload.db, 'deleteMany').mockRejectedValueOnce(new Error('busy'));
    const logged = vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined);
    const draftKey = await beginDraft(payload);
    const receipt = await receive.receiveApplication(payload, input(), { draftKey });
    expect(logged).toHaveBeenCalledOnce();
    confirm.mockRestore();
    logged.mockRestore();
    await payload.db.updateMany({
      collection: 'counters',
      where: { key: { contains: 'drawn:application:' } },
      data: { value: 1 },
    });
    const next = await fileApplication(payload, input());
    expect(serialOf(next.receiptNumber)).toBe(serialOf(receipt.receiptNumber) + 1);
  });

  test('twice leaves no gap in the numbers', async () => {
    const serial = async () => {
      const draftKey = await beginDraft(payload);
      const send = () => receive.receiveApplication(payload, input(), { draftKey });
      const [{ receiptNumber }] = await Promise.all([send(), send()]);
      return Number(receiptNumber.slice(7, 12));
    };
    const first = await serial();
    expect(await serial()).toBe(first + 1);
  });

  test('what was cleared meanwhile is refused, and its number goes to the next', async () => {
    const { receiptNumber: before } = await fileApplication(payload, input());
    const draftKey = drafts.newDraftKey();
    await expect(receive.receiveApplication(payload, input(), { draftKey })).rejects.toThrow(
      receive.DraftGoneError,
    );
    const { receiptNumber: after } = await fileApplication(payload, input());
    expect(serialOf(after)).toBe(serialOf(before) + 1);
  });

  test('to an agency that is not there is refused, and makes no case', async () => {
    const draftKey = await beginDraft(payload);
    await expect(
      receive.receiveApplication(payload, input({ agency: 'nowhere' }), { draftKey }),
    ).rejects.toThrow(receive.AgencyUnknownError);
    expect(await receive.receiptOf(payload, draftKey)).toBeNull();
    expect(await drafts.readDraft(payload, draftKey)).not.toBeNull();
  });

  test('keeps what was sent encrypted and apart from what the form says afterwards', async () => {
    const draftKey = await beginDraft(payload);
    const { receiptNumber } = await receive.receiveApplication(payload, input(), { draftKey });
    expect(await drafts.readDraft(payload, draftKey)).toBeNull();
    await drafts.writeDraft(payload, draftKey, { answers: { name: '李某' } });
    const { docs } = await payload.find({
      collection: 'application-drafts',
      where: { keyHash: { equals: drafts.draftHash(draftKey) } },
    });
    expect(docs).toHaveLength(1);
    expect(docs[0]).toMatchObject({ receiptNumber });
    expect(JSON.stringify(docs)).not.toMatch(/张某|11010519491231002X|13800001234|部门决算/);
    await registerReceived(payload, drafts.draftHash(draftKey));
    expect(await caseOf(receiptNumber)).toMatchObject({ name: '张某' });
  });

  test('is not undone by clearing the form in another tab, nor by the sweep, and keeps its files', async () => {
    const draftKey = await beginDraft(payload);
    const hash = drafts.draftHash(draftKey);
    await files.addFile(payload, hash, pdf, 'zh-CN');
    const { receiptNumber } = await receive.receiveApplication(payload, input(), { draftKey });
    await drafts.removeDraft(payload, draftKey);
    await drafts.sweepDrafts(payload, new Date(Date.now() + 30 * day));
    await registerReceived(payload, hash);
    expect(await filesOfCase(receiptNumber)).toMatchObject([
      { title: '身份证明 说明.pdf', purpose: 'request' },
    ]);
    await drafts.removeDraft(payload, draftKey);
    await drafts.sweepDrafts(payload);
    expect(await filesOfCase(receiptNumber)).toHaveLength(1);
  });

  test('counts what the same identity has open, and nothing that is closed or another’s', async () => {
    const creditCode = '91350100M000100Y43';
    const company = input({
      applicantKind: 'business',
      idType: null,
      idNumber: null,
      creditCode,
    });
    expect(await receive.countOpenCases(payload, company)).toBe(0);
    await fileApplication(payload, company);
    const draftKey = await beginDraft(payload);
    await receive.receiveApplication(payload, company, { draftKey });
    expect(await receive.countOpenCases(payload, company)).toBe(2);
    await registerReceived(payload, drafts.draftHash(draftKey));
    expect(await receive.countOpenCases(payload, company)).toBe(2);
    const spaced = { idNumber: null, creditCode: ' 91350100m000100y43 ' };
    expect(await receive.countOpenCases(payload, spaced)).toBe(2);
    const [one] = await casesOf(creditCode);
    await payload.db.updateOne({
      collection: 'applications',
      id: one!.id,
      data: { status: 'withdrawn' },
    });
    expect(await receive.countOpenCases(payload, company)).toBe(1);
  });
});

describe('what was received', () => {
  const received = async (): Promise<Receipt & { hash: string }> => {
    const draftKey = await beginDraft(payload);
    const receipt = await receive.receiveApplication(payload, input(), { draftKey });
    return { ...receipt, hash: drafts.draftHash(draftKey) };
  };

  test('is opened by its two keys at once, and by no other code', async () => {
    const { receiptNumber, queryCode } = await received();
    expect(await caseOf(receiptNumber)).toBeUndefined();
    const looks = vi.spyOn(payload.db, 'findOne');
    expect(await cases.openCase(payload, receiptNumber, 'AAAABBBB')).toBeNull();
    // As many as for a number that is nobody's (applicant.int.test.ts).
    expect(looks).toHaveBeenCalledTimes(2);
    looks.mockRestore();
    expect(await caseOf(receiptNumber)).toBeUndefined();
    const found = await cases.openCase(payload, receiptNumber, queryCode);
    expect(found).toMatchObject({ receiptNumber, status: 'received' });
    expect(await cases.openCase(payload, receiptNumber, 'AAAABBBB')).toBeNull();
  });

  test('has the day and the moment of its receipt, whenever its case is made', async () => {
    const { receiptNumber, hash } = await received();
    await payload.db.updateOne({
      collection: 'application-drafts',
      where: { keyHash: { equals: hash } },
      // Half past midnight in Shanghai, and the day before in UTC.
      data: { sentAt: '2026-03-02T16:30:00.000Z' },
    });
    await registerReceived(payload, hash);
    const made = await caseOf(receiptNumber);
    expect(made).toMatchObject({ filedOn: '2026-03-03T12:00:00.000Z' });
    expect(historyOf(made!)[0]).toMatchObject({
      action: 'register',
      on: '2026-03-03',
      at: '2026-03-02T16:30:00.000Z',
    });
  });

  test('by a process that ended is made a case by the next start, each once', async () => {
    await registerLeftOver(payload, new Date(Date.now() + 1000));
    const all = [await received(), await received(), await received()];
    expect(await registerLeftOver(payload, new Date(Date.now() - day))).toBe(0);
    expect(await registerLeftOver(payload, new Date(Date.now() + 1000))).toBe(3);
    for (const { receiptNumber, queryCode } of all) {
      expect(await cases.openCase(payload, receiptNumber, queryCode)).not.toBeNull();
    }
    expect(await registerLeftOver(payload, new Date(Date.now() + 1000))).toBe(0);
  });

  test('stays with its receipt where its case can’t be made, and is made one later', async () => {
    const office2 = await payload.create({
      collection: 'agencies',
      data: { name: '测试县档案馆', slug: 'archive', kind: 'department' },
      context: OUTSIDE_WEB,
    });
    const draftKey = await beginDraft(payload);
    const sent = input({ agency: office2.slug });
    const { receiptNumber, queryCode } = await receive.receiveApplication(payload, sent, {
      draftKey,
    });
    await payload.db.deleteOne({ collection: 'agencies', where: { id: { equals: office2.id } } });
    const logged = vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined);
    expect(await registerLeftOver(payload, new Date(Date.now() + 1000))).toBe(0);
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
    expect(await receive.receiptOf(payload, draftKey)).toEqual({ receiptNumber, queryCode });
    await payload.db.create({
      collection: 'agencies',
      data: { ...office2, id: office2.id },
      customID: office2.id,
    });
    expect(await registerLeftOver(payload, new Date(Date.now() + 1000))).toBe(1);
    expect(await caseOf(receiptNumber)).toBeTruthy();
  });

  test('of which the files were not joined is made good', async () => {
    const { receiptNumber, hash } = await received();
    await registerReceived(payload, hash);
    await files.addFile(payload, hash, pdf, 'zh-CN');
    await drafts.sweepDrafts(payload);
    expect(await filesOfCase(receiptNumber)).toHaveLength(1);
  });

  test('gets its case soon after, without anybody asking', async () => {
    const all = [await received(), await received()];
    for (const { hash, queryCode } of all) registerSoon(payload, hash, queryCode);
    for (const { receiptNumber } of all) {
      await expect.poll(() => caseOf(receiptNumber), { timeout: 20_000 }).toBeTruthy();
    }
  });
});

const serialOf = (receiptNumber: string): number => Number(receiptNumber.slice(7, 12));

async function caseOf(receiptNumber: string): Promise<Application | undefined> {
  const { docs } = await payload.find({
    collection: 'applications',
    where: { receiptNumber: { equals: receiptNumber } },
    depth: 0,
    context: { unsealed: true },
  });
  return docs[0];
}

/** Where the only file of a draft lies on the disk. */
async function fileOf(hash: string): Promise<string> {
  const { docs } = await payload.find({
    collection: 'case-files',
    where: { draftHash: { equals: hash } },
    depth: 0,
  });
  const file = path.join(process.env.UPLOADS_PATH ?? '', 'case-files', docs[0]?.filename ?? '');
  await readFile(file);
  return file;
}

async function filesOfCase(receiptNumber: string): Promise<CaseFile[]> {
  const { docs } = await payload.find({
    collection: 'case-files',
    where: { 'application.receiptNumber': { equals: receiptNumber } },
    depth: 0,
  });
  return docs;
}

async function casesOf(creditCode: string): Promise<Application[]> {
  const { docs } = await payload.find({
    collection: 'applications',
    pagination: false,
    context: { unsealed: true },
  });
  return docs.filter((each) => each.creditCode === creditCode);
}

async function zipOf(names: readonly string[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const name of names) zip.addBuffer(Buffer.from('<xml/>'), name);
  zip.end();
  return buffer(zip.outputStream);
}
