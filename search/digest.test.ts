import { expect, it } from 'vitest';
import { digestOf } from './digest';
import { record } from './engine.samples';

it('is the same for the same record, in whatever order its fields were given', () => {
  const one = record('1', { title: '停车办法', body: '正文' });
  const turned = Object.fromEntries(Object.entries(one).reverse()) as typeof one;
  expect(digestOf(turned)).toBe(digestOf(one));
  expect(digestOf({ ...one })).toMatch(/^[\w-]{22}$/);
});

it('is the same for a field that is left out and one without a value', () => {
  const passage = { text: '正文' };
  expect(digestOf({ ...record('1'), passages: [{ ...passage, anchor: undefined }] })).toBe(
    digestOf({ ...record('1'), passages: [passage] }),
  );
});

it('is another one when a single character of a passage differs, or its place', () => {
  const of = (text: string, anchor?: string) =>
    digestOf({ ...record('1'), passages: [{ text, anchor }] });
  expect(new Set([of('正文'), of('正文。'), of('正文', 'article-1')]).size).toBe(3);
});
