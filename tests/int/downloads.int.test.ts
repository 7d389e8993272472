import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Payload, RequestContext } from 'payload';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import yauzl from 'yauzl';
import type { Document, User } from '../../payload-types';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { paragraph, signers } from './harness/people';

let portal: Portal;
let payload: Payload;
let signed: RequestContext;
let downloads: typeof import('../../queries/downloads');
let lots: typeof import('../../queries/document-lots');
let make: typeof import('../../queries/make-downloads');
let documents: typeof import('../../queries/documents');

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  process.env.DOWNLOADS_PATH = path.join(portal.folder, 'downloads');
  signed = await signers(payload);
  [downloads, lots, make, documents] = await Promise.all([
    import('../../queries/downloads'),
    import('../../queries/document-lots'),
    import('../../queries/make-downloads'),
    import('../../queries/documents'),
  ]);
});
afterAll(async () => {
  const { press } = await import('../../transfer/export/press');
  press().close();
  delete process.env.DOWNLOADS_PATH;
  await portal.close();
});

let serial = 0;
const publish = (words: string, data: object = {}): Promise<Document> =>
  payload.create({
    collection: 'documents',
    data: {
      title: `下载测试文件${(serial += 1)}`,
      kind: 'notice',
      body: paragraph(words),
      _status: 'published',
      ...data,
    } as never,
    context: signed,
  });

const change = (id: Document['id'], data: object) =>
  payload.update({ collection: 'documents', id, data: data as never, context: signed });

/** A leader takes it back, and says why. */
const withdraw = (id: Document['id']) =>
  payload.update({
    collection: 'documents',
    id,
    data: { _status: 'draft', review: { opinion: '文稿有误' } } as never,
    user: (signed.signOff as { leader: User }).leader,
    context: OUTSIDE_WEB,
  });

/** As the public reads it now. */
const read = async (slug: string) => {
  const { docs } = await payload.find({
    collection: 'documents',
    where: { slug: { equals: slug } },
    depth: 1,
    overrideAccess: false,
    user: null,
  });
  return docs[0];
};

const keptNames = async () =>
  (await readdir(process.env.DOWNLOADS_PATH as string, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

async function unzip(zip: Buffer): Promise<Record<string, string>> {
  const file = await yauzl.fromBufferPromise(zip);
  const files: Record<string, string> = {};
  for await (const entry of file.eachEntry()) {
    files[entry.fileName] = (await buffer(await file.openReadStreamPromise(entry))).toString(
      'utf8',
    );
  }
  return files;
}

describe('the downloads of a document', () => {
  test('are made once, kept, and made again when the text changes', async () => {
    const { id, slug } = await publish('为了规范下载。');
    const first = await downloads.documentFile(
      (await read(slug as string)) as Document,
      'zh-CN',
      'txt',
    );
    expect(first.wasKept).toBe(false);
    expect(first.bytes.toString()).toContain('为了规范下载。');
    const again = await downloads.documentFile(
      (await read(slug as string)) as Document,
      'zh-CN',
      'txt',
    );
    expect(again).toMatchObject({ wasKept: true, etag: first.etag });

    await change(id, { body: paragraph('为了便利下载。'), correction: '更正一处文字' });
    const changed = await downloads.documentFile(
      (await read(slug as string)) as Document,
      'zh-CN',
      'txt',
    );
    expect(changed.wasKept).toBe(false);
    expect(changed.etag).not.toBe(first.etag);
    expect(changed.bytes.toString()).toContain('为了便利下载。');
    const names = (await keptNames()).filter((name) => name.endsWith('zh-CN.txt'));
    expect(names).toEqual([`${changed.etag.slice(1, -1)}.zh-CN.txt`]);
  });

  test('say the same in every format, in the words of the page around it', async () => {
    const { slug } = await publish('各部门要依法公开。');
    const document = (await read(slug as string)) as Document;
    const file = (
      format: 'docx' | 'pdf' | 'ofd' | 'txt' | 'md',
      locale: 'zh-CN' | 'en' = 'zh-CN',
    ) => downloads.documentFile(document, locale, format);
    expect((await file('docx')).bytes.subarray(0, 2).toString()).toBe('PK');
    expect((await file('pdf')).bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await unzip((await file('ofd')).bytes))['OFD.xml']).toContain(document.title);
    expect((await file('md')).bytes.toString()).toContain('各部门要依法公开。');
    expect((await file('txt', 'en')).bytes.toString()).toMatch(/各部门要依法公开。[^]*Kind: /);
    expect((await file('pdf')).disposition).toContain("filename*=UTF-8''%E4%B8%8B%E8%BD%BD");
  });

  test('are made once for all who ask at the same time', async () => {
    const { slug } = await publish('同时下载。');
    const document = (await read(slug as string)) as Document;
    const all = await Promise.all(
      Array.from({ length: 5 }, () => downloads.documentFile(document, 'zh-CN', 'pdf')),
    );
    expect(all.filter(({ wasKept }) => !wasKept)).toHaveLength(1);
  });

  test('are not there for a draft, nor for what was withdrawn', async () => {
    const draft = await payload.create({
      collection: 'documents',
      draft: true,
      data: { title: '未公开的草稿', kind: 'notice', body: paragraph('内部意见。') } as never,
      context: OUTSIDE_WEB,
    });
    expect(await documents.findDocument(draft.slug as string, 'zh-CN')).toBeNull();
    const { id, slug } = await publish('将要撤下。');
    await downloads.documentFile((await read(slug as string)) as Document, 'zh-CN', 'txt');
    await withdraw(id);
    expect(await documents.findDocument(slug as string, 'zh-CN')).toBeNull();
    const before = (await keptNames()).length;
    await downloads.forgetFiles('documents', slug as string);
    expect((await keptNames()).length).toBe(before - 1);
  });

  test('come together as a ZIP with every format', async () => {
    const { slug } = await publish('打包。');
    const zip = await lots.documentZip((await read(slug as string)) as Document, 'zh-CN');
    const names = Object.keys(await unzip(await buffer(zip)));
    expect(names.map((name) => name.split('.').at(-1))).toEqual([
      'docx',
      'pdf',
      'txt',
      'md',
      'ofd',
    ]);
  });
});

describe('many documents at once', () => {
  test('are not said to be none while the index is still to be built', async () => {
    const lot = await lots.documentLot({ kind: ['plan'] }, '', 'md', 'zh-CN');
    expect(lot).toEqual({ total: 0, problem: 'search' });
  });

  test('are not counted as none in their column either, so that a kept page stays as it was', async () => {
    const { documentsIn } = await import('../../queries/columns');
    const column = { slug: 'plans', name: '规划', children: [] } as never;
    await expect(documentsIn(column, 'zh-CN', 1)).rejects.toMatchObject({
      name: 'SearchBusyError',
    });
  });

  test('come as a ZIP with an index of all', async () => {
    const { searchEngine } = await import('../../search/open');
    const document = await publish('一件规划。', {
      kind: 'plan',
      title: '水渠规划（2026—2030年）',
    });
    await payload.jobs.run({ queue: 'index', limit: 100, silent: true });
    // Whoever asked of the missing index has set its building going.
    await vi.waitFor(
      async () => expect((await searchEngine().status()).needsRebuild).toBeNull(),
      30_000,
    );
    const lot = await lots.documentLot({ kind: ['plan'] }, '', 'md', 'zh-CN');
    if (!('stream' in lot)) throw new Error(lot.problem);
    const files = await unzip(await buffer(lot.stream));
    expect(Object.keys(files)).toEqual(['文件/001 水渠规划（2026—2030年）.md', '目录.csv']);
    expect(files['文件/001 水渠规划（2026—2030年）.md']).toContain('一件规划。');
    expect(files['目录.csv']).toContain(`/documents/${document.slug}`);
  });

  test('are refused in words when there are none, or too many ZIP files under way', async () => {
    expect(await lots.documentLot({ kind: ['budget'] }, '', 'pdf', 'zh-CN')).toEqual({
      total: 0,
      problem: 'none',
    });
    const open = [];
    for (;;) {
      const lot = await lots.documentLot({ kind: ['plan'] }, '', 'md', 'zh-CN');
      if ('problem' in lot) {
        expect(lot.problem).toBe('busy');
        break;
      }
      open.push(lot.stream);
    }
    await Promise.all(open.map((stream) => buffer(stream)));
    const after = await lots.documentLot({ kind: ['plan'] }, '', 'md', 'zh-CN');
    expect('stream' in after).toBe(true);
    if ('stream' in after) await buffer(after.stream);
  });
});

describe('the command', () => {
  test('makes what is missing, removes what is no longer public, and can be stopped', async () => {
    const { id, slug } = await publish('先公开后撤下。');
    const options = { formats: ['txt'], locales: ['zh-CN'], days: 90 } as const;
    const first = await make.makeAll(payload, options);
    expect(first.failed).toEqual([]);
    expect(first.made).toBeGreaterThan(0);
    const second = await make.makeAll(payload, options);
    expect(second).toMatchObject({ made: 0, kept: first.documents });
    await withdraw(id);
    expect((await make.makeAll(payload, options)).removed).toBe(1);
    expect(await read(slug as string)).toBeUndefined();
    const stopped = await make.makeAll(payload, {
      ...options,
      isRebuild: true,
      signal: AbortSignal.abort(),
    });
    expect(stopped).toMatchObject({ documents: 0, made: 0, removed: 0 });
  });
});
