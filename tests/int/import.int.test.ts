import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Payload, Where } from 'payload';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentWriter as Writer, Signers } from '../../transfer/import/write';
import { Report } from '../../transfer/import/report';
import { carryOut, planRun } from '../../transfer/import/run';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { paragraph, signers as threePeople } from './harness/people';

let portal: Portal;
let payload: Payload;
let three: Signers;
let alone: Signers;
let DocumentWriter: typeof Writer;

const fixtures = path.resolve('tests/fixtures/import');
const INDEX_NUMBER = '990000001/2024-00012';

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  ({ DocumentWriter } = await import('../../transfer/import/write'));
  const { signOff } = await threePeople(payload);
  three = { editor: signOff.editor, signOff };
  alone = { editor: signOff.editor, signOff: null };
});
afterAll(() => portal.close());

/** A folder with the given files, imported; what became of each is counted. */
async function run(name: string, files: Record<string, string>, signers: Signers) {
  const folder = path.join(portal.folder, name);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  const stop = { isAsked: false };
  const report = new Report();
  const writer = await DocumentWriter.open(payload, signers);
  await carryOut(await planRun(folder, stop), writer, report, stop);
  return report;
}

const notice = () => readFile(path.join(fixtures, 'notice.html'), 'utf8');
const law = () => readFile(path.join(fixtures, 'law.md'), 'utf8');

const published = (where: Where) =>
  payload.find({ collection: 'documents', where, overrideAccess: false, depth: 0 });

const byIndexNumber = { indexNumber: { equals: INDEX_NUMBER } };

test('a signed batch is public, with three signatures and its catalogue', async () => {
  const report = await run('first', { 'notice.html': await notice() }, three);
  expect(report.summary()[0]).toContain('新导入：1');
  const { docs } = await published(byIndexNumber);
  expect(docs).toHaveLength(1);
  expect(docs[0]).toMatchObject({
    number: '测府办发〔2024〕3号',
    madeOn: '2024-03-05T12:00:00.000Z',
    publishedOn: '2024-03-08T12:00:00.000Z',
    validity: 'in-force',
    source: { imported: true, files: [{ name: '登记表' }, { name: '渠系图' }] },
  });
  const full = await payload.findByID({ collection: 'documents', id: docs[0]!.id });
  expect(full.review?.steps?.map(({ action, byName }) => [action, byName])).toEqual([
    ['submit', 'editor'],
    ['examine', 'clerk'],
    ['approve', 'leader'],
    ['publish', 'leader'],
  ]);
});

test('a second run changes nothing, and a changed page is updated, not doubled', async () => {
  expect((await run('first', {}, three)).count('unchanged')).toBe(1);
  const changed = (await notice()).replace('请认真执行', '请遵照执行');
  expect((await run('first', { 'notice.html': changed }, three)).count('updated')).toBe(1);
  const { docs } = await published(byIndexNumber);
  expect(docs).toHaveLength(1);
  expect(JSON.stringify(docs[0]?.body)).toContain('请遵照执行');
});

test('a change without a sign-off waits as a draft while the published text stays', async () => {
  const changed = (await notice()).replace('请认真执行', '请严格执行');
  expect((await run('first', { 'notice.html': changed }, alone)).count('updated')).toBe(1);
  expect(JSON.stringify((await published(byIndexNumber)).docs[0]?.body)).toContain('请遵照执行');
  const draft = await payload.find({
    collection: 'documents',
    where: byIndexNumber,
    draft: true,
    depth: 0,
  });
  expect(JSON.stringify(draft.docs[0]?.body)).toContain('请严格执行');
  expect(draft.docs[0]?.review?.state).toBe('submitted');
  // Run again it still waits, and makes no further draft; then the three sign it.
  expect((await run('first', {}, alone)).count('waiting')).toBe(1);
  expect((await run('first', {}, three)).count('approved')).toBe(1);
  expect(JSON.stringify((await published(byIndexNumber)).docs[0]?.body)).toContain('请严格执行');
  expect((await run('first', {}, three)).count('unchanged')).toBe(1);
});

test('a batch without a sign-off waits for review, and is signed by a later run', async () => {
  const files = { 'laws/行政法规/甲.md': await law() };
  expect((await run('waiting', files, alone)).count('created')).toBe(1);
  const where = { title: { equals: '青禾省水渠保护条例' } };
  expect((await published(where)).totalDocs).toBe(0);
  const { docs } = await payload.find({ collection: 'documents', where, depth: 0 });
  expect(docs[0]?.review?.state).toBe('submitted');
  expect((await run('waiting', {}, alone)).count('waiting')).toBe(1);
  expect((await run('waiting', {}, three)).count('approved')).toBe(1);
  expect((await published(where)).totalDocs).toBe(1);
});

test('an older version of a law is amended by the newer one, which points to it', async () => {
  const older = (await law()).replaceAll('水渠', '堤防').replace(/2019年6月1日[^<]*/u, '');
  const newer = older
    .replace(
      '<!-- INFO',
      '2022年5月1日 青禾省第十四届人民代表大会常务委员会第二次会议修订\n\n<!-- INFO',
    )
    .replace('统一规划', '统一规划、统一标准')
    .replace('自2001年5月1日', '自2022年7月1日');
  const place = 'laws/地方性法规/青禾';
  const report = await run(
    'versions',
    {
      [`${place}/青禾省堤防保护条例(2001-03-09).md`]: older,
      [`${place}/青禾省堤防保护条例(2022-05-01).md`]: newer,
    },
    three,
  );
  expect(report.count('created')).toBe(2);
  const { docs } = await payload.find({
    collection: 'documents',
    where: { title: { equals: '青禾省堤防保护条例' } },
    sort: 'publishedOn',
    depth: 0,
  });
  expect(docs.map(({ validity }) => validity)).toEqual(['amended', 'in-force']);
  expect(docs[1]?.relations?.[0]).toMatchObject({
    verb: 'amends',
    document: docs[0]?.id,
    on: '2022-07-01T12:00:00.000Z',
  });
  expect((await run('versions', {}, three)).count('unchanged')).toBe(2);
});

test('a document that a person wrote is left alone', async () => {
  await payload.create({
    collection: 'documents',
    data: {
      title: '手写的通知',
      kind: 'notice',
      indexNumber: '990000001/2024-00099',
      body: paragraph('手写'),
    } as never,
    context: { ...OUTSIDE_WEB, disableIndexing: true },
  });
  const text = (await notice()).replaceAll('2024-00012', '2024-00099');
  const report = await run('by-hand', { 'notice.html': text }, three);
  expect(report.count('skipped')).toBe(1);
  expect(report.summary().join('\n')).toContain('kept-by-hand');
});

test('a refused document is named and the rest goes on', async () => {
  const numbered = async (serial: number) =>
    (await notice())
      .replaceAll('2024-00012', `2024-00${serial}`)
      .replaceAll('[２０２４]3号', `〔2024〕${serial}号`)
      .replaceAll('〔2024〕3号', `〔2024〕${serial}号`);
  const pages: Record<string, string> = {
    'a.html': await numbered(201),
    'b.html': '<html><body>不是文件</body></html>',
    'c.md': (await law()).slice(0, 300),
    'd.html': await numbered(202),
  };
  const report = await run('mixed', pages, three);
  expect(report.count('created')).toBe(2);
  expect(report.count('skipped')).toBe(2);
});

test('signers must be three people with their roles, named together', async () => {
  const { findSigners } = await import('../../transfer/import/signers');
  const options = { isDemo: false, opinion: '同意' };
  const find = (named: object) => findSigners(payload, named, options);
  await expect(find({ clerk: 'clerk@example.test' })).rejects.toThrow('--leader');
  await expect(find({ editor: 'nobody@example.test' })).rejects.toThrow('没有账号');
  await expect(find({ editor: 'clerk@example.test' })).rejects.toThrow('角色');
  expect((await find({})).signOff).toBeNull();
  const all = await find({
    editor: 'editor@example.test',
    clerk: 'clerk@example.test',
    leader: 'leader@example.test',
  });
  expect(all.signOff?.leader.name).toBe('leader');
});

test('a text points to what it is based on, though that stands later in the batch', async () => {
  const basis = (await law()).replaceAll('水渠', '渡槽').replace('第１２号', '第２１号');
  const local = (await law())
    .replaceAll('水渠', '涵洞')
    .replace('第１２号', '第２２号')
    .replace('为了保护涵洞，', '为了保护涵洞，根据《青禾省渡槽保护条例》，');
  const place = 'laws/地方性法规/青禾';
  const report = await run(
    'basis',
    { [`${place}/A涵洞.md`]: local, [`${place}/B渡槽.md`]: basis },
    three,
  );
  expect(report.count('created')).toBe(2);
  const { docs } = await published({ title: { equals: '青禾省涵洞保护条例' } });
  const target = await published({ title: { equals: '青禾省渡槽保护条例' } });
  expect(docs[0]?.relations).toMatchObject([
    { verb: 'based-on', document: target.docs[0]?.id ?? 'missing' },
  ]);
});
