import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resealFile } from '../../collections/CaseFiles/kept-files';
import { codeHash, openCase } from '../../collections/Applications/applicant-case';
import { keyedHash, seal, unseal } from '../../fields/sealed/seal';
import { unsealBytes } from '../../fields/sealed/seal-bytes';
import { rotateKeys } from '../../jobs/rotate-keys';
import type { Application, ApplicationDraft } from '../../payload-types';
import { fileCase, openOffice, type Office } from './harness/office';
import { openPortal, type Portal } from './harness/portal';
import { foundIn, journey, SECRETS } from './harness/secrets';

/** The command itself runs as a process of its own on the database of this portal. */
const CASES = 300;
/** With the two cases before them, a draft and two files. */
const ALL = CASES + 5;
const CODE = 'ABCD2345';

let portal: Portal;
let payload: Payload;
let office: Office;
let whole: Application;
let asSealedBefore: Application;
let coded: Application;
let papers: { sealed: string; clear: string };
const PAPER = '证件扫描件';
const keys = { old: '', fresh: randomBytes(32).toString('base64') };

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  keys.old = process.env.SEAL_KEY!;
  office = await openOffice(payload);
  whole = await journey(payload, office);
  asSealedBefore = await stored(whole.id);
  // Anybody may type this into a field that is not encrypted; it must hold up nothing.
  await payload.db.updateOne({
    collection: 'applications',
    id: whole.id,
    data: { description: 'sealed.v1.AAAA' },
  });
  coded = await fileCase(payload, office, { queryHash: codeHash(CODE) });
  await payload.db.create({
    collection: 'application-drafts',
    data: {
      keyHash: 'of-a-draft',
      content: seal('{"answers":{"name":"赵测"}}', 'draft'),
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    },
  });
  papers = { sealed: await attach(), clear: await attach() };
  // As an earlier version left it.
  await writeFile(onDisk(papers.clear), PAPER);
  const { id: _id, receiptNumber: _number, ...row } = await stored(whole.id);
  for (let i = 0; i < CASES; i += 1) {
    await payload.db.create({
      collection: 'applications',
      data: { ...row, receiptNumber: `YF2026-9${String(i).padStart(4, '0')}-0` },
    });
  }
});
afterAll(() => portal.close());

const onDisk = (name: string) => path.join(portal.folder, 'uploads', 'case-files', name);

async function attach(): Promise<string> {
  const data = Buffer.from(PAPER);
  const { filename } = await payload.create({
    collection: 'case-files',
    data: { title: '证件', purpose: 'request', application: whole.id },
    file: { name: 'paper.txt', data, mimetype: 'text/plain', size: data.length },
  });
  return filename!;
}

const stored = async (id: Application['id']) =>
  (await payload.db.findOne<Application>({
    collection: 'applications',
    where: { id: { equals: id } },
  }))!;

/** How many cases are sealed with the new key, judged by what that key alone opens. */
async function turned(): Promise<number> {
  const { docs } = await payload.db.find<Application>({
    collection: 'applications',
    pagination: false,
    limit: 0,
  });
  return withKeys(keys.fresh, '', () => docs.filter(({ name }) => opens(name)).length);
}

function opens(name: string): boolean {
  try {
    return unseal(name, 'name').length > 0;
  } catch {
    return false;
  }
}

function withKeys<T>(current: string, previous: string, work: () => T): T {
  const before = [process.env.SEAL_KEY, process.env.SEAL_KEY_PREVIOUS];
  [process.env.SEAL_KEY, process.env.SEAL_KEY_PREVIOUS] = [current, previous];
  const back = () => {
    [process.env.SEAL_KEY, process.env.SEAL_KEY_PREVIOUS] = [before[0], before[1] ?? ''];
  };
  try {
    const result = work();
    if (result instanceof Promise) return result.finally(back) as T;
    back();
    return result;
  } catch (error) {
    back();
    throw error;
  }
}

function command(...args: string[]) {
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', 'scripts/rotate-keys.ts', ...args],
    { env: { ...process.env, SEAL_KEY: keys.fresh, SEAL_KEY_PREVIOUS: keys.old } },
  );
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  const lines = createInterface({ input: child.stderr });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, output }));
  return { child, lines, ended };
}

// Each test starts the program twice, which takes a while where other tests run beside it.
describe('npm run keys:rotate', { timeout: 180_000 }, () => {
  test('with --dry-run counts what there is to do and writes nothing', async () => {
    const before = await stored(whole.id);
    const { code, output } = await command('--dry-run').ended;
    expect(output).toContain(`${ALL} of ${ALL} to seal anew`);
    expect(code).toBe(1);
    expect(await stored(whole.id)).toEqual(before);
    expect(await readFile(onDisk(papers.clear), 'utf8')).toBe(PAPER);
  });

  test('killed in the middle leaves every record readable, and run again finishes the rest alone', async () => {
    const { child, lines, ended } = command();
    for await (const line of lines) {
      if (/^\d+ \/ \d+$/.test(line.trim())) break;
    }
    child.kill('SIGKILL');
    expect((await ended).signal).toBe('SIGKILL');
    const half = await turned();
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(CASES + 2);
    await withKeys(keys.fresh, keys.old, async () => {
      const { docs } = await payload.find({
        collection: 'applications',
        pagination: false,
        context: { unsealed: true },
      });
      expect(docs).toHaveLength(CASES + 2);
      expect(docs.filter(({ name }) => name === SECRETS.name)).toHaveLength(CASES + 1);
    });

    const { code, output } = await command().ended;
    expect(code).toBe(0);
    const rest = Number(/(\d+) of \d+ sealed anew/.exec(output)?.[1]);
    // Nothing was written between the progress shown and the kill, or a few records were.
    expect(rest).toBe(ALL - half);
    expect(await turned()).toBe(CASES + 2);
  });

  test('leaves nothing that hangs on the old key: data, letters, opinions, drafts, codes, look-ups, files', async () => {
    await withKeys(keys.fresh, '', async () => {
      const row = await stored(whole.id);
      for (const field of [
        'name',
        'representative',
        'idNumber',
        'phone',
        'email',
        'address',
      ] as const) {
        expect(unseal(row[field]!, field)).toBe(SECRETS[field]);
      }
      expect(unseal(row.supplement!.text!, 'text')).toBe(SECRETS.supplement);
      const [asked] = row.consultations as { party: string; opinion: string }[];
      expect(unseal(asked!.party, 'party')).toBe(SECRETS.party);
      expect(unseal(asked!.opinion, 'opinion')).toBe(SECRETS.opinion);
      for (const { content } of row.letters as { content: string }[]) {
        expect(JSON.parse(unseal(content, 'letter'))).toHaveProperty('paragraphs');
      }
      expect(row.phoneHash).toBe(keyedHash(SECRETS.phone, 'phoneHash'));
      expect(row.emailHash).toBe(keyedHash(SECRETS.email, 'emailHash'));
      expect(row.identityHash).toBe(keyedHash(SECRETS.idNumber, 'identityHash'));
      const { docs } = await payload.db.find<ApplicationDraft>({
        collection: 'application-drafts',
      });
      expect(unseal(docs[0]!.content, 'draft')).toContain('赵测');
      expect((await openCase(payload, coded.receiptNumber!, CODE))?.id).toBe(coded.id);
      expect(await openCase(payload, coded.receiptNumber!, 'ABCD2346')).toBeNull();
      for (const name of Object.values(papers)) {
        const bytes = await readFile(onDisk(name));
        expect(bytes.includes(PAPER)).toBe(false);
        expect(unsealBytes(bytes, name).toString()).toBe(PAPER);
      }
    });
  });

  test('leaves nothing in the files of the database that the old key opens', () => {
    const { name, phone, address } = asSealedBefore;
    expect(foundIn(portal.folder, [name, phone!, address!])).toEqual([]);
  });

  test('run once more finds nothing to do', async () => {
    const { code, output } = await command().ended;
    expect(output).toContain(`0 of ${ALL} sealed anew`);
    expect(code).toBe(0);
  });

  test('stopped by a signal says how far it came', async () => {
    // The other way round, so that there is something to do.
    [keys.old, keys.fresh] = [keys.fresh, keys.old];
    const { child, lines, ended } = command();
    for await (const line of lines) {
      if (/^\d+ \/ \d+$/.test(line.trim())) break;
    }
    child.kill('SIGTERM');
    const { code, output } = await ended;
    expect(code).toBe(1);
    expect(output).toMatch(/Stopped after \d+/);
    expect((await command().ended).code).toBe(0);
  });
});

test(
  'a record that somebody changes meanwhile keeps their change, and is sealed anew in the next round',
  { timeout: 60_000 },
  async () => {
    const fresh = randomBytes(32).toString('base64');
    await withKeys(fresh, process.env.SEAL_KEY!, async () => {
      const updateOne = payload.db.updateOne.bind(payload.db);
      let isFirst = true;
      payload.db.updateOne = async (args) => {
        if (isFirst) {
          isFirst = false;
          const address = seal('搬到了新地址', 'address');
          const updatedAt = new Date(Date.now() + 1000).toISOString();
          await updateOne({
            collection: 'applications',
            id: whole.id,
            data: { address, updatedAt },
          });
        }
        return updateOne(args);
      };
      try {
        const done = await rotateKeys(payload);
        expect(done).toMatchObject({ busy: 0, unreadable: [] });
      } finally {
        payload.db.updateOne = updateOne;
      }
      process.env.SEAL_KEY_PREVIOUS = '';
      const row = await stored(whole.id);
      expect(unseal(row.address!, 'address')).toBe('搬到了新地址');
      expect(unseal(row.name, 'name')).toBe(SECRETS.name);
    });
    keys.fresh = fresh;
    process.env.SEAL_KEY = fresh;
  },
);

test('a case whose process was killed while it acted is sealed anew', async () => {
  const fresh = randomBytes(32).toString('base64');
  const { id } = coded;
  const since = (actingSince: number | null) =>
    payload.db.updateOne({ collection: 'applications', id, data: { actingSince } });
  await withKeys(fresh, process.env.SEAL_KEY!, async () => {
    await since(Date.now() - 31_000);
    expect(await rotateKeys(payload)).toMatchObject({ busy: 0, unreadable: [] });
    process.env.SEAL_KEY_PREVIOUS = '';
    expect(opens((await stored(id)).name)).toBe(true);
  });
  await since(null);
  keys.fresh = fresh;
  process.env.SEAL_KEY = fresh;
});

test('a file that is deleted while it is sealed anew does not come back', async () => {
  const name = await attach();
  await withKeys(randomBytes(32).toString('base64'), process.env.SEAL_KEY!, async () => {
    const count = payload.db.count.bind(payload.db);
    let asked = 0;
    payload.db.count = async (args) => {
      const found = await count(args);
      // Right after the record was seen, before the file is put in its place.
      if (args.collection === 'case-files' && (asked += 1) === 1) {
        await payload.delete({ collection: 'case-files', where: { filename: { equals: name } } });
      }
      return found;
    };
    try {
      await resealFile(payload, name, false);
    } finally {
      payload.db.count = count;
    }
  });
  await expect(readFile(onDisk(name))).rejects.toThrow(/ENOENT/);
});

test('what no key opens is named and left as it is; a code of an earlier version is counted', async () => {
  const strange = withKeys(randomBytes(32).toString('base64'), '', () => seal('x', 'phone'));
  await payload.db.updateOne({
    collection: 'applications',
    id: whole.id,
    data: { phone: strange },
  });
  await payload.db.updateOne({
    collection: 'applications',
    id: coded.id,
    data: { queryHash: keyedHash(CODE, 'query-code') },
  });
  const previous = process.env.SEAL_KEY!;
  const altered = await readFile(onDisk(papers.sealed));
  altered[altered.length - 1]! ^= 1;
  await writeFile(onDisk(papers.sealed), altered);
  await withKeys(randomBytes(32).toString('base64'), previous, async () => {
    const done = await rotateKeys(payload);
    expect(done.unreadable).toEqual([whole.receiptNumber, papers.sealed]);
    expect(done.bound).toBe(1);
    expect((await stored(whole.id)).phone).toBe(strange);
    expect((await openCase(payload, coded.receiptNumber!, CODE))?.id).toBe(coded.id);
  });
});
