import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Payload } from 'payload';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import type { ApplicationInput } from '../../domain/applications/parse';
import type { Agency, Application, CaseFile } from '../../payload-types';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let agency: Agency;
// Loaded only once the environment of the portal is set.
let drafts: typeof import('../../collections/ApplicationDrafts/drafts');
let files: typeof import('../../collections/ApplicationDrafts/draft-files');
let filing: typeof import('../../collections/Applications/file-application');
let cases: typeof import('../../collections/Applications/applicant-case');

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  [drafts, files, filing, cases] = await Promise.all([
    import('../../collections/ApplicationDrafts/drafts'),
    import('../../collections/ApplicationDrafts/draft-files'),
    import('../../collections/Applications/file-application'),
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

describe('filing', () => {
  test('the same draft, however often and at once, makes one case with one receipt', async () => {
    const draftKey = drafts.newDraftKey();
    const send = () => filing.fileApplication(payload, input(), { draftKey, language: 'en' });
    const receipts = [...(await Promise.all([send(), send(), send()])), await send()];
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    const { docs } = await payload.find({
      collection: 'applications',
      where: { filingKey: { equals: drafts.draftHash(draftKey) } },
    });
    expect(docs).toHaveLength(1);
    expect(docs[0]?.language).toBe('en');
    expect(await filing.receiptOf(payload, draftKey)).toEqual(receipts[0]);
    expect(await filing.receiptOf(payload, drafts.newDraftKey())).toBeNull();
  });

  test('twice leaves no gap in the numbers', async () => {
    const serial = async () => {
      const draftKey = drafts.newDraftKey();
      const send = () => filing.fileApplication(payload, input(), { draftKey });
      const [{ receiptNumber }] = await Promise.all([send(), send()]);
      return Number(receiptNumber.slice(7, 12));
    };
    const first = await serial();
    expect(await serial()).toBe(first + 1);
  });

  test('gives two keys that open the case, and a number that is in the database by then', async () => {
    const { receiptNumber, queryCode } = await filing.fileApplication(payload, input(), {
      draftKey: drafts.newDraftKey(),
    });
    const found = await cases.openCase(payload, receiptNumber, queryCode);
    expect(found?.receiptNumber).toBe(receiptNumber);
    expect(found?.status).toBe('received');
    expect(await cases.openCase(payload, receiptNumber, 'AAAABBBB')).toBeNull();
  });

  test('takes the files of the draft along', async () => {
    const draftKey = drafts.newDraftKey();
    await files.addFile(payload, drafts.draftHash(draftKey), pdf, 'zh-CN');
    const { receiptNumber } = await filing.fileApplication(payload, input(), { draftKey });
    const [file] = await filesOfCase(receiptNumber);
    expect(file).toMatchObject({ title: '身份证明 说明.pdf', purpose: 'request' });
    await drafts.removeDraft(payload, draftKey);
    await drafts.sweepDrafts(payload);
    expect(await filesOfCase(receiptNumber)).toHaveLength(1);
  });

  test('ended before the files were joined is made good by the sweep', async () => {
    const draftKey = drafts.newDraftKey();
    const { receiptNumber } = await filing.fileApplication(payload, input(), { draftKey });
    await files.addFile(payload, drafts.draftHash(draftKey), pdf, 'zh-CN');
    await drafts.sweepDrafts(payload);
    expect(await filesOfCase(receiptNumber)).toHaveLength(1);
  });

  test('to an agency that is not there is refused, and makes no case', async () => {
    const draftKey = drafts.newDraftKey();
    await expect(
      filing.fileApplication(payload, input({ agency: 'nowhere' }), { draftKey }),
    ).rejects.toThrow(filing.AgencyUnknownError);
    expect(await filing.receiptOf(payload, draftKey)).toBeNull();
  });

  test('counts what the same identity has open, and nothing that is closed or another’s', async () => {
    const creditCode = '91350100M000100Y43';
    const company = input({
      applicantKind: 'business',
      idType: null,
      idNumber: null,
      creditCode,
    });
    expect(await filing.countOpenCases(payload, company)).toBe(0);
    for (let i = 0; i < 2; i += 1) {
      await filing.fileApplication(payload, company, { draftKey: drafts.newDraftKey() });
    }
    expect(await filing.countOpenCases(payload, company)).toBe(2);
    const spaced = { idNumber: null, creditCode: ' 91350100m000100y43 ' };
    expect(await filing.countOpenCases(payload, spaced)).toBe(2);
    const [one] = await casesOf(creditCode);
    await payload.db.updateOne({
      collection: 'applications',
      id: one!.id,
      data: { status: 'withdrawn' },
    });
    expect(await filing.countOpenCases(payload, company)).toBe(1);
  });
});

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
