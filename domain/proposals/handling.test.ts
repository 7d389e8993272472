import { describe, expect, it } from 'vitest';
import { daysTaken, proposalKey, replyGaps } from './handling';

const session = '县十七届人大四次会议';

describe('a proposal', () => {
  it('is the same under any writing of its number and session', () => {
    const key = proposalKey({ session, proposerKind: 'deputy', number: '12' });
    for (const number of ['第12号', '012', ' １２ ', '第 12 号'])
      expect(proposalKey({ session: `${session} `, proposerKind: 'deputy', number })).toBe(key);
  });

  it('is another one in another session, of another kind and with another number', () => {
    const key = proposalKey({ session, proposerKind: 'deputy', number: '12' });
    for (const other of [
      { session: '县十七届人大五次会议', proposerKind: 'deputy', number: '12' },
      { session, proposerKind: 'member', number: '12' },
      { session, proposerKind: 'deputy', number: '120' },
      { session, proposerKind: 'deputy', number: '12-1' },
    ])
      expect(proposalKey(other)).not.toBe(key);
  });

  it('took the days from when it was handed over to its reply', () => {
    expect(daysTaken('2026-02-27', '2026-03-01')).toBe(2);
    expect(daysTaken('2026-03-01', '2026-03-01')).toBe(0);
    expect(daysTaken(null, '2026-03-01')).toBeNull();
    expect(daysTaken('2026-03-02', '2026-03-01')).toBeNull();
  });

  it('may wait for its reply, but has its text, day and result together', () => {
    expect(replyGaps({ hasReply: false })).toEqual([]);
    expect(replyGaps({ hasReply: true })).toEqual(['repliedOn', 'result']);
    expect(replyGaps({ hasReply: false, result: 'a' })).toEqual(['reply', 'repliedOn']);
    expect(
      replyGaps({ hasReply: true, result: 'a', receivedOn: '2026-03-02', repliedOn: '2026-03-01' }),
    ).toEqual(['tooEarly']);
  });
});
