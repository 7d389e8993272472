import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nationalCalendar } from '../workdays/national-calendar';
import { addDays } from '../workdays/days';
import { casesOf } from './cases.fixture';
import { eraseFrom, erasableOn, type RetentionFacts } from './retention';
import { statuses, type Status } from './statuses';

const rows = casesOf(readFileSync(new URL('./cases/retention.txt', import.meta.url), 'utf8'));
const day = (text: string | undefined) => (text === '-' ? null : (text ?? null));

const factsOf = ([
  status,
  decided,
  closed,
  served,
  filed,
  asked,
  held,
]: string[]): RetentionFacts => ({
  status: status as Status,
  isDecided: decided === 'yes',
  closedOn: day(closed),
  servedOn: day(served),
  archivedOn: day(filed),
  askedOn: day(asked),
  isHeld: held === 'yes',
  erasedOn: null,
});

describe('the personal data of a case', () => {
  it.each(rows)(
    '%s (decided %s, closed %s, served %s, filed away %s, asked %s, held %s) may go from %s and must from %s',
    (...row) => {
      const facts = factsOf(row);
      expect(erasableOn(facts, nationalCalendar)).toBe(day(row[7]));
      const from = eraseFrom(facts, nationalCalendar);
      expect(from && `${from.day} ${from.ground}`).toBe(day(row[8]));
    },
  );

  const anyDay = fc.nat({ max: 5000 }).map((days) => addDays('2015-01-01', days));
  const maybe = fc.option(anyDay);
  const anyFacts = fc.record({
    status: fc.constantFrom(...statuses),
    isDecided: fc.boolean(),
    closedOn: maybe,
    servedOn: maybe,
    archivedOn: maybe,
    askedOn: maybe,
    isHeld: fc.boolean(),
    erasedOn: maybe,
  });

  it('never have to be gone before they may be, and are not erased twice', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const may = erasableOn(facts, nationalCalendar);
        const from = eraseFrom(facts, nationalCalendar);
        expect(from === null).toBe(may === null);
        if (may && from) expect(from.day >= may).toBe(true);
        if (facts.erasedOn || facts.isHeld) expect(may).toBeNull();
      }),
    );
  });

  it('may not go before the 60 days of review and the 6 months of a suit have passed', () => {
    fc.assert(
      fc.property(anyDay, (servedOn) => {
        const facts = { ...factsOf(rows[2]!), closedOn: servedOn, servedOn };
        const may = erasableOn(facts, nationalCalendar)!;
        expect(may > addDays(servedOn, 180)).toBe(true);
        expect(may < addDays(servedOn, 200)).toBe(true);
      }),
    );
  });
});
