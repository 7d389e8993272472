import path from 'node:path';
import type { CollectionSlug } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SampleReceipt } from '../../demo/seed/applications';
import { openPortal, type Portal } from './harness/portal';

const FOLDER = path.resolve('demo');
const PASSWORD = 'not-the-real-one-1';
const REVIEWED = [
  'documents',
  'interpretations',
  'topics',
  'pages',
  'annual-reports',
  'website-reports',
  'published-answers',
] as const;

let portal: Portal;
let counts: Record<string, number>;
let receipts: SampleReceipt[];
beforeAll(async () => {
  portal = await openPortal();
  const { seedDemo } = await import('../../demo/seed');
  receipts = await seedDemo(portal.payload, FOLDER, PASSWORD, () => {});
  counts = await countAll();
  // FerretDB takes over a minute for it on a busy machine.
}, 300_000);
afterAll(() => portal?.close());

describe('the seed of the demo county', () => {
  it('fills every collection that the portal shows', () => {
    for (const [collection, count] of Object.entries(counts)) {
      expect(count, collection).toBeGreaterThan(0);
    }
    expect(counts.agencies).toBeGreaterThanOrEqual(30);
    expect(counts.documents).toBeGreaterThanOrEqual(50);
  });

  it('publishes every text under three signatures of three people', async () => {
    for (const collection of REVIEWED) {
      const { docs } = await portal.payload.find({ collection, pagination: false, depth: 0 });
      for (const { _status, review, ...text } of docs) {
        if (isReportInPreparation(text)) continue;
        expect(_status).toBe('published');
        const steps = review?.steps?.slice(-4) ?? [];
        expect(steps.map(({ action }) => action)).toEqual([
          'submit',
          'examine',
          'approve',
          'publish',
        ]);
        expect(new Set(steps.slice(0, 3).map(({ by }) => by)).size).toBe(3);
      }
    }
  });

  it('shows the public an agency in both languages, its leaders included', async () => {
    for (const [locale, post] of [
      ['zh-CN', '局长'],
      ['en', 'Director'],
    ] as const) {
      const { docs } = await portal.payload.find({
        collection: 'agencies',
        where: { slug: { equals: 'market-regulation' } },
        locale,
        overrideAccess: false,
      });
      expect(docs[0]?.leaders?.[0]?.post).toBe(post);
    }
  });

  it('corrects one text in public, so that there are two versions to compare', async () => {
    const { docs } = await portal.payload.find({
      collection: 'documents',
      where: { correction: { exists: true } },
      depth: 0,
    });
    expect(docs.map(({ slug }) => slug)).toEqual(['yifeng-2026-elder-care-measures']);
    const { totalDocs } = await portal.payload.countVersions({
      collection: 'documents',
      where: {
        and: [{ parent: { equals: docs[0]?.id } }, { 'version._status': { equals: 'published' } }],
      },
    });
    expect(totalDocs).toBe(2);
  });

  it('records what repealed a document, and when', async () => {
    const { docs } = await portal.payload.find({
      collection: 'documents',
      where: { slug: { equals: 'yifeng-2019-parking-provisions' } },
      depth: 1,
    });
    expect(docs[0]?.change?.status).toBe('none');
    const { docs: acting } = await portal.payload.find({
      collection: 'documents',
      where: { 'relations.document': { equals: docs[0]?.id } },
      depth: 0,
    });
    expect(acting[0]?.slug).toBe('yifeng-2026-parking-measures');
    expect(acting[0]?.relations?.[0]).toMatchObject({ verb: 'replaces' });
  });

  it('lets the demo accounts sign in with the first password and stores none of it', async () => {
    const { token } = await portal.payload.login({
      collection: 'users',
      data: { email: 'editor@demo.example', password: PASSWORD },
    });
    expect(token).toBeTruthy();
    const { docs } = await portal.payload.find({
      collection: 'users',
      pagination: false,
      showHiddenFields: true,
    });
    expect(JSON.stringify(docs)).not.toContain(PASSWORD);
  });

  it('prepares reports of the running year, and brings in what a report of last year counts', async () => {
    const { payload } = portal;
    const { countReport } = await import('../../collections/AnnualReports/compile');
    const { reportStandings } = await import('../../collections/AnnualReports/report-standings');
    const stages = [...(await reportStandings(payload, 2026)).values()].map(({ stage }) => stage);
    expect(stages.sort()).toEqual(['draft', 'draft', 'draft', 'returned', 'submitted']);
    const { docs } = await payload.find({
      collection: 'annual-reports',
      where: { 'agency.slug': { equals: 'market-regulation' } },
      depth: 0,
    });
    const { agency, tables } = docs[0]!;
    const { compiled } = await countReport(payload, {
      agency: agency as number,
      year: 2025,
      layout: '2021',
    });
    expect(tables).toMatchObject({
      applications: compiled.tables.applications,
      litigation: compiled.tables.litigation,
      disclosure: { normative: compiled.tables.disclosure.normative },
    });
  });

  it('takes the sample applications to the states they are to be in', async () => {
    const { docs } = await portal.payload.find({
      collection: 'applications',
      // Those of past years came in with a ledger.
      where: { ledgerKey: { exists: false } },
      pagination: false,
    });
    const states = docs.map(({ status }) => status).sort();
    expect(states).toEqual([
      'answered',
      'archived',
      'confirmed',
      'consulting',
      'delivered',
      'in-progress',
      'in-progress',
      'received',
      'received',
      'supplement-requested',
    ]);
    for (const { idNumber } of docs) expect(idNumber ?? '').not.toMatch(/110101/);
  });

  it('gives the keys to every sample case, and they open it', async () => {
    const { openCase } = await import('../../collections/Applications/applicant-case');
    expect(receipts).toHaveLength(10);
    for (const { receiptNumber, queryCode, status } of receipts) {
      const opened = await openCase(portal.payload, receiptNumber, queryCode);
      expect(opened?.status).toBe(status);
    }
  });

  it('adds nothing when it is run again after being broken off', async () => {
    const { seedDemo } = await import('../../demo/seed');
    await seedDemo(portal.payload, FOLDER, PASSWORD, () => {});
    expect(await countAll()).toEqual(counts);
  });
});

const isReportInPreparation = (text: object): boolean => 'year' in text && text.year === 2026;

async function countAll(): Promise<Record<string, number>> {
  const collections: CollectionSlug[] = [
    'agencies',
    'columns',
    'users',
    'applications',
    ...REVIEWED,
  ];
  const entries = await Promise.all(
    collections.map(async (collection) => {
      const { totalDocs } = await portal.payload.count({ collection });
      return [collection, totalDocs] as const;
    }),
  );
  return Object.fromEntries(entries);
}
