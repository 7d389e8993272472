import { createLocalReq, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document, User } from '../../payload-types';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { paragraph, person } from './harness/people';

let portal: Portal;
let payload: Payload;
let versions: typeof import('../../queries/versions');
let people: Record<'editor' | 'clerk' | 'leader' | 'officer', User>;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  versions = await import('../../queries/versions');
  people = {
    editor: await person(payload, 'editor', 'editor'),
    clerk: await person(payload, 'clerk', 'clerk'),
    leader: await person(payload, 'leader', 'leader'),
    officer: await person(payload, 'officer', 'officer'),
  };
});
afterAll(() => portal.close());

type Id = Document['id'];
type User_ = User | undefined;

const save = (id: Id, data: object, user: User_ = people.editor, draft = true) =>
  payload.update({
    collection: 'documents',
    id,
    draft,
    data: data as never,
    user,
    context: { ...OUTSIDE_WEB },
  });

/** Through the hands of three people to the public. */
async function release(id: Id): Promise<Document> {
  await save(id, { review: { action: 'submit' } }, people.editor);
  await save(id, { review: { action: 'examine' } }, people.clerk);
  await save(id, { review: { action: 'approve' } }, people.leader);
  return save(id, { _status: 'published' }, people.editor, false);
}

let serial = 0;
async function published(words = '第一条　试行期为两年。'): Promise<Document> {
  const { id } = await payload.create({
    collection: 'documents',
    draft: true,
    data: { title: `版本测试文件${(serial += 1)}`, kind: 'notice', body: paragraph(words) },
    user: people.editor,
    context: { ...OUTSIDE_WEB },
  });
  return release(id);
}

const corrected = async (id: Id, words: string, correction: string): Promise<Document> => {
  await save(id, { body: paragraph(words), correction });
  return release(id);
};

const withdraw = (id: Id) =>
  save(id, { _status: 'draft', review: { opinion: '涉及个人隐私' } }, people.leader, false);

const textsOf = async (document: Document) =>
  (await versions.versionsOf(document)).map(({ number, note, body, isCurrent }) => ({
    number,
    note,
    isCurrent,
    text: body.map((block) => (block.kind === 'paragraph' ? block.runs[0]?.text : '')).join(),
  }));

describe('the note of a correction', () => {
  test('is not asked for when a text is published for the first time', async () => {
    expect((await published())._status).toBe('published');
  });

  test('is asked for when a published text is submitted with other words, in words that say what to do', async () => {
    const { id } = await published();
    await save(id, { body: paragraph('第一条　试行期为三年。') });
    await expect(save(id, { review: { action: 'submit' } })).rejects.toThrow(/更正说明/);
    await save(id, { correction: '  ' });
    await expect(save(id, { review: { action: 'submit' } })).rejects.toThrow(/更正说明/);
    await save(id, { correction: '“两年”误写，改为“三年”。' });
    expect((await release(id)).correction).toBe('“两年”误写，改为“三年”。');
  });

  test.each([
    ['title', { title: '改过的标题' }],
    ['number', { number: '测府发〔2026〕9号' }],
  ])('is asked for when the %s changes', async (_, change) => {
    const { id } = await published();
    await save(id, change);
    await expect(release(id)).rejects.toThrow(/更正说明/);
  });

  test('is not asked for when the words stay as they are', async () => {
    const { id } = await published();
    await save(id, { summary: '新的概述', keywords: ['停车'] });
    expect((await release(id)).summary).toBe('新的概述');
  });

  test('must be a new one for a new change', async () => {
    const { id } = await published();
    await corrected(id, '第一条　试行期为三年。', '更正年限。');
    await save(id, { body: paragraph('第一条　试行期为四年。') });
    await expect(release(id)).rejects.toThrow(/以前用过/);
    await save(id, { correction: '再次更正年限。' });
    expect((await release(id)).correction).toBe('再次更正年限。');
  });

  test('is asked for again when an earlier version is taken back', async () => {
    const { id } = await published();
    await corrected(id, '第一条　试行期为三年。', '更正年限。');
    await save(id, { body: paragraph('第一条　试行期为两年。') });
    await expect(save(id, { review: { action: 'submit' } })).rejects.toThrow(/以前用过/);
  });

  test('is asked for in English of a person who reads English', async () => {
    const { id } = await published();
    await save(id, { title: '改过的标题' });
    const req = await createLocalReq(
      { user: people.editor as never, context: { ...OUTSIDE_WEB } },
      payload,
    );
    req.i18n.language = 'en';
    await expect(
      payload.update({
        collection: 'documents',
        id,
        draft: true,
        data: { review: { action: 'submit' } } as never,
        req,
      }),
    ).rejects.toThrow(/Correction note/);
  });

  test('is filled in for a batch signed by three, and says so', async () => {
    const { editor, clerk, leader } = people;
    const context = { ...OUTSIDE_WEB, signOff: { editor, clerk, leader, opinion: '整批审查' } };
    const { id } = await payload.create({
      collection: 'documents',
      data: { title: '导入的文件', kind: 'law', body: paragraph('旧文'), _status: 'published' },
      context: { ...context },
    });
    const updated = await payload.update({
      collection: 'documents',
      id,
      data: { body: paragraph('新文'), _status: 'published' } as never,
      context: { ...context },
    });
    expect(updated.correction).toMatch(/按来源更新/);
    expect(updated.review?.state).toBe('approved');
  });
});

describe('the versions of a published text', () => {
  test('are listed with their own notes, the newest first, and drafts are not among them', async () => {
    const { id } = await published('第一条　试行期为两年。');
    await corrected(id, '第一条　试行期为三年。', '更正年限。');
    const current = await corrected(id, '第一条　试行期为四年。', '再次更正。');
    await save(id, { body: paragraph('第一条　尚未公开的草稿。'), correction: '草稿' });
    expect(await textsOf(current)).toEqual([
      { number: 3, note: '再次更正。', isCurrent: true, text: '第一条　试行期为四年。' },
      { number: 2, note: '更正年限。', isCurrent: false, text: '第一条　试行期为三年。' },
      { number: 1, note: undefined, isCurrent: false, text: '第一条　试行期为两年。' },
    ]);
    expect(await versions.hasVersions(current)).toBe(true);
  });

  test('count as one where only the catalogue changed', async () => {
    const { id } = await published();
    await corrected(id, '第一条　试行期为三年。', '更正年限。');
    await save(id, { keywords: ['停车'] });
    const current = await release(id);
    expect((await textsOf(current)).map(({ number, note }) => [number, note])).toEqual([
      [2, '更正年限。'],
      [1, undefined],
    ]);
    const single = await published();
    await save(single.id, { summary: '只改概述' });
    expect(await versions.hasVersions(await release(single.id))).toBe(false);
  });

  test('that were public before a withdrawal stay withdrawn when the text is public again', async () => {
    const { id } = await published('第一条　张某某的身份证号码。');
    await withdraw(id);
    const again = await corrected(id, '第一条　已隐去个人信息。', '隐去个人信息。');
    expect(await textsOf(again)).toEqual([
      { number: 2, note: '隐去个人信息。', isCurrent: true, text: '第一条　已隐去个人信息。' },
    ]);
    const last = await corrected(id, '第一条　已隐去全部个人信息。', '再次隐去。');
    expect((await textsOf(last)).map(({ number }) => number)).toEqual([3, 2]);
    expect(JSON.stringify(await textsOf(last))).not.toContain('身份证');
  });

  test('carry no field that the page does not show', async () => {
    const document = await published();
    const [version] = await versions.versionsOf(document);
    expect(Object.keys(version ?? {}).sort()).toEqual([
      'attachments',
      'body',
      'day',
      'documentNumber',
      'isCurrent',
      'note',
      'number',
      'title',
    ]);
  });
});

describe('versions by any other way', () => {
  test.each(['the public', 'an officer'])('stay closed to %s', async (who) => {
    const { id } = await published();
    await corrected(id, '第一条　试行期为三年。', '更正年限。');
    const asked = {
      collection: 'documents',
      overrideAccess: false,
      ...(who === 'an officer' && { user: people.officer }),
    } as const;
    await expect(payload.findVersions(asked)).rejects.toThrow();
    const { docs } = await payload.findVersions({
      collection: 'documents',
      where: { parent: { equals: id } },
    });
    expect(docs.length).toBeGreaterThan(1);
    for (const { id: version } of docs) {
      await expect(payload.findVersionByID({ ...asked, id: version })).rejects.toThrow();
    }
  });

  test('are refused over REST and GraphQL, with and without a question', async () => {
    const { id } = await published();
    const { handleEndpoints } = await import('payload');
    const { default: config } = await import('../../payload.config');
    const ask = async (path: string, init?: RequestInit) =>
      handleEndpoints({ config, request: new Request(`http://127.0.0.1:9${path}`, init) });
    for (const path of [
      '/api/documents/versions',
      `/api/documents/versions?where[parent][equals]=${id}`,
    ]) {
      const response = await ask(path);
      expect(response.status).toBe(403);
      expect(await response.text()).not.toContain('试行期');
    }
    const { docs } = await payload.findVersions({
      collection: 'documents',
      where: { parent: { equals: id } },
    });
    expect((await ask(`/api/documents/versions/${docs[0]?.id}`)).status).toBe(403);

    const { GRAPHQL_POST } = await import('@payloadcms/next/routes');
    const answer = await GRAPHQL_POST(payload.config)(
      new Request('http://127.0.0.1:9/api/graphql', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ query: '{ versionsDocuments { docs { version { title } } } }' }),
      }),
    );
    const { data, errors } = await answer.json();
    expect(errors?.[0]?.message).toBeTruthy();
    expect(errors[0].message).not.toMatch(/Cannot query|Syntax/);
    expect(data?.versionsDocuments ?? null).toBeNull();
  });
});
