import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agencies, countyPapers } from './import-papers';
import { openPortal, type Portal } from './harness/portal';
import { signers } from './harness/people';

const PAPERS = 330;
const root = path.resolve('.');
let portal: Portal;
let file: string;

beforeAll(async () => {
  portal = await openPortal();
  await signers(portal.payload);
  await agencies(portal.payload);
  file = path.join(portal.folder, 'year.jsonl');
  const lines = countyPapers(PAPERS).map((paper) => JSON.stringify(paper));
  // The last of them is refused, so that its batch goes the other way.
  const taken = JSON.stringify({
    ...countyPapers(1)[0],
    indexNumber: '999990001/2019-88888',
    title: '重号',
  });
  await writeFile(file, [...lines, taken].join('\n'));
});
afterAll(() => portal.close());

type Ended = { code: number | null; signal: NodeJS.Signals | null; out: string };

/** The command as an operator starts it; killed at once when its progress says so. */
async function importing(killAt?: RegExp): Promise<Ended> {
  const people = ['editor', 'clerk', 'leader'].flatMap((role) => [
    `--${role}`,
    `${role}@example.test`,
  ]);
  const argv = ['--conditions=production', '--import', 'tsx', 'scripts/import.ts', file, ...people];
  const env = { ...process.env, NODE_ENV: 'production' as const };
  const child = spawn(process.execPath, argv, { cwd: root, env });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
    if (killAt?.test(err)) child.kill('SIGKILL');
  });
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
    child.once('close', (...ended) => resolve(ended)),
  );
  return { code, signal, out };
}

async function stored() {
  const { payload } = portal;
  const { docs } = await payload.find({
    collection: 'documents',
    where: { 'source.imported': { equals: true } },
    pagination: false,
    depth: 0,
  });
  return docs;
}

test('killed in the middle and run again, it leaves no doubles, nothing missing and nothing half written', async () => {
  const killed = await importing(/导入 2\d\d /u);
  expect(killed.signal).toBe('SIGKILL');
  const before = (await stored()).length;
  // Of those that were read, a few wait for others and are not written yet.
  expect(before).toBeGreaterThan(100);
  expect(before).toBeLessThan(PAPERS);

  const again = await importing();
  expect(again.code, again.out).toBe(0);
  expect(again.out).toContain(`没有变化：${before}`);
  expect(again.out).toContain(`新导入：${PAPERS - before}`);
  expect(again.out).toContain('[refused]');

  const docs = await stored();
  expect(docs).toHaveLength(PAPERS);
  expect(new Set(docs.map(({ indexNumber }) => indexNumber)).size).toBe(PAPERS);
  for (const { id, title, body, review, keywords, themes, _status } of docs) {
    expect(_status, title).toBe('published');
    expect(body.root.children.length, title).toBeGreaterThan(0);
    expect(review?.steps?.map(({ action }) => action).slice(0, 3), title).toEqual([
      'submit',
      'examine',
      'approve',
    ]);
    expect(keywords?.length, title).toBeGreaterThan(0);
    expect(themes, title).toHaveLength(1);
    const versions = await portal.payload.countVersions({
      collection: 'documents',
      where: { parent: { equals: id } },
    });
    expect(versions.totalDocs, title).toBe(1);
  }
  // Searchable and cited, as the command says.
  expect(again.out).toMatch(/索引已重建：\d+ 条/u);
  expect(again.out).toMatch(/引用已识别/u);
  const third = await importing();
  expect(third.out).toContain(`没有变化：${PAPERS}`);
}, 600_000);
