import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueItem } from '../../domain/catalogue/items';
import type { Agency, User } from '../../payload-types';
import { readCatalogue } from '../../transfer/catalogue/read-workbook';
import { loadItems, planCatalogue, writeCatalogue } from '../../transfer/catalogue/store';
import { catalogueWorkbook } from '../../transfer/catalogue/write-workbook';
import { paragraph, person, signers } from './harness/people';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let agency: Agency;
let context: Awaited<ReturnType<typeof signers>>;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  context = await signers(payload);
  agency = await payload.create({
    collection: 'agencies',
    data: {
      name: '测试县民政局',
      shortName: '民政局',
      slug: 'civil',
      code: '990000001',
      kind: 'department',
    },
    context: OUTSIDE_WEB,
  });
});
afterAll(() => portal.close());

const items: CatalogueItem[] = [
  item(1, '最低生活保障', '保障标准', '城乡标准'),
  item(2, '最低生活保障', '办理指南', '条件、材料、程序'),
  { ...item(3, '临时救助', '', '救助人次'), way: 'on-request', levels: ['township'] },
];

function item(order: number, levelOne: string, levelTwo: string, content: string): CatalogueItem {
  return {
    domain: 'social-assistance',
    order,
    levelOne,
    levelTwo,
    content,
    basis: '《社会救助暂行办法》第九条',
    timeLimit: '20个工作日内',
    agencyName: '县民政局、乡镇人民政府',
    channels: ['政府网站', '村村响'],
    audience: 'specific',
    audienceNote: '申请人',
    way: 'proactive',
    levels: ['county', 'township'],
    reviewDays: 90,
  };
}

/** What reading a workbook into this portal does, by number. */
async function take(bytes: Uint8Array, options: { retire?: boolean } = {}) {
  const plan = await planCatalogue(payload, readCatalogue(bytes));
  await writeCatalogue(payload, plan, { ...options, context: OUTSIDE_WEB });
  return plan;
}

const stored = () =>
  payload.find({ collection: 'catalogue-items', pagination: false, depth: 0, sort: 'order' });

describe('a catalogue from a workbook', () => {
  it('is stored with its agency, named and addressed', async () => {
    const { added, findings } = await take(await catalogueWorkbook(items));
    expect([added.length, findings]).toEqual([3, []]);
    const { docs } = await stored();
    expect(docs[0]).toMatchObject({
      title: '最低生活保障 · 保障标准',
      agency: agency.id,
      channels: ['政府网站', '村村响'],
      reviewDays: 90,
    });
    expect(docs[0]?.slug).toMatch(/^social-assistance-[0-9a-f]{8}$/);
  });

  it('changes nothing when it is read again, and nothing is lost on the way out and in', async () => {
    const plan = await take(await catalogueWorkbook(await loadItems(payload)));
    expect([plan.added, plan.changed, plan.unchanged]).toEqual([[], [], 3]);
    expect(await loadItems(payload, 'social-assistance')).toEqual(items);
    expect(await loadItems(payload, 'budgets')).toEqual([]);
  });

  it('changes what a new edition changes, and keeps the addresses', async () => {
    const before = (await stored()).docs.map(({ slug }) => slug);
    const edition = items.map((one, i) => (i === 0 ? { ...one, content: '城乡标准和补差' } : one));
    const plan = await take(await catalogueWorkbook(edition));
    expect(plan.changed.map(({ fields }) => fields)).toEqual([['content']]);
    expect((await stored()).docs.map(({ slug }) => slug)).toEqual(before);
  });

  it('tells of items that a sheet no longer has, and retires them only when asked', async () => {
    const short = await catalogueWorkbook(items.slice(1));
    const plan = await take(short);
    expect(plan.findings).toEqual([
      { sheet: '', row: 0, code: 'missing', detail: '最低生活保障 · 保障标准' },
    ]);
    await take(short, { retire: true });
    expect(await loadItems(payload)).toHaveLength(2);
    // Read with the item again, it is in use again.
    const { changed } = await take(await catalogueWorkbook(items));
    expect(changed.map(({ fields }) => fields)).toEqual([['content', 'retired']]);
    expect(await loadItems(payload)).toEqual(items);
  });

  it('keeps the name of an agency that is not held here, and says so', async () => {
    const other = {
      ...item(1, '户籍', '', '指南'),
      domain: 'budgets' as const,
      agencyName: '某局',
    };
    const { findings } = await take(await catalogueWorkbook([other]));
    expect(findings).toEqual([
      { sheet: '财政预决算', row: 4, code: 'agency-unknown', detail: '某局' },
    ]);
    expect(await loadItems(payload, 'budgets')).toEqual([other]);
  });
});

describe('an item of the catalogue', () => {
  it('is held once, whatever blanks are typed into it', async () => {
    const twin = payload.create({
      collection: 'catalogue-items',
      data: {
        domain: 'social-assistance',
        levelOne: '最低生活保障',
        levelTwo: '办理 指南',
        content: '条件、材料、程序。',
      },
      context: OUTSIDE_WEB,
    });
    await expect(twin).rejects.toThrow(/已经有相同的事项/);
  });

  it('is written by the editors of its own agency, and read by everyone', async () => {
    const outsider = await person(payload, 'outsider', 'editor');
    const owner = await payload.update({
      collection: 'users',
      id: (await person(payload, 'owner', 'editor')).id,
      data: { agency: agency.id },
      context: OUTSIDE_WEB,
    });
    const { docs } = await stored();
    const change = (user: User) =>
      payload.update({
        collection: 'catalogue-items',
        id: docs.find(({ domain }) => domain === 'social-assistance')?.id ?? 0,
        data: { timeLimit: '即时公开' },
        user,
        overrideAccess: false,
        context: OUTSIDE_WEB,
      });
    await expect(change(outsider)).rejects.toThrow();
    expect((await change(owner)).timeLimit).toBe('即时公开');
    const { totalDocs } = await payload.find({
      collection: 'catalogue-items',
      overrideAccess: false,
    });
    expect(totalDocs).toBe(4);
  });

  it('shows what is published under it and no draft', async () => {
    const { documentsUnderItem, listCatalogue } = await import('../../queries/catalogue');
    const { catalogueOverview } = await import('../../queries/catalogued');
    const { docs } = await stored();
    const under = docs.find(({ levelTwo }) => levelTwo === '保障标准');
    const document = (title: string, publishedOn: string) => ({
      title,
      kind: 'notice' as const,
      agency: agency.id as number,
      body: paragraph('正文'),
      catalogueItems: [under?.id as number],
      publishedOn,
    });
    for (const [title, day] of [
      ['旧标准', '2025-02-01'],
      ['新标准', '2026-02-01'],
    ] as const) {
      await payload.create({
        collection: 'documents',
        data: { ...document(title, day), _status: 'published' },
        context,
      });
    }
    await payload.create({
      collection: 'documents',
      data: document('没有公开的草稿', '2026-03-01'),
      draft: true,
      context: OUTSIDE_WEB,
    });
    const rows = await listCatalogue('social-assistance', 'zh-CN', '2026-06-01');
    const row = rows.find(({ id }) => id === under?.id);
    expect(row?.published).toMatchObject({ count: 2, last: '2026-02-01' });
    expect(row?.published.newest.map(({ title }) => title)).toEqual(['新标准', '旧标准']);
    expect([row?.coverage, row?.dueOn, row?.daysLate]).toEqual(['late', '2026-05-02', 30]);
    const township = await listCatalogue('social-assistance', 'zh-CN', '2026-06-01', 'township');
    expect(township).toHaveLength(3);
    const { items: documents, total } = await documentsUnderItem(under?.id ?? 0, 'zh-CN');
    expect([documents.map(({ title }) => title), total]).toEqual([['新标准', '旧标准'], 2]);
    const overview = await catalogueOverview('2026-06-01');
    expect(overview.find(({ domain }) => domain === 'social-assistance')?.counts).toMatchObject({
      items: 3,
      nothing: 1,
      late: 1,
      covered: 0,
      'on-request': 1,
    });
  });

  it('counts for each field and place what stands in its list, and no draft', async () => {
    const { listCatalogue } = await import('../../queries/catalogue');
    const { catalogueMatrix, placesOf } = await import('../../queries/catalogued');
    const township = await payload.create({
      collection: 'agencies',
      data: { name: '测试乡人民政府', slug: 'town', code: '990000009', kind: 'township' },
      context: OUTSIDE_WEB,
    });
    const { docs } = await stored();
    const under = docs.find(({ levelTwo }) => levelTwo === '保障标准');
    await payload.create({
      collection: 'documents',
      data: {
        title: '乡里的救助名单公示',
        kind: 'notice',
        agency: township.id,
        body: paragraph('正文'),
        catalogueItems: [under?.id as number],
        publishedOn: '2026-05-01',
        _status: 'published',
      } as never,
      context,
    });
    const { matrix, townships } = await catalogueMatrix('zh-CN', '2026-06-01');
    expect(townships.map(({ slug }) => slug)).toEqual(['town']);
    const row = matrix.rows.find(({ domain }) => domain === 'social-assistance')!;
    expect(row.county).toMatchObject({ documents: 2, last: '2026-02-01', items: 2, late: 1 });
    expect(row.townships[0]).toMatchObject({ documents: 1, last: '2026-05-01', late: 0 });
    expect(matrix.distinct).toEqual({ county: 2, townships: [1], all: 3 });
    const counted = async (by: { ids: number[]; others?: true }) =>
      (await listCatalogue('social-assistance', 'zh-CN', '2026-06-01', undefined, by)).reduce(
        (sum, { published }) => sum + published.count,
        0,
      );
    expect(await counted({ ids: [township.id as number] })).toBe(1);
    expect(await counted({ ids: [township.id as number], others: true })).toBe(2);
    const alone = await placesOf('social-assistance', 'zh-CN', '2026-06-01');
    expect(alone.row).toEqual(row);
  });
});

describe('a column or an item that is retired', () => {
  it('is not chosen for a text any more, and stays on the text that has it', async () => {
    const { docs } = await stored();
    const [item] = docs.filter(({ levelTwo }) => levelTwo === '办理指南');
    const column = (name: string, rest: object = {}) =>
      payload.create({
        collection: 'columns',
        data: { name, slug: `column-${name.length}-${Math.random()}`.replace('.', ''), ...rest },
        context: OUTSIDE_WEB,
      });
    const old = await column('救助');
    const write = (title: string, data: object) =>
      payload.create({
        collection: 'documents',
        data: {
          title,
          kind: 'notice',
          agency: agency.id,
          body: paragraph('正文'),
          ...data,
        } as never,
        draft: true,
        context: OUTSIDE_WEB,
      });
    const kept = await write('先有的文件', { columns: [old.id], catalogueItems: [item?.id] });
    const retired = { data: { retired: true }, context: OUTSIDE_WEB };
    await payload.update({ collection: 'columns', id: old.id, ...retired });
    await payload.update({ collection: 'catalogue-items', id: item?.id ?? 0, ...retired });
    await expect(
      write('后来的文件', { columns: [old.id], catalogueItems: [item?.id] }),
    ).rejects.toMatchObject({
      data: {
        errors: [
          { path: 'columns', message: expect.stringContaining('“救助”已经停用') as string },
          { path: 'catalogueItems', message: expect.stringContaining('办理指南') as string },
        ],
      },
    });
    const changed = await payload.update({
      collection: 'documents',
      id: kept.id,
      data: { title: '先有的文件（改）', columns: [old.id] },
      draft: true,
      depth: 0,
      context: OUTSIDE_WEB,
    });
    expect(changed.columns).toEqual([old.id]);
    await expect(column('下级栏目', { parent: old.id })).rejects.toMatchObject({
      data: { errors: [{ path: 'parent', message: expect.stringContaining('停用') as string }] },
    });
    const upper = await column('上级栏目');
    const lower = await column('更下级的栏目', { parent: upper.id });
    await expect(
      payload.update({
        collection: 'columns',
        id: upper.id,
        data: { parent: lower.id },
        context: OUTSIDE_WEB,
      }),
    ).rejects.toMatchObject({ data: { errors: [{ path: 'parent' }] } });
  });
});
