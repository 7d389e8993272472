import { expect, it } from 'vitest';
import type { Document, Interpretation } from '@/payload-types';
import { countItems, isClosed, sectionsOf } from './topic-items';

const document = (id: number) => ({ relationTo: 'documents' as const, value: { id } as Document });
const interpretation = (id: number) => ({
  relationTo: 'interpretations' as const,
  value: { id } as Interpretation,
});
/** What the public gets of a text that is not published: the bare id. */
const hidden = (id: number) => ({ relationTo: 'documents' as const, value: id });

it('shows no text that is not published, and no section that has only such', () => {
  const sections = sectionsOf({
    sections: [
      { title: 'some', items: [document(1), hidden(2)] },
      { title: 'none', items: [hidden(3)] },
      { title: 'empty', items: [] },
    ],
  });
  expect(sections.map(({ title, items }) => [title, items.length])).toEqual([['some', 1]]);
});

it('counts a text once, whatever number of sections it stands in', () => {
  const sections = [
    { title: 'a', items: [document(1), interpretation(1)] },
    { title: 'b', items: [document(1), hidden(2)] },
  ];
  expect(countItems({ sections })).toBe(2);
});

it('is closed from the day of its closing', () => {
  const closedOn = '2023-01-08T12:00:00.000Z';
  expect(isClosed({ closedOn }, '2023-01-07')).toBe(false);
  expect(isClosed({ closedOn }, '2023-01-08')).toBe(true);
  expect(isClosed({}, '2026-11-24')).toBe(false);
});
