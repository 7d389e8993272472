import type { Payload } from 'payload';
import { createLocalReq, handleEndpoints } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agency, Document, User } from '../../payload-types';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { paragraph, PASSWORD, person } from './harness/people';

/** Documents that know their own state, over a real database and three people who sign. */
let portal: Portal;
let payload: Payload;
let agency: Agency;
let people: Record<'editor' | 'ofCounty' | 'clerk' | 'leader', User>;
let sweep: typeof import('../../jobs/sweep');

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  sweep = await import('../../jobs/sweep');
  agency = await payload.create({
    collection: 'agencies',
    data: {
      name: '测试县人民政府',
      slug: 'county',
      kind: 'government',
      code: '360924001',
      establishedOn: '1998-03-01',
      abolishedOn: '2090-01-01',
    },
    context: { ...OUTSIDE_WEB },
  });
  people = {
    editor: await person(payload, 'editor', 'editor'),
    ofCounty: await payload.update({
      collection: 'users',
      id: (await person(payload, 'county', 'editor')).id,
      data: { agency: agency.id },
      depth: 0,
      context: { ...OUTSIDE_WEB },
    }),
    clerk: await person(payload, 'clerk', 'clerk'),
    leader: await person(payload, 'leader', 'leader'),
  };
});
afterAll(() => portal.close());

type Id = Document['id'];

let serial = 0;
const nextNumber = () => `测府发〔2020〕${(serial += 1)}号`;

const draft = (data: object = {}, user: User = people.editor) =>
  payload.create({
    collection: 'documents',
    draft: true,
    data: {
      title: `测试办法${serial}`,
      kind: 'normative',
      number: nextNumber(),
      madeOn: '2020-01-06',
      body: paragraph('为了测试，制定本办法。'),
      ...data,
    } as never,
    user,
    context: { ...OUTSIDE_WEB },
  });

const save = (id: Id, user: User, data: object, isDraft = true) =>
  payload.update({
    collection: 'documents',
    id,
    draft: isDraft,
    data: data as never,
    user,
    context: { ...OUTSIDE_WEB },
  });

async function publish(id: Id, data: object = {}): Promise<Document> {
  await save(id, people.editor, { ...data, review: { action: 'submit' } });
  await save(id, people.clerk, { review: { action: 'examine', opinion: '不涉密' } });
  await save(id, people.leader, { review: { action: 'approve', opinion: '同意' } });
  return save(id, people.editor, { _status: 'published' }, false);
}

const published = async (data: object = {}) => publish((await draft(data)).id);

const withdraw = (id: Id) =>
  save(id, people.leader, { _status: 'draft', review: { opinion: '决定有误，撤下' } }, false);

const read = (id: Id) => payload.findByID({ collection: 'documents', id, depth: 0 });
const validityOf = async (id: Id) => (await read(id)).validity;

const repeals = (document: Id, on?: string) => ({
  relations: [{ verb: 'repeals', document, on, reason: '内容已由新办法规定。' }],
});

const dayFrom = (days: number) =>
  new Date(Date.now() + 8 * 3600_000 + days * 86_400_000).toISOString().slice(0, 10);

describe('a document that repeals another', () => {
  test('does so once it is published, not as a draft, and no more once it is withdrawn', async () => {
    const target = await published();
    const acting = await draft(repeals(target.id, '2021-01-01'));
    await save(acting.id, people.editor, { review: { action: 'submit' } });
    expect(await validityOf(target.id)).toBe('in-force');
    await save(acting.id, people.clerk, { review: { action: 'examine', opinion: '不涉密' } });
    await save(acting.id, people.leader, { review: { action: 'approve', opinion: '同意' } });
    expect(await validityOf(target.id)).toBe('in-force');
    await save(acting.id, people.editor, { _status: 'published' }, false);
    expect(await validityOf(target.id)).toBe('repealed');
    await withdraw(acting.id);
    expect(await validityOf(target.id)).toBe('in-force');
    await publish(acting.id);
    expect(await validityOf(target.id)).toBe('repealed');
  });

  test('shows the change to whoever edits the other document, whose review it does not touch', async () => {
    const target = await published();
    const before = await read(target.id);
    await published(repeals(target.id, '2021-01-01'));
    const latest = await payload.findByID({
      collection: 'documents',
      id: target.id,
      draft: true,
      depth: 0,
    });
    expect(latest.validity).toBe('repealed');
    expect(latest.review?.state).toBe(before.review?.state);
    expect(latest.review?.fingerprint).toBe(before.review?.fingerprint);
    expect(latest.title).toBe(before.title);
    const { totalDocs } = await payload.countVersions({
      collection: 'documents',
      where: { and: [{ parent: { equals: target.id } }, { latest: { equals: true } }] },
    });
    expect(totalDocs).toBe(1);
  });

  test('with a day still to come does so on that day, by the sweep', async () => {
    const target = await published();
    await published(repeals(target.id, dayFrom(10)));
    expect(await validityOf(target.id)).toBe('in-force');
    const req = await createLocalReq({ context: { ...OUTSIDE_WEB } }, payload);
    await sweep.sweepValidity(req, dayFrom(9));
    expect(await validityOf(target.id)).toBe('in-force');
    await sweep.sweepValidity(req, dayFrom(10));
    expect(await validityOf(target.id)).toBe('repealed');
    await sweep.sweepValidity(req, dayFrom(0));
    expect(await validityOf(target.id)).toBe('in-force');
  });

  test('lets go of what its corrected text no longer speaks of', async () => {
    const [one, two] = [await published(), await published()];
    const acting = await published(repeals(one.id, '2021-01-01'));
    expect(await validityOf(one.id)).toBe('repealed');
    // Saved once as a draft, which changes nothing, and then published.
    await save(acting.id, people.editor, repeals(two.id, '2021-01-01'));
    expect([await validityOf(one.id), await validityOf(two.id)]).toEqual(['repealed', 'in-force']);
    await publish(acting.id, { correction: '更正被废止的文件。' });
    expect([await validityOf(one.id), await validityOf(two.id)]).toEqual(['in-force', 'repealed']);
  });

  test('keeps it repealed when the repealed document is corrected and published again', async () => {
    const target = await published();
    await published(repeals(target.id, '2021-01-01'));
    await publish(target.id, { summary: '补充概述。', correction: '补充概述。' });
    expect(await validityOf(target.id)).toBe('repealed');
  });

  test('takes effect with the acting document where it names no day', async () => {
    const target = await published();
    await published({ ...repeals(target.id), effectiveOn: dayFrom(5) });
    expect(await validityOf(target.id)).toBe('in-force');
    const other = await published();
    await published({ ...repeals(other.id), madeOn: '2020-05-01' });
    expect(await validityOf(other.id)).toBe('repealed');
  });

  test('is one of several: an amendment stays when the repeal is withdrawn', async () => {
    const target = await published();
    await published({ relations: [{ verb: 'amends', document: target.id, on: '2020-06-01' }] });
    expect(await validityOf(target.id)).toBe('amended');
    const repeal = await published(repeals(target.id, '2020-08-01'));
    expect(await validityOf(target.id)).toBe('repealed');
    await withdraw(repeal.id);
    expect(await validityOf(target.id)).toBe('amended');
  });

  test('ends only what it names where it repeals some provisions', async () => {
    const target = await published();
    await published({
      relations: [
        { verb: 'repeals', document: target.id, on: '2020-06-01', provisions: '第三条' },
        { verb: 'based-on', document: target.id },
      ],
    });
    expect(await validityOf(target.id)).toBe('amended');
  });

  test('is found again when everything derived is worked out anew', async () => {
    const target = await published();
    await published(repeals(target.id, '2021-01-01'));
    for (const validity of ['in-force', 'lapsed'] as const) {
      await payload.db.updateOne({ collection: 'documents', id: target.id, data: { validity } });
      const req = await createLocalReq({ context: { ...OUTSIDE_WEB } }, payload);
      expect(await sweep.rebuildValidity(req, dayFrom(0))).toBe(1);
      expect(await validityOf(target.id)).toBe('repealed');
    }
  });
});

/** A request as it comes over the network, from the county's own editor. */
async function rest(method: string, path: string, body: object, language = 'zh') {
  const { token } = await payload.login({
    collection: 'users',
    data: { email: people.ofCounty.email, password: PASSWORD },
  });
  const response = await handleEndpoints({
    config: payload.config,
    request: new Request(`http://127.0.0.1:9/api${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': language,
        Authorization: `JWT ${token}`,
      },
      body: JSON.stringify(body),
    }),
  });
  const answer = await response.json();
  return { status: response.status, problems: answer.errors?.[0]?.data?.errors ?? [], answer };
}

const versionsOf = async (id: Id) =>
  (await payload.countVersions({ collection: 'documents', where: { parent: { equals: id } } }))
    .totalDocs;

describe('bad relations', () => {
  test('a circle of two is refused over REST at its field, in both languages, and nothing is written', async () => {
    const one = await draft({ title: '甲办法', agency: agency.id }, people.ofCounty);
    const two = await published({ title: '乙办法', ...repeals(one.id, '2021-01-01') });
    const before = await versionsOf(one.id);
    const send = (language: string) =>
      rest('PATCH', `/documents/${one.id}?draft=true`, repeals(two.id, '2021-01-01'), language);
    const zh = await send('zh');
    expect(zh.status).toBe(400);
    expect(zh.problems).toEqual([
      {
        path: 'relations.0.document',
        message: expect.stringContaining('《甲办法》废止《乙办法》，《乙办法》废止《甲办法》'),
      },
    ]);
    const en = await send('en');
    expect(en.problems[0].message).toContain('“甲办法” repeals “乙办法”');
    expect(await versionsOf(one.id)).toBe(before);
    expect((await read(one.id)).relations ?? []).toEqual([]);
  });

  test('a longer circle, over drafts too, is refused with its whole way', async () => {
    const one = await published({ title: '子' });
    const two = await draft({ title: '丑', relations: [{ verb: 'replaces', document: one.id }] });
    const three = await draft({ title: '寅', relations: [{ verb: 'amends', document: two.id }] });
    await expect(save(one.id, people.editor, repeals(three.id))).rejects.toThrow(
      '《子》废止《寅》，《寅》修改《丑》，《丑》代替《子》',
    );
  });

  test('to be based on one another makes no circle', async () => {
    const one = await published();
    const two = await published({ relations: [{ verb: 'implements', document: one.id }] });
    await publish(one.id, {
      relations: [{ verb: 'based-on', document: two.id }],
      correction: '补充依据。',
    });
    expect(await validityOf(one.id)).toBe('in-force');
  });

  test.each([
    ['itself', (own: Document) => own.id, /不能废止自己/],
    ['a document that is not there', (own: Document) => missingLike(own.id), /不存在/],
  ])('a relation to %s is refused', async (_, target, message) => {
    const own = await draft();
    await expect(save(own.id, people.editor, repeals(target(own) as Id))).rejects.toThrow(message);
  });

  test('a day before the other document was made is refused at the day', async () => {
    const target = await published({ title: '卯', madeOn: '2020-03-02' });
    await expect(draft(repeals(target.id, '2020-03-01'))).rejects.toMatchObject({
      message: expect.stringContaining('早于《卯》的成文日期 2020-03-02'),
      data: { errors: [{ path: 'relations.0.on' }] },
    });
  });

  test('do not keep a leader from withdrawing a text', async () => {
    const target = await published();
    const acting = await published(repeals(target.id, '2021-01-01'));
    await payload.db.updateOne({
      collection: 'documents',
      id: target.id,
      data: { madeOn: '2022-01-01T12:00:00.000Z' },
    });
    await withdraw(acting.id);
    expect(await validityOf(target.id)).toBe('in-force');
  });
});

/** An id of the database's own kind that no document has. */
const missingLike = (id: Id) => (typeof id === 'number' ? 999_999 : '0123456789abcdef01234567');

describe('bad numbers and dates', () => {
  test('a number already used, in another spelling, names the other document', async () => {
    await published({ title: '先用的办法', number: '测府办发〔2021〕7号' });
    await expect(draft({ number: '测府办发[2021] ７号' })).rejects.toMatchObject({
      message: expect.stringContaining('“测府办发〔2021〕7号”已经用在《先用的办法》上'),
      data: { errors: [{ path: 'number' }] },
    });
  });

  test('a number of a draft counts, and one among joint numbers does', async () => {
    await draft({ title: '联合草稿', number: '测府办发〔2021〕8号、测财发〔2021〕9号' });
    for (const number of [
      '测财发〔2021〕9号',
      '测财发〔2021〕9号、测税发〔2021〕1号',
      '测财发〔2021〕9号、测府办发〔2021〕8号',
    ]) {
      await expect(draft({ number })).rejects.toThrow(/《联合草稿》（草稿）/);
    }
  });

  test('versions of one law, orders of other years and announcements of other agencies share one', async () => {
    const law = { kind: 'law', title: '测试法', number: '主席令第四号' };
    await published({ ...law, madeOn: '2008-04-24' });
    await published({ ...law, madeOn: '2020-04-24' });
    await published({ ...law, title: '另一部法', madeOn: '2018-04-24' });
    await expect(draft({ ...law, title: '又一部法', madeOn: '2008-10-01' })).rejects.toThrow(
      /主席令第4号/,
    );
    await published({ number: '2019年第1号', agencyName: '甲局' });
    await published({ number: '2019年第1号', agencyName: '乙局' });
    await expect(draft({ number: '2019年第1号', agencyName: '乙局' })).rejects.toThrow(
      /2019年第1号/,
    );
  });

  test('a copy does not take the number along', async () => {
    const { id } = await published();
    const copy = await payload.duplicate({
      collection: 'documents',
      id,
      draft: true,
      user: people.editor,
      context: { ...OUTSIDE_WEB },
    });
    expect(copy.number ?? null).toBeNull();
  });

  test.each([
    [
      'before its agency was established',
      { madeOn: '1998-02-28' },
      'madeOn',
      /设立日期 1998-03-01/,
    ],
    ['after its agency was abolished', { madeOn: '2090-01-02' }, 'madeOn', /撤销日期 2090-01-01/],
    [
      'that lapses before it takes effect',
      { effectiveOn: '2021-01-01', lapsesOn: '2020-12-31' },
      'lapsesOn',
      /不晚于施行日期 2021-01-01/,
    ],
    ['with a day that does not exist', { madeOn: '二〇二〇年' }, 'madeOn', /不是一个存在的日期/],
  ])('a document %s is refused', async (_, data, path, message) => {
    const { totalDocs } = await payload.count({ collection: 'documents' });
    await expect(draft({ agency: agency.id, ...data })).rejects.toMatchObject({
      message: expect.stringMatching(message),
      data: { errors: [{ path }] },
    });
    expect((await payload.count({ collection: 'documents' })).totalDocs).toBe(totalDocs);
  });

  test('a document of the very first day is taken', async () => {
    const { madeOn } = await draft({ agency: agency.id, madeOn: '1998-03-01' });
    expect(madeOn).toBe('1998-03-01T12:00:00.000Z');
  });

  test('an index number that another document has is refused with its name', async () => {
    await draft({ title: '有索引号的', indexNumber: '360924001/2001-00077' });
    await expect(draft({ indexNumber: '360924001/2001-00077' })).rejects.toThrow(
      /已经用在《有索引号的》（草稿）上/,
    );
  });
});

describe('index numbers', () => {
  const inYear = (year: number) => ({ agency: agency.id, madeOn: `${year}-05-06` });
  const submit = async (id: Id) =>
    (await save(id, people.editor, { review: { action: 'submit' } })).indexNumber;

  test('are drawn on submission: a discarded draft leaves no gap', async () => {
    const discarded = await draft(inYear(2031));
    expect(discarded.indexNumber ?? null).toBeNull();
    expect(discarded.slug).toMatch(/^draft-[0-9a-f]{12}$/);
    await payload.delete({
      collection: 'documents',
      id: discarded.id,
      context: { ...OUTSIDE_WEB },
    });
    const { id } = await draft(inYear(2031));
    expect(await submit(id)).toBe('360924001/2031-00001');
    const after = await publish((await draft(inYear(2031))).id);
    expect(after.indexNumber).toBe('360924001/2031-00002');
    expect(after.slug).toBe('360924001-2031-00002');
  });

  test('are given back when a submitted draft is deleted, and drawn before new ones', async () => {
    const drafts = [
      await draft(inYear(2032)),
      await draft(inYear(2032)),
      await draft(inYear(2032)),
    ];
    for (const { id } of drafts) await submit(id);
    await payload.delete({
      collection: 'documents',
      id: drafts[1]!.id,
      context: { ...OUTSIDE_WEB },
    });
    expect(await submit((await draft(inYear(2032))).id)).toBe('360924001/2032-00002');
    expect(await submit((await draft(inYear(2032))).id)).toBe('360924001/2032-00004');
  });

  test('are drawn again when the save for which one was drawn was refused', async () => {
    const { id } = await draft(inYear(2033));
    // The auditor may take no step: the hook refuses after the number was drawn.
    await expect(save(id, people.clerk, { review: { action: 'submit' } })).rejects.toThrow();
    await payload.db.updateMany({
      collection: 'counters',
      where: { key: { contains: 'drawn:index:360924001:2033' } },
      data: { value: Date.now() - 3_600_000 },
    });
    expect(await submit(id)).toBe('360924001/2033-00001');
  });

  test('pass over one that somebody typed', async () => {
    await draft({ ...inYear(2034), indexNumber: '360924001/2034-00001' });
    expect(await submit((await draft(inYear(2034))).id)).toBe('360924001/2034-00002');
  });

  test('run without a gap when many are drawn at once, per agency and year', async () => {
    const { confirmDrawn, drawNumber } = await import('../../collections/Counters/drawn-number');
    const draw = async (sequence: string) => {
      const req = await createLocalReq({ context: { ...OUTSIDE_WEB } }, payload);
      const number = await drawNumber(sequence, req, async () => false);
      await confirmDrawn(sequence, number, req);
      return number;
    };
    const asked = Array.from({ length: 24 }, (_, n) => draw(n % 2 === 0 ? 'at-once' : 'beside'));
    const given = await Promise.all(asked);
    for (const odd of [0, 1]) {
      const ofOne = given.filter((_, n) => n % 2 === odd).toSorted((a, b) => a - b);
      expect(ofOne).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
    }
  });

  test('several drawn together are those that waited, and new ones, and none that somebody has', async () => {
    const { confirmDrawn, drawNumbers } = await import('../../collections/Counters/drawn-number');
    const req = await createLocalReq({ context: { ...OUTSIDE_WEB } }, payload);
    const draw = (count: number, taken: number[] = []) =>
      drawNumbers('together', count, req, async () => new Set(taken));
    expect(await draw(4)).toEqual([1, 2, 3, 4]);
    await confirmDrawn('together', 1, req);
    await confirmDrawn('together', 3, req);
    await payload.db.updateMany({
      collection: 'counters',
      where: { key: { contains: 'drawn:together:' } },
      data: { value: Date.now() - 3_600_000 },
    });
    // 2 and 4 waited; 5 is somebody's.
    expect(await draw(4, [5])).toEqual([2, 4, 6, 7]);
    const both = await Promise.all([draw(5), draw(5)]);
    expect(both.flat().toSorted((a, b) => a - b)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
  });
});
