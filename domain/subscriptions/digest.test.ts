import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PUBLICATION_CHANGES, type PublicationChange } from './codes';
import { concerns, digestOf, grouped, type Told } from './digest';

const event = (
  serial: number,
  record: string,
  change: PublicationChange,
  ...tags: string[]
): Told => ({ serial, record, change, tags: new Set(tags) });

const finance = { subject: 'agency', target: 'finance' } as const;

describe('an event', () => {
  it('concerns who follows what it bears, and who follows everything', () => {
    const one = event(1, 'documents:1', 'published', 'agency:finance', 'document:a');
    expect(concerns(finance, one)).toBe(true);
    expect(concerns({ subject: 'all', target: '' }, one)).toBe(true);
    expect(concerns({ subject: 'theme', target: 'finance' }, one)).toBe(false);
    expect(concerns({ subject: 'document', target: 'b' }, one)).toBe(false);
  });
});

describe('a digest', () => {
  it('tells of what concerns the subscription and of nothing else', () => {
    const events = [
      event(1, 'documents:1', 'published', 'agency:finance'),
      event(2, 'documents:2', 'published', 'agency:health'),
    ];
    expect(digestOf(finance, events).map(({ serial }) => serial)).toEqual([1]);
  });

  it('tells of a text that came and went only that it was withdrawn', () => {
    const events = [
      event(1, 'documents:1', 'published', 'agency:finance'),
      event(2, 'documents:1', 'corrected', 'agency:finance'),
      event(3, 'documents:1', 'withdrawn', 'agency:finance'),
    ];
    expect(digestOf(finance, events).map(({ change }) => change)).toEqual(['withdrawn']);
    const again = [...events, event(4, 'documents:1', 'published', 'agency:finance')];
    expect(digestOf(finance, again).map(({ serial }) => serial)).toEqual([4]);
  });

  it('tells of two corrections of a text as one, the last', () => {
    const events = [3, 5].map((serial) =>
      event(serial, 'documents:1', 'corrected', 'agency:finance'),
    );
    expect(digestOf(finance, events).map(({ serial }) => serial)).toEqual([5]);
  });

  it('loses nothing when it groups: shown and left out are all', () => {
    const items = fc.array(
      fc.record({
        serial: fc.nat(),
        change: fc.constantFrom(...PUBLICATION_CHANGES.map(({ code }) => code)),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 40 }), (all, most) => {
        const { groups, left } = grouped(all, most);
        const shown = groups.flatMap((group) => group.items);
        expect(shown.length).toBeLessThanOrEqual(most);
        expect(shown.length + left).toBe(all.length);
        for (const { change, items: own } of groups) {
          expect(own.every((item) => item.change === change)).toBe(true);
        }
      }),
    );
  });
});
