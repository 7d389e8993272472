import type { FlattenedField, Payload } from 'payload';
import { validOperators } from 'payload/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agency, Document } from '../../payload-types';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { paragraph } from './harness/people';
import { graphql, peopleAround, rest } from './harness/secrets';
import { openOffice } from './harness/office';

/** What can be found out, and broken, by the conditions of a question to the interfaces. */
let portal: Portal;
let payload: Payload;
let agency: Agency;
let tokens: Record<string, string | null>;
let hidden: Document;

const TITLE = '尚未公布的征地方案';

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  // Hundreds of refusals, each with its stack.
  payload.logger.level = 'silent';
  const office = await openOffice(payload);
  ({ tokens } = await peopleAround(payload, office));
  agency = office.agency;
  hidden = await payload.create({
    collection: 'documents',
    draft: true,
    data: {
      title: TITLE,
      kind: 'notice',
      agency: agency.id as number,
      body: paragraph('征地范围为甲村。'),
      _status: 'draft',
    } as never,
    context: { ...OUTSIDE_WEB },
  });
  await payload.db.create({
    collection: 'consultations',
    data: {
      title: '公开的意见征集',
      slug: 'open-draft',
      kind: 'normative',
      agency: agency.id,
      replaces: hidden.id,
      opensAt: '2026-01-01T00:00:00.000Z',
      closesAt: '2027-01-01T00:00:00.000Z',
      _status: 'published',
    },
  });
  const { docs } = await payload.db.find({ collection: 'consultations' });
  await payload.db.createVersion({
    collectionSlug: 'consultations',
    parent: docs[0]!.id,
    versionData: docs[0] as never,
    autosave: false,
    createdAt: new Date().toISOString(),
    updatedAt: new Date().toISOString(),
  });
});
afterAll(() => portal.close());

const found = async (address: string, who = 'nobody') => {
  const response = await rest(payload, address, { token: tokens[who] });
  const { totalDocs } = (await response.json()) as { totalDocs?: number };
  return response.status === 200 ? totalDocs : response.status;
};

describe('a hidden text to which a public one points', () => {
  test('is not read out by conditions on it, by a stranger or an editor of another office', async () => {
    for (const who of ['nobody', 'otherOfficer']) {
      for (const draft of ['', '&draft=true']) {
        for (const [part, value] of [
          ['title', TITLE.slice(0, 4)],
          ['body', '征地范围'],
        ]) {
          const asked = `/consultations?limit=1${draft}&where[replaces.${part}][like]=`;
          const right = await found(`${asked}${encodeURIComponent(value!)}`, who);
          const wrong = await found(`${asked}${encodeURIComponent('没有这回事')}`, who);
          expect([who, draft, part, right]).toEqual([who, draft, part, wrong]);
        }
      }
    }
  });

  test('is not read out by conditions inside an operand, or by versions', async () => {
    const inside = `where[documents][contains][title][like]=${encodeURIComponent(TITLE)}`;
    for (const draft of ['', 'draft=true&']) {
      for (const who of ['nobody', 'editor']) {
        expect(await found(`/interpretations?${draft}${inside}`, who)).toBe(400);
        const joined = `/documents?${draft}joins[interpretations][${inside.replace('where[documents]', 'where][documents]')}`;
        expect(await found(joined, who)).toBe(400);
      }
    }
    expect(await found('/interpretations?sort=documents.title')).toBe(400);
    expect(await found('/documents?joins[interpretations][sort]=agency.name')).toBe(400);
    // Versions are asked by another way of Payload’s, which keeps the other record’s read rule.
    const versions = (value: string) =>
      found(
        `/consultations/versions?where[version.replaces.title][like]=${encodeURIComponent(value)}`,
        'otherOfficer',
      );
    expect(await versions(TITLE)).toBe(await versions('没有这回事'));
  });

  test('is still found by those who may read it, by which record it is', async () => {
    const asked = `/consultations?draft=true&where[replaces][equals]=${hidden.id}`;
    expect(await found(asked, 'editor')).toBe(1);
    expect(await found(asked.replace('replaces]', 'replaces.id]'), 'editor')).toBe(1);
  });

  test('leaves GraphQL the conditions on its own days', async () => {
    const query = `{ Documents(limit: 1, where: { publishedOn: { greater_than: "2026-01-01T00:00:00.000Z" } }) { totalDocs } }`;
    const response = await graphql(payload, query, { token: tokens.editor });
    expect(await response.json()).toMatchObject({ data: { Documents: {} } });
  });

  test('is not read out by GraphQL', async () => {
    const ask = async (value: string) => {
      const query = `{ Consultations(draft: true, where: { replaces__title: { like: "${value}" } }) { totalDocs } }`;
      const response = await graphql(payload, query, { token: tokens.otherOfficer });
      return JSON.stringify(await response.json());
    };
    expect(await ask(TITLE)).toBe(await ask('没有这回事'));
  });
});

describe('a stranger who asks for drafts', () => {
  test('is answered as without', async () => {
    expect(await found('/documents?draft=true')).toBe(await found('/documents'));
  });
});

const OPERATORS = [...validOperators, 'nonsense'];
const OPERANDS = ['a', '1', '%00'];

describe('a condition that makes no sense', () => {
  test('is answered without a fault, whatever the collection, field, operator and value', async () => {
    const faults = new Set<string>();
    const seen = new Set<string>();
    for (const { config } of Object.values(payload.collections)) {
      // Payload's own, which nobody asks but the admin.
      if (config.slug.startsWith('payload-')) continue;
      for (const field of config.flattenedFields) {
        // One field of each sort is enough: the database makes the same of all.
        const sort = sortOf(field);
        if (seen.has(sort)) continue;
        seen.add(sort);
        for (const operator of OPERATORS) {
          for (const operand of OPERANDS) {
            const address = `/${config.slug}?limit=1&depth=0&where[${field.name}][${operator}]=${operand}`;
            const { status } = await rest(payload, address, { token: tokens.administrator });
            if (status >= 500) faults.add(`${sort} ${operator}`);
          }
        }
      }
    }
    expect(seen.size).toBeGreaterThan(10);
    expect([...faults]).toEqual([]);
  }, 120_000);
});

const sortOf = (field: FlattenedField): string =>
  [
    field.type,
    'hasMany' in field && field.hasMany ? 'many' : '',
    'relationTo' in field && Array.isArray(field.relationTo) ? 'mixed' : '',
    'localized' in field && field.localized ? 'localized' : '',
    field.name === 'id' ? 'id' : '',
  ].join(' ');
