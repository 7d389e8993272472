import { describe, expect, it } from 'vitest';
import { emptyAnswers, parseAnswers } from './answers';
import { filledForm } from './filled-form.fixture';
import { FIELDS, pathOf } from './form';

const parsed = (given: unknown) => parseAnswers(given);

describe('parseAnswers', () => {
  it('has every field of the form, and a blank where nothing was said', () => {
    expect(parsed(null)).toEqual({ ok: true, value: emptyAnswers() });
    expect(parsed({ visits: '', 'site-name': '  ' })).toEqual({ ok: true, value: emptyAnswers() });
    expect(Object.keys(emptyAnswers())).toHaveLength(FIELDS.length);
  });

  it('comes back the same when it went out through JSON', () => {
    expect(parsed(JSON.parse(JSON.stringify(filledForm())))).toEqual({
      ok: true,
      value: filledForm(),
    });
  });

  it.each([
    ['1,469', 1469],
    ['１２３', 123],
    [' 40 ', 40],
  ])('reads the number %s', (given, visits) => {
    expect(parsed({ visits })).toMatchObject({ value: { visits } });
    expect(parsed({ visits: given })).toMatchObject({ value: { visits } });
  });

  it.each([
    ['visits', -1],
    ['visits', 1.5],
    ['visits', '约20'],
    ['visits', Number.NaN],
    ['has-drill', 'yes'],
    ['site-type', 'blog'],
    ['innovations', 'search'],
    ['innovations', ['unknown']],
    ['site-name', 7],
  ])('names the field %s that holds %s', (code, given) => {
    expect(parsed({ [code]: given })).toEqual({ ok: false, problems: [code] });
  });

  it('names a field that the form does not have', () => {
    expect(parsed({ likes: 3 })).toEqual({ ok: false, problems: ['likes'] });
    expect(parsed([1])).toEqual({ ok: false, problems: ['answers'] });
  });
});

it('knows the names that lead to a field', () => {
  expect(pathOf('interpretations-total').map(({ zh }) => zh)).toEqual([
    '解读回应',
    '解读信息发布',
    '总数',
  ]);
  expect(pathOf('visits').map(({ zh }) => zh)).toEqual(['网站总访问量']);
});
