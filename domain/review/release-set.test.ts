import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planRelease, type Candidate } from './release-set';

const text = (key: string, rest: Partial<Candidate> = {}): Candidate => ({
  kind: key.startsWith('d') ? 'document' : 'interpretation',
  key,
  title: `《${key}》`,
  isPublic: false,
  isApproved: true,
  ...rest,
});
const keys = (found: readonly Candidate[]) => found.map(({ key }) => key);

describe('a set', () => {
  test('is a document with every unpublished interpretation of it', () => {
    const all = [text('d1'), text('i1', { explains: ['d1'] }), text('i2', { explains: ['d1'] })];
    expect(keys(planRelease('d1', all).others)).toEqual(['i1', 'i2']);
    expect(keys(planRelease('i1', all).others)).toEqual(['i2', 'd1']);
  });

  test('reaches over an interpretation of two documents to the other document', () => {
    const all = [text('d1'), text('d2'), text('i1', { explains: ['d1', 'd2'] })];
    expect(keys(planRelease('d1', all).others)).toEqual(['i1', 'd2']);
  });

  test('leaves out what is public, what goes separately, and what explains others', () => {
    const all = [
      text('d1'),
      text('d2', { isPublic: true }),
      text('i1', { explains: ['d1'], isPublic: true }),
      text('i2', { explains: ['d1'], goesSeparately: true, isApproved: false }),
      text('i3', { explains: ['d2'], isApproved: false }),
    ];
    expect(planRelease('d1', all)).toEqual({ others: [], refusal: null });
  });

  test('is the asked text alone where that is public already', () => {
    const all = [
      text('d1', { isPublic: true }),
      text('i1', { explains: ['d1'], isApproved: false }),
    ];
    expect(planRelease('d1', all)).toEqual({ others: [], refusal: null });
  });
});

describe('a set is refused', () => {
  test('with the names of the interpretations that are not approved', () => {
    const all = [text('d1'), text('i1', { explains: ['d1'], isApproved: false })];
    expect(planRelease('d1', all).refusal).toEqual({ reason: 'setNotReady', titles: ['《i1》'] });
  });

  test('with the document’s name when an interpretation would go before it', () => {
    const all = [text('d1', { isApproved: false }), text('i1', { explains: ['d1'] })];
    expect(planRelease('i1', all).refusal).toEqual({
      reason: 'documentNotReady',
      titles: ['《d1》'],
    });
  });

  test('without a person while one of it is set for later; a person may go ahead', () => {
    const releaseAt = '2026-03-02T02:00:00.000Z';
    const all = [text('d1'), text('i1', { explains: ['d1'], releaseAt })];
    expect(
      planRelease('d1', all, { scheduledAt: '2026-03-02T01:00:00.000Z' }).refusal?.reason,
    ).toBe('setScheduledLater');
    expect(planRelease('d1', all, { scheduledAt: releaseAt }).refusal).toBeNull();
    expect(planRelease('d1', all).refusal).toBeNull();
  });
});

describe('between two agencies', () => {
  const document = text('d1', { agency: 'finance' });

  test('an interpretation that is not approved does not hold the document up', () => {
    const other = text('i1', { explains: ['d1'], agency: 'health', isApproved: false });
    expect(planRelease('d1', [document, other])).toEqual({ others: [], refusal: null });
    const own = { ...other, agency: 'finance' };
    expect(planRelease('d1', [document, own]).refusal?.reason).toBe('setNotReady');
  });

  test('an interpretation takes the document out by a leader’s hand only', () => {
    const all = [document, text('i1', { explains: ['d1'], agency: 'health' })];
    expect(planRelease('i1', all).refusal).toEqual({ reason: 'setOfOthers', titles: ['《d1》'] });
    expect(planRelease('i1', all, { isLeader: true }).refusal).toBeNull();
    expect(planRelease('d1', all).refusal).toBeNull();
  });
});

test('whichever text of a set is asked for, the same texts go out and the same answer is given', () => {
  const graph = fc.record({
    documents: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
    interpretations: fc.array(
      fc.record({ explains: fc.array(fc.nat(3), { maxLength: 3 }), isApproved: fc.boolean() }),
      { maxLength: 5 },
    ),
  });
  fc.assert(
    fc.property(graph, ({ documents, interpretations }) => {
      const all = [
        ...documents.map((isApproved, i) => text(`d${i}`, { isApproved })),
        ...interpretations.map(({ explains, isApproved }, i) =>
          text(`i${i}`, { isApproved, explains: explains.map((one) => `d${one}`) }),
        ),
      ];
      const first = planRelease('d0', all);
      const set = ['d0', ...keys(first.others)].sort();
      for (const key of set) {
        const plan = planRelease(key, all);
        expect([key, ...keys(plan.others)].sort()).toEqual(set);
      }
    }),
  );
});
