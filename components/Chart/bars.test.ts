import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsOf } from './bars';

const write = (value: number) => String(value);

describe('the bars of a chart', () => {
  it('stand on one scale from zero, whose end is the greatest value', () => {
    const categories = [
      { label: '2025', values: [10, 5] },
      { label: '2024', values: [20, 0] },
    ];
    expect(barsOf(categories, write, { none: '–' })).toEqual([
      [
        { series: 0, share: 0.5, text: '10' },
        { series: 1, share: 0.25, text: '5' },
      ],
      [
        { series: 0, share: 1, text: '20' },
        { series: 1, share: 0, text: '0' },
      ],
    ]);
  });

  it('tell what is not known from zero', () => {
    const [[bar] = []] = barsOf([{ label: '', values: [null] }], write, { most: 1, none: '–' });
    expect(bar).toEqual({ series: 0, share: 0, text: '–' });
  });

  it('never leave the picture, and never vanish where there is something', () => {
    const value = fc.option(fc.integer({ min: 0, max: 1_000_000 }));
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 3 }), { maxLength: 12 }), (values) => {
        const categories = values.map((each) => ({ label: '', values: each }));
        for (const [i, bars] of barsOf(categories, write, { none: '' }).entries()) {
          for (const [j, { share }] of bars.entries()) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
            expect(share > 0).toBe((values[i]?.[j] ?? 0) > 0);
          }
        }
      }),
    );
  });
});
