import { handleEndpoints, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CellAnswer } from '../../collections/AnnualReports/cell-endpoint';
import type { CompileResult } from '../../collections/AnnualReports/compile-into';
import type { WordedFinding } from '../../domain/annual-reports/describe';
import type { HandChange } from '../../domain/annual-reports/hand-changes';
import type { ReportTables } from '../../domain/annual-reports/tables';
import type { Agency, AnnualReport, User } from '../../payload-types';
import { publish } from './harness/disclosed';
import { tokenOf } from './harness/office';
import { person, signers } from './harness/people';
import { openPortal, OUTSIDE_WEB, type Portal } from './harness/portal';

const YEAR = 2024;
const noon = (day: string) => `${day}T12:00:00.000Z`;

let portal: Portal;
let payload: Payload;
let finance: Agency;
let government: Agency;
let report: AnnualReport;
let county: AnnualReport;
let signed: Awaited<ReturnType<typeof signers>>;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  signed = await signers(payload);
  const agency = (name: string, kind: Agency['kind'], slug: string) =>
    payload.create({ collection: 'agencies', data: { name, kind, slug }, context: OUTSIDE_WEB });
  government = await agency('测试县人民政府', 'government', 'county');
  finance = await agency('测试县财政局', 'department', 'finance');
  const health = await agency('测试县卫健局', 'department', 'health');
  const member = async (name: string, role: User['roles'][number], of: Agency) => {
    const user = await person(payload, name, role);
    await payload.update({
      collection: 'users',
      id: user.id,
      data: { agency: of.id },
      context: OUTSIDE_WEB,
    });
    tokens[name] = await tokenOf(payload, user);
  };
  await member('own', 'editor', finance);
  await member('other', 'editor', health);
  await member('county', 'editor', government);
  await member('reader', 'leader', finance);

  const old = await publish(payload, signed, {
    title: '旧办法',
    kind: 'normative',
    agency: finance.id,
    madeOn: noon('2019-03-01'),
    publishedOn: noon('2019-03-05'),
  });
  await publish(payload, signed, {
    title: '新办法',
    kind: 'normative',
    agency: finance.id,
    madeOn: noon('2024-12-28'),
    publishedOn: noon('2025-01-03'),
    relations: [{ verb: 'repeals', document: old.id, on: noon('2024-12-31') }],
  });
  // A draft decides nothing and counts nowhere.
  await payload.create({
    collection: 'documents',
    draft: true,
    data: {
      title: '草稿',
      kind: 'normative',
      agency: finance.id,
      madeOn: noon('2024-05-01'),
    } as never,
    context: OUTSIDE_WEB,
  });
  await fileCase({ receivedOn: '2023-12-20', closedOn: '2024-01-15', kind: 'granted' });
  await fileCase({ receivedOn: '2024-04-01', closedOn: '2024-04-20', kind: 'not-existing' });
  await fileCase({ receivedOn: '2024-12-30', closedOn: '2025-01-10', kind: 'partial' });
  await fileCase({
    receivedOn: '2024-06-03',
    closedOn: '2024-06-10',
    agency: null,
    kind: 'granted',
  });
  await payload.db.create({
    collection: 'proceedings',
    data: {
      kind: 'review',
      number: '测复〔2024〕1号',
      agency: finance.id,
      filedOn: noon('2024-05-06'),
    },
  });
  report = await payload.create({
    collection: 'annual-reports',
    draft: true,
    data: { agency: finance.id, year: YEAR } as AnnualReport,
    context: OUTSIDE_WEB,
  });
}, 120_000);
afterAll(() => portal.close());

let filed = 0;
const fileCase = (given: {
  receivedOn: string;
  closedOn: string;
  kind: string;
  agency?: number | null;
}) =>
  payload.db.create({
    collection: 'applications',
    data: {
      status: 'answered',
      applicantKind: 'natural',
      channel: 'in-person',
      name: '张测试',
      informationTitle: '某项目的预算',
      form: 'paper',
      delivery: 'in-person',
      receiptNumber: `YF2024-${(filed += 1)}`,
      filingKey: `test-${filed}`,
      ledgerKey: `test-${filed}`,
      agency: given.agency === null ? null : finance.id,
      filedOn: noon(given.receivedOn),
      receivedOn: noon(given.receivedOn),
      closedOn: noon(given.closedOn),
      reply: { kind: given.kind, decidedOn: noon(given.closedOn) },
    } as Record<string, unknown>,
  });

async function ask<T>(
  who: string | null,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: object,
): Promise<{ status: number; body: T }> {
  const response = await handleEndpoints({
    config: payload.config,
    request: new Request(`http://127.0.0.1:9/api/annual-reports${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(who && { Authorization: `JWT ${tokens[who]}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    }),
  });
  return { status: response.status, body: (await response.json()) as T };
}

const compile = (who: string | null, id = report.id, body?: object) =>
  ask<CompileResult & { errors?: { message: string }[] }>(who, 'POST', `/${id}/compile`, body);

const cell = (who: string | null, row: string, table = 'applications', column = 'total') =>
  ask<CellAnswer>(who, 'GET', `/${report.id}/cell?table=${table}&row=${row}&column=${column}`);

/** A reason for each oddity that the checks ask one for. */
async function reasonsFor(tables: ReportTables): Promise<{ finding: string; reason: string }[]> {
  const asked = { id: report.id, tables };
  const { body } = await ask<{ findings: WordedFinding[] }>('own', 'POST', '/check', asked);
  return body.findings.map(({ key }) => ({ finding: key, reason: '已核实' }));
}

const latest = () =>
  payload.findByID({ collection: 'annual-reports', id: report.id, draft: true, depth: 0 });

describe('compiling', () => {
  test('fills the draft with what the records say', async () => {
    const { status, body } = await compile('own');
    expect(status).toBe(200);
    expect(body.compiled.tables.disclosure.normative).toEqual({
      issued: 1,
      abolished: 1,
      'in-force': 1,
    });
    expect(body.compiled.tables.applications).toMatchObject({
      received: { natural: 2, total: 2 },
      'carried-in': { natural: 1 },
      granted: { natural: 1 },
      'unavailable-not-held': { natural: 1 },
      'outcome-total': { total: 2 },
      'carried-out': { total: 1 },
    });
    expect(body.compiled.tables.litigation.review).toMatchObject({ pending: 1, total: 1 });
    expect(body.compiled.facts).toMatchObject({ applicationsAnswered: 2, normativeMade: 1 });
    expect(body.tables).toEqual(body.compiled.tables);
    expect(body.changed).toContainEqual({
      table: 'applications',
      row: 'received',
      column: 'total',
      before: null,
      after: 2,
    });
    const stored = await latest();
    expect(stored._status).toBe('draft');
    expect(stored.tables).toEqual(body.tables);
    expect(stored.compiled).toMatchObject({ tables: body.tables });
  });

  test('is refused to others, in words', async () => {
    expect((await compile(null)).status).toBe(401);
    const { status, body } = await compile('other');
    expect(status).toBe(404);
    expect(body.errors?.[0]?.message).toMatch(/[一-鿿]|no such report/);
    expect((await compile('own', 999_999 as never)).status).toBe(404);
  });
});

test('what makes no sense is refused in words, and is no fault', async () => {
  const nested = { root: { children: [{ children: 'abc' }] } };
  const asked = { agency: finance.id, year: YEAR, tables: {} };
  for (const [method, path, body, status] of [
    ['POST', '/check', { id: 'abc' }, 404],
    ['POST', '/check', { ...asked, agency: { id: { id: finance.id } } }, 400],
    ['POST', '/check', { ...asked, parts: { overview: nested } }, 400],
    ['PATCH', `/${report.id}?draft=true`, { agency: [finance.id] }, 400],
    ['PATCH', `/${report.id}?draft=true`, { parts: { overview: nested } }, 400],
    ['PATCH', `/${report.id}?draft=true`, { year: '2024' }, 400],
    ['PATCH', `/${report.id}?draft=true`, ['x'], 400],
  ] as const) {
    const answer = await ask<{ errors: { message: string }[] }>('own', method, path, body);
    expect([JSON.stringify(body), answer.status]).toEqual([JSON.stringify(body), status]);
    expect(answer.body.errors[0]?.message).not.toMatch(/went wrong|unknown error/i);
  }
});

test('a report whose agency or year is cleared keeps them, so that its editor can still open it', async () => {
  const { status } = await ask('own', 'PATCH', `/${report.id}?draft=true`, {
    agency: null,
    year: null,
  });
  expect(status).toBe(200);
  expect(await latest()).toMatchObject({ agency: finance.id, year: YEAR });
  expect((await ask('own', 'GET', `/${report.id}?draft=true&depth=0`)).status).toBe(200);
});

describe('a cell changed by hand', () => {
  const changed = async (): Promise<HandChange[]> =>
    (await latest()).handChanges as unknown as HandChange[];

  test('keeps both figures, who, and why; nobody writes what was counted', async () => {
    const { compiled, tables } = await latest();
    const next = structuredClone(tables) as unknown as ReportTables;
    next.applications.received!.natural = 5;
    next.disclosure.licensing!.decisions = 120;
    const { status } = await ask('own', 'PATCH', `/${report.id}?draft=true`, {
      tables: next,
      compiled: { at: 'never', tables: next },
      handChanges: [
        {
          ...{ table: 'applications', row: 'received', column: 'natural' },
          ...{ why: '漏登三件', computed: 5, by: 1, byName: '别人' },
        },
      ],
    });
    expect(status).toBe(200);
    const stored = await latest();
    expect(stored.compiled).toEqual(compiled);
    expect(await changed()).toEqual([
      expect.objectContaining({
        row: 'received',
        column: 'natural',
        computed: 2,
        entered: 5,
        why: '漏登三件',
        byName: 'own',
      }),
    ]);
  });

  test('stays as it was entered when the report is compiled anew', async () => {
    await fileCase({ receivedOn: '2024-07-01', closedOn: '2024-07-08', kind: 'granted' });
    const { body } = await compile('own');
    expect(body.tables.applications.received).toMatchObject({ natural: 5, total: 3 });
    expect(body.tables.disclosure.licensing).toEqual({ decisions: 120 });
    expect(body.changed.map(({ row }) => row)).not.toContain('licensing');
    expect(await changed()).toMatchObject([{ computed: 3, entered: 5, why: '漏登三件' }]);
  });
});

describe('the records behind a cell', () => {
  test('are listed for those who may read them, and only counted for others', async () => {
    const editor = await cell('own', 'received');
    expect(editor.body).toMatchObject({ figure: 3, total: 3, records: [] });
    expect(editor.body.note).toBeTruthy();
    const leader = await cell('reader', 'received');
    expect(leader.body.records).toHaveLength(3);
    expect(leader.body.records[0]).toMatchObject({
      collection: 'applications',
      title: 'YF2024-2 · 某项目的预算',
      on: '2024-04-01',
    });
    const documents = await cell('own', 'normative', 'disclosure', 'abolished');
    expect(documents.body.records).toMatchObject([
      { collection: 'documents', title: '旧办法', on: '2024-12-31' },
    ]);
    const reviews = await cell('own', 'review', 'litigation', 'pending');
    expect(reviews.body.records).toMatchObject([{ title: '测复〔2024〕1号' }]);
  });

  test('are nobody else’s business, and an unknown cell is no fault', async () => {
    expect((await cell(null, 'received')).status).toBe(401);
    expect((await cell('other', 'received')).status).toBe(404);
    expect((await cell('own', 'nonsense')).status).toBe(400);
    expect((await cell('own', 'fees', 'disclosure', 'fee-amount')).body).toMatchObject({
      figure: null,
      total: 0,
    });
  });
});

test('the county’s report adds up what agencies submitted, else what their records say, and its own', async () => {
  county = await payload.create({
    collection: 'annual-reports',
    draft: true,
    data: { agency: government.id, year: YEAR } as AnnualReport,
    context: OUTSIDE_WEB,
  });
  const { body } = await compile('county', county.id);
  // Nobody's application is the county's own.
  expect(body.tables.applications.received?.total).toBe(4);
  const { rollUp = [] } = body.compiled;
  expect(rollUp.map(({ name, source }) => [name, source])).toEqual([
    ['测试县人民政府', 'own'],
    ['测试县财政局', 'own'],
    ['测试县卫健局', 'own'],
  ]);
  const { body: shares } = await ask<CellAnswer>(
    'county',
    'GET',
    `/${county.id}/cell?table=applications&row=received&column=total`,
  );
  expect(shares).toMatchObject({ figure: 4, total: 2 });
  expect(shares.records.map(({ collection }) => collection)).toEqual(['agencies', 'agencies']);
});

describe('once it is published', () => {
  beforeAll(async () => {
    const { tables } = await latest();
    const next = structuredClone(tables) as unknown as ReportTables;
    next.applications.received!.natural = 3;
    await payload.update({
      collection: 'annual-reports',
      id: report.id,
      data: {
        tables: { ...next },
        reasons: await reasonsFor(next),
        _status: 'published',
      } as never,
      context: signed,
    });
  });

  test('the public sees its tables and nothing of how they came about', async () => {
    const { status, body } = await ask<AnnualReport>(null, 'GET', `/${report.id}`);
    expect(status).toBe(200);
    expect(body.tables).toBeTruthy();
    for (const hidden of ['compiled', 'handChanges', 'reasons'])
      expect(body).not.toHaveProperty(hidden);
    const other = await ask<AnnualReport>('other', 'GET', `/${report.id}`);
    expect(other.body.tables).toBeTruthy();
    expect(other.body).not.toHaveProperty('compiled');
    expect((await ask('own', 'GET', `/${report.id}`)).body).toHaveProperty('compiled');
    expect((await cell('other', 'received')).status).toBe(403);
    const { readRecord } = await import('../../transfer/export/open-data/read');
    const given = await readRecord(payload, 'annual-reports', { year: { equals: YEAR } });
    expect(given?.tables).toBeTruthy();
    expect(JSON.stringify(given)).not.toMatch(/compiled|handChanges|reasons|facts/);
  });

  test('the county adds up what it says, and no longer what the records say', async () => {
    await fileCase({ receivedOn: '2024-09-02', closedOn: '2024-09-03', kind: 'granted' });
    const { body } = await compile('county', county.id);
    expect(body.compiled.rollUp?.map(({ source }) => source)).toEqual(['own', 'published', 'own']);
    expect(body.tables.applications.received?.total).toBe(4);
    expect(body.tables.disclosure.licensing).toEqual({ decisions: 120 });
  });

  test('it is compiled again only into a draft that is asked for, and the public text stays', async () => {
    await fileCase({ receivedOn: '2024-08-01', closedOn: '2024-08-08', kind: 'granted' });
    const refused = await compile('own');
    expect(refused.status).toBe(409);
    const { status, body } = await compile('own', report.id, { newDraft: true });
    expect(status).toBe(200);
    expect(body.tables.applications.received?.total).toBe(5);
    const open = await ask<AnnualReport>(null, 'GET', `/${report.id}`);
    expect((open.body.tables as unknown as ReportTables).applications.received?.total).toBe(3);
  });

  test('a draft that says what is public waits for nobody: it can be compiled again', async () => {
    const { tables } = await latest();
    const next = structuredClone(tables) as unknown as ReportTables;
    next.applications.received!.natural = next.applications.received!.total;
    await payload.update({
      collection: 'annual-reports',
      id: report.id,
      data: { tables: { ...next }, reasons: await reasonsFor(next), _status: 'published' } as never,
      context: signed,
    });
    await compile('own', report.id, { newDraft: true });
    const { _status, review } = await latest();
    expect([_status, review?.state]).toEqual(['draft', 'approved']);
    expect((await compile('own')).status).toBe(200);
  });
});
