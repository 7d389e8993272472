import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Agency, Application } from '../../payload-types';
import { fileCase, openOffice, type Office } from './harness/office';
import { openPortal, type Portal } from './harness/portal';
import {
  foundIn,
  graphql,
  journey,
  peopleAround,
  rest,
  SECRETS,
  secretValues,
} from './harness/secrets';

/** What an applicant gave stays between the applicant and those who answer. */
let portal: Portal;
let payload: Payload;
let office: Office;
let other: Agency;
let application: Application;
let file: { id: number | string; filename: string };
let tokens: Record<string, string | null>;
const logged: string[] = [];

/** People who have no business with this case. */
const STRANGERS = ['nobody', 'editor', 'administrator', 'otherOfficer', 'otherLeader', 'clerk'];
const CONTENT = '仅供本案使用的材料';

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const) {
    vi.spyOn(payload.logger, level).mockImplementation((...args: unknown[]) => void note(args));
  }
  for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, way).mockImplementation((...args: unknown[]) => void note(args));
  }
  office = await openOffice(payload);
  ({ other, tokens } = await peopleAround(payload, office));

  application = await journey(payload, office);
  const stored = await payload.create({
    collection: 'case-files',
    data: { title: '材料', purpose: 'request', application: application.id },
    file: { name: 'paper.txt', data: Buffer.from(CONTENT), mimetype: 'text/plain', size: 30 },
  });
  file = { id: stored.id, filename: stored.filename! };
  // What the admin keeps beside a record that somebody has open.
  await payload.create({
    collection: 'payload-locked-documents',
    data: {
      document: { relationTo: 'applications', value: application.id as number },
      user: { relationTo: 'users', value: office.people.officer.id as number },
    },
  });
});
afterAll(() => portal.close());

const note = (args: unknown[]) =>
  logged.push(
    args
      .map((arg) =>
        arg instanceof Error ? `${arg.stack} ${JSON.stringify(arg)}` : JSON.stringify(arg),
      )
      .join(' '),
  );

const expectNoSecret = (text: string) => {
  for (const value of secretValues) expect(text).not.toContain(value);
};

const reveal = (who: string, body: object, id: Application['id'] = application.id) =>
  rest(payload, `/applications/${id}/reveal`, { token: tokens[who], method: 'POST', body });

describe('nothing of it is given out', () => {
  test('by any collection of the REST interface, to whoever asks, however deep', async () => {
    for (const [who, token] of Object.entries(tokens)) {
      for (const slug of Object.keys(payload.collections)) {
        const answer = await rest(payload, `/${slug}?limit=100&depth=5&draft=true`, { token });
        const text = await answer.text();
        expectNoSecret(text);
        // The log names cases by their numbers, for those who read it.
        if (STRANGERS.includes(who) && slug !== 'audit-log') {
          expect(text, `${slug} to ${who}`).not.toContain(application.receiptNumber);
        }
      }
    }
  });

  test('by its address, its actions or a reveal, to people of another agency or none', async () => {
    for (const who of STRANGERS) {
      const token = tokens[who];
      const one = await rest(payload, `/applications/${application.id}?depth=3`, { token });
      expect([403, 404], who).toContain(one.status);
      const acted = await rest(payload, `/applications/${application.id}/actions/note`, {
        token,
        method: 'POST',
        body: { reason: '看看' },
      });
      expect([401, 403, 404], who).toContain(acted.status);
      const asked = await reveal(who, { fields: ['name'], reason: '看看是谁' });
      expect([401, 403, 404], who).toContain(asked.status);
      expectNoSecret((await one.text()) + (await acted.text()) + (await asked.text()));
    }
    const acted = await rest(payload, `/applications/${application.id}/actions/note`, {
      token: tokens.otherOfficer,
      method: 'POST',
      body: { reason: '看看' },
    });
    expect(acted.status).toBe(404);
  });

  test('by GraphQL, where the office reads masks and others nothing', async () => {
    const query = `{ Applications { docs { receiptNumber name idNumber phone email address } }
      CaseFiles { docs { title } } Mails { docs { kind } } }`;
    for (const [who, token] of Object.entries(tokens)) {
      const text = await (await graphql(payload, query, { token })).text();
      expectNoSecret(text);
      if (STRANGERS.includes(who)) expect(text).not.toContain(application.receiptNumber);
    }
    const own = await (await graphql(payload, query, { token: tokens.ownOfficer })).text();
    expect(own).toContain(application.receiptNumber);
    expect(own).toContain('139****5678');
  });

  test('to people of the agency either, but for the masks', async () => {
    const read = await rest(payload, `/applications/${application.id}`, {
      token: tokens.ownOfficer,
    });
    const doc = (await read.json()) as Application;
    expect(doc.idNumber).toMatch(/^\*+002X$/);
    expect(doc.email).toBe('z*********@example.test');
    expect(doc.supplement?.text).toBe('补正***');
    for (const field of [
      'queryHash',
      'identityHash',
      'nameHash',
      'phoneHash',
      'emailHash',
      'filingKey',
    ]) {
      expect(doc).not.toHaveProperty(field);
    }
  });

  test('by asking whether a value is right: conditions on hashes are refused, on encrypted fields find nothing', async () => {
    const stored = (await payload.db.findOne<Application>({
      collection: 'applications',
      where: { id: { equals: application.id } },
    }))!;
    const token = tokens.ownOfficer;
    for (const key of [
      'identityHash',
      'nameHash',
      'phoneHash',
      'emailHash',
      'queryHash',
    ] as const) {
      if (key !== 'queryHash') expect(stored[key]).toBeTruthy();
      const value = encodeURIComponent(stored[key] ?? 'x');
      for (const address of [
        `/applications?where[${key}][equals]=${value}`,
        `/applications?where[or][0][and][0][${key}][like]=${value.slice(0, 4)}`,
        `/case-files?where[application.${key}][equals]=${value}`,
        `/mails?where[application.${key}][equals]=${value}`,
      ]) {
        const answer = await rest(payload, address, { token });
        expect([400, 403], address).toContain(answer.status);
      }
    }
    for (const field of ['name', 'idNumber', 'phone', 'email', 'address'] as const) {
      const value = SECRETS[field];
      for (const condition of [
        `[equals]=${value}`,
        `[like]=${value.slice(0, 3)}`,
        `[contains]=${value.slice(-3)}`,
      ]) {
        const answer = await rest(payload, `/applications?where[${field}]${encodeURI(condition)}`, {
          token,
        });
        const docs = answer.ok ? (await answer.json()).docs : [];
        expect(docs).toEqual([]);
      }
    }
    const found = await rest(
      payload,
      `/case-files?where[application.informationTitle][like]=2025`,
      {
        token: tokens.otherOfficer,
      },
    );
    expect((await found.json()).docs ?? []).toEqual([]);
  });

  test('by the file of a case, whatever its address is written like', async () => {
    const { filename } = file;
    const own = await rest(payload, `/case-files/file/${filename}`, { token: tokens.ownOfficer });
    expect(own.status).toBe(200);
    expect(await own.text()).toBe(CONTENT);
    expect(own.headers.get('Cache-Control')).toBe('private, no-store');
    for (const who of STRANGERS) {
      for (const address of [
        `/case-files/file/${filename}`,
        `/case-files/file/${filename}?prefix=`,
        `/case-files/file/./${filename}`,
        `/case-files/file/%2e%2e%2fcase-files%2f${filename}`,
        `/case-files/file/..%5ccase-files%5c${filename}`,
        `/case-files/file/${filename.toUpperCase()}`,
        `/case-files/file/${filename}%00.txt`,
        `/files/file/${filename}`,
        `/media/file/..%2fcase-files%2f${filename}`,
        `/files/file/..%2Fcase-files%2F${filename}`,
        `/files/file/case-files%2F${filename}`,
        `/case-files/paste-url/${file.id}?src=file://${filename}`,
      ]) {
        const answer = await rest(payload, address, { token: tokens[who] });
        expect(answer.ok, `${who} ${address}`).toBe(false);
        expect(await answer.text()).not.toContain(CONTENT);
      }
    }
  });

  test('to who guesses: a number opens with its own code alone', async () => {
    const { openCase, codeHash } = await import('../../collections/Applications/applicant-case');
    const [a, b] = ['ABCD2345', 'WXYZ6789'];
    const [one, two] = await Promise.all(
      [a, b].map((code) => fileCase(payload, office, { queryHash: codeHash(code) })),
    );
    expect((await openCase(payload, one!.receiptNumber!, a))?.id).toBe(one!.id);
    expect((await openCase(payload, two!.receiptNumber!, b))?.id).toBe(two!.id);
    for (const code of [b, '', 'ABCD2346', 'null', 'undefined', '%', one!.receiptNumber!]) {
      expect(await openCase(payload, one!.receiptNumber!, code)).toBeNull();
    }
    // Written down at the counter, it has no code: nothing opens it.
    for (const code of [a, b, '', 'null']) {
      expect(await openCase(payload, application.receiptNumber!, code)).toBeNull();
    }
  });

  test('by what is stored and written: not in the database, its log, the search index or the open data', async () => {
    const { indexAll } = await import('../../jobs/index-all');
    const { writeOpenData } = await import('../../transfer/export/open-data/write');
    await indexAll(payload);
    await writeOpenData(payload, { folder: path.join(portal.folder, 'open-data') });
    const log = await rest(payload, '/audit-log/export?format=jsonl', { token: tokens.auditor });
    const text = await log.text();
    expect(text).toContain(application.receiptNumber);
    await writeFile(path.join(portal.folder, 'audit.jsonl'), text);
    for (const token of [tokens.auditor, tokens.ownOfficer]) {
      const body = { format: 'csv' };
      const ledger = await rest(payload, '/applications/ledger', { token, method: 'POST', body });
      const rows = await ledger.text();
      expect(rows).toContain(application.receiptNumber);
      expectNoSecret(rows);
    }
    const theirs = await rest(payload, '/applications/ledger', {
      token: tokens.otherOfficer,
      method: 'POST',
      body: { format: 'csv', names: true, reason: '看看别的机关' },
    });
    expect(await theirs.text()).not.toContain(application.receiptNumber);
    // All that the portal has: database with jobs, versions and preferences, index, uploads, exports.
    expect(foundIn(portal.folder, secretValues)).toEqual([]);
    expect(foundIn(portal.folder, [application.receiptNumber!]).length).toBeGreaterThan(0);
  });

  test('by the logs of the program', () => {
    expect(logged.length).toBeGreaterThan(0);
    expectNoSecret(logged.join('\n'));
  });
});

describe('an application is filed', () => {
  const data = (agency: Agency) => ({
    applicantKind: 'natural',
    name: '李测试',
    informationTitle: '编出来的申请',
    form: 'electronic',
    delivery: 'online',
    channel: 'internet',
    agency: agency.id,
  });

  test('through the form’s own action or by an officer, never through the interfaces by others', async () => {
    for (const who of [
      'nobody',
      'editor',
      'clerk',
      'administrator',
      'auditor',
      'counsel',
      'ownLeader',
    ]) {
      const token = tokens[who];
      const made = await rest(payload, '/applications', {
        token,
        method: 'POST',
        body: data(office.agency),
      });
      expect(made.status, who).toBe(403);
      const mutation = `mutation { createApplication(data: { applicantKind: natural, name: "李测试",
        informationTitle: "编出来的申请", form: electronic, delivery: online, channel: internet,
        status: received }) { id } }`;
      const { errors, data: given } = await (await graphql(payload, mutation, { token })).json();
      expect(errors?.length, who).toBeGreaterThan(0);
      expect(given?.createApplication ?? null).toBeNull();
    }
    for (const slug of ['application-drafts', 'mails', 'case-files']) {
      const made = await rest(payload, `/${slug}`, { method: 'POST', body: {} });
      expect(made.status, slug).toBe(403);
    }
    const { totalDocs } = await payload.count({
      collection: 'applications',
      where: { informationTitle: { equals: '编出来的申请' } },
    });
    expect(totalDocs).toBe(0);
  });

  test('by an officer for the own agency only, and nobody hands a case to another by a save', async () => {
    const post = (agency: Agency) =>
      rest(payload, '/applications', {
        token: tokens.otherOfficer,
        method: 'POST',
        body: data(agency),
      });
    expect((await post(office.agency)).status).toBe(403);
    const made = await post(other);
    expect(made.status).toBe(201);
    const { doc } = (await made.json()) as { doc: Application };
    const read = await rest(payload, `/applications/${doc.id}`, { token: tokens.ownOfficer });
    expect(read.status).toBe(404);
  });
});
