import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexRecord } from '../../jobs/index-record';
import { fileLetter } from '../../collections/Letters/file-letter';
import { draftHash, newDraftKey, writeKept } from '../../collections/ApplicationDrafts/drafts';
import { addFile } from '../../collections/ApplicationDrafts/draft-files';
import type { LetterInput } from '../../domain/letters/parse';
import type { Agency, PublishedLetter } from '../../payload-types';
import { person, signers } from './harness/people';
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
afterAll(async () => {
  await payload.jobs.run({ queue: 'index', limit: 100, silent: true });
  await (await import('../../search/open')).closeSearchEngine();
  await portal.close();
});

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

  it('are found by what was written and answered, as are answers to applications and quarterly notices', async () => {
    const { searchPublished } = await import('../../queries/search');
    const more = { agency: agency.id, publishedOn: '2026-03-01', _status: 'published' };
    const answer = {
      title: '预算表',
      question: '去年的预算。',
      answer: '见附表。',
      slug: 'budget',
    };
    await payload.create({
      collection: 'published-answers',
      data: { ...answer, ...more, replyKind: 'granted', answeredOn: '2026-02-01' } as never,
      context,
    });
    // The hooks ask for the figures of the quarter, which are another test's matter.
    const notice = await payload.db.create({
      collection: 'quarterly-notices',
      data: { title: '季度情况通报', year: 2025, quarter: 4, slug: '2025-q4', ...more },
    });
    await indexRecord(payload, 'quarterly-notices', String(notice.id));
    await payload.jobs.run({ queue: 'index', limit: 100, silent: true });
    const found = async (text: string) =>
      (await searchPublished({ text }, 'zh-CN')).hits.map(({ url }) => url).sort();
    expect(await found('东门路')).toEqual(['/letters/first-day', '/letters/last-day']);
    expect(await found('附表')).toEqual(['/applications/answers/budget']);
    expect(await found('季度情况通报')).toEqual(['/statistics/notices/2025-q4']);
    const { hits, facets } = await searchPublished(
      { text: '路灯', filters: { collection: ['published-letters'] }, sort: 'newest' },
      'zh-CN',
    );
    expect(hits.map(({ publishedOn }) => publishedOn)).toEqual(['2026-01-01', '2025-12-31']);
    expect(facets.collection).toEqual([{ value: 'published-letters', count: 2 }]);
    const { alreadyAnswered } = await import('../../queries/already-answered');
    expect(await alreadyAnswered({ title: '路灯修好' }, 'zh-CN')).toContainEqual(
      expect.objectContaining({ href: '/letters/last-day' }),
    );
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

it('takes the files of a form along to the letter that is sent, and shows them to nobody before', async () => {
  const officer = await person(payload, 'officer', 'officer');
  const seen = async () =>
    (
      await payload.find({
        collection: 'case-files',
        user: { ...officer, collection: 'users' },
        overrideAccess: false,
        depth: 0,
      })
    ).totalDocs;
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
  expect(await seen()).toBe(0);
  const { receiptNumber } = await fileLetter(payload, written(), { draftKey, language: 'zh-CN' });
  const { docs } = await payload.find({
    collection: 'case-files',
    where: { 'letter.receiptNumber': { equals: receiptNumber } },
    depth: 0,
  });
  expect(docs.map(({ title }) => title)).toEqual(['路灯.txt']);
  expect(await seen()).toBe(1);
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
