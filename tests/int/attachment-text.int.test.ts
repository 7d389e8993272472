import * as xlsx from '@e965/xlsx';
import { createLocalReq, type Payload } from 'payload';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '../../fields/review/attachments';
import { withRemarks } from '../../fields/review/file-remarks';
import type { Document, File, FileText } from '../../payload-types';
import type { SearchEngine, SearchHit } from '../../search/engine';
import { docxOf, ofdOf, xlsxOf, zipOf } from '../../transfer/extract/samples';
import { paragraph, signers } from './harness/people';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let engine: SearchEngine;
let signed: Awaited<ReturnType<typeof signers>>;
let document: Document;
let draft: Document;
const files: Record<string, File> = {};

const OFFICE = 'application/vnd.openxmlformats-officedocument';

const upload = async (name: string, mimetype: string, data: Buffer): Promise<void> => {
  files[name] = await payload.create({
    collection: 'files',
    data: { title: name },
    file: { data, name, mimetype, size: data.length },
    context: OUTSIDE_WEB,
  });
};

const run = (queue: string) => payload.jobs.run({ queue, limit: 100, silent: true });

const hitsFor = async (text: string): Promise<SearchHit[]> => (await engine.search({ text })).hits;

const textOf = async (name: string): Promise<FileText | undefined> => {
  const { docs } = await payload.find({
    collection: 'file-texts',
    where: { file: { equals: files[name]?.id } },
    depth: 0,
  });
  return docs[0];
};

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  signed = await signers(payload);
  engine = (await import('../../search/open')).searchEngine();
  await upload(
    '实施细则.docx',
    `${OFFICE}.wordprocessingml.document`,
    await docxOf(['第一条 总则。', '第二条 路侧泊位由街道划设。']),
  );
  await upload(
    '补贴标准.xlsx',
    `${OFFICE}.spreadsheetml.sheet`,
    await xlsxOf([
      ['类别', '标准'],
      ['公租房租金补贴', '每月三百元'],
    ]),
  );
  await upload(
    '打包.zip',
    'application/zip',
    await zipOf([
      ['名单/公示.txt', '入围企业：青山纺织厂'],
      ['公文.ofd', await ofdOf([['关于设立老年食堂', '的批示精神']])],
    ]),
  );
  await upload(
    '残缺.pdf',
    'application/pdf',
    Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type\nstartxref\n0\n%%EOF\n'),
  );
  const list = xlsx.utils.aoa_to_sheet([
    ['入围名单', '身份证号'],
    ['石桥竹器社', '藏起来的证件尾号'],
  ]);
  list['!cols'] = [{ wch: 20 }, { wch: 20, hidden: true }];
  const sheets = { 名单: list, 底稿: xlsx.utils.aoa_to_sheet([['评委私下的打分']]) };
  await upload(
    '名单.xlsx',
    `${OFFICE}.spreadsheetml.sheet`,
    xlsx.write(
      {
        SheetNames: Object.keys(sheets),
        Sheets: sheets,
        Workbook: { Sheets: [{}, { Hidden: 1 }] },
      } as xlsx.WorkBook,
      { bookType: 'xlsx', type: 'buffer', cellStyles: true },
    ) as Buffer,
  );
  await upload('内部.txt', 'text/plain', Buffer.from('尚未公开的涨价方案'));
  const data = (title: string, ...names: string[]) =>
    ({
      title,
      kind: 'notice',
      body: paragraph('见附件。'),
      attachments: names.map((name) => files[name]?.id),
    }) as never;
  const held = Object.keys(files).filter((name) => name !== '内部.txt');
  document = await payload.create({
    collection: 'documents',
    data: { ...(data('关于印发若干标准的通知', ...held) as Document), _status: 'published' },
    context: signed,
  });
  draft = await payload.create({
    collection: 'documents',
    draft: true,
    data: data('还在写的通知', '内部.txt'),
    context: OUTSIDE_WEB,
  });
  // Publishing waits for no attachment: the document is found before one of them is read.
  await run('index');
  expect((await hitsFor('印发若干标准')).map(({ id }) => id)).toContain(`documents:${document.id}`);
  expect(await hitsFor('路侧泊位')).toEqual([]);
  await run('extract');
  await run('index');
});
afterAll(async () => {
  await engine?.close();
  await portal?.close();
});

describe('the text of attachments', () => {
  it.each([
    ['路侧泊位', '实施细则.docx', '第二条'],
    ['公租房租金补贴', '补贴标准.xlsx', undefined],
    ['老年食堂的批示精神', '打包.zip', undefined],
    ['青山纺织厂', '打包.zip', undefined],
  ])('lets the document be found by %s, and names %s as the place', async (words, file, label) => {
    const [hit] = await hitsFor(words);
    expect(hit).toMatchObject({ id: `documents:${document.id}`, place: { file } });
    expect(hit?.place?.label).toBe(label);
    expect(hit?.snippet.text).toContain(words.slice(0, 4));
  });

  it('is without hidden sheets and columns, which stand before whoever examines the text', async () => {
    expect((await hitsFor('石桥竹器社'))[0]?.place?.file).toBe('名单.xlsx');
    expect(await hitsFor('"证件尾号"')).toEqual([]);
    expect(await hitsFor('"评委私下"')).toEqual([]);
    const files = payload.collections.documents.config.flattenedFields;
    const req = await createLocalReq({}, payload);
    const remarks = await withRemarks(await filesIn(document as never, files, req), req);
    const remarkOf = (wanted: string) => remarks.find(({ name }) => name === wanted)?.remark;
    expect(remarkOf('名单.xlsx')).toContain('工作表“底稿”是隐藏的');
    expect(remarkOf('名单.xlsx')).toContain('工作表“名单”有 1 列隐藏的内容');
    expect(remarkOf('补贴标准.xlsx')).toBeNull();
    expect(remarkOf('残缺.pdf')).toBeNull();
  });

  it('counts the kinds of files that a document has', async () => {
    const { facets } = await engine.search({ text: '印发若干标准' });
    expect(facets.fileType.map(({ value }) => value).sort()).toEqual([
      'docx',
      'pdf',
      'xlsx',
      'zip',
    ]);
  });

  it('is not there for a broken file, which says why and stops no other', async () => {
    expect(await textOf('残缺.pdf')).toMatchObject({
      state: 'unreadable',
      reason: 'damaged',
      fileType: 'pdf',
    });
    expect(await textOf('实施细则.docx')).toMatchObject({
      state: 'read',
      reason: null,
      characters: 22,
    });
  });

  it('is read of a draft’s file, and found by nobody until the draft is published', async () => {
    expect(await textOf('内部.txt')).toMatchObject({ state: 'read' });
    expect(await hitsFor('"涨价方案"')).toEqual([]);
    const anonymous = { overrideAccess: false, collection: 'file-texts' } as const;
    await expect(payload.find(anonymous)).rejects.toMatchObject({ status: 403 });
    await payload.update({
      collection: 'documents',
      id: draft.id,
      data: { _status: 'published' },
      context: signed,
    });
    await run('index');
    expect((await hitsFor('"涨价方案"'))[0]).toMatchObject({
      id: `documents:${draft.id}`,
      place: { file: '内部.txt' },
    });
    const { totalDocs } = await payload.count({
      collection: 'payload-jobs',
      where: { queue: { equals: 'extract' } },
    });
    expect(totalDocs).toBe(0);
  });

  it('leaves the index with the document that is withdrawn', async () => {
    await payload.update({
      collection: 'documents',
      id: draft.id,
      data: { _status: 'draft', review: { opinion: '内容有误' } },
      user: signed.signOff.leader,
      context: OUTSIDE_WEB,
    });
    await run('index');
    expect(await hitsFor('"涨价方案"')).toEqual([]);
  });

  it('is the same in a rebuilt index, and is read again only where it is missing', async () => {
    const { indexAll } = await import('../../jobs/index-all');
    const { extractAll } = await import('../../jobs/extract-all');
    await indexAll(payload);
    expect((await hitsFor('路侧泊位'))[0]?.place?.file).toBe('实施细则.docx');
    const missing = await textOf('残缺.pdf');
    await payload.delete({ collection: 'file-texts', id: missing?.id ?? 0 });
    expect(await extractAll(payload)).toMatchObject({ files: 6, unreadable: 1, isWhole: true });
    expect(await textOf('残缺.pdf')).toMatchObject({ reason: 'damaged' });
    const stopped = await extractAll(payload, { isAnew: true, signal: AbortSignal.abort() });
    expect(stopped).toMatchObject({ read: 0, isWhole: false });
  });

  it('lets proposals and consultations be found that were public before it was read', async () => {
    const agency = await payload.create({
      collection: 'agencies',
      data: { name: '测试县水利局', slug: 'water', kind: 'department' },
      context: OUTSIDE_WEB,
    });
    await upload('答复附表.txt', 'text/plain', Buffer.from('渠道清淤由灌区管理站负责。'));
    await upload('草案全文.txt', 'text/plain', Buffer.from('取水口应当安装计量设施。'));
    const proposal = await payload.create({
      collection: 'proposals',
      data: {
        title: '关于修复渠道的建议',
        proposerKind: 'deputy',
        year: 2026,
        session: '测试县一届人大一次会议',
        number: '1',
        agency: agency.id,
        proposers: ['一名代表'],
        text: paragraph('建议修复。'),
        reply: paragraph('已经安排。'),
        result: 'a',
        repliedOn: new Date().toISOString(),
        attachments: [files['答复附表.txt']?.id],
        _status: 'published',
      } as never,
      context: signed,
    });
    const consultation = await payload.create({
      collection: 'consultations',
      data: {
        title: '取水管理办法的意见征集',
        slug: 'water-intake',
        kind: 'normative',
        agency: agency.id,
        opensAt: new Date().toISOString(),
        closesAt: new Date(Date.now() + 40 * 24 * 3600 * 1000).toISOString(),
        background: paragraph('为什么要作这项规定。'),
        attachments: [files['草案全文.txt']?.id],
        _status: 'published',
      } as never,
      context: signed,
    });
    await run('index');
    await run('extract');
    await run('index');
    expect((await hitsFor('渠道清淤'))[0]?.id).toBe(`proposals:${proposal.id}`);
    expect((await hitsFor('取水口计量'))[0]?.id).toBe(`consultations:${consultation.id}`);
  });

  it('is found behind attachments of however many lines', async () => {
    const list = Buffer.from('某某村某某组，核定补贴面积，发放金额。\n'.repeat(50_000));
    const long = ['名单一.txt', '名单二.txt', '名单三.txt'];
    for (const name of long) await upload(name, 'text/plain', list);
    await upload('说明.txt', 'text/plain', Buffer.from('申诉找农经站复核。'));
    await run('extract');
    expect((await textOf('名单三.txt'))?.characters).toBeGreaterThan(900_000);
    const { id } = await payload.create({
      collection: 'documents',
      data: {
        title: '关于公示补贴名单的通告',
        kind: 'notice',
        body: paragraph('见附件。'),
        attachments: [...long, '说明.txt'].map((name) => files[name]?.id),
        _status: 'published',
      } as never,
      context: signed,
    });
    await run('index');
    const [hit] = await hitsFor('农经站复核');
    expect(hit).toMatchObject({ id: `documents:${id}`, place: { file: '说明.txt' } });
  });

  it('goes with its file', async () => {
    const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    await upload('多余.png', 'image/png', png);
    await run('extract');
    expect(await textOf('多余.png')).toMatchObject({ state: 'unreadable', reason: 'not-text' });
    await payload.delete({ collection: 'files', id: files['多余.png']?.id ?? 0 });
    expect(await textOf('多余.png')).toBeUndefined();
  });
});
