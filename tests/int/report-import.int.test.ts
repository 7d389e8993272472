import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { blocksFromLexical } from '../../domain/documents/lexical';
import { blocksToText } from '../../domain/documents/blocks';
import { readReport, type ReadReport } from '../../transfer/import/annual-report/read-report';
import { NotSaved, saveReport } from '../../transfer/import/annual-report/save';
import { openPortal, type Portal } from './harness/portal';

let portal: Portal;
let report: ReadReport;
beforeAll(async () => {
  portal = await openPortal();
  const file = new URL('../fixtures/annual-reports/hanweb-2019.html', import.meta.url);
  report = await readReport(await readFile(file), 'hanweb-2019.html');
  await portal.payload.create({
    collection: 'agencies',
    data: { name: '青禾县财政局', slug: 'caizheng', kind: 'department' },
    locale: 'zh-CN',
    context: { disableRevalidate: true, disableIndexing: true },
  });
}, 120_000);
afterAll(() => portal?.close());

const reasonOf = async (saving: Promise<unknown>): Promise<string> => {
  const error: unknown = await saving.then(
    () => null,
    (caught: unknown) => caught,
  );
  return error instanceof NotSaved ? error.reason : `no refusal: ${String(error)}`;
};

it('saves what was read as a draft that nobody outside sees', async () => {
  const { id, isNew, title } = await saveReport(portal.payload, report, { replacesDraft: false });
  expect({ isNew, title }).toEqual({
    isNew: true,
    title: '青禾县财政局2020年政府信息公开工作年度报告',
  });
  const stored = await portal.payload.findByID({
    collection: 'annual-reports',
    id,
    draft: true,
    depth: 0,
  });
  expect(stored._status).toBe('draft');
  expect(stored).toMatchObject({ year: 2020, layout: '2019', tables: report.tables });
  expect(blocksToText(blocksFromLexical(stored.parts?.problems))).toBe('一是公开不够及时。');
  const open = await portal.payload.find({ collection: 'annual-reports', overrideAccess: false });
  expect(open.totalDocs).toBe(0);
});

it('replaces a draft only when told to', async () => {
  expect(await reasonOf(saveReport(portal.payload, report, { replacesDraft: false }))).toBe(
    'draft',
  );
  const changed = { ...report, narrative: { ...report.narrative, other: ['改过了。'] } };
  const { isNew, id } = await saveReport(portal.payload, changed, { replacesDraft: true });
  expect(isNew).toBe(false);
  const stored = await portal.payload.findByID({
    collection: 'annual-reports',
    id,
    draft: true,
    depth: 0,
  });
  expect(blocksToText(blocksFromLexical(stored.parts?.other))).toBe('改过了。');
  const { totalDocs } = await portal.payload.count({ collection: 'annual-reports' });
  expect(totalDocs).toBe(1);
});

it('refuses in words what can’t be told', async () => {
  const { payload } = portal;
  const wish = { replacesDraft: false };
  expect(await reasonOf(saveReport(payload, { ...report, agency: '无此县' }, wish))).toBe(
    'unknownAgency',
  );
  expect(await reasonOf(saveReport(payload, report, { ...wish, agencySlug: 'none' }))).toBe(
    'unknownSlug',
  );
  expect(await reasonOf(saveReport(payload, { ...report, agency: null }, wish))).toBe('noAgency');
  expect(await reasonOf(saveReport(payload, { ...report, year: null }, wish))).toBe('noYear');
  expect(await reasonOf(saveReport(payload, { ...report, year: 2015 }, wish))).toBe('yearEarly');
});

it('finds the agency by the slug that is given, and takes the year that is given', async () => {
  const unnamed = { ...report, agency: null, year: null };
  const wish = { replacesDraft: false, agencySlug: 'caizheng', year: 2019 };
  expect(await saveReport(portal.payload, unnamed, wish)).toMatchObject({ isNew: true });
});
