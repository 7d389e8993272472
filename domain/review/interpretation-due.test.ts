import { expect, test } from 'vitest';
import { lacksInterpretation, type Explained } from './interpretation-due';

const ours: Explained = { kind: 'normative', agencyKind: 'department', interpretations: 0 };

test('a normative document or plan of our own without an interpretation is flagged', () => {
  expect(lacksInterpretation(ours)).toBe(true);
  expect(lacksInterpretation({ ...ours, kind: 'plan', agencyKind: 'government' })).toBe(true);
});

test.each<[string, Partial<Explained>]>([
  ['it has one, a draft included', { interpretations: 1 }],
  ['a reason stands why it needs none', { waiver: '内容简单明了' }],
  ['it is of another kind', { kind: 'notice' }],
  ['it was taken over from another site', { isImported: true }],
  ['another authority made it', { agencyKind: 'external' }],
  ['no agency of ours is named', { agencyKind: null }],
])('a document is not flagged where %s', (_, rest) => {
  expect(lacksInterpretation({ ...ours, ...rest })).toBe(false);
});

test('a blank reason is no reason', () => {
  expect(lacksInterpretation({ ...ours, waiver: '  ' })).toBe(true);
});
