import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { letterKinds } from './kinds';
import { templates } from './letters.fixture';
import { placeholders } from './placeholders';

type Table = Record<string, string>;

const words = (locale: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../messages/${locale}/letters.json`, import.meta.url), 'utf8'),
  ) as Record<'placeholders' | 'elements' | 'findings' | 'application' | 'help', Table>;

const places = Object.keys(placeholders);

describe.each(['zh-CN', 'en'])('the words about letters in %s', (locale) => {
  const all = words(locale);

  it('say what each place stands for, and name each element that a letter can lack', () => {
    expect(Object.keys(all.placeholders).sort()).toEqual([...places].sort());
    expect(Object.keys(all.elements).sort()).toEqual(
      [...places, 'reviewBody', 'onlineReview'].sort(),
    );
  });

  it('say something for every finding that the rules make', () => {
    const source = readFileSync(new URL('./template.ts', import.meta.url), 'utf8');
    const keys = [...source.matchAll(/find\(\s*'(\w+)'/g)].map((match) => match[1] as string);
    expect(Object.keys(all.findings).sort()).toEqual(keys.sort());
  });

  it('are the same in both languages', () => {
    const paths = (tables: object) =>
      Object.entries(tables).flatMap(([name, table]) =>
        Object.keys(table as Table).map((key) => `${name}.${key}`),
      );
    expect(paths(all).sort()).toEqual(paths(words('zh-CN')).sort());
  });
});

it('there is a template for every kind of letter, and no other', () => {
  expect(Object.keys(templates).sort()).toEqual([...letterKinds].sort());
});
