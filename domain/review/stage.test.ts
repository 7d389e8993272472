import { describe, expect, test } from 'vitest';
import { newReview, recordPublication, recordWithdrawal, type Review } from './review';
import { isBesidePublic, stage } from './stage';

const leader = { id: 'c', name: '王五', roles: ['leader'] };
const at = '2026-03-02T02:00:00.000Z';
const inState = (state: Review['state']): Review => ({ ...newReview('a', 'x'), state });
const public1 = recordPublication(inState('approved'), leader, at);

describe('a draft', () => {
  test.each(['draft', 'submitted', 'reviewed', 'approved', 'returned'] as const)(
    'that is %s is called so',
    (state) => expect(stage({ review: inState(state), status: 'draft' })).toBe(state),
  );

  test('with an hour of release is scheduled once it is approved, not before', () => {
    const releaseAt = '2026-04-01T00:00:00.000Z';
    expect(stage({ review: inState('approved'), status: 'draft', releaseAt })).toBe('scheduled');
    expect(stage({ review: inState('reviewed'), status: 'draft', releaseAt })).toBe('reviewed');
  });

  test('beside a public version is told from one that was never public', () => {
    const draft = { ...public1, state: 'draft' as const };
    expect(isBesidePublic({ review: draft, status: 'draft' })).toBe(true);
    expect(isBesidePublic({ review: inState('draft'), status: 'draft' })).toBe(false);
    const taken = recordWithdrawal(public1, leader, at, '有误');
    expect(isBesidePublic({ review: taken, status: 'draft' })).toBe(false);
  });
});

describe('a public text', () => {
  const base = { review: public1, status: 'published' as const };
  test('is named by what became of it, a repeal before a correction', () => {
    expect(stage(base)).toBe('published');
    expect(stage({ ...base, validity: 'in-force', correction: '改标题' })).toBe('corrected');
    expect(stage({ ...base, validity: 'repealed', correction: '改标题' })).toBe('repealed');
    expect(stage({ ...base, validity: 'lapsed' })).toBe('lapsed');
    expect(stage({ ...base, validity: 'amended' })).toBe('amended');
    expect(stage({ ...base, validity: 'not-yet', correction: ' ' })).toBe('published');
  });
});

test('a withdrawn text stays so while it is mended, until it is submitted again', () => {
  const taken = recordWithdrawal(public1, leader, at, '有误');
  expect(stage({ review: taken, status: 'draft' })).toBe('withdrawn');
  expect(stage({ review: { ...taken, state: 'draft' }, status: 'draft' })).toBe('withdrawn');
  expect(stage({ review: { ...taken, state: 'submitted' }, status: 'draft' })).toBe('submitted');
});
