import { describe, expect, it } from 'vitest';
import { hasOutcome, outcomeProblems, type OutcomeFacts } from './outcome';

const complete: OutcomeFacts = {
  outcome: {
    summary: '收到意见12条。',
    otherWays: 2,
    points: [
      { opinion: '延长申请期限', decision: 'taken-up' },
      { opinion: '取消年龄限制', decision: 'not', reason: '上位法有明确规定。' },
    ],
  },
  closesAt: '2026-11-01T09:00:00.000Z',
  now: '2026-11-20T00:00:00.000Z',
  received: 10,
  waiting: 0,
};

const codes = (facts: Partial<OutcomeFacts>) =>
  outcomeProblems({ ...complete, ...facts }).map(({ code }) => code);

describe('an outcome', () => {
  it('is complete when it says how many, what was said, what was taken up and why the rest not', () => {
    expect(outcomeProblems(complete)).toEqual([]);
  });

  it('names the point that was not taken up and has no reason', () => {
    const points = [
      { opinion: '延长申请期限', decision: 'taken-up' as const },
      { opinion: '取消年龄限制', decision: 'partly' as const, reason: '  ' },
    ];
    expect(outcomeProblems({ ...complete, outcome: { ...complete.outcome, points } })).toEqual([
      { code: 'reason', path: 'outcome.points.1.reason', point: 2 },
    ]);
  });

  it('is not written while people may still comment, nor over comments that nobody has read', () => {
    expect(codes({ now: '2026-10-30T00:00:00.000Z' })).toEqual(['stillOpen']);
    expect(codes({ waiting: 3 })).toEqual(['waiting']);
  });

  it('needs points only where somebody said something', () => {
    const outcome = { summary: '征集期间没有收到意见。', otherWays: 0, points: [] };
    expect(codes({ outcome, received: 0 })).toEqual([]);
    expect(codes({ outcome, received: 1 })).toEqual(['points']);
  });

  it('says what is missing of an empty one', () => {
    expect(codes({ outcome: {} })).toEqual(['summary', 'otherWays', 'points']);
    expect(hasOutcome({})).toBe(false);
    expect(hasOutcome({ summary: ' ' })).toBe(false);
  });
});
