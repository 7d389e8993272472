import { handleEndpoints, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agency, Citation, Document, User } from '../../payload-types';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { paragraph, person, signers } from './harness/people';

let portal: Portal;
let payload: Payload;
let signed: Awaited<ReturnType<typeof signers>>;
let queries: typeof import('../../queries/citations');
let linkAll: typeof import('../../jobs/link-all-citations').linkAll;
let blocksOf: (document: Document) => Parameters<typeof queries.citedIn>[1];

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  signed = await signers(payload);
  queries = await import('../../queries/citations');
  ({ linkAll } = await import('../../jobs/link-all-citations'));
  const { blocksFromLexical } = await import('../../domain/documents/lexical');
  blocksOf = (document) => blocksFromLexical(document.body);
});
afterAll(() => portal?.close());

/** Runs the jobs that the changes before it have queued. */
const settle = () => payload.jobs.run({ queue: 'index', limit: 100, silent: true });

const body = (...texts: string[]) => {
  const [first, ...others] = texts.map((text) => paragraph(text));
  first?.root.children.push(...others.flatMap(({ root }) => root.children));
  return first as Document['body'];
};

async function publish(data: Partial<Document>, ...texts: string[]): Promise<Document> {
  const made = await payload.create({
    collection: 'documents',
    data: {
      kind: 'notice',
      madeOn: '2020-01-01T00:00:00.000+08:00',
      body: body(...(texts.length > 0 ? texts : ['正文。'])),
      _status: 'published',
      ...data,
    } as Document,
    context: signed,
  });
  await settle();
  return made;
}

const withdraw = async ({ id }: Document): Promise<void> => {
  await payload.update({
    collection: 'documents',
    id,
    data: { _status: 'draft', review: { opinion: '内容有误' } } as never,
    user: signed.signOff.leader,
    context: OUTSIDE_WEB,
  });
  await settle();
};

/** The words that are links in a text's public page, and where they lead. */
const linksOf = async (document: Document): Promise<string[]> => {
  const { citations, documents } = await queries.citedIn(document.id, blocksOf(document), 'zh-CN');
  return citations.map(
    ({ quote, target, anchor }) =>
      `${quote} → ${target === null ? '' : documents.get(target)?.title}${anchor ? `#${anchor}` : ''}`,
  );
};

const citersOf = async (document: Document): Promise<string[]> =>
  (await queries.citedBy(document.id, 'zh-CN')).items.map(({ title }) => title ?? '');

const rowOf = async (document: Document): Promise<Citation> => {
  const { docs } = await payload.find({
    collection: 'citations',
    where: { document: { equals: document.id } },
    depth: 0,
  });
  return docs[0] as Citation;
};

const correct = async (document: Document, user: User, corrections: object[]) =>
  payload.update({
    collection: 'citations',
    id: (await rowOf(document)).id,
    data: { corrections } as never,
    overrideAccess: false,
    user: { ...user, collection: 'users' },
    context: OUTSIDE_WEB,
  });

describe('the citations of a published text', () => {
  test('lead to what is held, article by article, and back', async () => {
    const law = await publish({ title: '青禾县渠道管理办法' }, '第一条　总则。', '第二条　分则。');
    const notice = await publish(
      { title: '关于落实渠道管理的通知', number: '青府发〔2020〕7号' },
      '按照《青禾县渠道管理办法》（以下简称《办法》）第二条、第九条办理。',
      '《办法》没有规定的，照《青禾县水塘管理办法》办理，填写《巡查表》。',
    );
    expect(await linksOf(notice)).toEqual([
      '《青禾县渠道管理办法》 → 青禾县渠道管理办法',
      '《办法》 → 青禾县渠道管理办法',
      '第二条 → 青禾县渠道管理办法#article-2',
      '《办法》 → 青禾县渠道管理办法',
    ]);
    expect(await citersOf(law)).toEqual(['关于落实渠道管理的通知']);
    const { body: stored } = await payload.findByID({
      collection: 'documents',
      id: notice.id,
      depth: 0,
    });
    expect(stored).toEqual(notice.body);
  });

  test('reach a document that comes later, by title and by number', async () => {
    const early = await publish(
      { title: '关于水塘的通知' },
      '按照《青禾县水塘管理规定》和青府发〔2019〕3号执行。',
    );
    expect(await linksOf(early)).toEqual([]);
    await publish({ title: '青禾县水塘管理规定', madeOn: '2019-05-01T00:00:00.000+08:00' });
    await publish({ title: '水塘清淤方案', number: '青府发[2019]3号' });
    expect(await linksOf(early)).toEqual([
      '《青禾县水塘管理规定》 → 青禾县水塘管理规定',
      '青府发〔2019〕3号 → 水塘清淤方案',
    ]);
  });

  test('lose a document that is withdrawn, its title with it, at once and in the stored row', async () => {
    const target = await publish({ title: '青禾县夜市管理办法' });
    const citing = await publish({ title: '关于夜市的通知' }, '执行《青禾县夜市管理办法》。');
    expect(await linksOf(citing)).toHaveLength(1);
    await payload.update({
      collection: 'documents',
      id: target.id,
      data: { _status: 'draft', review: { opinion: '内容有误' } } as never,
      user: signed.signOff.leader,
      context: OUTSIDE_WEB,
    });
    // Before any job: the page reads its targets as the public does.
    const shown = await queries.citedIn(citing.id, blocksOf(citing), 'zh-CN');
    expect(shown.citations).toEqual([]);
    expect([...shown.documents]).toEqual([]);
    await settle();
    expect(await rowOf(citing)).toMatchObject({ found: [], targets: [] });
  });

  test('are gone from the other’s list when the citing text is withdrawn', async () => {
    const target = await publish({ title: '青禾县摊位管理办法' });
    const citing = await publish({ title: '关于摊位的通知' }, '执行《青禾县摊位管理办法》。');
    expect(await citersOf(target)).toEqual(['关于摊位的通知']);
    await withdraw(citing);
    expect(await citersOf(target)).toEqual([]);
    expect(await rowOf(citing)).toBeUndefined();
  });
});

describe('the public interface', () => {
  const rest = async (path: string): Promise<{ status: number; text: string }> => {
    const { default: config } = await import('../../payload.config');
    const response = await handleEndpoints({
      config,
      request: new Request(`http://localhost:3000/api${path}`),
    });
    return { status: response.status, text: await response.text() };
  };

  test('gives the citations of published texts, and none of a text that is not public', async () => {
    const target = await publish({ title: '青禾县桥梁管理办法' });
    const open = await publish({ title: '关于桥梁的通知' }, '执行《青禾县桥梁管理办法》。');
    const draft = await payload.create({
      collection: 'documents',
      draft: true,
      data: { title: '未公开的桥梁稿件', kind: 'notice', body: body('见《青禾县桥梁管理办法》。') },
      context: OUTSIDE_WEB,
    });
    await settle();
    // A row that the job has not removed yet must not speak of its text either.
    await payload.db.create({
      collection: 'citations',
      data: { title: draft.title, document: draft.id, found: [], targets: [target.id] },
    });
    const { status, text } = await rest('/citations?limit=100&depth=2');
    expect(status).toBe(200);
    expect(text).toContain('关于桥梁的通知');
    expect(text).not.toContain('未公开的桥梁稿件');
    expect(text).not.toContain('"named"');
    expect(await citersOf(target)).toEqual(['关于桥梁的通知']);
    const row = await rowOf(open);
    const { status: refused } = await rest(`/citations/${(await rowOf(draft)).id}`);
    expect(refused).toBe(404);
    expect((await rest(`/citations/${row.id}`)).status).toBe(200);
  });

  test('gives no title of a withdrawn document through the text that cites it', async () => {
    const target = await publish({ title: '青禾县隐没办法' });
    const citing = await publish({ title: '关于某办法的通知' }, '执行《青禾县隐没办法》。');
    const row = await rowOf(citing);
    await payload.update({
      collection: 'documents',
      id: target.id,
      data: { _status: 'draft', review: { opinion: '内容有误' } } as never,
      user: signed.signOff.leader,
      context: OUTSIDE_WEB,
    });
    const { text } = await rest(`/citations/${row.id}?depth=2`);
    expect(text).not.toContain('"title":"青禾县隐没办法"');
  });
});

describe('an editor’s corrections', () => {
  let agency: Agency;
  let target: Document;
  let other: Document;
  let citing: Document;
  let editor: User;

  beforeAll(async () => {
    agency = await payload.create({
      collection: 'agencies',
      data: { name: '青禾县水务局', slug: 'water', kind: 'department' },
      context: OUTSIDE_WEB,
    });
    editor = await payload.update({
      collection: 'users',
      id: (await person(payload, 'water-editor', 'editor')).id,
      data: { agency: agency.id },
      depth: 0,
      context: OUTSIDE_WEB,
    });
    target = await publish({ title: '青禾县水闸管理办法' }, '第一条　总则。');
    other = await publish({ title: '青禾县水井管理办法' }, '第一条　总则。', '第二条　水井。');
    citing = await publish(
      { title: '关于水闸和水井的通知', agency: agency.id },
      '执行《青禾县水闸管理办法》，水井办法另行印发。',
    );
  });

  test('have before them what was found, and where each leads', async () => {
    const { FoundCitations } = await import('../../components/admin/FoundCitations/FoundCitations');
    const { renderToStaticMarkup } = await import('react-dom/server');
    const show = async (data: object): Promise<string> =>
      renderToStaticMarkup(
        await FoundCitations({
          data,
          payload,
          user: { ...editor, collection: 'users' },
          i18n: { language: 'zh' },
        } as never),
      );
    const html = await show(await rowOf(citing));
    expect(html).toContain('《青禾县水闸管理办法》');
    expect(html).toContain(
      `<a href="/admin/collections/documents/${target.id}">青禾县水闸管理办法</a>`,
    );
    expect(await show({ found: [] })).toContain('没有识别到引用');
  });

  test('remove a wrong link and add a missing one, and outlive the next linking', async () => {
    await correct(citing, editor, [
      { action: 'remove', quote: '《青禾县水闸管理办法》' },
      { action: 'link', quote: '水井办法', target: other.id, anchor: '第二条' },
    ]);
    const expected = ['水井办法 → 青禾县水井管理办法#article-2'];
    expect(await linksOf(citing)).toEqual(expected);
    expect(await citersOf(target)).toEqual([]);
    expect(await citersOf(other)).toEqual(['关于水闸和水井的通知']);
    await linkAll(payload, { isAnew: true });
    expect(await linksOf(citing)).toEqual(expected);
    expect(await citersOf(target)).toEqual([]);
    expect((await rowOf(citing)).corrections).toHaveLength(2);
  });

  test.each([
    [{ action: 'remove', quote: '没有的话' }, /没有“没有的话”/],
    [{ action: 'link', quote: '水井办法' }, /链接到哪里/],
    [{ action: 'link', quote: '水井办法', anchor: '前款' }, /不是条款/],
    [{ action: 'link', quote: '水井办法', anchor: '第九条' }, /没有“第九条”/],
  ])('are refused with words that say what to do: %o', async (correction, message) => {
    await expect(correct(citing, editor, [correction])).rejects.toMatchObject({
      data: { errors: [{ message: expect.stringMatching(message) }] },
    });
  });

  test('are made by the text’s own editors, clerks and leaders, and only read by an auditor', async () => {
    const { clerk, leader, editor: stranger } = signed.signOff;
    const auditor = await person(payload, 'auditor', 'auditor');
    const none: object[] = [];
    for (const user of [editor, clerk, leader])
      await expect(correct(citing, user, none)).resolves.toMatchObject({ corrections: [] });
    for (const user of [stranger, auditor])
      await expect(correct(citing, user, none)).rejects.toThrow();
    const { docs } = await payload.find({
      collection: 'citations',
      where: { document: { equals: citing.id } },
      overrideAccess: false,
      user: { ...auditor, collection: 'users' },
    });
    expect(docs).toHaveLength(1);
  });
});

test('linking all passes over what is linked already, and goes on where it was stopped', async () => {
  await linkAll(payload);
  expect(await linkAll(payload)).toMatchObject({ linked: 0, isWhole: true });
  const abort = new AbortController();
  abort.abort();
  expect(await linkAll(payload, { isAnew: true, signal: abort.signal })).toMatchObject({
    linked: 0,
    isWhole: false,
  });
});
