import type { FlattenedField } from 'payload';
import { describe, expect, test } from 'vitest';
import { isDayShaped, isEditorState, isIdShaped, misshapen } from './misshapen';

const fields = [
  { name: 'title', type: 'text' },
  { name: 'tags', type: 'text', hasMany: true },
  { name: 'count', type: 'number' },
  { name: 'isHeld', type: 'checkbox' },
  { name: 'on', type: 'date' },
  { name: 'kind', type: 'select', options: [] },
  { name: 'agency', type: 'relationship', relationTo: 'agencies' },
  { name: 'items', type: 'relationship', relationTo: ['a', 'b'], hasMany: true },
  { name: 'any', type: 'json' },
  { name: 'fee', type: 'group', flattenedFields: [{ name: 'yuan', type: 'number' }] },
  { name: 'rows', type: 'array', flattenedFields: [{ name: 'label', type: 'text' }] },
  { name: 'panel', type: 'ui' },
  { name: 'createdAt', type: 'date' },
] as unknown as FlattenedField[];

const wrong = (data: Record<string, unknown>, idType: 'number' | 'text' = 'number') =>
  misshapen(fields, data, idType).map(({ path, expected }) => `${path}: ${expected}`);

describe('a body', () => {
  test('that every field can hold has nothing wrong, and neither has what is left empty', () => {
    const data = {
      title: '2025年部门决算',
      tags: ['甲'],
      count: 0,
      isHeld: false,
      on: '2026-03-02',
      kind: 'a',
      agency: 3,
      items: [{ relationTo: 'a', value: 1 }],
      any: { x: [1] },
      fee: { yuan: 1.5 },
      rows: [{ label: '甲' }],
      unknown: [[]],
    };
    expect(wrong(data)).toEqual([]);
    const empty = Object.fromEntries(fields.map((field) => ['name' in field && field.name, null]));
    expect(wrong({ ...empty, fee: {}, createdAt: undefined })).toEqual([]);
    expect(wrong({ rows: 0 })).toEqual([]);
    expect(wrong({ agency: { id: 3, name: '县财政局' }, on: '2026-03-02T12:00:00.000Z' })).toEqual(
      [],
    );
  });

  test.each([
    [{ title: 1 }, 'title: text'],
    [{ title: ['a'] }, 'title: text'],
    [{ title: 'a\0b' }, 'title: text'],
    [{ tags: 'a' }, 'tags: list'],
    [{ tags: [1] }, 'tags: text'],
    [{ count: '1' }, 'count: number'],
    [{ count: Infinity }, 'count: number'],
    [{ isHeld: 'true' }, 'isHeld: yesOrNo'],
    [{ on: 'x' }, 'on: day'],
    [{ on: '' }, 'on: day'],
    [{ on: '2026-13-45' }, 'on: day'],
    [{ on: 1772409600000 }, 'on: day'],
    [{ kind: {} }, 'kind: text'],
    [{ agency: [2] }, 'agency: record'],
    [{ agency: {} }, 'agency: record'],
    [{ agency: 'x' }, 'agency: record'],
    [{ agency: 1.5 }, 'agency: record'],
    [{ agency: -1 }, 'agency: record'],
    [{ agency: 1e21 }, 'agency: record'],
    [{ fee: null }, 'fee: group'],
    [{ fee: 'x' }, 'fee: group'],
    [{ fee: { yuan: 'x' } }, 'fee.yuan: number'],
    [{ createdAt: null }, 'createdAt: day'],
    [{ rows: {} }, 'rows: list'],
    [{ rows: [1] }, 'rows.0: group'],
    [{ rows: [{ label: 1 }] }, 'rows.0.label: text'],
  ])('%j is told by its field and what it should be', (data, told) => {
    expect(wrong(data)).toEqual([told]);
  });
});

test('an id is a number or a text, as the database has them', () => {
  for (const id of [1, '1', 999_999_999]) expect(isIdShaped(id, 'number')).toBe(true);
  for (const id of [0, -1, 1.5, NaN, 1e21, 'x', '', '01', null, [1]]) {
    expect(isIdShaped(id, 'number')).toBe(false);
  }
  expect(isIdShaped('65f1c0ffee65f1c0ffee65f1', 'text')).toBe(true);
  for (const id of ['65f1', 1, {}, 'zzf1c0ffee65f1c0ffee65f1']) {
    expect(isIdShaped(id, 'text')).toBe(false);
  }
});

test('a day is one that exists, with or without a time', () => {
  expect(isDayShaped('2026-03-02')).toBe(true);
  for (const text of ['', 'x', '2026-3-2', '2026-02-99', '2026-02-31', 20260302]) {
    expect(isDayShaped(text)).toBe(false);
  }
});

describe('a rich text', () => {
  const nested = (depth: number): unknown =>
    JSON.parse(
      `{"root":${'{"children":['.repeat(depth)}{"type":"text"}${']}'.repeat(depth)}}`,
    ) as unknown;

  test('is a tree of nodes, as deep as people write', () => {
    expect(isEditorState({})).toBe(true);
    expect(isEditorState(nested(20))).toBe(true);
  });

  test.each([
    ['a text', 'x'],
    ['without a root that holds anything', { root: null }],
    ['with children that are no list', { root: { children: 'abc' } }],
    ['with a node that is none', { root: { children: [null] } }],
    ['deeper than any reader follows', nested(5000)],
  ])('%s is none', (_, value) => {
    expect(isEditorState(value)).toBe(false);
  });
});
