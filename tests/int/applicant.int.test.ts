import { randomBytes } from 'node:crypto';
import { createLocalReq, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { act, type ActInput } from '../../collections/Applications/act';
import {
  applicantLetters,
  codeHash,
  deedsOf,
  openCase,
  releasedFiles,
} from '../../collections/Applications/applicant-case';
import {
  doDeed,
  MOST_TEXT,
  SUPPLEMENT_FILES,
  type DeedInput,
} from '../../collections/Applications/applicant-deeds';
import { historyOf } from '../../collections/Applications/stored-case';
import type { ActionCode } from '../../domain/applications/actions';
import type { Deed } from '../../domain/applications/deeds';
import { newQueryCode } from '../../domain/applications/query-code';
import type { Application, CaseFile } from '../../payload-types';
import { ago, fileCase, openOffice, type Office, type StaffRole } from './harness/office';
import { openPortal, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let office: Office;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  office = await openOffice(payload);
});
afterAll(() => portal.close());

/** A case with its query code, as the form would have filed it. */
async function filed(data: Partial<Application> = {}) {
  const code = newQueryCode(randomBytes);
  const { id } = await fileCase(payload, office, { queryHash: codeHash(code), ...data });
  const application = await stored(id);
  return { id, code, number: application.receiptNumber ?? '' };
}

const stored = async (id: Application['id']): Promise<Application> => {
  const found = await payload.db.findOne<Application>({
    collection: 'applications',
    where: { id: { equals: id } },
  });
  if (!found) throw new Error(`no application ${id}`);
  return found;
};

const step = async (
  id: Application['id'],
  action: ActionCode,
  input: ActInput = {},
  role: StaffRole = 'officer',
) => act(await createLocalReq({ user: office.people[role] }, payload), id, action, input);

async function answer(id: Application['id']): Promise<void> {
  await step(id, 'draft', {
    kind: 'granted',
    facts: '经检索，本机关保存该信息。',
    decision: '现予以公开。',
    withoutFile: true,
  });
  await step(id, 'review', {}, 'counsel');
  await step(id, 'approve', {}, 'leader');
  await step(id, 'issue');
}

const askSupplement = (id: Application['id']) =>
  step(id, 'request-supplement', { missing: '请说明年度', termOn: ago(-20) });

async function send(id: Application['id'], deed: Deed, input: Partial<DeedInput> = {}) {
  const { revision } = await stored(id);
  return doDeed(
    payload,
    id,
    deed,
    { revision: revision ?? 0, text: '', score: null, files: [], ...input },
    'zh-CN',
  );
}

const textFile = (name: string, words = '补充说明') => ({
  name,
  type: 'text/plain',
  bytes: new TextEncoder().encode(words),
});

const filesOf = async (id: Application['id'], purpose: CaseFile['purpose']) =>
  (
    await payload.find({
      collection: 'case-files',
      where: { and: [{ application: { equals: id } }, { purpose: { equals: purpose } }] },
      depth: 0,
    })
  ).docs;

describe('opening a case with its two keys', () => {
  test('gives the case, and nothing of who in the office works on it', async () => {
    const { id, number, code } = await filed();
    await step(id, 'dispatch', { assignee: office.people.officer.id });
    const opened = await openCase(payload, number.toLowerCase(), code.toLowerCase());
    expect(opened?.id).toBe(id);
    expect(opened?.name).not.toBe('张测试');
    expect(opened?.assignee).toBeUndefined();
    expect(opened).not.toHaveProperty('queryHash');
  });

  test('does the same work for a number that is nobody’s as for a wrong code', async () => {
    const { number } = await filed();
    const looks = async (asked: string) => {
      const spies = (['findOne', 'find', 'count', 'queryDrafts'] as const).map((way) =>
        vi.spyOn(payload.db, way),
      );
      try {
        expect(await openCase(payload, asked, 'AAAA-AAAA')).toBeNull();
        return spies.map(({ mock }) => mock.calls.length);
      } finally {
        spies.forEach((spy) => spy.mockRestore());
      }
    };
    expect(await looks(number)).toEqual([2, 0, 0, 0]);
    expect(await looks('YF2031-99999-X')).toEqual([2, 0, 0, 0]);
    expect(await looks('not a number')).toEqual([2, 0, 0, 0]);
  });

  test('opens no case that has no code, whatever code is given', async () => {
    const { id } = await fileCase(payload, office);
    const { receiptNumber } = await stored(id);
    expect(await openCase(payload, receiptNumber ?? '', '')).toBeNull();
    expect(await openCase(payload, receiptNumber ?? '', 'AAAA-AAAA')).toBeNull();
  });
});

describe('what an applicant can do', () => {
  test('a supplement goes in with its files, under names that tell nothing', async () => {
    const { id } = await filed();
    await askSupplement(id);
    expect(deedsOf(await stored(id))).toEqual(['supplement', 'withdraw']);
    const files = [textFile('../身份证 张某.txt'), textFile('说明.txt')];
    expect(await send(id, 'supplement', { text: ' 2024 年度\n全部 ', files })).toBeNull();

    const now = await stored(id);
    expect(now.status).toBe('in-progress');
    expect(now.supplement?.text).not.toContain('2024');
    expect(historyOf(now).at(-1)).toMatchObject({ role: 'applicant', by: null });
    const kept = await filesOf(id, 'supplement');
    expect(kept.map(({ title }) => title).sort()).toEqual(['说明.txt', '身份证 张某.txt'].sort());
    for (const { filename } of kept) expect(filename).toMatch(/^[0-9a-f-]{36}\.txt$/);
  });

  test('a supplement whose file is refused leaves nothing behind', async () => {
    const { id } = await filed();
    await askSupplement(id);
    const script = {
      name: '说明.txt',
      type: 'application/x-msdownload',
      bytes: new Uint8Array(Buffer.concat([Buffer.from('MZ'), randomBytes(400)])),
    };
    const problem = await send(id, 'supplement', {
      text: '2024年度',
      files: [textFile('好的.txt'), { ...script, name: '说明.exe' }],
    });
    expect(problem).toMatchObject({ key: 'fileRefused', values: { name: '说明.exe' } });
    expect((await stored(id)).status).toBe('supplement-requested');
    expect(await filesOf(id, 'supplement')).toEqual([]);
  });

  test('what is empty, too long, too much or no score is told before anything is done', async () => {
    const { id } = await filed();
    await askSupplement(id);
    const many = Array.from({ length: SUPPLEMENT_FILES.most + 1 }, (_, i) => textFile(`${i}.txt`));
    const bytes = new Uint8Array(SUPPLEMENT_FILES.megabytes * 1024 * 1024 + 1);
    const text = '字'.repeat(MOST_TEXT);
    for (const unseen of [' \n ', ' \u200b\u2060 ']) {
      expect(await send(id, 'supplement', { text: unseen })).toEqual({ key: 'textRequired' });
    }
    expect(await send(id, 'supplement', { text: `${text}多` })).toMatchObject({
      key: 'textTooLong',
      values: { length: MOST_TEXT + 1 },
    });
    expect(await send(id, 'supplement', { text, files: many })).toMatchObject({
      key: 'tooManyFiles',
    });
    expect(
      await send(id, 'supplement', { text, files: [{ name: '大.txt', type: '', bytes }] }),
    ).toMatchObject({ key: 'fileTooLarge' });
    for (const score of [null, 0, 6, 2.5]) {
      expect(await send(id, 'rate', { score })).toEqual({ key: 'scoreRequired' });
    }
    expect((await stored(id)).status).toBe('supplement-requested');
  });

  test('reasons are given when they were asked for, and only then', async () => {
    const { id } = await filed();
    expect(await send(id, 'reasons', { text: '研究需要' })).toEqual({ key: 'notNow' });
    await step(id, 'ask-reasons');
    expect(await send(id, 'reasons', { text: '研究需要' })).toBeNull();
    const now = await stored(id);
    expect(now.status).toBe('in-progress');
    expect(now.reasons?.text).not.toContain('研究需要');
  });

  test('a page that is no longer true is told, and nothing is sent', async () => {
    const { id } = await filed();
    const { revision } = await stored(id);
    await askSupplement(id);
    expect(await send(id, 'withdraw', { revision: revision ?? 0 })).toEqual({ key: 'stale' });
    expect((await stored(id)).status).toBe('supplement-requested');
  });

  test('the same sent twice is done once and told as done', async () => {
    const { id } = await filed();
    const revision = (await stored(id)).revision ?? 0;
    const both = await Promise.all([
      send(id, 'withdraw', { revision }),
      send(id, 'withdraw', { revision }),
    ]);
    expect(both).toContain(null);
    expect(await send(id, 'withdraw', { revision })).toBeNull();
    const now = await stored(id);
    expect(historyOf(now).filter(({ action }) => action === 'withdraw')).toHaveLength(1);
    expect(applicantLetters(now).map(({ kind }) => kind)).toEqual(['acceptance-of-withdrawal']);
  });

  test('other words out of a second tab are not told as taken', async () => {
    const { id } = await filed();
    await askSupplement(id);
    const revision = (await stored(id)).revision ?? 0;
    expect(await send(id, 'supplement', { revision, text: '2024年度' })).toBeNull();
    expect(await send(id, 'supplement', { revision, text: '2024年度' })).toBeNull();
    expect(await send(id, 'supplement', { revision, text: '2023年度' })).toEqual({ key: 'notNow' });
  });

  test('receipt is confirmed and the reply rated once, its comment encrypted', async () => {
    const { id } = await filed();
    await answer(id);
    expect(deedsOf(await stored(id))).toEqual(['receive', 'rate', 'erase']);
    expect(await send(id, 'receive')).toBeNull();
    expect((await stored(id)).status).toBe('delivered');
    expect(await send(id, 'rate', { score: 4, text: '答得清楚' })).toBeNull();
    const rated = await stored(id);
    expect(rated.rating?.score).toBe(4);
    expect(rated.rating?.comment).not.toContain('清楚');
    expect(await send(id, 'rate', { score: 1 })).toEqual({ key: 'notNow' });
    expect((await stored(id)).rating?.score).toBe(4);
  });

  test('deletion is asked for once the case is over, not before', async () => {
    const { id } = await filed();
    expect(await send(id, 'erase')).toEqual({ key: 'notNow' });
    expect(await send(id, 'withdraw')).toBeNull();
    expect(await send(id, 'erase')).toBeNull();
    const now = await stored(id);
    expect(now.deletionAskedOn).toBeTruthy();
    expect(deedsOf(now)).toEqual([]);
  });
});

describe('letters and files', () => {
  test('an applicant gets the letters to them alone, and a corrected reply says so', async () => {
    const { id } = await filed();
    await step(id, 'dispatch');
    await step(id, 'ask-third-party', { party: '测试公司' });
    await step(id, 'receive-opinion', { consultation: 1, outcome: 'consent', text: '同意' });
    await answer(id);
    const letters = applicantLetters(await stored(id));
    expect(letters.map(({ kind, place }) => [kind, place])).toEqual([['decision-disclosure', 1]]);
    expect(letters[0]?.content?.number).toBe(letters[0]?.number);
    expect(JSON.stringify(letters)).not.toContain('测试公司');

    await step(id, 'correct', { reason: '引用条款有误' });
    expect(deedsOf(await stored(id))).toEqual(['withdraw']);
    const corrected = applicantLetters(await stored(id));
    expect(corrected[0]).toMatchObject({ kind: 'decision-disclosure', isSuperseded: true });
  });

  test('only checked copies go out, of this case, after the reply and not while it is corrected', async () => {
    const { id } = await filed();
    const other = await filed();
    const keep = async (
      application: Application['id'],
      purpose: CaseFile['purpose'],
      isReleasable: boolean,
    ) => {
      const kept = await payload.create({
        collection: 'case-files',
        data: { title: `${purpose} ${isReleasable}`, purpose, application },
        file: { ...upload(), name: `${randomBytes(8).toString('hex')}.txt` },
      });
      await payload.db.updateOne({
        collection: 'case-files',
        id: kept.id,
        data: { isReleasable },
      });
    };
    await keep(id, 'released', true);
    await keep(id, 'released', false);
    await keep(id, 'original', true);
    await keep(other.id, 'released', true);
    const titles = async () =>
      (await releasedFiles(payload, await stored(id))).map(({ title }) => title);
    expect(await titles()).toEqual([]);
    await answer(id);
    expect(await titles()).toEqual(['released true']);
    await step(id, 'correct', { reason: '多给了一页' });
    expect(await titles()).toEqual([]);
  });
});

const upload = () => {
  const data = Buffer.from('公开的内容');
  return { data, mimetype: 'text/plain', size: data.length };
};
