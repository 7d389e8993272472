import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, weekdayOf } from '../workdays/days';
import { FREQUENCIES } from './codes';
import { isDigestDue, lastSlot, nextSlot } from './schedule';

const at = (text: string) => new Date(text);

describe('the hour of digests', () => {
  it('is eight in the morning in Beijing, every day', () => {
    expect(lastSlot('daily', at('2026-11-26T08:00:00+08:00'))).toEqual(
      at('2026-11-26T08:00:00+08:00'),
    );
    expect(lastSlot('daily', at('2026-11-26T07:59:59+08:00'))).toEqual(
      at('2026-11-25T08:00:00+08:00'),
    );
  });

  it('is Monday for those who read once a week', () => {
    expect(lastSlot('weekly', at('2026-11-26T12:00:00+08:00'))).toEqual(
      at('2026-11-23T08:00:00+08:00'),
    );
    expect(lastSlot('weekly', at('2026-11-23T07:00:00+08:00'))).toEqual(
      at('2026-11-16T08:00:00+08:00'),
    );
  });

  it('is due once a slot and never before the next', () => {
    const confirmed = '2026-11-25T01:00:00.000Z';
    expect(isDigestDue(confirmed, 'daily', at('2026-11-25T23:59:00Z'))).toBe(false);
    expect(isDigestDue(confirmed, 'daily', at('2026-11-26T00:00:00Z'))).toBe(true);
    expect(isDigestDue('2026-11-26T00:00:01.000Z', 'daily', at('2026-11-26T09:00:00Z'))).toBe(
      false,
    );
  });

  const instants = fc.date({
    min: at('2020-01-01T00:00:00Z'),
    max: at('2040-01-01T00:00:00Z'),
    noInvalidDate: true,
  });

  it('lies in the past, the next one ahead, whenever one asks', () => {
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom(...FREQUENCIES.map(({ code }) => code)),
        (now, frequency) => {
          const last = lastSlot(frequency, now);
          expect(last.getTime()).toBeLessThanOrEqual(now.getTime());
          expect(nextSlot(frequency, now).getTime()).toBeGreaterThan(now.getTime());
          expect(last.getUTCHours()).toBe(0);
          if (frequency === 'weekly') expect(weekdayOf(dayOf(last))).toBe(1);
        },
      ),
    );
  });

  it('serves who was served a moment ago not again before the next slot', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 6 * 24 }), (now, hours) => {
        const later = new Date(now.getTime() + hours * 3_600_000);
        const isBefore = later < nextSlot('weekly', now);
        expect(isDigestDue(now.toISOString(), 'weekly', later)).toBe(!isBefore);
      }),
    );
  });
});
