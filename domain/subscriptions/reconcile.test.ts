import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconcile, type Books } from './reconcile';

const now = new Date('2026-11-26T12:00:00+08:00');
const books = (more: Partial<Books> = {}): Books => ({
  now,
  serials: [1, 2, 3],
  missing: 0,
  subscriptions: [
    { id: 'a', frequency: 'daily', toldUntil: 3, lastSentAt: '2026-11-26T08:00:10+08:00' },
  ],
  digests: [
    { subscription: 'a', from: 1, until: 2, state: 'sent', count: 2 },
    { subscription: 'a', from: 3, until: 3, state: 'sent', count: 1 },
  ],
  ...more,
});

describe('what was published and what was told', () => {
  it('do not differ when each event was told once', () => {
    expect(reconcile(books())).toMatchObject({
      events: 3,
      alerts: { sent: 3, waiting: 0, failed: 0 },
      behind: [],
      difference: 0,
    });
  });

  it('do not differ when there is nothing at all', () => {
    expect(reconcile(books({ serials: [], subscriptions: [], digests: [] })).difference).toBe(0);
  });

  it('do not differ before the hour of the next digest', () => {
    const serials = [1, 2, 3, 4];
    expect(reconcile(books({ serials })).difference).toBe(0);
    const tomorrow = new Date('2026-11-27T09:00:00+08:00');
    expect(reconcile(books({ serials, now: tomorrow }))).toMatchObject({
      behind: [{ id: 'a', events: 1 }],
      difference: 1,
    });
  });

  it('differ by mails that failed, gaps, and events that nobody wrote down', () => {
    const failed = { subscription: 'b', from: 1, until: 3, state: 'failed', count: 3 } as const;
    const found = reconcile(
      books({ serials: [1, 3], missing: 2, digests: [...books().digests, failed] }),
    );
    expect(found).toMatchObject({ gaps: [2], missing: 2, alerts: { failed: 3 } });
    expect(found.difference).toBe(6);
  });

  it('differ by a mail that a server took and returned', () => {
    const returned = { subscription: 'b', from: 1, until: 3, state: 'bounced', count: 3 } as const;
    const found = reconcile(books({ digests: [...books().digests, returned] }));
    expect(found).toMatchObject({ alerts: { bounced: 3, failed: 0 }, difference: 3 });
  });

  it('differ by a subscription that was told the same twice', () => {
    const again = { subscription: 'a', from: 2, until: 3, state: 'sent', count: 1 } as const;
    expect(reconcile(books({ digests: [...books().digests, again] })).doubled).toEqual(['a']);
  });

  it('differ by a subscription whose mail is further than its note, as after a kill', () => {
    const behind = { id: 'a', frequency: 'daily', toldUntil: 2, lastSentAt: now.toISOString() };
    expect(reconcile(books({ subscriptions: [behind as never] })).ahead).toEqual(['a']);
  });

  it('find every gap wherever it lies', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 80 }), (some) => {
        const serials = some.sort((a, b) => a - b);
        const { gaps } = reconcile(books({ serials, subscriptions: [], digests: [] }));
        const span = serials.length === 0 ? 0 : serials.at(-1)! - serials[0]! + 1;
        expect(gaps.length + serials.length).toBe(span);
      }),
    );
  });
});
