import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidDayError } from '../workdays/days';
import { isSpent, pendingChanges, validityOn, type Standing } from './validity';

const lines = readFileSync(new URL('./cases/validity.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'));

const dayIn = (offset: number) =>
  new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10);
const someDay = fc.integer({ min: 0, max: 60 }).map(dayIn);
const standing: fc.Arbitrary<Standing> = fc.record({
  effectiveOn: fc.option(someDay),
  lapsesOn: fc.option(someDay),
  change: fc.option(
    fc.record({
      status: fc.constantFrom('none' as const, 'amended' as const, 'repealed' as const),
      on: fc.option(someDay),
    }),
  ),
});

describe('validityOn', () => {
  for (const line of lines) {
    it(`holds for ${line}`, () => {
      const [day, effective, lapses, change, validity, pending] = line
        .split('|')
        .map((part) => part.trim().replace(/^-$/, '')) as [
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      const [status = '', on = null] = change.split(' ');
      const recorded = {
        effectiveOn: effective || null,
        lapsesOn: lapses || null,
        change: status ? { status: status as 'amended', on } : null,
      };
      expect(validityOn(day, recorded)).toBe(validity);
      expect(
        pendingChanges(day, recorded)
          .map((next) => `${next.to} ${next.on}`)
          .join(', '),
      ).toBe(pending);
    });
  }

  it('refuses what is no day', () => {
    expect(() => validityOn('2020-02-30', {})).toThrow(InvalidDayError);
    expect(() => validityOn('2020-02-01', { lapsesOn: '1 March' })).toThrow(InvalidDayError);
  });

  it('never brings a spent document back to life', () => {
    fc.assert(
      fc.property(standing, fc.integer({ min: 0, max: 60 }), (recorded, offset) => {
        if (isSpent(validityOn(dayIn(offset), recorded))) {
          expect(isSpent(validityOn(dayIn(offset + 1), recorded))).toBe(true);
        }
      }),
    );
  });
});

describe('pendingChanges', () => {
  it('names every day on which the validity turns, and no other', () => {
    fc.assert(
      fc.property(standing, (recorded) => {
        const pending = pendingChanges(dayIn(0), recorded);
        let current = validityOn(dayIn(0), recorded);
        const turns: unknown[] = [];
        for (let offset = 1; offset <= 61; offset += 1) {
          const next = validityOn(dayIn(offset), recorded);
          if (next !== current) turns.push({ to: next, on: dayIn(offset) });
          current = next;
        }
        expect(pending).toEqual(turns);
      }),
    );
  });
});
