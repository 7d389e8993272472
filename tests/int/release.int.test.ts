import { createLocalReq, type Payload, type RequestContext } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { releaseDue } from '../../jobs/release';
import type { Agency, Document, Interpretation, User, Withdrawal } from '../../payload-types';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { paragraph, person } from './harness/people';

let portal: Portal;
let payload: Payload;
let agency: Agency;
let people: Record<'editor' | 'clerk' | 'leader' | 'administrator', User>;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  agency = await payload.create({
    collection: 'agencies',
    data: { name: '测试县农业农村局', slug: 'agriculture', kind: 'department' },
    context: { ...OUTSIDE_WEB },
  });
  people = {
    editor: await person(payload, 'editor', 'editor'),
    clerk: await person(payload, 'clerk', 'clerk'),
    leader: await person(payload, 'leader', 'leader'),
    administrator: await person(payload, 'administrator', 'administrator'),
  };
  people.editor = await payload.update({
    collection: 'users',
    id: people.editor.id,
    data: { agency: agency.id },
    depth: 0,
    context: { ...OUTSIDE_WEB },
  });
});
afterAll(() => portal.close());

type Id = number | string;
type Slug = 'documents' | 'interpretations';
type Text = Document & Interpretation;

let serial = 0;

const create = async (collection: Slug, data: object = {}): Promise<Text> =>
  (await payload.create({
    collection,
    draft: true,
    data: {
      title: `同步发布测试${(serial += 1)}`,
      agency: agency.id,
      body: paragraph('为了规范公开工作，制定本办法。'),
      ...(collection === 'documents' ? { kind: 'normative' } : { form: 'text' }),
      ...data,
    } as never,
    user: people.editor,
    overrideAccess: false,
    context: { ...OUTSIDE_WEB },
  })) as unknown as Text;

const save = async (
  collection: Slug,
  id: Id,
  user: User | null,
  data: object,
  { draft = true, context = {} }: { draft?: boolean; context?: RequestContext } = {},
): Promise<Text> =>
  (await payload.update({
    collection,
    id,
    draft,
    data: data as never,
    user: user ?? undefined,
    overrideAccess: user === null,
    context: { ...OUTSIDE_WEB, ...context },
  })) as unknown as Text;

async function approve(collection: Slug, id: Id, examined: string[] = []): Promise<void> {
  await save(collection, id, people.editor, { review: { action: 'submit' } });
  await save(collection, id, people.clerk, { review: { action: 'examine', examined } });
  await save(collection, id, people.leader, { review: { action: 'approve' } });
}

const publish = (collection: Slug, id: Id, user = people.editor) =>
  save(collection, id, user, { _status: 'published' }, { draft: false });

const asPublic = async (collection: Slug, id: Id): Promise<Text | null> =>
  (await payload.findByID({
    collection,
    id,
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
  })) as unknown as Text | null;

const arePublic = async (...texts: [Slug, Id][]): Promise<boolean[]> => {
  const found = [];
  for (const [collection, id] of texts) found.push((await asPublic(collection, id)) !== null);
  return found;
};

const latest = async (collection: Slug, id: Id): Promise<Text> =>
  (await payload.findByID({ collection, id, draft: true, depth: 0 })) as unknown as Text;

const upload = (name: string, text = `text of ${name}`, mimetype = 'text/plain') =>
  payload.create({
    collection: 'files',
    data: { title: name },
    file: { name, data: Buffer.from(text), mimetype, size: Buffer.byteLength(text) },
    user: people.editor,
    overrideAccess: false,
    context: { ...OUTSIDE_WEB },
  });

/** Meanwhile, an interpretation with the title 写不进去 can't be published. */
async function withFullDisk(work: () => Promise<void>): Promise<void> {
  const { hooks } = payload.collections.interpretations.config;
  const fails = ({ data, doc }: { data?: Partial<Text>; doc?: Partial<Text> }) => {
    if ((doc ?? data)?.title === '写不进去' && doc?._status === 'published') {
      throw new Error('磁盘已满');
    }
    return doc;
  };
  hooks.afterChange.unshift(fails as never);
  try {
    await work();
  } finally {
    hooks.afterChange.splice(hooks.afterChange.indexOf(fails as never), 1);
  }
}

/** A document with an interpretation of it, both approved. */
async function approvedPair(): Promise<{ document: Id; interpretation: Id }> {
  const document = await create('documents');
  const interpretation = await create('interpretations', { documents: [document.id] });
  await approve('documents', document.id);
  await approve('interpretations', interpretation.id);
  return { document: document.id, interpretation: interpretation.id };
}

describe('a document and its interpretation', () => {
  test('go out together when the document is published', async () => {
    const { document, interpretation } = await approvedPair();
    await publish('documents', document);
    expect(await arePublic(['documents', document], ['interpretations', interpretation])).toEqual([
      true,
      true,
    ]);
    const { review } = await latest('interpretations', interpretation);
    expect(review?.steps?.at(-1)).toMatchObject({ action: 'publish', byName: 'editor' });
  });

  test('go out together when the interpretation is published', async () => {
    const { document, interpretation } = await approvedPair();
    await publish('interpretations', interpretation, people.leader);
    expect(await arePublic(['documents', document], ['interpretations', interpretation])).toEqual([
      true,
      true,
    ]);
  });

  test('stay back both while the interpretation is not approved, which is named', async () => {
    const document = await create('documents');
    const interpretation = await create('interpretations', { documents: [document.id] });
    await approve('documents', document.id);
    await expect(publish('documents', document.id)).rejects.toThrow(interpretation.title);
    expect(await arePublic(['documents', document.id])).toEqual([false]);
    await approve('interpretations', interpretation.id);
    await publish('documents', document.id);
    expect(
      await arePublic(['documents', document.id], ['interpretations', interpretation.id]),
    ).toEqual([true, true]);
  });

  test('stay back both while the document is not approved', async () => {
    const document = await create('documents');
    const interpretation = await create('interpretations', { documents: [document.id] });
    await approve('interpretations', interpretation.id);
    await expect(publish('interpretations', interpretation.id)).rejects.toThrow(document.title);
    expect(await arePublic(['interpretations', interpretation.id])).toEqual([false]);
  });

  test('part when a reason stands in the interpretation', async () => {
    const document = await create('documents');
    await create('interpretations', {
      documents: [document.id],
      separately: '新闻发布会定在下周。',
    });
    await approve('documents', document.id);
    await publish('documents', document.id);
    expect(await arePublic(['documents', document.id])).toEqual([true]);
  });

  test('an interpretation that changed after its approval holds the document back', async () => {
    const { document, interpretation } = await approvedPair();
    await save('interpretations', interpretation, people.editor, { summary: '改了要点' });
    await expect(publish('documents', document)).rejects.toThrow(/一起发布/);
    expect(await arePublic(['documents', document])).toEqual([false]);
  });

  test('a new version of a public document waits for no new interpretation', async () => {
    const { id } = await create('documents');
    await approve('documents', id);
    await publish('documents', id);
    await create('interpretations', { documents: [id] });
    await save('documents', id, people.editor, { title: '更正后的标题', correction: '标题有误。' });
    await approve('documents', id);
    await publish('documents', id);
    expect((await asPublic('documents', id))?.title).toBe('更正后的标题');
  });

  test('are all public or none: when the second can’t be written, the first is taken back', async () => {
    const { id: file } = await upload('together.txt');
    const document = await create('documents', { attachments: [file] });
    const first = await create('interpretations', { documents: [document.id] });
    const second = await create('interpretations', { documents: [document.id], title: '写不进去' });
    await approve('documents', document.id, [`files/${file}`]);
    await approve('interpretations', first.id);
    await approve('interpretations', second.id);
    const before = await latest('documents', document.id);
    await withFullDisk(async () => {
      await expect(publish('documents', document.id)).rejects.toThrow(/写不进去.*磁盘已满/);
    });
    expect(
      await arePublic(
        ['documents', document.id],
        ['interpretations', first.id],
        ['interpretations', second.id],
      ),
    ).toEqual([false, false, false]);
    const released = await payload.findByID({ collection: 'files', id: file });
    expect(released.released).toBe(false);
    const after = await latest('documents', document.id);
    expect(after.review?.state).toBe('approved');
    expect(after.review?.steps?.map(({ action }) => action)).toEqual(
      before.review?.steps?.map(({ action }) => action),
    );
    expect(after.publishedOn ?? null).toBeNull();
    expect(after._status).toBe('draft');
    const { docs: told } = await payload.find({
      collection: 'audit-log',
      where: {
        and: [{ subject: { equals: 'interpretations' } }, { record: { equals: String(first.id) } }],
      },
      sort: '-seq',
      limit: 1,
    });
    expect(told[0]?.after).toEqual({ _status: 'draft' });
    // Nothing is left that stands in the way of the next attempt.
    await publish('documents', document.id);
    expect(
      await arePublic(
        ['documents', document.id],
        ['interpretations', first.id],
        ['interpretations', second.id],
      ),
    ).toEqual([true, true, true]);
  });
});

describe('a release at a set hour', () => {
  const inAnHour = () => new Date(Date.now() + 3600_000).toISOString();
  const inTwoHours = () => new Date(Date.now() + 2 * 3600_000).toISOString();
  const run = async (now: string) =>
    releaseDue(await createLocalReq({ context: { ...OUTSIDE_WEB } }, payload), now);

  test('comes about by itself, by the leader’s approval, and takes the interpretation along', async () => {
    const { document, interpretation } = await approvedPair();
    const releaseAt = inAnHour();
    await save('documents', document, people.editor, { releaseAt });
    expect((await latest('documents', document)).review?.state).toBe('approved');
    await run(new Date().toISOString());
    expect(await arePublic(['documents', document])).toEqual([false]);
    await run(inTwoHours());
    expect(await arePublic(['documents', document], ['interpretations', interpretation])).toEqual([
      true,
      true,
    ]);
    const { review, releaseAt: left } = await latest('documents', document);
    expect(review?.steps?.at(-1)).toMatchObject({
      action: 'publish',
      byName: 'leader',
      opinion: expect.stringContaining('定时'),
    });
    expect(left ?? null).toBeNull();
  });

  test('leaves nothing public of a set of which one text can’t be written', async () => {
    const { id: document } = await create('documents');
    const data = { documents: [document], title: '写不进去' };
    const { id: interpretation } = await create('interpretations', data);
    await approve('documents', document);
    await approve('interpretations', interpretation);
    await save('documents', document, people.editor, { releaseAt: inAnHour() });
    await withFullDisk(async () => {
      await run(inTwoHours());
    });
    expect(await arePublic(['documents', document], ['interpretations', interpretation])).toEqual([
      false,
      false,
    ]);
    expect((await latest('documents', document)).review?.state).toBe('approved');
  });

  test('is what the job of the server does', async () => {
    const { id } = await create('documents');
    await approve('documents', id);
    await save('documents', id, people.leader, {
      releaseAt: new Date(Date.now() + 3_000).toISOString(),
    });
    const runJob = async () => {
      await payload.jobs.queue({ task: 'release', queue: 'release', input: {} });
      await payload.jobs.run({ queue: 'release', silent: true });
      return arePublic(['documents', id]);
    };
    await expect.poll(runJob, { timeout: 20_000, interval: 300 }).toEqual([true]);
  });

  test('never comes for what was not approved by then', async () => {
    const { id } = await create('documents');
    await save('documents', id, people.editor, { releaseAt: inAnHour() });
    await save('documents', id, people.editor, { review: { action: 'submit' } });
    await run(inTwoHours());
    expect(await arePublic(['documents', id])).toEqual([false]);
  });

  test('is cancelled by a change after approval', async () => {
    const { id } = await create('documents');
    await approve('documents', id);
    await save('documents', id, people.editor, { releaseAt: inAnHour() });
    await save('documents', id, people.editor, { summary: '改了概述' });
    expect((await latest('documents', id)).releaseAt ?? null).toBeNull();
    await run(inTwoHours());
    expect(await arePublic(['documents', id])).toEqual([false]);
  });

  test('waits for the latest hour of its set', async () => {
    const { document, interpretation } = await approvedPair();
    await save('documents', document, people.editor, { releaseAt: inAnHour() });
    await save('interpretations', interpretation, people.leader, { releaseAt: inTwoHours() });
    await run(new Date(Date.now() + 5400_000).toISOString());
    expect(await arePublic(['documents', document])).toEqual([false]);
    await run(new Date(Date.now() + 3 * 3600_000).toISOString());
    expect(await arePublic(['documents', document], ['interpretations', interpretation])).toEqual([
      true,
      true,
    ]);
  });

  test('is not set in the past, nor by an administrator or a clerk', async () => {
    const { id } = await create('documents');
    await expect(
      save('documents', id, people.editor, { releaseAt: '2020-01-01T00:00:00.000Z' }),
    ).rejects.toThrow(/已经过了/);
    for (const role of ['administrator', 'clerk'] as const) {
      await expect(save('documents', id, people[role], { releaseAt: inAnHour() })).rejects.toThrow(
        /负责人/,
      );
    }
  });
});

describe('an attachment', () => {
  test('that the clerk did not examine holds the text up, and is named', async () => {
    const { id: one } = await upload('one.txt');
    const { id: two } = await upload('two.txt');
    const { id } = await create('documents', { attachments: [one, two] });
    await save('documents', id, people.editor, { review: { action: 'submit' } });
    const examine = (examined?: unknown) =>
      save('documents', id, people.clerk, { review: { action: 'examine', examined } });
    await expect(examine()).rejects.toThrow(/one\.txt.*two\.txt/);
    await expect(examine([`files/${one}`])).rejects.toThrow(/two\.txt/);
    await expect(examine('all')).rejects.toThrow(/one\.txt/);
    const { review } = await examine([`files/${one}`, `files/${two}`]);
    expect(review?.state).toBe('reviewed');
    expect(review?.steps?.at(-1)?.attachments).toMatchObject([
      { key: `files/${one}`, name: 'one.txt', checksum: expect.stringMatching(/./) },
      { key: `files/${two}`, name: 'two.txt', checksum: expect.stringMatching(/./) },
    ]);
  });

  test('a film and a picture in the body are examined too', async () => {
    const { id: film } = await upload('film.txt');
    const { id: captions } = await upload(
      'captions.vtt',
      'WEBVTT\n\n00:00.000 --> 00:02.000\n巡护路线\n',
      'text/vtt',
    );
    const { id: picture } = await payload.create({
      collection: 'media',
      data: { alt: '办理流程图' },
      file: {
        name: 'flow.png',
        data: Buffer.from(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
          'base64',
        ),
        mimetype: 'image/png',
        size: 70,
      },
      context: { ...OUTSIDE_WEB },
    });
    const { id: document } = await create('documents');
    const body = paragraph('见图。');
    body.root.children.push({
      type: 'upload',
      version: 3,
      relationTo: 'media',
      value: picture,
      id: 'x1',
      fields: {},
      format: '',
    } as never);
    const { id } = await create('interpretations', {
      documents: [document],
      video: film,
      captions,
      body,
    });
    await save('interpretations', id, people.editor, { review: { action: 'submit' } });
    await expect(
      save('interpretations', id, people.clerk, { review: { action: 'examine', examined: [] } }),
    ).rejects.toThrow(/film\.txt.*办理流程图|办理流程图.*film\.txt/);
  });
});

describe('a withdrawal', () => {
  const notices = async (record: Id): Promise<Withdrawal[]> => {
    const { docs } = await payload.find({
      collection: 'withdrawals',
      where: { record: { equals: String(record) } },
      overrideAccess: true,
    });
    return docs;
  };
  const withdraw = (id: Id, review: object) =>
    save('documents', id, people.leader, { _status: 'draft', review }, { draft: false });
  const publicDocument = async () => {
    const { id } = await create('documents');
    await approve('documents', id);
    return publish('documents', id);
  };

  test('leaves a public notice with day and reason until the text is public again', async () => {
    const { id, slug, title } = await publicDocument();
    await withdraw(id, { opinion: '附件涉及个人信息' });
    const [notice] = await notices(id);
    expect(notice).toMatchObject({ subject: 'documents', slug, title, reason: '附件涉及个人信息' });
    const { docs } = await payload.find({
      collection: 'withdrawals',
      where: { slug: { equals: slug } },
      overrideAccess: false,
    });
    expect(docs[0]).not.toHaveProperty('by');
    await approve('documents', id);
    await publish('documents', id);
    expect((await notices(id))[0]?.restoredOn).toBeTruthy();
  });

  test('hides the title where the title itself must not be public', async () => {
    const { id } = await publicDocument();
    await withdraw(id, { opinion: '标题涉密', hidesTitle: true });
    expect((await notices(id))[0]?.title ?? null).toBeNull();
  });

  test('is one of one text: what is saved after it in the same request leaves no notice', async () => {
    const one = await publicDocument();
    await withdraw(one.id, { opinion: '内容有误' });
    await save('documents', one.id, people.editor, { summary: '改好了' }, { draft: false });
    expect(await notices(one.id)).toHaveLength(1);
  });
});

describe('the names under a release', () => {
  test('are public with the text and not its opinions; none before publication', async () => {
    const { id } = await create('documents');
    await approve('documents', id);
    expect((await latest('documents', id)).signedBy?.leader ?? null).toBeNull();
    await publish('documents', id);
    const read = await asPublic('documents', id);
    expect(read?.signedBy).toMatchObject({ editor: 'editor', clerk: 'clerk', leader: 'leader' });
    expect(read?.review).toBeUndefined();
  });

  test('can’t be written by hand', async () => {
    const { id } = await create('documents', { signedBy: { leader: '王五' } });
    const saved = await save('documents', id, people.editor, { signedBy: { leader: '王五' } });
    expect(saved.signedBy?.leader ?? null).toBeNull();
  });

  test('are not given by any interface where the office does not show them', async () => {
    const { id } = await create('documents');
    await approve('documents', id);
    await publish('documents', id);
    const show = (showsSignatures: boolean) =>
      payload.updateGlobal({
        slug: 'site',
        data: { showsSignatures },
        context: { ...OUTSIDE_WEB },
      });
    await show(false);
    expect((await asPublic('documents', id))?.signedBy).toBeUndefined();
    await show(true);
    expect((await asPublic('documents', id))?.signedBy?.leader).toBe('leader');
  });
});
