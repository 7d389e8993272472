import { describe, expect, it } from 'vitest';
import type { Answers } from './answers';
import { checkForm, SUMS } from './check';
import { filledForm } from './filled-form.fixture';
import { FIELDS } from './form';

const context = { year: 2025, publishedOn: '2026-01-20' };
const check = (changes: Partial<Answers>, more: Partial<Parameters<typeof checkForm>[1]> = {}) =>
  checkForm({ ...filledForm(), ...changes } as Answers, { ...context, ...more }).map(
    ({ key, severity }) => `${severity} ${key}`,
  );

describe('checkForm', () => {
  it('finds nothing in a form that is filled in and adds up', () => {
    expect(check({})).toEqual([]);
  });

  it.each(
    Object.entries(SUMS).flatMap(([total, parts]) => [total, ...parts].map((c) => [c, total])),
  )('finds that the sum no longer holds when %s is one more', (code, total) => {
    const changed = { [code as string]: (filledForm()[code as string] as number) + 1 };
    expect(check(changed)).toEqual([expect.stringContaining(`hard sum:${total}`)]);
  });

  it('says both numbers of a sum that does not hold', () => {
    const [first] = checkForm({ ...filledForm(), 'cases-total': 9001 }, context);
    expect(first).toMatchObject({ rule: 'sum', left: 9001, right: 9000 });
  });

  it('leaves a sum over a blank open, unless what is known is more already', () => {
    expect(check({ 'cases-legal': null })).toEqual(['soft blank:services']);
    expect(check({ 'cases-legal': null, 'cases-natural': 9001 })).toEqual([
      'hard sum:cases-total:cases-natural',
      'soft blank:services',
    ]);
  });

  it.each([
    [{ 'security-fixed': 8 }, 'hard at-most:security-fixed:security-problems'],
    [{ 'online-services': 1470 }, 'hard at-most:online-services:services'],
    [{ 'interview-answers': 41 }, 'hard at-most:interview-answers:interview-questions'],
    [{ visitors: 186401 }, 'hard at-most:visitors:visits'],
    [{ 'messages-closed': 121 }, 'soft at-most:messages-closed:messages-received'],
    [{ 'messages-published': 121 }, 'soft at-most:messages-published:messages-received'],
    [{ 'consultations-reported': 6 }, 'soft at-most:consultations-reported:consultations'],
    [{ 'topics-opened': 7 }, 'soft at-most:topics-opened:topics-kept'],
  ])('finds more where there can be no more: %j', (changes, finding) => {
    expect(check(changes)).toEqual([finding]);
  });

  it('lets no figures stand under media that a site does not have', () => {
    expect(check({ 'has-new-media': false })).toEqual([
      'hard nothing-but:has-new-media:weibo-name',
    ]);
    const none = { 'weibo-name': null, 'weibo-posts': null, 'weibo-followers': null };
    expect(check({ 'has-new-media': false, ...none })).toEqual([]);
    expect(check(none)).toEqual(['soft none-named:has-new-media']);
  });

  it('asks why it comes after 31 January', () => {
    expect(check({}, { publishedOn: '2026-01-31' })).toEqual([]);
    expect(check({}, { publishedOn: '2026-02-01' })).toEqual(['soft late']);
  });

  it('asks why something else stands there than what was counted', () => {
    const compiled = {
      'topics-kept': 5,
      innovations: ['accessible', 'languages'],
      responses: null,
    };
    expect(check({}, { compiled })).toEqual(['hard hand-change:topics-kept']);
    expect(check({}, { compiled, explained: ['topics-kept'] })).toEqual([]);
  });

  it('names once for a section what is not filled in', () => {
    const blanks = checkForm({}, context).filter(({ rule }) => rule === 'blank');
    expect(blanks).toHaveLength(8);
    const asked = blanks.flatMap(({ fields }) => fields);
    expect(asked).toEqual(FIELDS.filter(({ optional }) => !optional).map(({ code }) => code));
  });
});
