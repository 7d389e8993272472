import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agency, Document, Question, Service } from '../../payload-types';
import { paragraph, signers } from './harness/people';
import { openPortal, OUTSIDE_WEB, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let signed: Awaited<ReturnType<typeof signers>>;
let agency: Agency;
let found: (text: string) => Promise<string[]>;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  signed = await signers(payload);
  const { searchPublished } = await import('../../queries/search');
  found = async (text) => {
    await payload.jobs.run({ queue: 'index', limit: 100, silent: true });
    // What a round of the queue has taken a moment before is still at work.
    await expect.poll(indexJobs, { timeout: 20_000 }).toBe(0);
    const { hits, direct } = await searchPublished({ text }, 'zh-CN');
    return [...(direct ? [`direct ${direct.hit.url}`] : []), ...hits.map(({ url }) => url)];
  };
  agency = await payload.create({
    collection: 'agencies',
    data: { name: '县民政局', slug: 'civil-affairs', kind: 'department' },
    context: OUTSIDE_WEB,
  });
});
afterAll(async () => {
  await payload.jobs.run({ queue: 'index', limit: 100, silent: true });
  await (await import('../../search/open')).closeSearchEngine();
  await portal?.close();
});

const indexJobs = async (): Promise<number> =>
  (await payload.count({ collection: 'payload-jobs', where: { queue: { equals: 'index' } } }))
    .totalDocs;

const whole = () => ({
  title: '内地居民结婚登记',
  slug: 'marriage',
  audience: ['people' as const],
  subject: 'household' as const,
  agency: agency.id,
  basis: '《婚姻登记条例》',
  conditions: '双方自愿',
  materials: [{ name: '居民身份证' }],
  place: '县民政局一楼',
  hours: '工作日 8:30–12:00',
  phone: '0795-0000001',
  process: [{ title: '申请' }, { title: '发证' }],
});

type Refusal = { data: { errors: { path: string; message: string }[] } };

/** What a person reads where a text is refused: one line a problem. */
const refused = async (making: Promise<unknown>): Promise<string[]> =>
  making.then(
    () => [],
    ({ data }: Refusal) => data.errors.map(({ path, message }) => `${path}: ${message}`),
  );

const publish = <Slug extends 'services' | 'questions' | 'proposals' | 'service-chains'>(
  collection: Slug,
  data: object,
) =>
  payload.create({
    collection,
    data: { ...data, _status: 'published' } as never,
    context: signed,
    depth: 0,
  });

/** Taken back by a leader for a reason, as the public reads it. */
const withdraw = (collection: 'services' | 'questions', id: number) =>
  payload.update({
    collection,
    id,
    data: { _status: 'draft', review: { action: undefined, opinion: '内容有误' } } as never,
    user: { ...signed.signOff.leader, collection: 'users' },
    context: OUTSIDE_WEB,
    depth: 0,
  });

describe('a service', () => {
  let service: Service;

  it('is kept as a draft with parts missing, and refused with each of them named when it goes out', async () => {
    const rest = { ...whole(), place: ' ', phone: '', materials: [] };
    const draft = await payload.create({
      collection: 'services',
      data: { ...rest, slug: 'unfinished' } as never,
      draft: true,
      context: OUTSIDE_WEB,
    });
    expect(draft._status).toBe('draft');
    const problems = await refused(
      publish('services', { ...rest, slug: 'unfinished-2', onlineUrl: 'http://x.cn/' }),
    );
    expect(problems.map((line) => line.split(':')[0])).toEqual([
      'materials',
      'place',
      'phone',
      'onlineUrl',
    ]);
    const handedIn = await refused(
      payload.update({
        collection: 'services',
        id: draft.id,
        draft: true,
        data: { review: { action: 'submit' } } as never,
        user: { ...signed.signOff.editor, collection: 'users' },
        overrideAccess: true,
        context: OUTSIDE_WEB,
      }),
    );
    expect(handedIn.map((line) => line.split(':')[0])).toEqual(['materials', 'place', 'phone']);
  });

  it('is found once it is published, and no more once it is withdrawn', async () => {
    service = (await publish('services', whole())) as Service;
    expect(await found('结婚登记')).toContain('/services/marriage');
    const { allServices } = await import('../../queries/services');
    expect((await allServices('zh-CN')).map(({ slug }) => slug)).toEqual(['marriage']);
    const other = (await publish('services', {
      ...whole(),
      title: '撤销收养登记',
      slug: 'adoption',
    })) as Service;
    expect(await found('撤销收养登记')).toContain('/services/adoption');
    await withdraw('services', other.id);
    expect(await found('撤销收养登记')).not.toContain('/services/adoption');
  });

  it('is a step of a matter that says where each step is done', async () => {
    const steps = [{ title: '登记', service: service.id }, { title: '庆祝' }];
    const chain = { title: '结婚一件事', slug: 'wedding', audience: ['people'], agency: agency.id };
    expect((await refused(publish('service-chains', { ...chain, steps }))).join()).toContain(
      'steps.1.agency',
    );
    await publish('service-chains', {
      ...chain,
      steps: [steps[0], { title: '改户口', agency: agency.id, timeLimit: '3个工作日' }],
    });
    const { findChain, aroundService } = await import('../../queries/services');
    const shown = await findChain('wedding', 'zh-CN');
    expect(shown?.steps.map(({ agency: at }) => at?.slug)).toEqual([
      'civil-affairs',
      'civil-affairs',
    ]);
    expect([shown?.agencies, shown?.workdays]).toEqual([1, null]);
    const { chains } = await aroundService(service.id, 'zh-CN');
    expect(chains.map(({ slug }) => slug)).toEqual(['wedding']);
    expect(await found('结婚一件事')).toContain('/services/chains/wedding');
  });
});

describe('a question', () => {
  let question: Question;
  let document: Document;
  const asked = (data: object = {}) => ({
    title: '满多少岁可以领高龄津贴？',
    slug: 'age',
    alsoAsked: ['几岁有老人钱'],
    agency: agency.id,
    body: paragraph('年满八十周岁的本县老人可以领取。'),
    sources: [{ document: document.id, anchor: 'article-2' }],
    ...data,
  });

  beforeAll(async () => {
    document = (await payload.create({
      collection: 'documents',
      data: {
        title: '高龄津贴发放办法',
        kind: 'normative',
        body: paragraph('第二条　年满八十周岁的，按月发放。'),
        validity: 'in-force',
        _status: 'published',
      } as never,
      context: signed,
      depth: 0,
    })) as Document;
  });

  it('goes out with an answer and with places that its documents have', async () => {
    const problems = await refused(publish('questions', asked({ body: undefined, sources: [] })));
    expect(problems.map((line) => line.split(':')[0])).toEqual(['body', 'sources']);
    const sources = [{ document: document.id, anchor: 'article-9' }];
    const [place] = await refused(publish('questions', asked({ sources })));
    expect(place).toMatch(/^sources\.0\.anchor: .*article-9/);
  });

  it('is answered at once in other words than its title', async () => {
    question = (await publish('questions', asked())) as Question;
    expect((await found('几岁有老人钱'))[0]).toBe('direct /questions/age');
  });

  it('is marked once its document is repealed, and its answer is not given as if it held', async () => {
    const { findQuestion } = await import('../../queries/questions');
    expect((await findQuestion('age', 'zh-CN'))?.basis).toBe('holds');
    await payload.update({
      collection: 'documents',
      id: document.id,
      data: { change: { status: 'repealed', on: '2020-01-01', reason: '不再适用' } } as never,
      context: signed,
      depth: 0,
    });
    expect((await findQuestion('age', 'zh-CN'))?.basis).toBe('ended');
    const { searchPublished } = await import('../../queries/search');
    const { direct } = await searchPublished({ text: '几岁有老人钱' }, 'zh-CN');
    expect(direct?.record).toMatchObject({ basis: 'ended' });
  });

  it('is gone from the search once it is withdrawn', async () => {
    await withdraw('questions', question.id);
    expect(await found('几岁有老人钱')).not.toContain('direct /questions/age');
    expect(await found('满多少岁可以领高龄津贴')).not.toContain('/questions/age');
  });
});

describe('a proposal', () => {
  const proposal = (data: object = {}) => ({
    title: '关于增设公交线路的建议',
    proposerKind: 'deputy',
    year: 2025,
    session: '县十七届人大四次会议',
    number: '12',
    agency: agency.id,
    text: paragraph('建议增设一路公交。'),
    ...data,
  });
  const reply = {
    reply: paragraph('已经开通夜班专线。'),
    repliedOn: '2025-04-18',
    receivedOn: '2025-02-24',
    result: 'a',
  };

  it('stands once under its number in its session', async () => {
    await publish('proposals', proposal({ slug: 'bus', ...reply }));
    const again = proposal({ slug: 'bus-2', number: '第012号' });
    expect((await refused(publish('proposals', again)))[0]).toMatch(/^number: .*12.*公交线路/);
    await publish('proposals', proposal({ slug: 'bus-3', proposerKind: 'member' }));
    expect(
      await refused(publish('proposals', proposal({ number: '13', result: 'a' }))),
    ).toHaveLength(2);
  });

  it('is found by what it asks for and by what was replied, and counted by its result', async () => {
    expect(await found('夜班专线')).toContain('/proposals/bus');
    const { allProposals, proposalFacets, OPEN } = await import('../../queries/proposals');
    const { faceted } = await import('../../queries/faceted');
    const rows = await allProposals('zh-CN');
    const { counted } = faceted(rows, proposalFacets(rows, 'zh-CN'), {});
    expect(counted.result).toEqual([
      { value: 'a', count: 1 },
      { value: OPEN, count: 1 },
    ]);
  });
});
