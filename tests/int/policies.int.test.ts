import { createLocalReq, handleEndpoints, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paragraph, signers } from './harness/people';
import { openPortal, OUTSIDE_WEB, type Portal } from './harness/portal';
import { tokenOf } from './harness/office';
import type { Agency, Document, Policy, User } from '../../payload-types';

let portal: Portal;
let payload: Payload;
let context: Awaited<ReturnType<typeof signers>>;
let agency: Agency;
let measures: Document;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  context = await signers(payload);
  agency = await payload.create({
    collection: 'agencies',
    data: { name: '测试县人社局', slug: 'jobs', kind: 'department', phone: '0795-0000000' },
    context: OUTSIDE_WEB,
  });
  measures = await publishDocument('创业扶持办法', '第一条　首次创业的，补贴5000元。');
}, 120_000);
afterAll(() => portal.close());

const publishDocument = (title: string, text: string, rest: Partial<Document> = {}) =>
  payload.create({
    collection: 'documents',
    data: {
      title,
      kind: 'normative',
      body: paragraph(text),
      effectiveOn: '2020-01-01T12:00:00.000Z',
      ...rest,
      _status: 'published',
    } as never,
    depth: 0,
    context,
  });

const whole = (document: Document, rest: Partial<Policy> = {}): Partial<Policy> => ({
  title: '一次性创业补贴',
  benefit: '补贴5000元',
  eligibility: '首次创业',
  howToApply: '到窗口',
  materials: [{ name: '申请表' }],
  process: [{ title: '受理' }],
  timeLimit: '15个工作日',
  officer: '张某',
  phone: '0795-0000001',
  sources: [{ document: document.id, anchor: 'article-1', passage: '补贴5000元' }],
  fits: { sizes: ['micro'], needs: ['start'] },
  agency: agency.id,
  ...rest,
});

const publishPolicy = (document: Document, rest: Partial<Policy> = {}) =>
  payload.create({
    collection: 'policies',
    data: { ...whole(document, rest), _status: 'published' } as never,
    depth: 0,
    context,
  });

type Refusal = { data?: { errors?: { path: string; message: string }[] } };
const pathsOf = (wanted: Promise<unknown>) =>
  wanted.then(
    () => [],
    (thrown: Refusal) => (thrown.data?.errors ?? []).map(({ path }) => path),
  );

describe('a guide that lacks something', () => {
  it('is kept as a draft and can be neither handed in nor published, each part named', async () => {
    const draft = await payload.create({
      collection: 'policies',
      data: { title: '半份指南', agency: agency.id, benefit: '补贴' } as never,
      draft: true,
      depth: 0,
      context: OUTSIDE_WEB,
    });
    const submit = payload.update({
      collection: 'policies',
      id: draft.id,
      data: { review: { action: 'submit' } } as never,
      draft: true,
      depth: 0,
      user: context.signOff.editor,
      context: OUTSIDE_WEB,
    });
    expect(await pathsOf(submit)).toEqual([
      'eligibility',
      'howToApply',
      'materials',
      'process',
      'timeLimit',
      'officer',
      'phone',
      'sources',
    ]);
    await expect(publishPolicy(measures, { officer: ' ' })).rejects.toThrow(/officer|经办/i);
    const unnamed = { applyUrl: 'javascript:alert(1)', phone: '暂无' };
    expect(await pathsOf(publishPolicy(measures, unnamed))).toEqual(['applyUrl', 'phone']);
    const quoteless = { sources: [{ document: measures.id }] } as Partial<Policy>;
    expect(await pathsOf(publishPolicy(measures, quoteless))).toEqual(['sources.0.passage']);
  });

  it('is approved only while it is whole, by whatever way it lost a part', async () => {
    const { editor, clerk, leader } = context.signOff;
    const draft = await payload.create({
      collection: 'policies',
      data: whole(measures) as never,
      draft: true,
      depth: 0,
      user: editor,
      context: OUTSIDE_WEB,
    });
    const step = (action: string, user: User, more: object = {}) =>
      payload.update({
        collection: 'policies',
        id: draft.id,
        data: { ...more, review: { action } } as never,
        draft: true,
        depth: 0,
        user,
        context: OUTSIDE_WEB,
      });
    await step('submit', editor);
    await step('examine', clerk);
    expect(await pathsOf(step('approve', leader, { officer: '' }))).toEqual(['officer']);
    await step('approve', leader);
  });
});

describe('the passages of a guide', () => {
  const ask = async (sources: unknown, user: User | null) => {
    const token = user && (await tokenOf(payload, user));
    const response = await handleEndpoints({
      config: payload.config,
      path: '/api/policies/passages',
      request: new Request('http://127.0.0.1:9/api/policies/passages', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Accept-Language': 'zh',
          ...(token && { Authorization: `JWT ${token}` }),
        },
        body: JSON.stringify({ sources }),
      }),
    });
    return { status: response.status, body: (await response.json()) as { findings?: unknown } };
  };

  it('are compared with their documents for staff, and for nobody else', async () => {
    const { editor } = context.signOff;
    const document = measures.id;
    const asked = [
      { document, anchor: 'article-1', passage: '首次创业的， 补贴5000元' },
      { document, anchor: '', passage: '补贴5000元' },
      { document, anchor: 'article-1', passage: '补贴6000元' },
      { document: 99_999_999, anchor: 'article-1', passage: '补贴' },
      { document, passage: '' },
      null,
    ];
    expect((await ask(asked, editor)).body.findings).toEqual([
      { found: 'here' },
      { found: 'elsewhere', anchor: 'article-1' },
      { found: 'nowhere' },
      { found: 'unread' },
      null,
      null,
    ]);
    expect((await ask(asked, null)).status).toBe(401);
    expect((await ask('x', editor)).status).toBe(400);
    expect((await ask([{ document: { a: 1 }, passage: '补' }], editor)).status).toBe(200);
  });
});

describe('the standing of a policy', () => {
  it('follows its document: repealed, the guide expires by itself, and lists put it last', async () => {
    const { allPolicies, findPolicy, policiesOn, findFitting } =
      await import('../../queries/policies');
    const { policiesList } = await import('../../queries/lists/policies');
    const old = await publishDocument('旧扶持办法', '第一条　补贴3000元。');
    const policy = await publishPolicy(old, {
      title: '旧补贴',
      sources: [{ document: old.id, anchor: 'article-1', passage: '补贴3000元' }],
    });
    const other = await publishPolicy(measures, { publishedOn: '2020-01-01T12:00:00.000Z' });
    const stateOf = async () =>
      (await findPolicy(policy.slug ?? '', 'zh-CN'))?.known ?? { state: 'none' };
    expect(await stateOf()).toMatchObject({ state: 'open' });

    await publishDocument('新扶持办法', '第一条　旧办法废止。', {
      title: '新扶持办法',
      relations: [{ verb: 'repeals', document: old.id, on: '2026-01-01T12:00:00.000Z' }],
    } as never);
    expect(await stateOf()).toMatchObject({
      state: 'expired',
      expired: { source: String(old.id), how: 'repealed', since: '2026-01-01' },
    });
    expect((await policiesOn(old.id, 'zh-CN')).map(({ standing }) => standing)).toEqual([
      'expired',
    ]);
    // What was read a second ago may be a second old.
    await expect
      .poll(async () => (await allPolicies('zh-CN')).at(-1)?.standing, { timeout: 5_000 })
      .toBe('expired');
    const rows = await allPolicies('zh-CN');
    expect(rows.map(({ policy: { id } }) => id)).toContain(other.id);
    expect(rows.at(-1)?.policy.id).toBe(policy.id);

    const found = await findFitting({ size: 'micro', need: 'start' }, 'zh-CN');
    expect(found.fitting.map(({ policy: { id } }) => id)).not.toContain(policy.id);
    expect(found.over).toBe(1);
    const list = await policiesList({ standing: 'expired' }, 'zh-CN');
    expect(list.total).toBe(1);
    const standing = list.columns.find(({ key }) => key === 'standing');
    for await (const row of list.rows) expect(standing?.valueOf(row)).toBe('已失效');
  });

  it('says that a document was amended, or is not public any more', async () => {
    const { findPolicy } = await import('../../queries/policies');
    const basis = await publishDocument('民宿办法', '第一条　每张床位2000元。');
    const { slug } = await publishPolicy(basis, {
      sources: [
        { document: basis.id, anchor: 'article-1', passage: '每张床位2000元' },
        { document: measures.id, anchor: 'article-1', passage: '补贴5000元' },
      ],
    });
    await publishDocument('修改决定', '第一条　民宿办法第二条改为……', {
      relations: [{ verb: 'amends', document: basis.id, on: '2026-01-01T12:00:00.000Z' }],
    } as never);
    const known = async () => (await findPolicy(slug ?? '', 'zh-CN'))?.known;
    expect(await known()).toMatchObject({
      state: 'open',
      amended: [String(basis.id)],
      hasHiddenSource: false,
    });
    await payload.update({
      collection: 'documents',
      id: basis.id,
      data: { _status: 'draft', review: { opinion: '内容有误' } } as never,
      depth: 0,
      user: context.signOff.leader,
      context: OUTSIDE_WEB,
    });
    expect(await known()).toMatchObject({ amended: [], hasHiddenSource: true });
  });

  it('is withdrawn with a notice at its address, and never read as a draft', async () => {
    const { findPolicy } = await import('../../queries/policies');
    const { findWithdrawal } = await import('../../queries/withdrawals');
    const { id, slug } = await publishPolicy(measures, { title: '写错的指南' });
    await payload.update({
      collection: 'policies',
      id,
      data: { _status: 'draft', review: { opinion: '标准写错了' } } as never,
      depth: 0,
      user: context.signOff.leader,
      context: OUTSIDE_WEB,
    });
    expect(await findPolicy(slug ?? '', 'zh-CN')).toBeNull();
    expect(await findWithdrawal('policies', slug ?? '')).toMatchObject({ reason: '标准写错了' });
  });

  it('keeps a draft document of which a guide speaks from being deleted', async () => {
    const req = await createLocalReq({}, payload);
    const draft = await payload.create({
      collection: 'documents',
      data: { title: '草稿办法', kind: 'normative' } as never,
      draft: true,
      depth: 0,
      context: OUTSIDE_WEB,
      req,
    });
    await payload.create({
      collection: 'policies',
      data: { title: '引用草稿', agency: agency.id, sources: [{ document: draft.id }] } as never,
      draft: true,
      depth: 0,
      context: OUTSIDE_WEB,
    });
    await expect(
      payload.delete({ collection: 'documents', id: draft.id, context: OUTSIDE_WEB }),
    ).rejects.toThrow(/引用草稿|invalid|无效/);
  });
});
