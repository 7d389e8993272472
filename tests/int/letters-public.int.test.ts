import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileLetter } from '../../collections/Letters/file-letter';
import { draftHash, newDraftKey, writeKept } from '../../collections/ApplicationDrafts/drafts';
import { addFile } from '../../collections/ApplicationDrafts/draft-files';
import type { LetterInput } from '../../domain/letters/parse';
import type { Agency, PublishedLetter } from '../../payload-types';
import { signers } from './harness/people';
import { openPortal, OUTSIDE_WEB, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let context: Awaited<ReturnType<typeof signers>>;
let agency: Agency;
let queries: typeof import('../../queries/letters');

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  queries = await import('../../queries/letters');
  context = await signers(payload);
  agency = await payload.create({
    collection: 'agencies',
    data: { name: '测试县交通局', slug: 'traffic', kind: 'department' },
    context: OUTSIDE_WEB,
  });
  await publish({ slug: 'last-day', answeredOn: '2025-12-31', kind: 'question' });
  await publish({ slug: 'first-day', answeredOn: '2026-01-01', kind: 'help' });
  await publish({ slug: 'hidden', answeredOn: '2026-02-01', _status: 'draft' });
}, 120_000);
afterAll(() => portal.close());

const publish = (given: Partial<PublishedLetter>) =>
  payload.create({
    collection: 'published-letters',
    data: {
      title: '路灯什么时候修好',
      question: '东门路的路灯不亮。',
      answer: '已经修好。',
      agency: agency.id,
      receivedOn: '2025-12-25',
      publishedOn: given.answeredOn,
      _status: 'published',
      ...given,
    } as never,
    depth: 0,
    ...(given._status === 'draft' && { draft: true }),
    context,
  });

const written = (more: Partial<LetterInput> = {}): LetterInput => ({
  purpose: 'letter',
  kind: 'question',
  title: '路灯',
  body: '不亮。',
  agency: 'traffic',
  page: null,
  name: '张样例',
  phone: '13800000000',
  email: null,
  address: null,
  idNumber: null,
  mayPublish: false,
  ...more,
});

describe('published letters', () => {
  const slugs = async (filters: Parameters<typeof queries.listLetters>[0]) =>
    (await queries.listLetters(filters, 'zh-CN')).items.map(({ slug }) => slug);

  it('are listed by the day of the reply, and a draft is not', async () => {
    expect(await slugs({})).toEqual(['first-day', 'last-day']);
    expect(await queries.findLetter('hidden', 'zh-CN')).toBeNull();
  });

  it('are found by kind, agency and the year in China of the reply', async () => {
    expect(await slugs({ kind: 'help' })).toEqual(['first-day']);
    expect(await slugs({ year: 2025 })).toEqual(['last-day']);
    expect(await slugs({ year: 2026 })).toEqual(['first-day']);
    expect(await slugs({ agency: 'traffic' })).toHaveLength(2);
    expect(await slugs({ agency: 'nobody' })).toEqual([]);
    expect(await queries.letterYears()).toEqual([2026, 2025]);
  });

  it('stand in the feed and in the file of the list, with the working days they took', async () => {
    const [{ openFeed }, { openList }] = await Promise.all([
      import('../../queries/feeds'),
      import('../../queries/lists/open-list'),
    ]);
    const feed = await openFeed(['letters', 'kind', 'help'], {}, 'zh-CN');
    expect(feed?.entries.map(({ address }) => new URL(address).pathname)).toEqual([
      '/letters/first-day',
    ]);
    expect(await openFeed(['letters', 'kind', 'nothing'], {}, 'zh-CN')).toBeNull();
    const list = await openList(['letters'], { year: '2025' }, 'zh-CN');
    const rows = [];
    for await (const row of list?.rows ?? []) {
      rows.push(list?.columns.map(({ valueOf }) => valueOf(row as never)));
    }
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(4);
  });
});

it('takes the files of a form along to the letter that is sent', async () => {
  const draftKey = newDraftKey();
  await writeKept(payload, draftKey, { answers: {} });
  const bytes = Buffer.from('东门路 12 号杆。');
  const problem = await addFile(
    payload,
    draftHash(draftKey),
    { name: '路灯.txt', bytes },
    'zh-CN',
    3,
  );
  expect(problem).toBeNull();
  const { receiptNumber } = await fileLetter(payload, written(), { draftKey, language: 'zh-CN' });
  const { docs } = await payload.find({
    collection: 'case-files',
    where: { 'letter.receiptNumber': { equals: receiptNumber } },
    depth: 0,
  });
  expect(docs.map(({ title }) => title)).toEqual(['路灯.txt']);
});

it('counts letters by agency and errors by what came of them, without anybody in them', async () => {
  const { lettersInFigures, correctionsInFigures } = await import('../../queries/letter-figures');
  await fileLetter(payload, written({ agency: null }));
  await fileLetter(
    payload,
    written({
      purpose: 'correction',
      kind: null,
      agency: null,
      page: { address: '/topics', title: null, kind: 'text' },
    }),
  );
  const { all, agencies } = await lettersInFigures(null, 'zh-CN');
  expect(all).toMatchObject({ received: 2, open: 2, answered: 0 });
  expect(agencies.map(({ name, received }) => [name, received])).toEqual(
    expect.arrayContaining([
      ['测试县交通局', 1],
      [null, 1],
    ]),
  );
  expect((await correctionsInFigures()).all).toMatchObject({ received: 1, open: 1 });
});
