import { createLocalReq, type Payload } from 'payload';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskCase } from '../../collections/Applications/desk-case';
import { forgetReceived } from '../../collections/ApplicationDrafts/received';
import { allAlike } from '../../collections/Applications/desk-alike';
import { readDesk, readDeskFilter } from '../../collections/Applications/desk-rows';
import { openCase } from '../../collections/Applications/applicant-case';
import { historyOf } from '../../collections/Applications/stored-case';
import { turnDesk } from '../../components/admin/MyWork/application-desks';
import { addDays } from '../../domain/workdays/days';
import type { Status } from '../../domain/applications/statuses';
import type { Application, User } from '../../payload-types';
import { ago, fileCase, openOffice, putCase, tokenOf, type Office } from './harness/office';
import { person } from './harness/people';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { rest } from './harness/rest';

let portal: Portal;
let payload: Payload;
let office: Office;
let stranger: User;
let strangersToken: string;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  payload.logger.level = 'silent';
  office = await openOffice(payload);
  const other = await payload.create({
    collection: 'agencies',
    data: { name: '测试县教育局', slug: 'education', kind: 'department' },
    context: OUTSIDE_WEB,
  });
  const { id } = await person(payload, 'stranger', 'officer');
  stranger = await payload.update({
    collection: 'users',
    id,
    data: { agency: other.id },
    depth: 0,
    context: OUTSIDE_WEB,
  });
  strangersToken = await tokenOf(payload, stranger);
}, 120_000);
afterAll(() => portal.close());

const call = (path: string, token: string | null, body?: object): Promise<Response> =>
  rest(payload, `applications/${path}`, { token, body });

const reasonOf = async (response: Response) => (await response.json()).errors[0].message as string;

const stored = (id: Application['id']) =>
  payload.db.findOne<Application>({
    collection: 'applications',
    where: { id: { equals: id } },
  }) as Promise<Application>;

const asUser = (user: User) => createLocalReq({ user: { ...user, collection: 'users' } }, payload);

const reply = {
  kind: 'granted',
  facts: '经检索，本机关保存有该信息。',
  decision: '现予以公开，见附件。',
  withoutFile: true,
};

test('the panel tells an officer the due day, its reasons and what can be done, without personal data', async () => {
  const { id } = await fileCase(payload, office);
  const response = await call(`${id}/desk`, office.tokens.officer);
  const text = await response.text();
  const desk = JSON.parse(text) as DeskCase;
  expect(desk).toMatchObject({ status: 'confirmed', step: 'intake', isOfficer: true, revision: 0 });
  expect(desk.due).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(desk.sentences.at(-1)).toMatch(/^最迟.*答复。$/);
  expect(desk.actions).toEqual(expect.arrayContaining(['dispatch', 'draft', 'withdraw']));
  expect(text).not.toMatch(/张测试|11010519491231002X|13800000000|sealed\.v/);
});

test('an officer of another agency and a visitor learn nothing of a case, nor act on it', async () => {
  const { id } = await fileCase(payload, office);
  for (const path of ['desk', 'receipt?format=txt', 'letters/1?format=txt']) {
    expect((await call(`${id}/${path}`, strangersToken)).status, path).toBe(404);
    expect((await call(`${id}/${path}`, null)).status, path).toBe(401);
  }
  for (const path of ['query-code', 'actions/draft/preview', 'actions/dispatch']) {
    expect((await call(`${id}/${path}`, strangersToken, {})).status, path).toBe(404);
    expect((await call(`${id}/${path}`, null, {})).status, path).toBe(401);
  }
  expect(historyOf(await stored(id))).toHaveLength(1);
});

test('a letter is seen before it goes out, and seeing it stores nothing and draws no number', async () => {
  const { id } = await fileCase(payload, office);
  await putCase(payload, id, 'approved');
  const before = await stored(id);
  const numbers = () => payload.count({ collection: 'counters' });
  const drawn = await numbers();
  const seen = await call(`${id}/actions/issue/preview`, office.tokens.officer, {});
  const { letters } = await seen.json();
  expect(letters).toHaveLength(1);
  expect(letters[0].text).toContain('测试县财政局');
  expect(letters[0].text).toContain('经检索，本机关保存有该信息。');
  expect(await stored(id)).toEqual(before);
  expect(await numbers()).toEqual(drawn);
});

test('a draft shows the reply that it would become, or what the reply would lack', async () => {
  const { id } = await fileCase(payload, office);
  const path = `${id}/actions/draft/preview`;
  const seen = await call(path, office.tokens.officer, { ...reply, kind: 'refused-third-party' });
  expect((await seen.json()).letters[0].text).toMatch(/先.*申请行政复议/s);
  const lacking = await call(path, office.tokens.officer, { kind: 'granted' });
  expect(lacking.status).toBe(400);
  expect(await reasonOf(lacking)).toContain('还缺：查明的事实、答复内容与理由');
});

test('a query code is given once at the counter, opens the case, and is kept nowhere', async () => {
  const { id, receiptNumber } = await fileCase(payload, office);
  const path = `${id}/query-code`;
  expect((await call(path, office.tokens.counsel, {})).status).toBe(403);
  const issued = await call(path, office.tokens.officer, { revision: 0 });
  const { queryCode } = await issued.json();
  expect(issued.headers.get('cache-control')).toContain('no-store');
  expect((await openCase(payload, receiptNumber ?? '', queryCode))?.id).toBe(id);
  const after = await stored(id);
  expect(JSON.stringify(after)).not.toContain(queryCode.replace('-', ''));
  expect(historyOf(after).at(-1)).toMatchObject({ action: 'note', by: 'officer', role: 'officer' });

  const again = await call(path, office.tokens.officer, {});
  expect(again.status).toBe(400);
  expect(await reasonOf(again)).toContain('为什么重新发');
  const stale = await call(path, office.tokens.officer, { revision: 0, reason: '申请人遗失' });
  expect(stale.status).toBe(409);
  const second = await call(path, office.tokens.officer, { reason: '申请人遗失' });
  const code = (await second.json()).queryCode;
  expect(await openCase(payload, receiptNumber ?? '', queryCode)).toBeNull();
  expect((await openCase(payload, receiptNumber ?? '', code))?.id).toBe(id);
});

test('a letter that went out is read and taken as Word by those who work on the case', async () => {
  const { id, receiptNumber } = await fileCase(payload, office, { channel: 'internet' });
  expect((await call(`${id}/actions/confirm`, office.tokens.officer, {})).status).toBe(200);
  const text = await call(`${id}/letters/1?format=txt`, office.tokens.counsel);
  expect(await text.text()).toContain(receiptNumber);
  expect(text.headers.get('cache-control')).toContain('no-store');
  const word = await call(`${id}/letters/1?format=docx`, office.tokens.officer);
  expect(
    Buffer.from(await word.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect(word.headers.get('content-disposition')).toMatch(/^attachment;.*\.docx/);
  const { docs } = await payload.find({ collection: 'audit-log', sort: '-seq', limit: 2 });
  expect(docs.map(({ whoName, action, title, after }) => [whoName, action, title, after])).toEqual([
    ['officer', 'reveal', receiptNumber, { letter: 'receipt', number: null, format: 'docx' }],
    ['counsel', 'reveal', receiptNumber, { letter: 'receipt', number: null, format: 'txt' }],
  ]);
  expect((await call(`${id}/letters/1?format=txt`, office.tokens.auditor)).status).toBe(403);
  for (const n of ['2', '0', '-1', 'x', '1.5']) {
    const none = await call(`${id}/letters/${n}?format=txt`, office.tokens.officer);
    expect(none.status, n).toBe(404);
  }
});

test('a receipt is printed at the counter without being stored', async () => {
  const { id, receiptNumber } = await fileCase(payload, office);
  const before = await stored(id);
  const printed = await call(`${id}/receipt?format=txt`, office.tokens.officer);
  expect(await printed.text()).toContain(receiptNumber);
  expect(await stored(id)).toEqual(before);
});

test('the desk sorts by urgency, counts by agency and officer, filters, and shows nobody else’s cases', async () => {
  const noon = (days: number) => `${addDays(ago(0), days)}T12:00:00.000Z`;
  const put = async (informationTitle: string, dueOn: string | null, more: object = {}) => {
    const { id } = await fileCase(payload, office, { informationTitle });
    await putCase(payload, id, 'in-progress', { dueOn, ...more });
  };
  await put('台一', noon(40), { isProvisional: true });
  await put('台二', noon(-3), { assignee: office.people.officer.id });
  await put('台三', noon(0));
  await put('台四', null, { stopped: 'third-party' });
  const read = async (user: User, query: object = {}) => {
    const desk = await readDesk(await asUser(user), readDeskFilter({ ...query }));
    return { ...desk, rows: desk.rows.filter(({ title }) => title.startsWith('台')) };
  };
  const desk = await read(office.people.officer);
  expect(desk.rows.map(({ title, group }) => [title, group])).toEqual([
    ['台二', 'overdue'],
    ['台三', 'today'],
    ['台一', 'later'],
    ['台四', 'stopped'],
  ]);
  expect(desk.rows[0]?.daysLeft).toBeLessThan(0);
  expect(desk.byAssignee.find(({ name }) => name === 'officer')?.counts.overdue).toBe(1);
  const titles = async (query: object) =>
    (await read(office.people.officer, query)).rows.map(({ title }) => title);
  expect(await titles({ group: 'overdue' })).toEqual(['台二']);
  expect(await titles({ provisional: '1' })).toEqual(['台一']);
  expect(await titles({ assignee: String(office.people.officer.id) })).toEqual(['台二']);
  // Whoever has chosen one officer can still choose another agency or officer.
  const chosen = await read(office.people.officer, { assignee: 'nobody', agency: 'x' });
  expect(chosen.rows).toEqual([]);
  expect(chosen.choices.assignee.map(({ name }) => name)).toContain('officer');
  expect(chosen.choices.agency.map(({ name }) => name)).toContain('测试县财政局');
  expect(await titles({ step: 'archive' })).toEqual([]);
  expect(await titles({ channel: 'nonsense', step: ['x'] })).toHaveLength(4);
  expect((await read(stranger)).rows).toEqual([]);
});

test('what nobody else is to be waited for any more stands by itself, on the desk and on the first screen', async () => {
  const noon = (days: number) => `${addDays(ago(0), days)}T12:00:00.000Z`;
  const put = async (informationTitle: string, status: Status, more: Partial<Application>) => {
    const { id } = await fileCase(payload, office, { informationTitle });
    await putCase(payload, id, status, { dueOn: null, ...more });
  };
  const asked = (days: number) => ({
    stopped: null,
    consultations: [
      { number: 1, of: 'third-party', party: 'x', askedOn: ago(-days), answeredOn: null },
    ],
  });
  await put('等一', 'supplement-requested', { supplement: { termOn: noon(-1) } });
  await put('等二', 'supplement-requested', { supplement: { termOn: noon(0) } });
  await put('等三', 'fee-notified', { fee: { termOn: noon(-20) } });
  await put('等四', 'received', { channel: 'internet', filedOn: noon(-20) });
  await put('等五', 'consulting', { ...asked(-60), filedOn: noon(-70), dueOn: noon(-15) });
  await put('等六', 'consulting', { ...asked(-60), filedOn: noon(-70), dueOn: noon(40) });
  await put('等七', 'consulting', { ...asked(-3), stopped: 'third-party' });
  const { rows, counts } = await readDesk(await asUser(office.people.officer), readDeskFilter({}));
  const mine = rows.filter(({ title }) => title.startsWith('等'));
  const groups = Object.fromEntries(mine.map(({ title, group }) => [title, group]));
  expect(groups).toEqual({
    等一: 'turn',
    等二: 'stopped',
    等三: 'turn',
    等四: 'turn',
    等五: 'overdue',
    等六: 'turn',
    等七: 'stopped',
  });
  expect(mine.find(({ title }) => title === '等四')?.wait).toMatchObject({ isLate: true });
  expect(counts.turn).toBe(4);
  const now = new Date().toISOString();
  const sitting = { payload, user: await asUser(office.people.officer).then(({ user }) => user!) };
  const first = await turnDesk({ ...sitting, locale: 'zh-CN', now });
  expect(first.total).toBe(counts.turn);
  const notes = first.items.map(({ title, note }) => `${title.slice(-2)} ${note}`);
  expect(notes.find((note) => note.startsWith('等四'))).toMatch(
    /提交已 \d+ 个工作日，还没有与申请人确认/,
  );
  expect(notes.find((note) => note.startsWith('等一'))).toContain('补正期限');
  // Overdue, it stands with those that are.
  expect(notes.find((note) => note.startsWith('等五'))).toBeUndefined();
  expect(first.items.every(({ isLate }) => isLate)).toBe(true);
});

test('an answer that is being corrected is owed by no day, on the desk, in the panel and on the first screen', async () => {
  const noon = (days: number) => `${addDays(ago(0), days)}T12:00:00.000Z`;
  const step = (action: string, status: Status, days: number) => ({
    by: '李测试',
    byId: 'somebody-else',
    role: 'officer',
    action,
    status,
    on: ago(days),
    at: noon(-days),
  });
  const { id } = await fileCase(payload, office, { informationTitle: '更正一' });
  await putCase(payload, id, 'in-progress', {
    filedOn: noon(-60),
    dueOn: noon(-28),
    closedOn: noon(-50),
    history: [
      step('register', 'confirmed', 60),
      step('draft', 'drafted', 52),
      step('issue', 'answered', 50),
      step('correct', 'in-progress', 1),
    ] as never,
  });
  const { rows } = await readDesk(await asUser(office.people.officer), readDeskFilter({}));
  expect(rows.find(({ title }) => title === '更正一')).toMatchObject({
    group: 'turn',
    due: null,
    daysLeft: null,
    isCorrected: true,
  });
  const desk = (await (await call(`${id}/desk`, office.tokens.officer)).json()) as DeskCase;
  expect(desk).toMatchObject({ closed: 'replied', daysLeft: null, supplementBy: null });
  for (const action of ['draft', 'ask-third-party', 'request-supplement', 'ask-reasons'])
    expect(desk.actions).toContain(action);
  for (const action of ['charge', 'ask-extension', 'defer'])
    expect(desk.actions).not.toContain(action);
  const { user } = await asUser(office.people.officer);
  const now = new Date().toISOString();
  const first = await turnDesk({ payload, user: user!, locale: 'zh-CN', now });
  const item = first.items.find(({ title }) => title.endsWith('更正一'));
  expect(item?.note).toContain('已答复，正在更正');
  expect(item?.isLate ?? false).toBe(false);
});

test('a leader refuses an extension that somebody asks for, and no other', async () => {
  const { id } = await fileCase(payload, office);
  const actionsOf = async () =>
    ((await (await call(`${id}/desk`, office.tokens.leader)).json()) as DeskCase).actions;
  expect(await actionsOf()).not.toContain('refuse-extension');
  const asked = { workingDays: 10, reason: '材料多' };
  await call(`${id}/actions/ask-extension`, office.tokens.officer, asked);
  expect(await actionsOf()).toContain('refuse-extension');
  await call(`${id}/actions/refuse-extension`, office.tokens.leader, { reason: '可以按期答复' });
  expect(await actionsOf()).not.toContain('refuse-extension');
});

test('three applicants who ask for the same are told of, three applications of one are not', async () => {
  const paper = (identity: string, informationTitle: string) =>
    fileCase(payload, office, { informationTitle, idNumber: identity });
  const three = ['11010519491231002X', '110101199003071014', '110101199003072025'];
  const cases: Application[] = [];
  for (const each of three) cases.push(await paper(each, '２０２５年度 部门决算！'));
  for (const _ of three) await paper(three[0] ?? '', '2025年度水费收支');
  const desk = await call(`${cases[0]?.id}/desk`, office.tokens.officer);
  const { alike } = (await desk.json()) as DeskCase;
  expect(alike?.applicants).toBe(3);
  expect(alike?.cases.map(({ receiptNumber }) => receiptNumber).sort()).toEqual(
    cases.map(({ receiptNumber }) => receiptNumber).sort(),
  );
  const all = await allAlike(await asUser(office.people.officer));
  expect(all.map(({ applicants }) => applicants)).toEqual([3]);
  expect(await allAlike(await asUser(stranger))).toEqual([]);
});

test('what was received and could not be made a case is told of, what was received just now is not', async () => {
  const received = await receive('YF2026-90001-X', new Date(Date.now() - 120_000));
  await receive('YF2026-90002-8', new Date());
  const desk = async () =>
    (await readDesk(await asUser(office.people.officer), readDeskFilter({}))).withoutCase;
  expect(await desk()).toBe(1);
  await forgetReceived(payload, received);
  expect(await desk()).toBe(0);
});

/** As it stands where its content can't be read any more. */
async function receive(receiptNumber: string, sentAt: Date): Promise<string> {
  const keyHash = `test-${receiptNumber}`;
  await payload.db.create({
    collection: 'application-drafts',
    data: {
      keyHash,
      receiptNumber,
      sentAt: sentAt.toISOString(),
      expiresAt: sentAt.toISOString(),
      content: 'sealed.v1.AAAA',
    },
  });
  return keyHash;
}
