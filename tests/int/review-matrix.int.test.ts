import { handleEndpoints, type Payload, type RequestContext } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACTIONS, ACTORS, may, type Action, type Actor } from '../../domain/review/permissions';
import { PUBLIC_STAGES, stage, STAGES, type Stage } from '../../domain/review/stage';
import type { Document, User } from '../../payload-types';
import { inAnHour, interfaces, type Attempt } from './harness/interfaces';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { paragraph, PASSWORD, person } from './harness/people';

/** Every role in every state tries every action, from one table: domain/review/permissions.ts. */
let portal: Portal;
let payload: Payload;
let agency: number | string;
const people = {} as Record<Actor, User | null>;
const tokens = {} as Record<Actor, string | null>;
let ways: ReturnType<typeof interfaces>;
/** One text for each state, for the attempts that must fail. */
const standing = {} as Record<Stage, Id>;

type Id = number | string;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  const office = (slug: string, name: string) =>
    payload.create({
      collection: 'agencies',
      data: { name, slug, kind: 'department' },
      context: { ...OUTSIDE_WEB },
    });
  const own = await office('own', '测试县财政局');
  const other = await office('other', '测试县教育局');
  agency = own.id;
  for (const { code } of ACTORS) {
    if (code === 'anonymous') {
      people[code] = null;
      tokens[code] = null;
      continue;
    }
    const role = code === 'otherEditor' ? 'editor' : code;
    const { id, email } = await person(payload, code, role);
    people[code] = await payload.update({
      collection: 'users',
      id,
      data: { agency: code === 'otherEditor' ? other.id : own.id },
      depth: 0,
      context: { ...OUTSIDE_WEB },
    });
    const { token } = await payload.login({
      collection: 'users',
      data: { email, password: PASSWORD },
    });
    tokens[code] = token ?? null;
  }
  ways = interfaces(payload, people, tokens);
  for (const code of STAGES) standing[code] = await textIn(code);
  // The interfaces below are called without Next, which has no page cache here to renew.
  const { hooks } = payload.collections.documents.config;
  hooks.beforeOperation.unshift(({ req }) => {
    req.context.disableRevalidate = true;
  });
}, 300_000);
afterAll(() => portal.close());

const locally: Attempt = (...tried) => ways.locally(...tried);
const byRest: Attempt = (...tried) => ways.byRest(...tried);
const byGraphql: Attempt = (...tried) => ways.byGraphql(...tried);

let serial = 0;

/** A new document in the state. What needs three people is signed as a batch, which is one save. */
async function textIn(wanted: Stage): Promise<Id> {
  const { editor, clerk, leader } = people as Record<string, User>;
  const signOff = { editor, clerk, leader, opinion: '同意' } as RequestContext['signOff'];
  const isSigned = wanted === 'approved' || wanted === 'scheduled';
  const isPublic = PUBLIC_STAGES.includes(wanted) || wanted === 'withdrawn';
  const { id } = await payload.create({
    collection: 'documents',
    draft: !isPublic,
    data: {
      title: `权限测试${(serial += 1)}`,
      kind: 'notice',
      agency,
      madeOn: '2020-01-02',
      body: paragraph('为了规范公开工作，制定本办法。'),
      ...(isPublic && { _status: 'published' }),
      ...(wanted === 'scheduled' && { releaseAt: inAnHour() }),
      ...BECOMING[wanted],
    } as never,
    user: editor,
    context: { ...OUTSIDE_WEB, ...((isSigned || isPublic) && { signOff }) },
  });
  const step = (user: User | undefined, action: string) =>
    save(id, user ?? null, { review: { action, opinion: '意见' } });
  if (['submitted', 'reviewed', 'returned'].includes(wanted)) await step(editor, 'submit');
  if (wanted === 'reviewed') await step(clerk, 'examine');
  if (wanted === 'returned') await step(clerk, 'return');
  if (wanted === 'withdrawn') {
    await save(id, leader ?? null, { _status: 'draft', review: { opinion: '有误' } }, false);
  }
  return id;
}

/** What became of a public text. */
const BECOMING: Partial<Record<Stage, object>> = {
  corrected: { correction: '标题有误，改正。' },
  amended: { change: { status: 'amended', on: '2021-01-01', byName: '某决定' } },
  repealed: { change: { status: 'repealed', on: '2021-01-01', byName: '某决定' } },
  lapsed: { lapsesOn: '2021-01-01' },
};

const save = (id: Id, user: User | null, data: object, draft = true) =>
  payload.update({
    collection: 'documents',
    id,
    draft,
    data: data as never,
    user: user ?? undefined,
    overrideAccess: false,
    context: { ...OUTSIDE_WEB },
  });

const latest = (id: Id): Promise<Document | null> =>
  payload.findByID({
    collection: 'documents',
    id,
    draft: true,
    depth: 0,
    joins: false,
    disableErrors: true,
  });

const isPublic = async (id: Id): Promise<boolean> => {
  const { totalDocs } = await payload.find({
    collection: 'documents',
    where: { id: { equals: id } },
    limit: 1,
    joins: false,
    overrideAccess: false,
  });
  return totalDocs === 1;
};

const stageOf = (doc: Document): Stage =>
  stage({
    ...doc,
    status: doc._status ?? 'draft',
    review: { state: doc.review?.state ?? 'draft', steps: (doc.review?.steps ?? []) as never },
  });

/** Whether the action did to the text what its name says. */
async function isDone(action: Action, id: Id, wasPublic: boolean): Promise<boolean> {
  const doc = await latest(id);
  if (action === 'delete') return doc === null;
  if (!doc) return false;
  switch (action) {
    case 'edit':
      return doc.title === '改过的标题';
    case 'schedule':
      return Boolean(doc.releaseAt);
    case 'publish':
      return isPublic(id);
    case 'withdraw':
      return wasPublic && !(await isPublic(id));
    case 'read':
      return true;
    default:
      return doc.review?.steps?.at(-1)?.action === action;
  }
}

/** Tries on the standing text where it must fail, and on a new one where it changes something. */
async function attempt(by: Attempt, actor: Actor, action: Action, at: Stage): Promise<boolean> {
  const leavesTrace = may(actor, action, at) && action !== 'read';
  const id = leavesTrace ? await textIn(at) : standing[at];
  const wasPublic = PUBLIC_STAGES.includes(at);
  const wasLetIn = await by(actor, action, id);
  // A save that nobody refused and that did nothing, such as withdrawing a draft, is no success.
  const isSuccess = wasLetIn && (await isDone(action, id, wasPublic));
  if (!leavesTrace && action !== 'read') {
    const doc = await latest(id);
    expect(doc && stageOf(doc), 'the text after a refused attempt').toBe(at);
  }
  return isSuccess;
}

for (const at of STAGES) {
  describe(`what is ${at}`, () => {
    for (const action of ACTIONS) {
      for (const actor of ACTORS) {
        const isAllowed = may(actor.code, action.code, at);
        test(`${actor.en}: ${isAllowed ? 'may' : 'may not'} ${action.en}`, async () => {
          expect(await attempt(locally, actor.code, action.code, at)).toBe(isAllowed);
        });
      }
    }
  });
}

/** One state for each action in which somebody may take it. */
const TELLING: Record<Action, Stage> = {
  read: 'reviewed',
  edit: 'published',
  submit: 'draft',
  examine: 'submitted',
  approve: 'reviewed',
  return: 'approved',
  publish: 'approved',
  schedule: 'approved',
  withdraw: 'published',
  delete: 'draft',
};

describe('by REST', () => {
  for (const action of ACTIONS) {
    const at = TELLING[action.code];
    for (const actor of ACTORS) {
      const isAllowed = may(actor.code, action.code, at);
      test(`${actor.en}: ${isAllowed ? 'may' : 'may not'} ${action.en} what is ${at}`, async () => {
        expect(await attempt(byRest, actor.code, action.code, at)).toBe(isAllowed);
      });
    }
  }

  test.each([
    ['context in the body', '', { _status: 'published', context: { release: { by: 'set' } } }],
    ['context in the address', '&context[release][by]=schedule&context[now]=2099-01-01', {}],
    ['the rights of the server in the address', '&overrideAccess=true&autosave=false', {}],
    ['all languages at once', '&publishAllLocales=true', {}],
  ])('nobody passes for the job that releases texts: %s', async (_, query, body) => {
    const id = standing.submitted;
    for (const actor of ACTORS) {
      await handleEndpoints({
        config: payload.config,
        request: new Request(`http://127.0.0.1:9/api/documents/${id}?depth=0${query}`, {
          method: 'PATCH',
          headers: ways.headersOf(actor.code),
          body: JSON.stringify({ _status: 'published', ...body }),
        }),
      });
      expect(await isPublic(id), actor.en).toBe(false);
    }
  });

  test('a change of many at once is held to the same rule', async () => {
    for (const actor of ACTORS) {
      await handleEndpoints({
        config: payload.config,
        request: new Request(
          `http://127.0.0.1:9/api/documents?depth=0&where[id][equals]=${standing.reviewed}`,
          {
            method: 'PATCH',
            headers: ways.headersOf(actor.code),
            body: JSON.stringify({ _status: 'published' }),
          },
        ),
      });
      expect(await isPublic(standing.reviewed), actor.en).toBe(false);
    }
  });
});

describe('by GraphQL', () => {
  for (const action of ACTIONS) {
    const at = TELLING[action.code];
    for (const actor of ACTORS) {
      const isAllowed = may(actor.code, action.code, at);
      test(`${actor.en}: ${isAllowed ? 'may' : 'may not'} ${action.en} what is ${at}`, async () => {
        expect(await attempt(byGraphql, actor.code, action.code, at)).toBe(isAllowed);
      });
    }
  }
});

describe('a step for several texts at once', () => {
  const batch = async (actor: Actor, body: object) => {
    const response = await handleEndpoints({
      config: payload.config,
      request: new Request('http://127.0.0.1:9/api/documents/review-batch', {
        method: 'POST',
        headers: ways.headersOf(actor),
        body: JSON.stringify(body),
      }),
    });
    return { status: response.status, answer: await response.json() };
  };

  test('is taken for each by the rights of the person, and told for each', async () => {
    const one = await textIn('submitted');
    const two = await textIn('submitted');
    const { status, answer } = await batch('clerk', {
      ids: [one, standing.draft, two],
      action: 'examine',
      opinion: '整批审查',
    });
    expect(status).toBe(200);
    expect(answer.results.map(({ isDone: done }: { isDone: boolean }) => done)).toEqual([
      true,
      false,
      true,
    ]);
    expect(answer.results[1].reason).toMatch(/状态/);
    expect((await latest(two))?.review?.steps?.at(-1)).toMatchObject({
      action: 'examine',
      byName: 'clerk',
      opinion: '整批审查',
    });
  });

  test.each(ACTORS.filter(({ code }) => code !== 'clerk'))(
    'is refused to $en, who may not take it for one',
    async ({ code }) => {
      const { answer } = await batch(code, { ids: [standing.submitted], action: 'examine' });
      expect(answer.results?.[0]?.isDone ?? false).toBe(false);
      expect((await latest(standing.submitted))?.review?.state).toBe('submitted');
    },
  );

  test.each([
    ['nothing', {}],
    ['no list', { ids: 'all', action: 'examine' }],
    ['an unknown step', { ids: [1], action: 'signEverything' }],
    ['a condition for an id', { ids: [{ exists: true }], action: 'examine' }],
    ['too many', { ids: Array.from({ length: 51 }, (_, i) => i + 1), action: 'examine' }],
  ])('is refused when it asks for %s', async (_, body) => {
    expect((await batch('clerk', body)).status).toBe(400);
  });
});

describe('the facts beside a review', () => {
  const ask = async (actor: Actor, ids: string) => {
    const response = await handleEndpoints({
      config: payload.config,
      request: new Request(`http://127.0.0.1:9/api/documents/review-facts?ids=${ids}`, {
        headers: ways.headersOf(actor),
      }),
    });
    return { status: response.status, facts: (await response.json()).facts as unknown[] };
  };

  test.each(ACTORS)('are told to $en as far as they read the draft', async ({ code }) => {
    const { status, facts } = await ask(code, String(standing.reviewed));
    expect(status).toBe(code === 'anonymous' ? 401 : 200);
    if (status === 200) expect(facts).toHaveLength(may(code, 'read', 'reviewed') ? 1 : 0);
  });

  test('name the saved version of each step', async () => {
    const { facts } = await ask('leader', String(standing.reviewed));
    expect(facts[0]).toMatchObject({
      stage: 'reviewed',
      steps: [
        { action: 'submit', version: expect.stringMatching(/./), isChangedAfter: false },
        { action: 'examine', version: expect.stringMatching(/./), isChangedAfter: false },
      ],
    });
  });
});
