import { describe, expect, it } from 'vitest';
import { differenceOf, HIDDEN } from './difference';

const rules = { ignored: new Set(['updatedAt']), hidden: (field: string) => field === 'password' };

describe('what the audit log keeps of a change', () => {
  it('is the fields that differ, as they were and as they are', () => {
    const before = { title: '甲', number: '1号', updatedAt: 'a' };
    const after = { title: '乙', number: '1号', updatedAt: 'b' };
    expect(differenceOf(before, after, rules)).toEqual({
      before: { title: '甲' },
      after: { title: '乙' },
    });
  });

  it('is nothing where a field is only written in another form', () => {
    const before = { tags: [], note: null, group: { a: '' }, order: { x: 1, y: 2 } };
    const after = { tags: undefined, note: '', group: {}, order: { y: 2, x: 1 } };
    expect(differenceOf(before, after, rules)).toEqual({ before: {}, after: {} });
  });

  it('never holds a secret, only that it changed', () => {
    const { before, after } = differenceOf({ password: 'old' }, { password: 'new' }, rules);
    expect([before, after]).toEqual([{ password: HIDDEN }, { password: HIDDEN }]);
  });

  it('shortens what is long and says how long it was', () => {
    const { after } = differenceOf(null, { body: '字'.repeat(1000) }, rules);
    expect(String(after.body)).toMatch(/^字{300}… \(1000\)$/u);
  });

  it('keeps of a populated relation its id', () => {
    const agency = { id: 3, name: '县政府', createdAt: '2026-01-01' };
    expect(differenceOf(null, { agency }, rules).after).toEqual({ agency: 3 });
  });
});
