import { createLocalReq, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addFile, filesOf } from '../../collections/ApplicationDrafts/draft-files';
import type { Receipt } from '../../collections/Applications/receive-application';
import { draftHash, newDraftKey } from '../../collections/ApplicationDrafts/drafts';
import { commentCounts } from '../../collections/Comments/counts';
import { forgetWriters } from '../../collections/Comments/forget-writers';
import { fileComment, NotOpenError } from '../../collections/Comments/file-comment';
import { readModeration, readModerationFilter } from '../../collections/Comments/moderation-rows';
import { openOwnComment } from '../../collections/Comments/writer-comment';
import { readWaiting } from '../../collections/Letters/waiting-rows';
import { addMonths, dayOf } from '../../domain/workdays/days';
import type { Comment, Consultation, User } from '../../payload-types';
import { rest } from './harness/secrets';
import { openOffice, tokenOf, type Office } from './harness/office';
import { paragraph, person, type signers } from './harness/people';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let office: Office;
let context: Awaited<ReturnType<typeof signers>>;
const tokens: Record<'clerk' | 'second' | 'own' | 'other', string> = {
  clerk: '',
  second: '',
  own: '',
  other: '',
};

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  office = await openOffice(payload);
  const [editor, clerk, second, own, other] = await Promise.all(
    (['editor', 'clerk', 'second', 'own', 'other'] as const).map((name) =>
      person(
        payload,
        name,
        name === 'editor' || name === 'own' || name === 'other' ? 'editor' : 'clerk',
      ),
    ),
  );
  const { leader } = office.people;
  context = {
    ...OUTSIDE_WEB,
    disableIndexing: true,
    signOff: { editor, clerk, leader, opinion: '同意公开' },
  } as never;
  const agency = await payload.create({
    collection: 'agencies',
    data: { name: '测试县教育局', slug: 'education', kind: 'department' },
    context: OUTSIDE_WEB,
  });
  for (const [user, of] of [
    [own, office.agency],
    [other, agency],
  ] as const) {
    await payload.update({
      collection: 'users',
      id: user!.id,
      data: { agency: of.id },
      depth: 0,
      context: OUTSIDE_WEB,
    });
  }
  const people = { clerk, second, own, other };
  for (const [name, user] of Object.entries(people)) {
    tokens[name as 'clerk'] = await tokenOf(payload, user!);
  }
  for (const slug of ['consultations', 'comments'] as const) {
    payload.collections[slug].config.hooks.beforeOperation.unshift(({ req }) => {
      req.context.disableRevalidate = true;
    });
  }
}, 120_000);
afterAll(() => portal.close());

const DAY = 86_400_000;
const fromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString();

let made = 0;
const consult = (rest: Partial<Consultation> = {}): Promise<Consultation> => {
  made += 1;
  return payload.create({
    collection: 'consultations',
    depth: 0,
    context,
    data: {
      title: `关于第${made}号办法的意见征集`,
      slug: `number-${made}`,
      kind: 'normative',
      agency: office.agency.id,
      opensAt: fromNow(-10),
      closesAt: fromNow(10),
      background: paragraph('为什么要作这项规定。'),
      draft: paragraph('第一条　为规范管理，制定本办法。'),
      _status: 'published',
      ...rest,
    } as never,
  });
};

const say = (body: string, { slug }: Consultation, draftKey = newDraftKey()): Promise<Receipt> =>
  fileComment(
    payload,
    { body, name: '样例某', contact: 'someone@mail.example.test' },
    { consultation: slug ?? '', draftKey, language: 'zh-CN', asTyped: body },
  );

const commentsOf = async ({ id }: Consultation): Promise<Comment[]> =>
  (
    await payload.db.find<Comment>({
      collection: 'comments',
      where: { consultation: { equals: id } },
      sort: 'submittedAt',
      pagination: false,
      limit: 0,
    })
  ).docs;

const userNamed = async (name: string): Promise<User[]> =>
  (await payload.find({ collection: 'users', where: { name: { equals: name } }, depth: 0 })).docs;

const moderate = async (token: string, body: object) => {
  const response = await rest(payload, '/comments/moderate', { method: 'POST', token, body });
  return { status: response.status, answer: await response.json() };
};

const read = async (token?: string) => {
  const response = await rest(payload, '/comments?limit=100', { token });
  return (await response.json()).docs as Comment[];
};

describe('a consultation', () => {
  test('goes out only with its times in order, a background and a draft', async () => {
    await expect(consult({ closesAt: fromNow(-11) })).rejects.toMatchObject({
      data: { errors: [{ path: 'closesAt' }] },
    });
    await expect(consult({ background: null, draft: null })).rejects.toMatchObject({
      data: { errors: [{ path: 'background' }, { path: 'draft' }] },
    });
  });

  test('of a major decision is open for thirty days, or says why it is not', async () => {
    const short = { kind: 'major-decision' } as const;
    await expect(consult(short)).rejects.toMatchObject({
      data: { errors: [{ path: 'shortenedBecause' }] },
    });
    // The word alone is no reason any more; the field is.
    await expect(
      consult({ ...short, background: paragraph('缩短征求意见的期限。') }),
    ).rejects.toMatchObject({ data: { errors: [{ path: 'shortenedBecause' }] } });
    const told = await consult({ ...short, shortenedBecause: '汛期临近，须在此之前施行。' });
    expect(told._status).toBe('published');
  });

  test('that never went out is refused once its time is over, and counts its days from today', async () => {
    const agency = office.agency.id;
    const late = (rest: object) =>
      payload.create({
        collection: 'consultations',
        user: { ...context.signOff.editor, collection: 'users' },
        context: OUTSIDE_WEB,
        data: {
          title: '补登的意见征集',
          kind: 'major-decision',
          agency,
          opensAt: fromNow(-60),
          closesAt: fromNow(10),
          background: paragraph('为什么要作这项规定。'),
          draft: paragraph('第一条　为规范管理，制定本办法。'),
          review: { action: 'submit' },
          ...rest,
        } as never,
        draft: true,
      });
    await expect(late({})).rejects.toMatchObject({
      data: { errors: [{ path: 'shortenedBecause' }] },
    });
    await expect(late({ closesAt: fromNow(-1) })).rejects.toMatchObject({
      data: { errors: [{ path: 'closesAt' }] },
    });
  });

  test('never ends in the text that it was to change', async () => {
    const document = await payload.create({
      collection: 'documents',
      draft: true,
      depth: 0,
      context: OUTSIDE_WEB,
      data: { title: '现行办法', agency: office.agency.id } as never,
    });
    const ends = { replaces: document.id, finalDocument: document.id, outcomeOn: fromNow(-1) };
    await expect(consult(ends as never)).rejects.toMatchObject({
      data: {
        errors: expect.arrayContaining([expect.objectContaining({ path: 'finalDocument' })]),
      },
    });
  });

  test('owes its outcome so many working days after the close, and keeps that day', async () => {
    const one = await consult({
      closesAt: '2026-09-30T09:00:00.000Z',
      opensAt: '2026-08-01T00:00:00.000Z',
      outcomeDays: 5,
    });
    expect(dayOf(one.outcomeDueOn ?? '')).toBe('2026-10-13');
    expect(one.outcomeOn).toBeNull();
  });

  test('has its outcome published only when it is whole and every comment was read', async () => {
    const one = await consult();
    await say('建议延长办理时间。', one);
    await payload.db.updateOne({
      collection: 'consultations',
      id: one.id,
      data: { closesAt: fromNow(-1) },
    });
    const publish = (outcome: Consultation['outcome']) =>
      payload.update({
        collection: 'consultations',
        id: one.id,
        depth: 0,
        context: { ...context },
        data: { closesAt: fromNow(-1), outcome, _status: 'published' },
      });
    const points = [{ opinion: '延长办理时间', decision: 'not' as const }];
    await expect(
      publish({ summary: '收到一条意见。', otherWays: 0, points }),
    ).rejects.toMatchObject({
      data: { errors: [{ path: 'outcome.summary' }, { path: 'outcome.points.0.reason' }] },
    });
    const [comment] = await commentsOf(one);
    await moderate(tokens.clerk, { ids: [comment!.id], from: 'pending', to: 'shown' });
    const reason = '法律已有规定。';
    const whole = await publish({
      summary: '收到一条意见。',
      otherWays: 0,
      points: [{ ...points[0]!, reason }],
    });
    expect(dayOf(whole.outcomeOn ?? '')).toBe(dayOf(new Date()));
  });
});

describe('a comment', () => {
  test('is taken only while the consultation is open, by the clock of the server', async () => {
    const [later, over, elsewhere] = await Promise.all([
      consult({ opensAt: fromNow(1) }),
      consult({ closesAt: fromNow(-1) }),
      consult({ takesComments: false, otherWays: '来信' }),
    ]);
    for (const one of [later, over, elsewhere]) {
      await expect(say('意见', one)).rejects.toThrow(NotOpenError);
    }
  });

  test('is one however often it is sent, and its files go with it', async () => {
    const one = await consult();
    const key = newDraftKey();
    const pdf = new TextEncoder().encode('材料：见内文。');
    expect(
      await addFile(payload, draftHash(key), { name: '材料.txt', bytes: pdf }, 'zh-CN', 3),
    ).toBeNull();
    const receipts = await Promise.all([say('同意', one, key), say('同意', one, key)]);
    receipts.push(await say('同意', one, key));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(receipts[0]!.receiptNumber).toMatch(/^YJ\d{4}-\d{5}-[\dX]$/);
    expect(await commentsOf(one)).toHaveLength(1);
    expect(await filesOf(payload, draftHash(key))).toEqual([]);
    const files = await payload.find({
      collection: 'case-files',
      where: { comment: { exists: true } },
      depth: 0,
    });
    expect(files.docs).toHaveLength(1);
  });

  test('is seen by nobody outside before its turn, and then without who wrote it', async () => {
    const one = await consult();
    await say('建议第一条写明对象。', one);
    const mine = async (token?: string) =>
      (await read(token)).filter(({ body }) => body === '建议第一条写明对象。');
    expect(await mine()).toEqual([]);
    expect(await mine(tokens.other)).toEqual([]);
    expect(await mine(tokens.own)).toHaveLength(1);
    const [comment] = await commentsOf(one);
    expect(comment!.name).not.toContain('样例');
    await moderate(tokens.own, { ids: [comment!.id], from: 'pending', to: 'shown' });
    const [shown] = await mine();
    expect(Object.keys(shown!)).not.toEqual(
      expect.arrayContaining(['name', 'contact', 'receiptNumber', 'suspicion', 'moderatedBy']),
    );
    for (const hidden of ['name', 'contact', 'receiptNumber', 'suspicion', 'moderatedBy', 'note']) {
      expect([hidden, hidden in shown!]).toEqual([hidden, false]);
    }
  });

  test('tells its writer by number and code what became of it, and why it is not shown', async () => {
    const one = await consult();
    const { receiptNumber, queryCode } = await say('这条与本事项无关。', one);
    const open = (number: string, code: string) =>
      openOwnComment(payload, number, code, fromNow(0));
    expect(await open(receiptNumber, 'AAAA2222')).toBeNull();
    expect(await open('YJ2026-99999-9', queryCode)).toBeNull();
    const typed = receiptNumber.toLowerCase().replaceAll('-', '');
    expect(await open(typed, queryCode.toLowerCase())).toMatchObject({
      state: 'pending',
      reason: null,
      decidedOn: null,
    });
    const [comment] = await commentsOf(one);
    expect(JSON.stringify(comment)).not.toContain(queryCode);
    expect(JSON.stringify(await read(tokens.clerk))).not.toContain('queryHash');
    const decision = { from: 'pending', to: 'withheld', reason: 'unrelated', note: '内部说明' };
    await moderate(tokens.clerk, { ids: [comment!.id], ...decision });
    const told = await open(receiptNumber, queryCode);
    expect(told).toMatchObject({
      body: '这条与本事项无关。',
      state: 'withheld',
      reason: 'unrelated',
      decidedOn: dayOf(new Date()),
      consultation: { slug: one.slug, state: 'open' },
    });
    expect(JSON.stringify(told)).not.toMatch(/内部说明|样例|someone@/);
  });

  test('goes with its consultation when that is withdrawn, and its writer is told so', async () => {
    const one = await consult();
    const { receiptNumber, queryCode } = await say('撤下之后看不到的话', one);
    const [comment] = await commentsOf(one);
    await moderate(tokens.clerk, { ids: [comment!.id], from: 'pending', to: 'shown' });
    const seen = async (token?: string) => (await read(token)).some(({ id }) => id === comment!.id);
    expect(await seen()).toBe(true);
    await payload.db.updateOne({
      collection: 'consultations',
      id: one.id,
      data: { _status: 'draft' },
    });
    expect(await seen()).toBe(false);
    expect(await seen(tokens.other)).toBe(false);
    expect(await seen(tokens.own)).toBe(true);
    const told = await openOwnComment(payload, receiptNumber, queryCode, fromNow(0));
    expect(told).toMatchObject({ state: 'shown', consultation: null });
  });

  test('is decided on its own page by one of two: the other’s page is from before, and is told who', async () => {
    const one = await consult();
    await say('两人同时审看', one);
    const [{ id, updatedAt }] = (await commentsOf(one)) as [Comment];
    const patch = (token: string, body: object) =>
      rest(payload, `/comments/${id}`, { method: 'PATCH', token, body });
    expect((await patch(tokens.clerk, { state: 'shown', updatedAt })).status).toBe(200);
    const withhold = { state: 'withheld', reason: 'advertising' };
    for (const seen of [{ updatedAt }, {}]) {
      const late = await patch(tokens.second, { ...withhold, ...seen });
      expect([late.status, (await late.json()).errors[0].message]).toEqual([
        409,
        expect.stringContaining('clerk'),
      ]);
    }
    const [now] = await commentsOf(one);
    expect(now).toMatchObject({ state: 'shown', moderatedBy: 'clerk' });
    const again = await patch(tokens.second, { ...withhold, updatedAt: now!.updatedAt });
    expect(again.status).toBe(200);
  });

  test('keeps its words: a moderator can’t change them, nor withhold without a reason', async () => {
    const one = await consult();
    await say('原话', one);
    const [comment] = await commentsOf(one);
    const patch = (body: object) =>
      rest(payload, `/comments/${comment!.id}`, { method: 'PATCH', token: tokens.clerk, body });
    expect((await patch({ state: 'withheld' })).status).toBe(400);
    expect((await patch({ body: '改过的话', note: '看过' })).status).toBe(200);
    expect((await patch({ state: 'withheld', reason: 'unrelated' })).status).toBe(200);
    const [now] = await commentsOf(one);
    expect(now).toMatchObject({
      body: '原话',
      state: 'withheld',
      reason: 'unrelated',
      moderatedBy: 'clerk',
    });
    expect((await patch({ state: 'pending' })).status).toBe(400);
  });

  test('sent again is marked, and an advertisement does not count as an opinion', async () => {
    const one = await consult();
    await say('同意这个办法。', one);
    await say('同意 这个办法', one);
    await say('无抵押贷款秒批，加微信 wx:abcde12345 http://a.example.top', one);
    const [first, again, spam] = await commentsOf(one);
    expect([first!.suspicion, (again!.suspicion ?? 0) >= 30, (spam!.suspicion ?? 0) >= 80]).toEqual(
      [0, true, true],
    );
    const ids = [spam!.id];
    await moderate(tokens.clerk, { ids, from: 'pending', to: 'withheld', reason: 'advertising' });
    const reason = { from: 'pending', to: 'withheld', reason: 'unrelated' };
    await moderate(tokens.clerk, { ids: [again!.id], ...reason });
    // Nothing that came in vanishes from the sum.
    expect(await commentCounts(payload, one.id)).toEqual({
      received: 2,
      shown: 0,
      waiting: 1,
      withheld: 1,
      setAside: 1,
    });
  });
});

test('comments forget who wrote them half a year after the outcome, and keep what was said', async () => {
  const one = await consult();
  await say('留下的话', one);
  const outcomeOn = { outcomeOn: fromNow(-1), closesAt: fromNow(-2) };
  await payload.db.updateOne({ collection: 'consultations', id: one.id, data: outcomeOn });
  const req = await createLocalReq({}, payload);
  const inMonths = (months: number) => addMonths(dayOf(new Date()), months);
  await forgetWriters(req, inMonths(5));
  expect((await commentsOf(one))[0]!.contact).toBeTruthy();
  await forgetWriters(req, inMonths(7));
  const [comment] = await commentsOf(one);
  expect([comment!.body, comment!.name ?? null, comment!.contact ?? null]).toEqual([
    '留下的话',
    null,
    null,
  ]);
});

describe('the desk of moderation', () => {
  test('names an editor the own agency’s consultations alone, and each comment by its number', async () => {
    const one = await consult();
    const { receiptNumber } = await say('编号要看得见', one);
    const deskOf = async (token: string) => {
      const { user } = await payload.auth({
        headers: new Headers({ Authorization: `JWT ${token}` }),
      });
      const req = await createLocalReq({ user: user! }, payload);
      const filter = readModerationFilter({ consultation: String(one.id) });
      return readModeration(req, filter, fromNow(0));
    };
    const own = await deskOf(tokens.own);
    expect(own.rows).toMatchObject([{ receiptNumber, consultation: one.title }]);
    expect((await deskOf(tokens.other)).consultations).toEqual([]);
    const search = `/comments?where[receiptNumber][like]=${receiptNumber.slice(0, 12)}`;
    const found = await rest(payload, search, { token: tokens.clerk });
    expect((await found.json()).docs).toMatchObject([{ receiptNumber }]);
    expect((await rest(payload, search)).status).toBe(400);
  });

  test.each(['administrator', 'auditor'] as const)(
    'opens for an %s, who handles no case and reads no file of one',
    async (role) => {
      const one = await consult();
      await say('请多设几处斑马线', one);
      const req = await createLocalReq({ user: await person(payload, `a-${role}`, role) }, payload);
      const filter = readModerationFilter({ consultation: String(one.id) });
      const { rows } = await readModeration(req, filter, fromNow(0));
      expect(rows).toMatchObject([{ body: '请多设几处斑马线', files: [] }]);
    },
  );
});

describe('moderation of many', () => {
  test('lets one of two moderators win, tells the other, and logs each comment once', async () => {
    const one = await consult();
    for (let i = 0; i < 8; i += 1) await say(`第${i}条意见`, one);
    const ids = (await commentsOf(one)).map(({ id }) => id);
    const [a, b] = await Promise.all([
      moderate(tokens.clerk, { ids, from: 'pending', to: 'shown' }),
      moderate(tokens.second, { ids, from: 'pending', to: 'withheld', reason: 'unrelated' }),
    ]);
    expect(a.answer.done + b.answer.done).toBe(8);
    expect(a.answer.taken.length + b.answer.taken.length).toBe(8);
    const { docs } = await payload.find({
      collection: 'audit-log',
      where: {
        and: [
          { subject: { equals: 'comments' } },
          { record: { in: ids.map(String) } },
          { action: { equals: 'update' } },
        ],
      },
      pagination: false,
    });
    expect(docs).toHaveLength(8);
  });

  test('waits as one row a consultation on the desk of all that waits, for whoever reads it', async () => {
    const one = await consult();
    await say('第一条意见。', one);
    await say('第二条意见。', one);
    const { officer, leader } = office.people;
    const rowsOf = async (user: User) => {
      const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload);
      const filter = { kind: 'comment', agency: null, span: 'all', page: 1 } as const;
      return (await readWaiting(req, filter)).rows.filter(({ id }) => id === one.id);
    };
    const [own] = await userNamed('own');
    const [other] = await userNamed('other');
    expect(await rowsOf(leader)).toMatchObject([{ kind: 'comment', count: 2, title: one.title }]);
    expect(await rowsOf(own!)).toHaveLength(1);
    expect(await rowsOf(other!)).toEqual([]);
    expect(await rowsOf(officer)).toEqual([]);
  });

  test('takes all that wait under a filter, and nothing from another agency’s editor', async () => {
    const one = await consult();
    for (let i = 0; i < 3; i += 1)
      await say(`无抵押贷款秒批，加微信，扫码，第${i}次 http://a.example.top`, one);
    await say('正经意见', one);
    const filter = { consultation: String(one.id), state: 'pending', looks: 'suspicious' };
    const decision = { filter, from: 'pending', to: 'withheld', reason: 'advertising' };
    expect((await moderate(tokens.other, decision)).status).toBe(400);
    const ids = (await commentsOf(one)).map(({ id }) => id);
    const stranger = await moderate(tokens.other, { ids, from: 'pending', to: 'shown' });
    expect(stranger.answer).toMatchObject({ done: 0, missing: 4 });
    expect((await moderate(tokens.own, decision)).answer).toMatchObject({ done: 3 });
    expect((await moderate(office.tokens.officer, decision)).status).toBe(403);
    expect((await moderate(tokens.clerk, { ...decision, reason: '' })).status).toBe(400);
    // What makes no sense is refused: left out, it would mean all that wait.
    for (const nonsense of ['x', null, [], { looks: 'suspicous' }, { consultation: 'nix' }]) {
      const refused = await moderate(tokens.clerk, { filter: nonsense, to: 'shown' });
      expect(refused.status).toBe(400);
    }
    expect((await commentsOf(one)).map(({ state }) => state).sort()).toEqual([
      'pending',
      'withheld',
      'withheld',
      'withheld',
    ]);
  });
});
