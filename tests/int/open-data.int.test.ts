import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { XMLParser } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATASETS, type Manifest } from '../../domain/open-data/datasets';
import { disclose, NOTICES, publish } from './harness/disclosed';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';

type Entry = { id: string; title: string; published?: string; updated: string; summary?: string };

let portal: Portal;
let county: Awaited<ReturnType<typeof disclose>>;
let folder: string;
let write: (signal?: AbortSignal) => Promise<Manifest>;
let readEdition: () => Promise<Manifest | null>;
let listFile: (address: string) => Promise<Response>;
let feed: (address: string, headers?: Record<string, string>) => Promise<Response>;
let dataFile: (name: string, headers?: Record<string, string>) => Promise<Response>;

beforeAll(async () => {
  portal = await openPortal();
  folder = path.join(portal.folder, 'open-data');
  process.env.OPEN_DATA_PATH = folder;
  // As at the start of the portal: an index that was never built says so instead of finding nothing.
  await (await import('../../jobs/index-all')).ensureIndex(portal.payload);
  county = await disclose(portal.payload);
  await portal.payload.jobs.run({ queue: 'index', limit: 1000, silent: true });
  const { writeOpenData } = await import('../../transfer/export/open-data/write');
  const edition = await import('../../transfer/export/open-data/edition');
  write = (signal) => writeOpenData(portal.payload, { folder, signal });
  readEdition = () => edition.readEdition(folder);
  const lists = await import('../../app/(portal)/[locale]/lists/[...list]/route');
  const feeds = await import('../../app/(portal)/[locale]/feeds/[...feed]/route');
  const files = await import('../../app/open-data/[file]/route');
  listFile = (address) => {
    const { url, locale, rest } = at(address, 'lists');
    return lists.GET(visitor(url), { params: Promise.resolve({ locale, list: rest }) });
  };
  feed = (address, headers) => {
    const { url, locale, rest } = at(address, 'feeds');
    return feeds.GET(visitor(url, headers), { params: Promise.resolve({ locale, feed: rest }) });
  };
  dataFile = (file, headers) =>
    files.GET(visitor(`http://county.example/open-data/${file}`, headers), {
      params: Promise.resolve({ file }),
    });
});
afterAll(async () => {
  const { closeSearchEngine } = await import('../../search/open');
  await closeSearchEngine();
  await portal?.close();
});

let visitors = 0;

function visitor(url: string, headers: Record<string, string> = {}): Request {
  visitors += 1;
  return new Request(url, { headers: { 'X-Forwarded-For': `10.1.0.${visitors}`, ...headers } });
}

/** An address as the router takes it apart. */
function at(address: string, kind: string) {
  const url = `http://county.example${address}`;
  const parts = new URL(url).pathname.split('/').filter(Boolean);
  const locale = parts[0] === 'en' ? 'en' : 'zh-CN';
  return { url, locale, rest: parts.slice(parts.indexOf(kind) + 1) };
}

const lines = async (file: string): Promise<unknown[]> =>
  gunzipSync(await readFile(path.join(folder, file)))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('the open data', () => {
  it('hold every published record once, as described, under the check sum that is told', async () => {
    const manifest = await write();
    expect(await readEdition()).toEqual(manifest);
    expect(manifest.files.map(({ name, records }) => [name, records])).toEqual([
      ['documents', NOTICES],
      ['interpretations', 1],
      ['topics', 1],
      ['agencies', 2],
      ['columns', 2],
      ['annual-reports', 1],
    ]);
    for (const file of manifest.files) {
      const bytes = await readFile(path.join(folder, file.path));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
      expect(bytes.length).toBe(file.bytes);
      const records = await lines(file.path);
      expect(records).toHaveLength(file.records);
      for (const record of records) {
        expect(DATASETS[file.name].safeParse(record).error?.issues).toBeUndefined();
      }
      expect(JSON.stringify(records)).not.toMatch(/机密|已撤下/);
    }
    const documents = (await lines(manifest.files[0]?.path ?? '')) as { id: string }[];
    expect(new Set(documents.map(({ id }) => id)).size).toBe(NOTICES);
  });

  it('stay as they are when a new edition is broken off, and nothing half made is left', async () => {
    const before = await write();
    await expect(write(AbortSignal.abort())).rejects.toThrow();
    expect(await readEdition()).toEqual(before);
    for (const file of before.files) await lines(file.path);
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('keep the edition before the newest and no older one', async () => {
    for (let i = 0; i < 3; i += 1) await write();
    const editions = (await readdir(folder)).filter((name) => name !== 'manifest.json');
    expect(editions).toHaveLength(2);
    expect(editions).toContain((await readEdition())?.files[0]?.path.split('/')[0]);
  });

  it('are given out with length, check sum and 304, and only what the manifest names', async () => {
    const manifest = await write();
    const told = manifest.files[0];
    const response = await dataFile('documents.jsonl.gz');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-length')).toBe(String(told?.bytes));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(told?.sha256);
    const etag = response.headers.get('etag') ?? '';
    expect((await dataFile('documents.jsonl.gz', { 'If-None-Match': etag })).status).toBe(304);
    expect(await (await dataFile('manifest.json')).json()).toEqual(manifest);
    for (const name of ['..%2f..%2fgongkai.db', '../gongkai.db', 'users.jsonl.gz', '.env']) {
      expect([name, (await dataFile(name)).status]).toEqual([name, 404]);
    }
  });

  it('are on the schedule of the portal', async () => {
    const { queued } = await portal.payload.jobs.handleSchedules({ queue: 'nightly' });
    expect(queued.map(({ taskConfig }) => taskConfig?.slug)).toContain('open-data');
  });

  it('are made by the nightly task when none are there, and not twice a night', async () => {
    const { openDataTask } = await import('../../jobs/open-data');
    const run = openDataTask.handler as (args: object) => Promise<{ output: { records: number } }>;
    const { payload } = portal;
    await writeFile(
      path.join(folder, 'manifest.json'),
      JSON.stringify({ ...(await readEdition()), madeAt: '2020-01-01T00:00:00.000Z' }),
    );
    const night = { input: {}, req: { payload } };
    expect((await run(night)).output.records).toBe(NOTICES + 7);
    expect((await run(night)).output.records).toBe(0);
  });
});

describe('a list as a file', () => {
  const rowsOf = async (address: string): Promise<Record<string, string | null>[]> => {
    const response = await listFile(address);
    expect([address, response.status]).toEqual([address, 200]);
    const body = (await response.json()) as {
      rows: Record<string, string | null>[];
      total: number;
    };
    expect([address, body.rows.length]).toEqual([address, body.total]);
    return body.rows;
  };

  it('has the rows of its page under the same filters', async () => {
    const { searchPublished } = await import('../../queries/search');
    const { readAddress } = await import('../../queries/search-address');
    const queries = [
      '',
      '?kind=notice',
      '?kind=notice&agency=health',
      '?year=2021&year=2022',
      '?from=2021-01-01&to=2021-12-31',
      '?column=normative',
      '?kind=nothing',
    ];
    for (const query of queries) {
      const values = Object.fromEntries(
        [...new URLSearchParams(query).keys()].map((key) => [
          key,
          new URLSearchParams(query).getAll(key),
        ]),
      );
      const { filters } = readAddress(values);
      const page = await searchPublished(
        {
          text: '',
          filters: { ...filters, collection: ['documents'] },
          sort: 'newest',
          limit: 100,
        },
        'zh-CN',
      );
      const rows = await rowsOf(`/lists/documents.json${query}`);
      expect(rows.map(({ title }) => title)).toEqual(page.hits.map((hit) => hit.title.text));
    }
  });

  it('exists for every list of the portal, in both languages, without drafts', async () => {
    const lists: [string, number][] = [
      ['documents', NOTICES],
      ['search', NOTICES + 5],
      ['interpretations', 1],
      ['topics', 1],
      ['topics/city', 2],
      ['agencies', 2],
      ['statutory', 17],
      ['columns/normative', NOTICES],
      ['columns/county', NOTICES],
      ['annual-reports', 1],
    ];
    for (const [list, count] of lists) {
      for (const prefix of ['', '/en']) {
        const rows = await rowsOf(`${prefix}/lists/${list}.json`);
        expect([list, rows.length]).toEqual([list, count]);
        expect(JSON.stringify(rows)).not.toMatch(/机密|已撤下/);
        const links = rows.map(({ url }) => new URL(url ?? '').pathname);
        expect(links.every((link) => link.startsWith('/en/') === (prefix === '/en'))).toBe(true);
      }
    }
  });

  it('of a search says of each row what it is, and its English title', async () => {
    const rows = await rowsOf('/lists/search.json');
    expect(rows.filter(({ type }) => !type)).toEqual([]);
    const [topic] = await rowsOf('/lists/search.json?collection=topics');
    expect(topic).toMatchObject({ title: '城市治理', titleEnglish: 'The city', type: '专题' });
  });

  it('is CSV that no spreadsheet takes for a formula', async () => {
    const response = await listFile('/lists/documents.csv?year=2021&kind=normative');
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; .*\.csv$/);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const text = bytes.toString('utf8');
    expect(text).toContain("\r\n'=共享单车停放办法,");
    expect(text.trimEnd().split('\r\n')).toHaveLength(7);
  });

  it('is a spreadsheet with days and links', async () => {
    const response = await listFile('/en/lists/documents.xlsx');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await response.arrayBuffer()) as never);
    const sheet = workbook.worksheets[0];
    expect(sheet?.rowCount).toBe(NOTICES + 1);
    expect(sheet?.getRow(1).getCell(1).value).toBe('Title');
    const days = sheet?.getColumn(13).values.slice(2) ?? [];
    expect(days.every((day) => day instanceof Date)).toBe(true);
  });

  it('names its schema, and refuses what is no list', async () => {
    const body = (await (await listFile('/lists/agencies.json')).json()) as { $schema: string };
    expect(body.$schema).toMatch(/\/lists\/agencies\.schema\.json$/);
    const schema = await listFile('/lists/agencies.schema.json');
    expect(await schema.json()).toMatchObject({ $id: body.$schema, type: 'object' });
    const wrong = [
      'users.csv',
      'documents.pdf',
      'topics/none.csv',
      'columns/none.csv',
      'a/b/c.csv',
      'documents',
    ];
    for (const list of wrong) {
      const response = await listFile(`/en/lists/${list}`);
      expect([list, response.status]).toEqual([list, 404]);
      expect(await response.text()).toContain('There is no such list');
    }
  });
});

describe('a feed', () => {
  const entriesOf = async (address: string): Promise<Entry[]> => {
    const response = await feed(address);
    expect([address, response.status]).toEqual([address, 200]);
    const parser = new XMLParser({ isArray: (name) => name === 'entry', parseTagValue: false });
    const parsed = parser.parse(await response.text()) as { feed: { entry?: Entry[] } };
    return parsed.feed.entry ?? [];
  };

  it('gives what its address says', async () => {
    const feeds: [string, number][] = [
      ['documents', NOTICES],
      ['documents/kind/notice', 11],
      ['documents/kind/law', 0],
      ['documents/agency/health', 7],
      ['documents/column/normative', NOTICES],
      ['interpretations', 1],
      ['interpretations/form/qa', 1],
      ['interpretations/form/video', 0],
      ['topics', 1],
      ['topics/city', 2],
    ];
    for (const [name, count] of feeds) {
      for (const prefix of ['', '/en']) {
        const entries = await entriesOf(`${prefix}/feeds/${name}.atom`);
        expect([name, entries.length]).toEqual([name, count]);
        expect(JSON.stringify(entries)).not.toMatch(/机密|已撤下/);
      }
    }
    for (const name of [
      'users',
      'documents/kind/poem',
      'documents/kind',
      'topics/none',
      'a/b/c/d',
    ]) {
      expect([name, (await feed(`/feeds/${name}.atom`)).status]).toEqual([name, 404]);
    }
  });

  it('follows any search under its filters, newest first, and not what only resembles it', async () => {
    const entries = await entriesOf('/feeds/search.atom?q=通知&kind=notice');
    const list = await listFile('/lists/search.json?q=通知&kind=notice&sort=newest');
    const { rows } = (await list.json()) as { rows: { title: string; passage: string }[] };
    expect(entries).toHaveLength(11);
    expect(new Set(entries.map(({ title }) => title))).toEqual(
      new Set(rows.map(({ title }) => title)),
    );
    expect(rows[0]?.passage).toBeTruthy();
    const days = entries.map(({ published }) => String(published));
    expect(days).toEqual([...days].sort().reverse());
    const text = await (await feed('/feeds/search.atom?kind=notice&q=%E9%80%9A%E7%9F%A5')).text();
    expect(text).toContain('/feeds/search.atom?q=%E9%80%9A%E7%9F%A5&amp;kind=notice');
    expect(await entriesOf('/feeds/search.atom?q=通知 没有这样的词语')).toEqual([]);
    expect((await feed('/feeds/search/notice.atom')).status).toBe(404);
  });

  it('has nothing that was withdrawn, though the index still holds it, and neither have suggestions', async () => {
    const { context } = county;
    const { id } = await publish(portal.payload, context, { title: '河长制巡查通告' });
    await portal.payload.jobs.run({ queue: 'index', limit: 1000, silent: true });
    const { suggestPublished } = await import('../../queries/suggestions');
    const titles = async () => [
      ...(await entriesOf('/feeds/search.atom?q=河长制巡查')).map(({ title }) => title),
      ...(await suggestPublished('河长制', 8)).map(({ text }) => text),
    ];
    expect(await titles()).toEqual(['河长制巡查通告', '河长制巡查通告']);
    await portal.payload.update({
      collection: 'documents',
      id,
      data: { _status: 'draft', review: { opinion: '内容有误' } },
      user: context.signOff.leader,
      context: OUTSIDE_WEB,
    });
    const { searchEngine } = await import('../../search/open');
    expect(await searchEngine().suggest('河长制')).toHaveLength(1);
    expect(await titles()).toEqual([]);
  });

  it('puts a corrected document on top, with the same id, and drops what is withdrawn', async () => {
    const { context } = county;
    const { id, slug } = await publish(portal.payload, context, { title: '将被更正的通知' });
    await publish(portal.payload, context, { title: '之后的通知' });
    const [, before] = await entriesOf('/feeds/documents.atom');
    const response = await feed('/feeds/documents.atom');
    const etag = response.headers.get('etag') ?? '';
    expect((await feed('/feeds/documents.atom', { 'If-None-Match': etag })).status).toBe(304);

    const data = {
      title: '更正后的通知',
      correction: '标题有误',
      _status: 'published',
    } as const;
    await portal.payload.update({ collection: 'documents', id, data, context });
    expect((await feed('/feeds/documents.atom', { 'If-None-Match': etag })).status).toBe(200);
    const [after] = await entriesOf('/feeds/documents.atom');
    expect(after).toMatchObject({ id: before?.id, title: '更正后的通知' });
    expect(after?.summary).toContain('更正：标题有误');
    expect(after?.id).toContain(slug);
    expect(String(after?.updated) > String(before?.updated)).toBe(true);

    await portal.payload.update({
      collection: 'documents',
      id,
      data: { _status: 'draft', review: { opinion: '内容有误' } },
      user: context.signOff.leader,
      context: OUTSIDE_WEB,
    });
    const left = await entriesOf('/feeds/documents.atom');
    expect(left.map(({ title }) => title)).not.toContain('更正后的通知');
  });
});

describe('what is withdrawn', () => {
  it('leaves the open data at once, not with the next night', async () => {
    const { payload } = portal;
    const told = async () =>
      gunzipSync(
        Buffer.from(await (await dataFile('documents.jsonl.gz')).arrayBuffer()),
      ).toString();
    const wrong = await publish(payload, county.context, {
      title: '误发的名单',
      agency: county.agency.id,
    });
    await write();
    expect(await told()).toContain('误发的名单');
    await payload.update({
      collection: 'documents',
      id: wrong.id,
      data: { _status: 'draft', review: { opinion: '内容有误' } },
      user: county.context.signOff.leader,
      context: { ...OUTSIDE_WEB },
    });
    await payload.jobs.run({ queue: 'extract', silent: true });
    expect(await told()).not.toContain('误发的名单');
  });
});
