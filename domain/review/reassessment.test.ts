import { expect, test } from 'vitest';
import { lastLookedAt, latestReassessment, reassessmentFinding } from './reassessment';

const item = { decidedOn: '2026-03-01', assessments: [] };

test('a withheld item comes back a year after its decision at the latest', () => {
  expect(latestReassessment('2026-03-01')).toBe('2027-03-01');
  expect(latestReassessment('2024-02-29')).toBe('2025-02-28');
  expect(reassessmentFinding({ ...item, reassessOn: '2027-03-01' })).toBeNull();
  expect(reassessmentFinding({ ...item, reassessOn: '2027-03-02' })).toBe('reassessTooLate');
});

test('an assessment counts from its own day', () => {
  const assessed = { ...item, assessments: [{ on: '2027-02-01', outcome: 'keep' as const }] };
  expect(lastLookedAt(assessed)).toBe('2027-02-01');
  expect(reassessmentFinding({ ...assessed, reassessOn: '2028-02-01' })).toBeNull();
});

test('an assessment before the decision is a mistake', () => {
  const assessments = [{ on: '2026-02-28', outcome: 'keep' as const }];
  expect(reassessmentFinding({ ...item, assessments })).toBe('assessedBeforeDecision');
});
