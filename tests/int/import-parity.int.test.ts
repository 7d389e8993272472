import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentWriter as Writer, Signers } from '../../transfer/import/write';
import { parseJsonLine } from '../../transfer/import/json-lines';
import type { ImportedDocument } from '../../transfer/import/imported-document';
import { agencies, countyPapers } from './import-papers';
import { openPortal, type Portal } from './harness/portal';
import { signers as threePeople } from './harness/people';

let portal: Portal;
let three: Signers;
let DocumentWriter: typeof Writer;

beforeAll(async () => {
  portal = await openPortal();
  ({ DocumentWriter } = await import('../../transfer/import/write'));
  const { signOff } = await threePeople(portal.payload);
  three = { editor: signOff.editor, signOff };
  await agencies(portal.payload);
});
afterAll(() => portal.close());

const table = '|甲|乙|\n|--|--|\n|1|2|';

/** Papers of every kind that a year has, and one that fills what the others leave open. */
function papers(): ImportedDocument[] {
  const full = {
    title: '测试县全部栏目的通知',
    number: '测府发〔2019〕999号',
    indexNumber: '999990001/2019-99999',
    agency: '测试县人民政府',
    madeOn: '2019-03-01',
    publishedOn: '2019-03-02',
    effectiveOn: '2019-04-01',
    lapsesOn: '2024-04-01',
    kind: 'notice',
    category: 'emergency',
    themes: ['agriculture', 'finance'],
    keywords: ['甲', '乙', '丙'],
    summary: '概述',
    markdown: `## 一、总则\n\n**加粗**的正文，见[链接](https://example.test/)。\n\n${table}`,
    attachments: [{ name: '附件', address: 'https://example.test/a.pdf' }],
  };
  const own = {
    ...full,
    title: '没有索引号的通知',
    number: '测府发〔2019〕998号',
    indexNumber: null,
  };
  return [...countyPapers(12), full, own].map((record) => {
    const parsed = parseJsonLine('batch/year.jsonl', JSON.stringify(record));
    if ('skip' in parsed) throw new Error(parsed.skip.code);
    return parsed.document;
  });
}

/** The document as stored, with its version and what the log says of it, without what differs by nature. */
async function stored(title: string) {
  const { payload } = portal;
  const where = { title: { equals: title } };
  const { docs } = await payload.find({ collection: 'documents', where, depth: 0 });
  expect(docs, title).toHaveLength(1);
  const versions = await payload.findVersions({
    collection: 'documents',
    where: { parent: { equals: docs[0]!.id } },
    depth: 0,
  });
  const log = await payload.find({
    collection: 'audit-log',
    where: {
      and: [{ subject: { equals: 'documents' } }, { record: { equals: String(docs[0]!.id) } }],
    },
    depth: 0,
  });
  return withoutNature({ document: docs[0], versions: versions.docs, log: log.docs });
}

const BY_NATURE = [
  'id',
  'createdAt',
  'updatedAt',
  'at',
  'seq',
  'hash',
  'previous',
  'parent',
  'record',
];

/** Moments, but not days, which are stored as noon. */
const INSTANT = /\d{4}-\d\d-\d\dT(?!12:00:00\.000)[\d:.]+Z/gu;

function withoutNature(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNature);
  if (typeof value === 'string') return value.replace(INSTANT, '');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !BY_NATURE.includes(key))
      .map(([key, inner]) => [key, withoutNature(inner)]),
  );
}

async function clear() {
  const { payload } = portal;
  // Straight from the database: what is public can't be deleted through the rules.
  await payload.db.deleteMany({ collection: 'documents', where: {} });
  await payload.db.deleteVersions({ collection: 'documents', where: {} });
  // Ids come again on SQLite, and a log of the first document would pass for one of the second.
  await payload.db.deleteMany({ collection: 'audit-log', where: {} });
  await payload.db.deleteMany({ collection: 'counters', where: { key: { like: 'index:' } } });
}

test('a batch in one transaction stores just what single creations store', async () => {
  const documents = papers();
  const one = await DocumentWriter.open(portal.payload, three);
  for (const document of documents) expect(await one.write(document)).toBe('created');
  const singly = new Map<string, unknown>();
  for (const { title } of documents) singly.set(title, await stored(title));
  await clear();

  const batch = await DocumentWriter.open(portal.payload, three);
  const outcomes = await batch.writeBatch(documents.map((document) => ({ document })));
  expect(outcomes).toEqual(documents.map(() => 'created'));
  for (const { title } of documents) {
    expect(await stored(title), title).toEqual(singly.get(title));
  }
});

test('in a batch, one that breaks a rule is refused with its reason and the others are stored', async () => {
  await clear();
  const documents = papers();
  const broken = { ...documents[3]!, kind: 'no-such-kind' as never };
  const items = documents.map((document, at) => ({ document: at === 3 ? broken : document }));
  const writer = await DocumentWriter.open(portal.payload, three);
  const outcomes = await writer.writeBatch(items);
  expect(outcomes[3]).toBeInstanceOf(Error);
  expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(documents.length - 1);
  const { totalDocs } = await portal.payload.count({ collection: 'documents' });
  expect(totalDocs).toBe(documents.length - 1);
  // Run again, what was stored is known and what was refused is refused again.
  const again = await DocumentWriter.open(portal.payload, three);
  const second = await again.writeBatch(items);
  expect(second.filter((outcome) => outcome === 'unchanged')).toHaveLength(documents.length - 1);
  expect(second[3]).toBeInstanceOf(Error);
});

test('the adapter has its own functions back afterwards', async () => {
  const db = portal.payload.db as unknown as { insert?: unknown; create: { name: string } };
  expect(db.create.name).not.toContain('swift');
});
