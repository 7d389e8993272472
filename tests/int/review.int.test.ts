import type { Payload, RequestContext } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document, User } from '../../payload-types';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { paragraph, person } from './harness/people';

let portal: Portal;
let payload: Payload;
let people: Record<'editor' | 'clerk' | 'leader' | 'administrator' | 'officer' | 'both', User>;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  people = {
    editor: await person(payload, 'editor', 'editor'),
    clerk: await person(payload, 'clerk', 'clerk'),
    leader: await person(payload, 'leader', 'leader'),
    administrator: await person(payload, 'administrator', 'administrator'),
    officer: await person(payload, 'officer', 'officer'),
    both: await person(payload, 'both', 'editor', 'clerk', 'leader'),
  };
});
afterAll(() => portal.close());

let serial = 0;
const text = (words = '为了规范公开工作，制定本办法。') => ({
  title: `审查测试文件${(serial += 1)}`,
  kind: 'notice' as const,
  body: paragraph(words),
});

const create = (user: User, data: object = {}) =>
  payload.create({
    collection: 'documents',
    draft: true,
    data: { ...text(), ...data } as never,
    user,
    context: OUTSIDE_WEB,
  });

const save = (
  id: Document['id'],
  user: User | null,
  data: object,
  { draft = true, context = {} }: { draft?: boolean; context?: RequestContext } = {},
) =>
  payload.update({
    collection: 'documents',
    id,
    draft,
    data: data as never,
    user: user ?? undefined,
    context: { ...OUTSIDE_WEB, ...context },
  });

const take = (id: Document['id'], user: User | null, action: string, opinion?: string) =>
  save(id, user, { review: { action, opinion } });

const publish = (id: Document['id'], user: User) =>
  save(id, user, { _status: 'published' }, { draft: false });

async function approved(): Promise<Document> {
  const { id } = await create(people.editor);
  await take(id, people.editor, 'submit');
  await take(id, people.clerk, 'examine', '不涉及国家秘密');
  return take(id, people.leader, 'approve', '同意公开');
}

const isPublic = async (id: Document['id']): Promise<boolean> => {
  const { totalDocs } = await payload.find({
    collection: 'documents',
    where: { id: { equals: id } },
    overrideAccess: false,
  });
  return totalDocs === 1;
};

describe('review before publication', () => {
  test('a text written, examined and approved by three people can be published and is public', async () => {
    const { id } = await approved();
    expect(await isPublic(id)).toBe(false);
    const published = await publish(id, people.editor);
    expect(published._status).toBe('published');
    expect(published.publishedOn).toBeTruthy();
    expect(published.review?.steps?.map(({ action, byName }) => `${action} ${byName}`)).toEqual([
      'submit editor',
      'examine clerk',
      'approve leader',
      'publish editor',
    ]);
    expect(await isPublic(id)).toBe(true);
  });

  test.each(['editor', 'clerk', 'leader', 'administrator'] as const)(
    'a %s can’t publish a draft that nobody reviewed',
    async (role) => {
      const { id } = await create(people.editor);
      await expect(publish(id, people[role])).rejects.toThrow();
      expect(await isPublic(id)).toBe(false);
    },
  );

  test('a document can’t be created as published', async () => {
    await expect(
      payload.create({
        collection: 'documents',
        data: { ...text(), _status: 'published' },
        user: people.leader,
        context: OUTSIDE_WEB,
      }),
    ).rejects.toThrow(/批准/);
  });

  test('a review record sent along by the caller is ignored', async () => {
    const forged = { state: 'approved', fingerprint: 'x', steps: [] };
    const document = await create(people.editor, { review: forged });
    expect(document.review?.state).toBe('draft');
    const saved = await save(document.id, people.editor, { review: forged });
    expect(saved.review?.state).toBe('draft');
    expect(saved.review?.fingerprint).not.toBe('x');
  });

  test('an approved text that changes by one character must be reviewed afresh', async () => {
    const { id } = await approved();
    const changed = await save(id, people.editor, { title: '改了一个字' });
    expect(changed.review?.state).toBe('draft');
    await expect(publish(id, people.editor)).rejects.toThrow(/批准/);
    await expect(
      save(id, people.editor, { title: '又改一个字', _status: 'published' }, { draft: false }),
    ).rejects.toThrow();
  });

  test('saving the same content again keeps the approval', async () => {
    const { id, title } = await approved();
    const saved = await save(id, people.editor, { title });
    expect(saved.review?.state).toBe('approved');
  });

  test('a published text can’t be changed in place, only by a reviewed draft', async () => {
    const { id } = await approved();
    await publish(id, people.editor);
    await expect(
      save(
        id,
        people.administrator,
        { title: '悄悄改掉', correction: '改标题。' },
        { draft: false },
      ),
    ).rejects.toThrow(/重新提交审查/);
    await save(id, people.editor, { title: '修订后的标题', correction: '改标题。' });
    const stillPublic = await payload.findByID({
      collection: 'documents',
      id,
      overrideAccess: false,
    });
    expect(stillPublic.title).not.toBe('修订后的标题');
    await take(id, people.editor, 'submit');
    await take(id, people.clerk, 'examine');
    await take(id, people.leader, 'approve');
    await publish(id, people.editor);
    const renewed = await payload.findByID({ collection: 'documents', id, overrideAccess: false });
    expect(renewed.title).toBe('修订后的标题');
  });

  test('one person with all three roles still can’t sign twice', async () => {
    const { id } = await create(people.both);
    await take(id, people.both, 'submit');
    await expect(take(id, people.both, 'examine')).rejects.toThrow(/三个人/);
    await take(id, people.clerk, 'examine');
    await expect(take(id, people.both, 'approve')).rejects.toThrow(/三个人/);
  });

  test('a command without a person can’t take a step', async () => {
    const { id } = await create(people.editor);
    await expect(take(id, null, 'submit')).rejects.toThrow(/登录/);
  });

  test('a returned text needs a reason and goes back to its writer', async () => {
    const { id } = await create(people.editor);
    await take(id, people.editor, 'submit');
    await expect(take(id, people.clerk, 'return')).rejects.toThrow(/理由/);
    const returned = await take(id, people.clerk, 'return', '附件缺盖章页');
    expect(returned.review?.state).toBe('returned');
    const again = await take(id, people.editor, 'submit');
    expect(again.review?.state).toBe('submitted');
  });

  test('only a leader withdraws a published text', async () => {
    const { id } = await approved();
    await publish(id, people.editor);
    await expect(save(id, people.editor, { _status: 'draft' }, { draft: false })).rejects.toThrow(
      /负责人/,
    );
    await expect(save(id, null, { _status: 'draft' }, { draft: false })).rejects.toThrow();
    const withdraw = (opinion?: string) =>
      save(id, people.leader, { _status: 'draft', review: { opinion } }, { draft: false });
    await expect(withdraw()).rejects.toThrow(/理由/);
    const { review } = await withdraw('内容有误');
    expect(review?.state).toBe('returned');
    expect(review?.steps?.at(-1)).toMatchObject({
      action: 'withdraw',
      byName: 'leader',
      opinion: '内容有误',
    });
    expect(await isPublic(id)).toBe(false);
  });

  test('restoring an earlier version does not bring an unreviewed text before the public', async () => {
    const { id } = await approved();
    await publish(id, people.editor);
    const { docs } = await payload.findVersions({
      collection: 'documents',
      where: { parent: { equals: id }, 'version._status': { equals: 'draft' } },
      sort: 'createdAt',
      limit: 1,
    });
    await save(id, people.editor, { title: '新稿' });
    await payload
      .restoreVersion({
        collection: 'documents',
        id: docs[0]!.id,
        user: people.editor,
        overrideAccess: false,
        context: OUTSIDE_WEB,
      })
      .catch((error: unknown) => error);
    const found = await payload.findByID({
      collection: 'documents',
      id,
      overrideAccess: false,
      disableErrors: true,
    });
    expect(found?.title ?? null).not.toBe('新稿');
  });
});

describe('a batch signed by three people', () => {
  test('is published in one call, each signature on record', async () => {
    const { editor, clerk, leader } = people;
    const document = await payload.create({
      collection: 'documents',
      data: { ...text(), _status: 'published' },
      context: { ...OUTSIDE_WEB, signOff: { editor, clerk, leader, opinion: '整批审查' } },
    });
    expect(document.review?.steps?.map(({ action }) => action)).toEqual([
      'submit',
      'examine',
      'approve',
      'publish',
    ]);
    expect(await isPublic(document.id)).toBe(true);
  });

  test('is refused when the clerk is no clerk, whatever the caller claims', async () => {
    const { editor, leader, officer } = people;
    const impostor = { ...officer, roles: ['clerk'] } as User;
    await expect(
      payload.create({
        collection: 'documents',
        data: { ...text(), _status: 'published' },
        context: { ...OUTSIDE_WEB, signOff: { editor, clerk: impostor, leader, opinion: '' } },
      }),
    ).rejects.toThrow(/角色/);
  });

  test('is refused when one person signs twice', async () => {
    const { both, clerk } = people;
    await expect(
      payload.create({
        collection: 'documents',
        data: { ...text(), _status: 'published' },
        context: { ...OUTSIDE_WEB, signOff: { editor: both, clerk, leader: both, opinion: '' } },
      }),
    ).rejects.toThrow(/三个人/);
  });
});

describe('who may touch what', () => {
  test('an officer can neither read drafts nor write documents', async () => {
    const { id } = await create(people.editor);
    const seen = await payload.find({
      collection: 'documents',
      where: { id: { equals: id } },
      draft: true,
      user: people.officer,
      overrideAccess: false,
    });
    expect(seen.totalDocs).toBe(0);
    await expect(
      payload.create({
        collection: 'documents',
        draft: true,
        data: text(),
        user: people.officer,
        overrideAccess: false,
        context: OUTSIDE_WEB,
      }),
    ).rejects.toThrow();
  });

  test('a text without an agency belongs to its writer’s, who can go on with it', async () => {
    const agency = await payload.create({
      collection: 'agencies',
      data: { name: '测试局', slug: 'test-agency', kind: 'department' },
      context: OUTSIDE_WEB,
    });
    const editor = await payload.update({
      collection: 'users',
      id: people.editor.id,
      data: { agency: agency.id },
    });
    const { id } = await create(editor);
    const saved = await payload.update({
      collection: 'documents',
      id,
      draft: true,
      data: { title: '接着写' },
      user: editor,
      overrideAccess: false,
      context: OUTSIDE_WEB,
    });
    expect(saved.title).toBe('接着写');
  });

  test('a published document is never deleted', async () => {
    const { id } = await approved();
    await publish(id, people.editor);
    await expect(
      payload.delete({
        collection: 'documents',
        id,
        user: people.administrator,
        overrideAccess: false,
        context: OUTSIDE_WEB,
      }),
    ).rejects.toThrow();
    expect(await isPublic(id)).toBe(true);
  });

  test('the public reads no reviewer’s name through the interface', async () => {
    const { id } = await approved();
    await publish(id, people.editor);
    const document = await payload.findByID({ collection: 'documents', id, overrideAccess: false });
    expect(document.review).toBeUndefined();
  });
});
