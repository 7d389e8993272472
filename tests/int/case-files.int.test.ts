import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createLocalReq, handleEndpoints, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, type ActInput } from '../../collections/Applications/act';
import type { ActionCode } from '../../domain/applications/actions';
import type { Agency, Application, CaseFile, User } from '../../payload-types';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { tokenOf } from './harness/office';
import { person } from './harness/people';
import { rest } from './harness/secrets';

let portal: Portal;
let payload: Payload;
let officer: User;
let elsewhere: User;
let application: Application;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  const [own, other] = await Promise.all(
    ['finance', 'water'].map((slug) =>
      payload.create({
        collection: 'agencies',
        data: { name: `测试县${slug}局`, slug, kind: 'department' },
        context: OUTSIDE_WEB,
      }),
    ),
  );
  officer = await officerOf(own!);
  elsewhere = await officerOf(other!);
  application = await payload.create({
    collection: 'applications',
    data: {
      applicantKind: 'natural',
      name: '张某',
      idType: 'id-card',
      idNumber: '11010519491231002X',
      phone: '0795-0000001',
      informationTitle: '2025年部门决算',
      form: 'electronic',
      delivery: 'online',
      channel: 'in-person',
      agency: own!.id,
    } as Application,
  });
});
afterAll(() => portal.close());

async function officerOf(agency: Agency): Promise<User> {
  const made = await person(payload, `officer-${agency.slug}`, 'officer');
  return payload.update({
    collection: 'users',
    id: made.id,
    data: { agency: agency.id },
    context: OUTSIDE_WEB,
  });
}

let serial = 0;
const upload = (data: Buffer, purpose: CaseFile['purpose'], user = officer) =>
  payload.create({
    collection: 'case-files',
    data: { title: '名单', purpose, application: application.id, isReleasable: true },
    file: {
      data,
      name: `list-${(serial += 1)}.pdf`,
      mimetype: 'application/pdf',
      size: data.length,
    },
    user,
    overrideAccess: false,
  });

/** A page with a line that a black box covers, or with the box alone. */
async function page({ isTextGone }: { isTextGone: boolean }): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.setAuthor('The clerk who made it');
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const sheet = pdf.addPage([400, 400]);
  sheet.drawText('List of households', { x: 40, y: 340, size: 16, font });
  if (!isTextGone) sheet.drawText('Household of Zhang', { x: 40, y: 300, size: 14, font });
  sheet.drawRectangle({ x: 36, y: 294, width: 200, height: 20, color: rgb(0, 0, 0) });
  return Buffer.from(await pdf.save());
}

test('a released copy in which words are only covered is refused, with the page and what to do', async () => {
  const covered = await page({ isTextGone: false });
  await expect(upload(covered, 'released')).rejects.toThrow(/第 1 页有 \d+ 个字只是被色块盖住/);
  const { docs } = await payload.find({ collection: 'case-files' });
  expect(docs).toEqual([]);
});

test('what stands against a released copy is told with the field in which it is looked for', async () => {
  const covered = await page({ isTextGone: false });
  const refusal = await upload(covered, 'released').catch((error: unknown) => error);
  const { data, message } = refusal as { data: unknown; message: string };
  expect(data).toEqual({ refusal: 'notReleasable', errors: [{ path: 'findings', message }] });
});

test('the original of the same is kept, and goes out to nobody', async () => {
  const kept = await upload(await page({ isTextGone: false }), 'original');
  expect(kept.isReleasable).toBe(false);
});

test('a copy from which the words are gone is kept without what told of its maker', async () => {
  const clean = await page({ isTextGone: true });
  const kept = await upload(clean, 'released');
  expect(kept.isReleasable).toBe(true);
  const { readCaseFile } = await import('../../collections/CaseFiles/kept-files');
  const stored = await PDFDocument.load((await readCaseFile(kept.filename))!, {
    updateMetadata: false,
  });
  expect(stored.getAuthor()).toBeUndefined();
  expect(stored.getPageCount()).toBe(1);
});

test('an officer puts nothing into the case of another agency', async () => {
  await expect(upload(await page({ isTextGone: true }), 'released', elsewhere)).rejects.toThrow();
});

test('no released copy is added once the reply is signed, only after it was sent back', async () => {
  const counsel = await person(payload, 'counsel', 'counsel');
  const leader = await person(payload, 'leader', 'leader');
  const step = async (action: ActionCode, user: User, input: ActInput = {}) =>
    act(await createLocalReq({ user }, payload), application.id, action, input);
  await step('draft', officer, {
    kind: 'partial',
    facts: '保存该信息',
    decision: '部分公开。',
    withoutFile: true,
  });
  await step('review', counsel);
  await step('approve', leader);
  const late = await page({ isTextGone: true });
  await expect(upload(late, 'released')).rejects.toThrow(/已经签批/);
  expect((await upload(late, 'other')).purpose).toBe('other');
  await step('return', leader, { reason: '还要加一份公开件' });
  expect((await upload(late, 'released')).isReleasable).toBe(true);
});

describe('a case file on the disk', () => {
  const WORDS = '身份证号 11010519491231002X';
  const folder = () => path.join(portal.folder, 'uploads', 'case-files');
  const onDisk = (name: string | null | undefined) => readFile(path.join(folder(), name!));
  const keep = (data: Partial<CaseFile> = {}) =>
    payload.create({
      collection: 'case-files',
      data: { title: '材料', purpose: 'other', application: application.id, ...data },
      file: {
        data: Buffer.from(WORDS),
        name: `paper-${(serial += 1)}.txt`,
        mimetype: 'text/plain',
        size: Buffer.byteLength(WORDS),
      },
    });
  const open = async (name: string | null | undefined) =>
    rest(payload, `/case-files/file/${name}`, { token: await tokenOf(payload, officer) });

  test('is sealed, and opened for the officer of the case with an entry in the log of who saw it', async () => {
    const { id, filename, filesize } = await keep();
    expect((await onDisk(filename)).includes(WORDS)).toBe(false);
    expect(filesize).toBe(Buffer.byteLength(WORDS));
    const answer = await open(filename);
    expect(await answer.text()).toBe(WORDS);
    expect(answer.headers.get('content-type')).toBe('text/plain');
    const { docs } = await payload.find({ collection: 'audit-log', sort: '-seq', limit: 1 });
    expect(docs[0]).toMatchObject({
      action: 'reveal',
      subject: 'case-files',
      record: String(id),
      title: null,
      whoName: officer.name,
      after: { application: application.id, purpose: 'other' },
    });
  });

  test('from before files were sealed is still given', async () => {
    const { filename } = await keep();
    await writeFile(path.join(folder(), filename!), WORDS);
    expect(await (await open(filename)).text()).toBe(WORDS);
  });

  test('that was altered or put in the place of another is not given', async () => {
    const [one, two] = [await keep(), await keep()];
    await writeFile(path.join(folder(), two.filename!), await onDisk(one.filename));
    const answer = await open(two.filename);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain(WORDS);
  });

  test('goes with its record, and one that is gone is said to be so', async () => {
    const { id, filename } = await keep();
    await payload.delete({ collection: 'case-files', id });
    await expect(onDisk(filename)).rejects.toThrow(/ENOENT/);
    const other = await keep();
    await rm(path.join(folder(), other.filename!));
    expect((await open(other.filename)).status).toBe(404);
  });

  const send = async (user: User, fields: Record<string, string | Blob>) => {
    const body = new FormData();
    for (const [key, value] of Object.entries(fields)) body.append(key, value);
    return handleEndpoints({
      config: payload.config,
      request: new Request('http://127.0.0.1:9/api/case-files', {
        method: 'POST',
        headers: { Authorization: `JWT ${await tokenOf(payload, user)}` },
        body,
      }),
    });
  };

  test('is not left behind by an upload that is refused after it was looked at', async () => {
    const before = await readdir(folder());
    const answer = await send(officer, {
      _payload: JSON.stringify({ purpose: 'other', application: application.id }),
      file: new File([WORDS], 'untitled.txt', { type: 'text/plain' }),
    });
    expect(answer.status).toBe(400);
    expect(await readdir(folder())).toEqual(before);
  });

  test('can’t be copied by an upload that names it in place of bringing one', async () => {
    const { filename } = await keep();
    const named = { filename, mimeType: 'text/plain', size: 10, collectionSlug: 'case-files' };
    for (const reference of [named, { ...named, clientUploadContext: { prefix: '' } }]) {
      const answer = await send(elsewhere, {
        _payload: JSON.stringify({ title: '抄', purpose: 'other' }),
        file: JSON.stringify(reference),
      });
      expect(answer.status).toBe(400);
    }
  });
});
