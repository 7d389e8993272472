import { existsSync } from 'node:fs';
import path from 'node:path';
import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetDeleted } from '../../database';
import {
  applicantLetters,
  codeHash,
  deedsOf,
  openCase,
  releasedFiles,
} from '../../collections/Applications/applicant-case';
import { historyOf } from '../../collections/Applications/stored-case';
import { sweepPersonalData } from '../../jobs/retention';
import type { Application } from '../../payload-types';
import { openOffice, type Office } from './harness/office';
import { openPortal, type Portal } from './harness/portal';
import { foundIn, journey, rest, SECRETS, secretValues } from './harness/secrets';

/**
 * A case served on 19 and archived on 20 March 2026: the six months end on Saturday 19
 * September and run to Sunday the 20th, which is worked; five years, on 20 March 2031.
 */
let portal: Portal;
let payload: Payload;
let office: Office;
let req: PayloadRequest;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  office = await openOffice(payload);
  req = await createLocalReq({}, payload);
});
afterAll(() => portal.close());
beforeEach(async () => {
  for (const collection of ['mails', 'applications'] as const) {
    await payload.db.deleteMany({ collection, where: {} });
  }
});

const stored = async (id: Application['id']) =>
  (await payload.db.findOne<Application>({
    collection: 'applications',
    where: { id: { equals: id } },
  }))!;
const put = (id: Application['id'], data: Partial<Application>) =>
  payload.db.updateOne({ collection: 'applications', id, data });
const ask = (id: Application['id'], day = '2026-03-25') =>
  put(id, { deletionAskedOn: `${day}T12:00:00.000Z` });

const attach = (application: Application) =>
  payload.create({
    collection: 'case-files',
    data: { title: `${SECRETS.name}的证件`, purpose: 'request', application: application.id },
    file: { name: 'paper.txt', data: Buffer.from(SECRETS.name), mimetype: 'text/plain', size: 18 },
  });
const onDisk = (filename: string | null | undefined) =>
  path.join(portal.folder, 'uploads', 'case-files', filename!);

test('personal data go when the applicant asked and the terms have run out, not a day earlier', async () => {
  const { id } = await journey(payload, office);
  expect(await sweepPersonalData(req, '2026-09-22')).toEqual({ erased: 0, failed: 0 });
  await ask(id);
  expect(await sweepPersonalData(req, '2026-09-20')).toEqual({ erased: 0, failed: 0 });
  expect((await stored(id)).idNumber).toBeTruthy();
  expect(await sweepPersonalData(req, '2026-09-21')).toEqual({ erased: 1, failed: 0 });
  expect((await stored(id)).erasedOn?.slice(0, 10)).toBe('2026-09-21');
});

test('their code then opens the steps and days of the case, and nothing of what was asked or answered', async () => {
  const { id, receiptNumber } = await journey(payload, office);
  await put(id, { queryHash: codeHash('ABCD2345') });
  await ask(id);
  await sweepPersonalData(req, '2026-09-21');
  const opened = (await openCase(payload, receiptNumber!, 'ABCD-2345'))!;
  expect(historyOf(opened).map(({ action }) => action)).toContain('issue');
  expect(opened.informationTitle).not.toContain('决算');
  expect(applicantLetters(opened).every(({ content }) => content === null)).toBe(true);
  expect(await releasedFiles(payload, opened)).toEqual([]);
  expect(deedsOf(opened)).toEqual([]);
});

test('they go five years after the case was filed away when nobody asks', async () => {
  const { id } = await journey(payload, office);
  expect((await sweepPersonalData(req, '2031-03-20')).erased).toBe(0);
  expect((await sweepPersonalData(req, '2031-03-21')).erased).toBe(1);
  expect((await stored(id)).name).toBe('（已按期删除）');
});

test('they stay while a review or suit is pending, however long', async () => {
  const { id } = await journey(payload, office);
  await ask(id);
  await put(id, { isHeld: true });
  expect((await sweepPersonalData(req, '2040-01-01')).erased).toBe(0);
  await put(id, { isHeld: false });
  expect((await sweepPersonalData(req, '2040-01-01')).erased).toBe(1);
});

test('they stay while a review or suit that is written down has no result, though nobody ticked the box', async () => {
  const { id } = await journey(payload, office);
  await ask(id);
  const suit = await payload.create({
    collection: 'proceedings',
    data: {
      ...{ kind: 'direct-suit', number: '（2026）测行初1号', application: id },
      ...{ agency: office.agency.id, filedOn: '2026-04-01T12:00:00.000Z' },
    },
  });
  expect(await sweepPersonalData(req, '2026-12-01')).toEqual({ erased: 0, failed: 0 });
  await payload.update({
    collection: 'proceedings',
    id: suit.id,
    data: { result: 'upheld', closedOn: '2026-09-30T12:00:00.000Z' },
  });
  expect(await sweepPersonalData(req, '2026-12-01')).toEqual({ erased: 1, failed: 0 });
});

test('nothing of them is left in the case, the letters, the files or the log; what is counted stays', async () => {
  const application = await journey(payload, office);
  const { id, receiptNumber } = application;
  const file = await attach(application);
  await payload.db.create({
    collection: 'mails',
    data: { application: id, kind: 'filed', key: `${id}:0`, state: 'failed', error: SECRETS.email },
  });
  await ask(id);
  const before = await stored(id);
  expect(existsSync(onDisk(file.filename))).toBe(true);
  expect((await sweepPersonalData(req, '2026-12-01')).erased).toBe(1);

  const after = await stored(id);
  expect(JSON.stringify(after)).not.toMatch(/sealed\.v1/);
  for (const field of [
    'identityHash',
    'nameHash',
    'phoneHash',
    'emailHash',
    'requestKey',
    'description',
    'postcode',
  ] as const) {
    expect(after[field] ?? null, field).toBeNull();
  }
  expect(after.informationTitle).toBe('（已按期删除）');
  for (const field of [
    'receiptNumber',
    'status',
    'agency',
    'channel',
    'applicantKind',
    'filedOn',
    'receivedOn',
    'dueOn',
    'closedOn',
    'servedOn',
    'letterNumbers',
  ] as const) {
    expect(after[field], field).toEqual(before[field]);
  }
  expect(after.reply).toMatchObject({ kind: 'granted', number: before.reply?.number });
  expect((after.history as unknown[]).length).toBe((before.history as unknown[]).length);
  // The words about remedies that were looked at are the reply's own.
  expect(JSON.stringify(before.history)).toContain('remedyWords');
  expect(JSON.stringify(after.history)).not.toContain('remedyWords');
  expect((after.letters as { number: string }[]).map(({ number }) => number)).toEqual(
    (before.letters as { number: string }[]).map(({ number }) => number),
  );

  expect(existsSync(onDisk(file.filename))).toBe(false);
  for (const collection of ['case-files', 'mails'] as const) {
    const { totalDocs } = await payload.count({
      collection,
      where: { application: { equals: id } },
    });
    expect(totalDocs, collection).toBe(0);
  }
  const { docs } = await payload.find({
    collection: 'audit-log',
    where: { and: [{ action: { equals: 'erase' } }, { title: { equals: receiptNumber } }] },
  });
  expect(docs).toHaveLength(1);
  expect(docs[0]).toMatchObject({ title: receiptNumber, after: { ground: 'asked', files: 1 } });
  const log = (await payload.find({ collection: 'audit-log', pagination: false })).docs;
  for (const value of secretValues) expect(JSON.stringify(log)).not.toContain(value);
  expect(foundIn(path.join(portal.folder, 'uploads'), secretValues)).toEqual([]);
});

test('nor can it be read out of the database file, where what was deleted lies until its place is used', async () => {
  const { id } = await journey(payload, office);
  const title = '标题：关于某某家的处理决定';
  // Longer than a page of the file, so that some of it lies on pages that become free.
  const description = '只写在描述里的话。'.repeat(1000);
  await put(id, { informationTitle: title, description });
  await ask(id);
  const { name } = await stored(id);
  expect((await sweepPersonalData(req, '2026-12-01')).erased).toBe(1);
  await forgetDeleted(payload);
  expect(foundIn(portal.folder, [title, '只写在描述里的话', name])).toEqual([]);
});

test('done again, it does nothing; and whoever opens the case is told that it is empty', async () => {
  const { id } = await journey(payload, office);
  await ask(id);
  await sweepPersonalData(req, '2026-12-01');
  const once = await stored(id);
  expect(await sweepPersonalData(req, '2026-12-02')).toEqual({ erased: 0, failed: 0 });
  expect(await stored(id)).toEqual(once);

  const { tokens } = office;
  const read = await rest(payload, `/applications/${id}`, { token: tokens.officer });
  expect((await read.json()).name).toBe('（已按期删除）');
  const asked = await rest(payload, `/applications/${id}/reveal`, {
    token: tokens.officer,
    method: 'POST',
    body: { fields: ['name'], reason: '电话联系申请人' },
  });
  expect(asked.status).toBe(410);
  expect((await asked.json()).errors[0].message).toContain('2026年12月1日');
});

test('a case is still filed and noted on after its data are gone, and is the same as no other', async () => {
  const { act } = await import('../../collections/Applications/act');
  const [one, two] = [await journey(payload, office), await journey(payload, office)];
  for (const { id } of [one, two]) {
    await put(id, { filingKey: `hash of the key in a browser ${id}` });
    await ask(id);
  }
  expect((await sweepPersonalData(req, '2026-12-01')).erased).toBe(2);
  const officerReq = await createLocalReq({ user: office.people.officer }, payload);
  await act(officerReq, one.id, 'note', { reason: '移交档案室' });
  const after = await stored(one.id);
  expect(after.requestKey ?? null).toBeNull();
  expect(after.nameHash ?? null).toBeNull();
  expect(after.filingKey).not.toContain('browser');
  expect(after.erasedOn).toBeTruthy();
});

test('nothing is written back into a case whose data are gone', async () => {
  const { act } = await import('../../collections/Applications/act');
  const { deedsOf } = await import('../../collections/Applications/applicant-case');
  const one = await journey(payload, office);
  await ask(one.id);
  await sweepPersonalData(req, '2026-12-01');
  const rights = { user: office.people.officer, overrideAccess: false };
  await expect(
    payload.update({
      collection: 'applications',
      id: one.id,
      data: { name: '张测试', description: '住在测试路' },
      ...rights,
    }),
  ).rejects.toThrow(/已按期删除/);
  await expect(
    payload.create({
      collection: 'case-files',
      data: { title: '身份证', purpose: 'other', application: one.id },
      file: { data: Buffer.from('一份材料'), name: 'a.txt', mimetype: 'text/plain', size: 12 },
      ...rights,
    }),
  ).rejects.toThrow(/已按期删除/);
  await put(one.id, { status: 'delivered' });
  const officerReq = await createLocalReq({ user: office.people.officer }, payload);
  await expect(act(officerReq, one.id, 'correct', { reason: '测试' })).rejects.toThrow(
    /已按期删除/,
  );
  const after = await stored(one.id);
  expect(after.name).not.toContain('sealed');
  expect(after.nameHash ?? null).toBeNull();
  expect(deedsOf(after)).not.toContain('rate');
});

test('a file that belongs to no case is not taken, for it would be erased with none', async () => {
  await expect(
    payload.create({
      collection: 'case-files',
      data: { title: '身份证', purpose: 'other' },
      file: { data: Buffer.from('一份材料'), name: 'a.txt', mimetype: 'text/plain', size: 12 },
      user: office.people.officer,
      overrideAccess: false,
    }),
  ).rejects.toThrow(/属于哪一件申请/);
});

test('a case on which somebody acts just now is left to the next run, and one that fails holds up no other', async () => {
  const [busy, broken, last] = [
    await journey(payload, office),
    await journey(payload, office),
    await journey(payload, office),
  ];
  for (const { id } of [busy, broken, last]) await ask(id);
  await put(busy.id, { actingSince: Date.now() });
  // A record that the database refuses to write: its file can't be deleted from where a folder stands.
  const file = await attach(broken);
  const deleteOne = payload.db.deleteOne.bind(payload.db);
  payload.db.deleteOne = async (args) => {
    if (args.collection === 'case-files') throw new Error('the disk is away');
    return deleteOne(args);
  };
  try {
    expect(await sweepPersonalData(req, '2026-12-01')).toEqual({ erased: 1, failed: 1 });
  } finally {
    payload.db.deleteOne = deleteOne;
  }
  expect((await stored(last.id)).erasedOn).toBeTruthy();
  expect((await stored(busy.id)).erasedOn ?? null).toBeNull();
  expect((await stored(broken.id)).erasedOn ?? null).toBeNull();
  await put(busy.id, { actingSince: null });
  expect(await sweepPersonalData(req, '2026-12-01')).toEqual({ erased: 2, failed: 0 });
  expect(existsSync(onDisk(file.filename))).toBe(false);
});
