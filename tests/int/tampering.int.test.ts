import {
  createLocalReq,
  findOperation,
  restoreVersionOperation,
  type CollectionSlug,
  type Payload,
} from 'payload';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agency, Document, File, Topic, User } from '../../payload-types';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { paragraph, person } from './harness/people';

/** What a person with an account may try in order to pass by the rules; access control is on throughout. */
let portal: Portal;
let payload: Payload;
let own: Agency;
let other: Agency;
let people: Record<'editor' | 'clerk' | 'leader' | 'administrator', User>;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  own = await agency('finance', '测试县财政局');
  other = await agency('education', '测试县教育局');
  people = {
    editor: await person(payload, 'editor', 'editor'),
    clerk: await person(payload, 'clerk', 'clerk'),
    leader: await person(payload, 'leader', 'leader'),
    administrator: await person(payload, 'administrator', 'administrator'),
  };
  people.editor = await payload.update({
    collection: 'users',
    id: people.editor.id,
    data: { agency: own.id },
    depth: 0,
    context: { ...OUTSIDE_WEB },
  });
});
afterAll(() => portal.close());

const agency = (slug: string, name: string) =>
  payload.create({
    collection: 'agencies',
    data: {
      name,
      slug,
      kind: 'department',
      reviewBody: '测试县人民政府',
      court: '测试县人民法院',
      numberPrefix: '测',
      code: `${slug}001`.toUpperCase(),
    },
    context: { ...OUTSIDE_WEB },
  });

type Id = number | string;
type Options = { draft?: boolean; collection?: CollectionSlug };

/** A save as a request of that person makes it. */
const save = async (
  id: Id,
  user: User,
  data: object,
  { draft = false, collection = 'documents' }: Options = {},
) =>
  (await payload.update({
    collection,
    id,
    draft,
    data: data as never,
    user,
    overrideAccess: false,
    context: { ...OUTSIDE_WEB },
  })) as unknown as Document;

const create = async (data: object = {}, collection: CollectionSlug = 'documents') =>
  (await payload.create({
    collection,
    draft: true,
    data: {
      title: '防篡改测试文件',
      kind: 'notice',
      agency: own.id,
      body: paragraph('为了规范公开工作，制定本办法。'),
      ...data,
    } as never,
    user: people.editor,
    overrideAccess: false,
    context: { ...OUTSIDE_WEB },
  })) as unknown as Document;

async function approve(id: Id, collection: CollectionSlug = 'documents'): Promise<void> {
  const options = { draft: true, collection };
  const { attachments } = await payload.findByID({
    collection: collection as 'documents',
    id,
    draft: true,
    depth: 0,
    context: { ...OUTSIDE_WEB },
  });
  const examined = (attachments ?? []).map((file) => `files/${String(file)}`);
  await save(id, people.editor, { review: { action: 'submit' } }, options);
  await save(id, people.clerk, { review: { action: 'examine', examined } }, options);
  await save(id, people.leader, { review: { action: 'approve' } }, options);
}

const publish = (id: Id, collection: CollectionSlug = 'documents') =>
  save(id, people.editor, { _status: 'published' }, { collection });

async function published(data: object = {}, collection: CollectionSlug = 'documents') {
  const { id } = await create(data, collection);
  await approve(id, collection);
  return publish(id, collection);
}

const withdraw = (id: Id) =>
  save(id, people.leader, { _status: 'draft', review: { opinion: '内容有误' } });

/** The record as anyone on the street reads it; null when they may not. */
const asPublic = async <T>(id: Id, collection: CollectionSlug = 'documents'): Promise<T | null> =>
  (await payload.findByID({
    collection,
    id,
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
  })) as T | null;

const upload = (name: string) =>
  payload.create({
    collection: 'files',
    data: { title: name },
    file: { name, data: Buffer.from(`text of ${name}`), mimetype: 'text/plain', size: 20 },
    user: people.editor,
    overrideAccess: false,
    context: { ...OUTSIDE_WEB },
  });

describe('a published text', () => {
  test('keeps the names of the files on its source page unless they are reviewed', async () => {
    const { id } = await published();
    await expect(
      save(id, people.editor, {
        _status: 'published',
        source: { files: [{ name: '没有审查过的话', address: 'https://example.test/' }] },
      }),
    ).rejects.toThrow(/重新提交审查/);
  });

  test('keeps its index number unless the new one is reviewed', async () => {
    const { id, indexNumber } = await published();
    await save(id, people.editor, { _status: 'published', indexNumber: 'x/2020-1' }).catch(
      (error: unknown) => error,
    );
    expect((await asPublic<Document>(id))?.indexNumber).toBe(indexNumber);
  });

  test('keeps the day of its publication, whoever types another or none', async () => {
    const { id, publishedOn } = await published();
    for (const typed of ['2019-01-01', null]) {
      await save(id, people.editor, { _status: 'published', publishedOn: typed });
      expect((await asPublic<Document>(id))?.publishedOn).toBe(publishedOn);
    }
  });

  test('is not dated back between approval and publication', async () => {
    const { id } = await create();
    await approve(id);
    await save(id, people.editor, { publishedOn: '2019-01-01' }, { draft: true });
    const { publishedOn } = await save(id, people.editor, {
      _status: 'published',
      publishedOn: '2019-01-01',
    });
    expect(publishedOn?.slice(0, 4)).not.toBe('2019');
  });

  test('keeps its address, also where an editor chose it', async () => {
    const topic = { title: '专题', summary: '说明', slug: 'topic-one', agency: own.id };
    const { id } = await published(topic, 'topics');
    await save(
      id,
      people.editor,
      { _status: 'published', slug: 'topic-two' },
      { collection: 'topics' },
    );
    expect((await asPublic<Topic>(id, 'topics'))?.slug).toBe('topic-one');
  });

  test('leaves the title by which the public knew it, not that of a draft beside it', async () => {
    const { id, title } = await published();
    const draft = { title: '还没有审查的标题', number: '测府发〔2024〕72号' };
    await save(id, people.editor, draft, { draft: true });
    await withdraw(id);
    const { docs } = await payload.find({
      collection: 'withdrawals',
      where: { record: { equals: String(id) } },
    });
    expect(docs.map((each) => [each.title, each.number ?? null])).toEqual([[title, null]]);
  });

  test('that a leader withdrew is public again only after a new review', async () => {
    const { id } = await published();
    const withdrawn = await withdraw(id);
    expect(withdrawn.review?.state).toBe('returned');
    expect(withdrawn.review?.steps?.at(-1)?.byName).toBe('leader');
    await expect(publish(id)).rejects.toThrow();
    expect(await asPublic(id)).toBeNull();
    await approve(id);
    await publish(id);
    expect(await asPublic(id)).not.toBeNull();
  });

  test('that was withdrawn is not deleted, even when its date is emptied first', async () => {
    const { id } = await published();
    await withdraw(id);
    await save(id, people.editor, { publishedOn: null, title: '空' });
    await expect(
      payload.delete({
        collection: 'documents',
        id,
        user: people.editor,
        overrideAccess: false,
        context: { ...OUTSIDE_WEB },
      }),
    ).rejects.toThrow();
  });

  test('keeps the draft that it speaks of from being deleted, and can be withdrawn', async () => {
    const target = await create();
    const { id } = await published({ relations: [{ verb: 'based-on', document: target.id }] });
    const remove = () =>
      payload.delete({
        collection: 'documents',
        id: target.id,
        user: people.editor,
        overrideAccess: false,
        context: { ...OUTSIDE_WEB },
      });
    await expect(remove()).rejects.toThrow(/指向它/);
    await withdraw(id);
    expect(await asPublic(id)).toBeNull();
    await save(id, people.editor, { relations: [] }, { draft: true });
    await remove();
  });

  test('is not withdrawn by restoring an old draft in the same request as a draft save', async () => {
    const { id } = await published();
    const { docs } = await payload.findVersions({
      collection: 'documents',
      where: { parent: { equals: id }, 'version._status': { equals: 'draft' } },
      sort: 'createdAt',
      limit: 1,
    });
    const restore = payload.restoreVersion({
      collection: 'documents',
      id: docs[0]!.id,
      user: people.editor,
      overrideAccess: false,
      // What an earlier operation of one GraphQL request leaves behind.
      context: { ...OUTSIDE_WEB, isDraftSave: true },
    });
    await expect(restore).rejects.toThrow(/负责人/);
    expect(await asPublic(id)).not.toBeNull();
  });

  test('can be taken back to an earlier public version as a draft', async () => {
    const { id } = await published();
    await save(id, people.editor, { title: '第二版', correction: '改标题。' }, { draft: true });
    await approve(id);
    await publish(id);
    const { docs } = await payload.findVersions({
      collection: 'documents',
      where: { parent: { equals: id }, 'version._status': { equals: 'published' } },
      sort: 'createdAt',
      limit: 1,
    });
    // As the interface calls it: Payload's local function does not pass `draft` on.
    const restored = await restoreVersionOperation({
      id: docs[0]!.id,
      collection: payload.collections.documents,
      draft: true,
      overrideAccess: false,
      req: await createLocalReq({ user: people.editor, context: { ...OUTSIDE_WEB } }, payload),
    } as never);
    expect((restored as unknown as Document).review?.state).toBe('draft');
    expect((await asPublic<Document>(id))?.title).toBe('第二版');
  });
});

describe('several texts changed by one condition', () => {
  const saveAll = (ids: Id[], user: User, data: object) =>
    payload.update({
      collection: 'documents',
      where: { id: { in: ids } },
      data: data as never,
      user,
      overrideAccess: false,
      context: { ...OUTSIDE_WEB },
    });

  test('do not go out on an approval that was taken back in a later draft', async () => {
    const { id } = await create();
    const asMain = async (user: User, action: string) => save(id, user, { review: { action } });
    await asMain(people.editor, 'submit');
    await asMain(people.clerk, 'examine');
    await asMain(people.leader, 'approve');
    await save(
      id,
      people.clerk,
      { review: { action: 'return', opinion: '涉密' } },
      { draft: true },
    );
    const { docs, errors } = await saveAll([id], people.editor, { _status: 'published' });
    expect(docs).toEqual([]);
    expect(errors[0]?.message).toMatch(/更新的草稿/);
    expect(await asPublic(id)).toBeNull();
  });

  test('each leave a notice when they are withdrawn, and a draft among them leaves none', async () => {
    const [one, two] = [await published(), await published()];
    const draft = await create({ title: '没有公开过的标题' });
    const { errors } = await saveAll([one.id, two.id, draft.id], people.leader, {
      _status: 'draft',
      review: { opinion: '内容有误' },
    });
    expect(errors).toEqual([]);
    const { docs } = await payload.find({
      collection: 'withdrawals',
      where: { record: { in: [one.id, two.id, draft.id].map(String) } },
    });
    expect(docs.map(({ record }) => record).sort()).toEqual([one.id, two.id].map(String).sort());
  });
});

describe('a request that sends an id along', () => {
  test('does not pass the document off as another one', async () => {
    const number = '测府发〔2024〕71号';
    const one = await create({ number });
    const two = await create();
    await expect(
      save(two.id, people.editor, { id: one.id, number }, { draft: true }),
    ).rejects.toThrow(/已经用在/);
    const relations = [{ verb: 'repeals', document: two.id }];
    await expect(
      save(two.id, people.editor, { id: one.id, relations }, { draft: true }),
    ).rejects.toThrow();
    await expect(create({ id: one.id, number })).rejects.toThrow(/已经用在/);
  });
});

describe('a copy of a published text', () => {
  test('has an identity of its own and no day of publication, and goes through a review', async () => {
    const original = await published();
    const copy = await payload.duplicate({
      collection: 'documents',
      id: original.id,
      draft: true,
      user: people.editor,
      overrideAccess: false,
      context: { ...OUTSIDE_WEB },
    });
    expect(copy.slug).toMatch(/^[a-z0-9-]+$/);
    expect(copy.slug).not.toBe(original.slug);
    expect(copy.indexNumber ?? null).toBeNull();
    expect(copy.publishedOn ?? null).toBeNull();
    expect(copy._status).toBe('draft');
    expect(copy.review?.state).toBe('draft');
    expect(copy.review?.steps ?? []).toEqual([]);
    await approve(copy.id);
    const { indexNumber } = await publish(copy.id);
    expect(indexNumber).toMatch(/^FINANCE001\/\d{4}-\d{5}$/);
    expect(indexNumber).not.toBe(original.indexNumber);
  });
});

describe('a draft', () => {
  test('can have the title of another, also where its agency keeps no index numbers', async () => {
    const titled = { title: '关于放假的通知', agency: null, review: { action: 'submit' } };
    const [one, two] = [await create(titled), await create(titled)];
    expect(one.slug).toMatch(/^notice-[0-9a-f]{12}$/);
    expect(two.slug).toBe(`${one.slug}-2`);
  });

  test('gets an address that can be published, whatever was typed for it', async () => {
    const { slug } = await create({ slug: '../../etc/passwd' });
    expect(slug).toMatch(/^[a-z0-9-]+$/);
  });

  test('is not written in the name of another agency', async () => {
    await expect(create({ agency: other.id })).rejects.toThrow();
  });

  test('is not moved to another agency by its editor', async () => {
    const { id } = await create();
    await expect(save(id, people.editor, { agency: other.id }, { draft: true })).rejects.toThrow(
      /别的机构/,
    );
  });

  test('is not rewritten by the people who examine and approve it', async () => {
    const { id } = await create();
    for (const role of ['clerk', 'leader'] as const) {
      await expect(
        save(id, people[role], { title: '顺手改一下' }, { draft: true }),
      ).rejects.toThrow(/退回编辑/);
    }
  });

  test('saved without a word about its status does not take the public version away', async () => {
    const { id } = await published();
    await save(id, people.editor, { title: '新稿' }, { draft: true });
    await expect(save(id, people.leader, { title: '新稿二' })).rejects.toThrow(/撤下/);
    expect(await asPublic(id)).not.toBeNull();
  });
});

describe('a picture in an approved text', () => {
  test('is not exchanged, however the text names it', async () => {
    const [first, second] = [await picture('一'), await picture('二')];
    const bodyWith = (id: Id) => {
      const body = paragraph('正文');
      const node = { type: 'upload', version: 3, format: '', relationTo: 'media', fields: {} };
      body.root.children.push({ ...node, value: { id, alt: '图' } } as never);
      return body;
    };
    const { id } = await create({ body: bodyWith(first) });
    const examined = [`media/${String(first)}`];
    await save(id, people.editor, { review: { action: 'submit' } }, { draft: true });
    await save(id, people.clerk, { review: { action: 'examine', examined } }, { draft: true });
    await save(id, people.leader, { review: { action: 'approve' } }, { draft: true });
    const { review } = await save(id, people.editor, { body: bodyWith(second) }, { draft: true });
    expect(review?.state).toBe('draft');
    await expect(publish(id)).rejects.toThrow(/重新提交审查/);
  });

  const picture = async (alt: string): Promise<Id> => {
    const data = await sharp({
      create: { width: 4, height: 4, channels: 3, background: '#c00' },
    })
      .png()
      .toBuffer();
    const { id } = await payload.create({
      collection: 'media',
      data: { alt },
      file: { name: `${alt}.png`, data, mimetype: 'image/png', size: data.length },
      user: people.editor,
      overrideAccess: false,
      context: { ...OUTSIDE_WEB },
    });
    return id;
  };
});

describe('a file', () => {
  test('is never replaced: what was examined is what is published', async () => {
    const { id } = await upload('examined.txt');
    const replace = payload.update({
      collection: 'files',
      id,
      data: { title: '换掉的附件' },
      file: { name: 'other.txt', data: Buffer.from('other'), mimetype: 'text/plain', size: 5 },
      user: people.editor,
      overrideAccess: false,
      context: { ...OUTSIDE_WEB },
    });
    await expect(replace).rejects.toThrow();
  });

  test('keeps its address from another agency, also where a later draft has dropped it', async () => {
    const stranger = await person(payload, 'stranger', 'editor');
    const user = { ...stranger, agency: other.id } as User;
    const takeOver = (replaces: Id) =>
      payload.create({
        collection: 'files',
        data: { title: '别的文件', replaces: replaces as number },
        file: { name: 'other.txt', data: Buffer.from('other'), mimetype: 'text/plain', size: 5 },
        user,
        overrideAccess: false,
        context: { ...OUTSIDE_WEB },
      });
    const { id: attached } = await upload('attached-first.txt');
    const { id: kept } = await upload('attached-then.txt');
    const { id } = await published({ attachments: [attached] });
    await save(id, people.editor, { attachments: [kept], correction: '换附件。' }, { draft: true });
    await expect(takeOver(attached)).rejects.toMatchObject({ status: 403 });
    const { id: film } = await upload('film.txt');
    const explained = { documents: [id], form: 'video', video: film, textAlternative: '文字' };
    await create(explained, 'interpretations');
    await expect(takeOver(film)).rejects.toMatchObject({ status: 403 });
  });

  test('is public with its text, and no longer when the text is withdrawn', async () => {
    const { id: file } = await upload('attached.txt');
    const { id } = await published({ attachments: [file] });
    expect(await asPublic<File>(file, 'files')).not.toBeNull();
    await withdraw(id);
    expect(await asPublic<File>(file, 'files')).toBeNull();
  });

  test('that a new public version leaves out is no longer public', async () => {
    const { id: file } = await upload('first.txt');
    const { id: kept } = await upload('second.txt');
    const { id } = await published({ attachments: [file, kept] });
    await save(
      id,
      people.editor,
      { attachments: [kept], correction: '撤去一个附件。' },
      { draft: true },
    );
    expect(await asPublic<File>(file, 'files')).not.toBeNull();
    await approve(id);
    await publish(id);
    expect(await asPublic<File>(file, 'files')).toBeNull();
    expect(await asPublic<File>(kept, 'files')).not.toBeNull();
  });

  test('stays public while another public text holds it', async () => {
    const { id: file } = await upload('shared.txt');
    const { id } = await published({ attachments: [file] });
    await published({ attachments: [file] });
    await withdraw(id);
    expect(await asPublic<File>(file, 'files')).not.toBeNull();
  });
});

describe('a stranger', () => {
  const ask = (query: object) =>
    findOperation({
      collection: payload.collections.documents,
      overrideAccess: false,
      req: { ...strangersRequest, context: {} },
      ...query,
    } as never);
  let strangersRequest: object;
  beforeAll(async () => {
    strangersRequest = { ...(await createLocalReq({}, payload)), payloadAPI: 'REST' };
  });

  test.each([0, -1, 100_000])(
    'who asks for %s texts at once gets a page of a hundred',
    async (limit) => {
      const { limit: given } = await ask({ limit, pagination: false, depth: 10 });
      expect(given).toBe(100);
    },
  );

  test('who asks for ten gets ten', async () => {
    expect((await ask({ limit: 10 })).limit).toBe(10);
  });
});

describe('an account', () => {
  test('keeps its name and roles from its own hand', async () => {
    const { id } = people.editor;
    const taken = { name: 'leader', roles: ['leader'] };
    await save(id, people.editor, taken, { collection: 'users' }).catch((error: unknown) => error);
    const { name, roles } = await payload.findByID({ collection: 'users', id, depth: 0 });
    expect({ name, roles }).toEqual({ name: 'editor', roles: ['editor'] });
  });
});

describe('another agency', () => {
  test('is not described by an editor who is not of it', async () => {
    const options = { collection: 'agencies' as const };
    await expect(save(other.id, people.editor, { phone: '110' }, options)).rejects.toThrow();
    await save(own.id, people.editor, { phone: '0795-1' }, options);
  });
});

describe('a record that is public at once', () => {
  const account = (data: object) =>
    payload.create({
      collection: 'media-accounts',
      data: { name: '县财政', platform: 'wechat', agency: own.id, ...data } as never,
      user: people.editor,
      overrideAccess: false,
      context: { ...OUTSIDE_WEB },
    });

  test('is not moved or copied to another agency by an editor', async () => {
    const mine = await account({});
    const move = payload.update({
      collection: 'media-accounts',
      id: mine.id,
      data: { agency: other.id as number },
      user: people.editor,
      overrideAccess: false,
      context: { ...OUTSIDE_WEB },
    });
    await expect(move).rejects.toThrow('不能把内容改到别的机构名下');
    const theirs = await payload.create({
      collection: 'media-accounts',
      data: { name: '县教育', platform: 'wechat', agency: other.id as number },
      context: { ...OUTSIDE_WEB },
    });
    const copy = payload.duplicate({
      collection: 'media-accounts',
      id: theirs.id,
      data: { name: '假的' },
      user: people.editor,
      overrideAccess: false,
      context: { ...OUTSIDE_WEB },
    });
    await expect(copy).rejects.toThrow('不能把内容改到别的机构名下');
  });

  test('links to the web or nowhere', async () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', '不是地址', '//evil.example']) {
      await expect(account({ url })).rejects.toThrow();
    }
    expect((await account({ url: 'https://mp.example.cn/finance' })).url).toContain('finance');
  });
});

describe('the text of another agency', () => {
  test('is not copied in its name by an editor', async () => {
    const theirs = await payload.create({
      collection: 'documents',
      draft: true,
      data: {
        title: '教育局的文件',
        kind: 'notice',
        agency: other.id,
        body: paragraph('内容。'),
      } as never,
      context: { ...OUTSIDE_WEB },
    });
    const copy = payload.duplicate({
      collection: 'documents',
      id: theirs.id,
      data: { title: '伪造的文件' },
      draft: true,
      user: people.editor,
      overrideAccess: false,
      context: { ...OUTSIDE_WEB },
    });
    await expect(copy).rejects.toThrow();
  });
});

describe('a number of working days', () => {
  test('is whole: with half a day no letter could be received any more', async () => {
    const change = payload.updateGlobal({
      slug: 'response-limits',
      data: { otherLetterDays: 15.5 },
      user: people.administrator,
      overrideAccess: false,
    });
    await expect(change).rejects.toThrow();
  });
});
