import { describe, expect, it } from 'vitest';
import { handChangesOf, recompiled, type Said } from './kept';
import { filledForm } from './filled-form.fixture';

const first: Said = { by: 1, byName: '甲', at: '2026-01-05T00:00:00.000Z' };
const second: Said = { by: 2, byName: '乙', at: '2026-01-06T00:00:00.000Z' };
const compiled = { 'topics-kept': 5, 'topics-opened': 1 };

describe('handChangesOf', () => {
  const of = (more: { known?: unknown; given?: unknown; said?: Said; kept?: number }) =>
    handChangesOf({ ...filledForm(), 'topics-kept': more.kept ?? 6 }, compiled, {
      known: more.known,
      given: more.given,
      said: more.said ?? first,
    });
  const given = [{ field: 'topics-kept', why: ' 含已归档专题 ', computed: 99, byName: '别人' }];

  it('keeps both values, who and why, whatever else was sent', () => {
    expect(of({ given })).toEqual([
      { field: 'topics-kept', computed: 5, entered: 6, why: '含已归档专题', ...first },
    ]);
  });

  it('keeps the first name while neither the value nor the reason changes', () => {
    const known = of({ given });
    expect(of({ known, given, said: second })).toEqual(known);
    expect(of({ known, said: second })).toEqual(known);
  });

  it('asks for a new reason when the value is another', () => {
    expect(of({ known: of({ given }), said: second, kept: 7 })).toEqual([
      { field: 'topics-kept', computed: 5, entered: 7, why: '', ...second },
    ]);
  });

  it('drops what agrees again, and takes no nonsense', () => {
    expect(of({ known: of({ given }), kept: 5 })).toEqual([]);
    expect(of({ known: 'x', given: [null, 3, { field: 'topics-kept', why: 7 }] })).toMatchObject([
      { why: '' },
    ]);
  });
});

describe('recompiled', () => {
  it('fills in blanks and what was counted, and leaves what was entered', () => {
    const answers = {
      ...filledForm(),
      'topics-kept': 5,
      'topics-opened': 9,
      'published-news': null,
    };
    const after = { 'topics-kept': 6, 'topics-opened': 2, 'published-news': 4 };
    const result = recompiled(answers, after, compiled);
    expect(result.answers).toMatchObject({
      'topics-kept': 6,
      'topics-opened': 9,
      'published-news': 4,
    });
    expect(result.changed.map(({ field }) => field)).toEqual(['topics-kept', 'published-news']);
  });

  it('takes everything for entered before it was ever counted', () => {
    expect(recompiled(filledForm(), { 'topics-kept': 1 }, null).changed).toEqual([]);
  });
});
