import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { createLocalReq, type Payload } from 'payload';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, type ActInput } from '../../collections/Applications/act';
import type { ActionCode } from '../../domain/applications/actions';
import type { Agency, Application, CaseFile, User } from '../../payload-types';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { person } from './harness/people';

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

test('the original of the same is kept, and goes out to nobody', async () => {
  const kept = await upload(await page({ isTextGone: false }), 'original');
  expect(kept.isReleasable).toBe(false);
});

test('a copy from which the words are gone is kept without what told of its maker', async () => {
  const clean = await page({ isTextGone: true });
  const kept = await upload(clean, 'released');
  expect(kept.isReleasable).toBe(true);
  const { readFile } = await import('node:fs/promises');
  const path = await import('node:path');
  const folder = payload.collections['case-files'].config.upload.staticDir!;
  const stored = await PDFDocument.load(await readFile(path.resolve(folder, kept.filename!)), {
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
  await step('draft', officer, { kind: 'partial', facts: '保存该信息', decision: '部分公开。' });
  await step('review', counsel);
  await step('approve', leader);
  const late = await page({ isTextGone: true });
  await expect(upload(late, 'released')).rejects.toThrow(/已经签批/);
  expect((await upload(late, 'other')).purpose).toBe('other');
  await step('return', leader, { reason: '还要加一份公开件' });
  expect((await upload(late, 'released')).isReleasable).toBe(true);
});
