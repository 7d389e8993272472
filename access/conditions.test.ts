import type { FlattenedField } from 'payload';
import { describe, expect, it } from 'vitest';
import { conditionsIn, fieldAt } from './conditions';

const agency = [{ name: 'slug', type: 'text' }] as unknown as FlattenedField[];
const fields = [
  { name: 'title', type: 'text' },
  { name: 'on', type: 'date' },
  { name: 'agency', type: 'relationship', relationTo: 'agencies' },
  { name: 'results', type: 'relationship', relationTo: ['agencies', 'pages'] },
  { name: 'review', type: 'group', flattenedFields: [{ name: 'state', type: 'select' }] },
  {
    name: 'sources',
    type: 'array',
    flattenedFields: [{ name: 'document', type: 'relationship', relationTo: 'agencies' }],
  },
] as unknown as FlattenedField[];

const at = (path: string) => {
  const { kind, isBeyond } = fieldAt(path, fields, () => agency);
  return `${kind}${isBeyond ? ' of another record' : ''}`;
};

describe('the field at a path', () => {
  it.each([
    ['title', 'text'],
    ['on', 'day'],
    ['version.on', 'day'],
    ['review.state', 'text'],
    ['agency', 'record'],
    ['agency.id', 'record'],
    ['agency.slug', 'text of another record'],
    ['agency__slug', 'text of another record'],
    ['version.agency.slug', 'text of another record'],
    ['agency.nothing', 'null of another record'],
    ['sources.document', 'record'],
    ['sources.document.slug', 'text of another record'],
    ['results', 'mixed'],
    ['results.value', 'record'],
    ['results.relationTo', 'text'],
    ['results.value.slug', 'record of another record'],
    ['parent', 'record'],
    ['parent.title', 'record of another record'],
    ['constructor', 'null'],
    ['', 'null'],
  ])('%s is %s', (path, expected) => {
    expect(at(path)).toBe(expected);
  });
});

it('takes a relation of that name for itself, and not for the record of a version', () => {
  const columns = [
    { name: 'parent', type: 'relationship', relationTo: 'columns' },
  ] as unknown as FlattenedField[];
  expect(fieldAt('parent.slug', columns, () => agency)).toEqual({ kind: 'text', isBeyond: true });
});

describe('the parts of a condition', () => {
  it('are found inside and, or, whatever their case', () => {
    const where = {
      or: [{ title: { like: 'a' } }, { AND: [{ on: { exists: 'true' } }] }],
      agency: { equals: 1 },
    };
    expect(conditionsIn(where)?.map(({ path, operator }) => `${path} ${operator}`)).toEqual([
      'title like',
      'on exists',
      'agency equals',
    ]);
  });

  it('are none where there is no condition', () => {
    for (const where of [undefined, null, 'abc', 3, {}, { title: 'x' }, { and: 'x' }]) {
      expect(conditionsIn(where)).toEqual([]);
    }
  });

  it('are not looked at where they are nested without end', () => {
    let where: object = { title: { like: 'a' } };
    for (let i = 0; i < 30; i += 1) where = { and: [where] };
    expect(conditionsIn(where)).toBeNull();
  });
});
