import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withNotice, type Calendar } from '../../workdays/calendar';
import { addWorkdays } from '../../workdays/count';
import { addDays, type Day } from '../../workdays/days';
import { nationalCalendar } from '../../workdays/national-calendar';
import { channels } from '../clock';
import { clockEventTypes, reckon, type CaseDates, type Clock, type ClockEvent } from '../reckon';
import { firstDay, lastDay } from './case-dates';

const calendar = nationalCalendar;

const clock = (received: Day, events: ClockEvent[], by: Calendar = calendar): Clock => {
  const result = reckon({ channel: 'internet', received, events }, by);
  if (!result.ok) throw new Error(JSON.stringify({ received, events, problem: result.problem }));
  return result.clock;
};

const anyDay = fc.integer({ min: 0, max: 3650 }).map((n) => addDays('2019-01-01', n));

/** Inquiries that are asked and answered in turn, the first soon after receipt. */
const anyPauses = fc.array(
  fc.record({ wait: fc.nat({ max: 6 }), lasts: fc.nat({ max: 60 }), isAgency: fc.boolean() }),
  { maxLength: 4 },
);
type Pauses = typeof anyPauses extends fc.Arbitrary<infer T> ? T : never;

/** As far as they can be asked before the reply is due. */
function pausesFrom(received: Day, pauses: Pauses): ClockEvent[] {
  let events: ClockEvent[] = [];
  let day = received;
  for (const { wait, lasts, isAgency } of pauses) {
    const of = isAgency ? 'agency' : 'third-party';
    const [asked, answered] = [addDays(day, wait), addDays(day, wait + lasts)];
    const next: ClockEvent[] = [
      ...events,
      { type: `${of}-asked`, date: asked },
      { type: `${of}-answered`, date: answered },
    ];
    if (!reckon({ channel: 'internet', received, events: next }, calendar).ok) break;
    events = next;
    day = answered;
  }
  return events;
}

/** The due day by looking at each day by itself, in the plainest way. */
function naive(received: Day, workdays: number, events: readonly ClockEvent[]): Day {
  const isPaused = (day: Day) => {
    for (let i = 0; i < events.length; i += 2) {
      const asked = events[i]!.date;
      // §32, §34: whoever answers later has not answered in time.
      const term = addWorkdays(asked, 15, calendar).due;
      if (day > asked && day <= term && day <= events[i + 1]!.date) return true;
    }
    return false;
  };
  return addWorkdays(received, workdays, calendar, isPaused).due;
}

describe('the due day', () => {
  it('is the one that counting day by day finds, with pauses and an extension', () => {
    fc.assert(
      fc.property(anyDay, anyPauses, fc.nat({ max: 20 }), (received, pauses, extension) => {
        const extended: ClockEvent[] =
          extension > 0 ? [{ type: 'extended', date: received, workingDays: extension }] : [];
        const events = pausesFrom(received, pauses);
        expect(clock(received, [...extended, ...events]).due).toBe(
          naive(received, 20 + extension, events),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is always a working day, also after a supplement, a fee or a deferral', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom('supplement', 'fee', 'deferral', 'none'),
        fc.nat({ max: 400 }),
        (received, what, gap) => {
          const later = addDays(received, gap);
          const reasons: ClockEvent[] = [
            { type: 'reasons-asked', date: received },
            { type: 'reasons-received', date: received },
          ];
          const events: Record<string, ClockEvent[]> = {
            none: [],
            supplement: [
              { type: 'supplement-requested', date: received },
              { type: 'supplement-received', date: later },
            ],
            fee: [
              { type: 'fee-notified', date: received },
              { type: 'fee-paid', date: later },
            ],
            deferral: [
              ...reasons,
              { type: 'deferred', date: received, until: addDays(received, 80 + gap) },
            ],
          };
          const { due } = clock(received, events[what]!);
          return due !== null && calendar.isWorkday(due) && due > received;
        },
      ),
    );
  });

  it('never comes earlier for one inquiry more', () => {
    fc.assert(
      fc.property(anyDay, anyPauses, (received, pauses) => {
        const events = pausesFrom(received, pauses);
        return clock(received, events.slice(0, -2)).due! <= clock(received, events).due!;
      }),
    );
  });

  it('never comes earlier for a later answer', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 25 }), fc.nat({ max: 90 }), (received, wait, lasts) => {
        const asked = addDays(received, wait);
        const until = (days: number): ClockEvent[] => [
          { type: 'third-party-asked', date: asked },
          { type: 'third-party-answered', date: addDays(asked, days) },
        ];
        return clock(received, until(lasts)).due! <= clock(received, until(lasts + 1)).due!;
      }),
    );
  });

  it('is no later for an answer after the term than for one on its last day', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 20 }), fc.nat({ max: 4000 }), (received, wait, late) => {
        const asked = addDays(received, wait);
        const term = addWorkdays(asked, 15, calendar).due;
        const answered = (on: Day) =>
          clock(received, [
            { type: 'agency-asked', date: asked },
            { type: 'agency-answered', date: on },
          ]).due;
        expect(answered(addDays(term, late))).toBe(answered(term));
      }),
    );
  });

  it('of whoever is silent is that of their term, on every day after it, and not known before', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 4 }),
        fc.nat({ max: 200 }),
        (received, waits, days) => {
          const events = waits
            .map((wait) => addDays(received, wait))
            .sort()
            .map((date): ClockEvent => ({ type: 'third-party-asked', date }));
          const dates: CaseDates = { channel: 'internet', received, events };
          const today = addDays(events.at(-1)!.date, days);
          const found = reckon(dates, calendar, 0, today);
          if (!found.ok) throw new Error(found.problem.key);
          const { latest } = clock(received, events);
          const isOver = today > addWorkdays(events.at(-1)!.date, 15, calendar).due;
          const { due, stopped } = found.clock;
          expect([due, stopped]).toEqual(isOver ? [latest, null] : [null, 'third-party']);
        },
      ),
    );
  });

  it('never comes earlier for a later receipt', () => {
    fc.assert(fc.property(anyDay, (day) => clock(day, []).due! <= clock(addDays(day, 1), []).due!));
  });

  it('comes strictly later for every working day of extension more', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 19 }), (received, days) => {
        const by = (workingDays: number): ClockEvent[] => [
          { type: 'extended', date: received, workingDays },
        ];
        const [short, long] = [clock(received, by(days)).due!, clock(received, by(days + 1)).due!];
        return clock(received, []).due! < short && short < long;
      }),
    );
  });

  it('is the latest day told while others are silent, if they answer on their last day', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 20 }), (received, wait) => {
        const asked = addDays(received, wait);
        const open: ClockEvent[] = [{ type: 'agency-asked', date: asked }];
        const answered = addWorkdays(asked, 15, calendar).due;
        const closed: ClockEvent[] = [...open, { type: 'agency-answered', date: answered }];
        return clock(received, open).latest === clock(received, closed).due;
      }),
    );
  });

  it('is certain exactly when every working day counted is, and stays when the notice comes', () => {
    const plain = withNotice(withNotice(calendar, year(2027)), year(2028));
    fc.assert(
      fc.property(fc.nat({ max: 120 }), (n) => {
        const received = addDays('2026-10-01', n);
        const found = clock(received, []);
        expect(found.provisional).toBe(found.due! >= '2026-12-28');
        expect(clock(received, [], plain).provisional).toBe(false);
        if (!found.provisional) expect(clock(received, [], plain).due).toBe(found.due);
      }),
    );
  });
});

/** A notice made up for the test. */
const year = (of: number) => ({
  year: of,
  off: [{ holiday: 'new-year' as const, from: `${of - 1}-12-30`, to: `${of}-01-03` }],
  worked: [],
});

describe('the days of the clock', () => {
  it('are every day once, numbered as they are counted, and end with the due day', () => {
    fc.assert(
      fc.property(anyDay, anyPauses, (received, pauses) => {
        const { days, due } = clock(received, pausesFrom(received, pauses));
        expect(days.map(({ day }) => day)).toEqual(days.map((_, i) => addDays(received, i)));
        expect(days.at(-1)).toMatchObject({ day: due, kind: 'due', nth: 20 });
        expect(days.flatMap(({ nth }) => nth ?? [])).toEqual(
          Array.from({ length: 20 }, (_, i) => i + 1),
        );
        for (const { day, kind, nth } of days) {
          if (nth) expect(calendar.isWorkday(day)).toBe(true);
          if (kind === 'off' || kind === 'holiday') expect(calendar.isWorkday(day)).toBe(false);
        }
      }),
    );
  });
});

describe('whatever is given', () => {
  const almostDay = fc.oneof(
    anyDay,
    fc.constantFrom(firstDay, lastDay, '2026-02-30', '', '9999-12-31', '0000-01-01'),
    fc.jsonValue(),
  );
  const almostEvent = fc.record(
    {
      type: fc.oneof(fc.constantFrom(...clockEventTypes), fc.constantFrom('__proto__', 'toString')),
      date: almostDay,
      workingDays: fc.oneof(fc.integer({ min: -1, max: 22 }), fc.jsonValue()),
      until: almostDay,
      party: fc.oneof(fc.constantFrom('A', 'B'), fc.jsonValue()),
    },
    { requiredKeys: [] },
  );
  const almostCase = fc.record(
    {
      channel: fc.oneof(fc.constantFrom(...channels), fc.jsonValue()),
      filed: almostDay,
      received: almostDay,
      events: fc.oneof(fc.array(almostEvent), fc.jsonValue()),
    },
    { requiredKeys: [] },
  );

  it('a clock or a problem comes out, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), almostCase), (value) => {
        const result = reckon(value as CaseDates, calendar);
        if (result.ok) return result.clock.due === null || calendar.isWorkday(result.clock.due);
        return result.problem.event === null || result.problem.event >= 0;
      }),
      { numRuns: 3000 },
    );
  });

  it('events in any order that are all days give a clock or name the first that can not be', () => {
    const anyEvent = fc.record({
      type: fc.constantFrom(...clockEventTypes),
      date: fc.nat({ max: 70 }).map((n) => addDays('2026-09-01', n)),
      workingDays: fc.integer({ min: 1, max: 20 }),
      until: fc.constant('2026-12-31'),
    });
    const inOrder = fc
      .array(anyEvent, { maxLength: 8 })
      .map((events) =>
        [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
      );
    fc.assert(
      fc.property(fc.constantFrom(...channels), inOrder, (channel, events) => {
        const result = reckon({ channel, received: '2026-09-01', events }, calendar);
        const at = result.ok ? events.length : result.problem.event!;
        // What stands before the impossible event was possible.
        return reckon({ channel, received: '2026-09-01', events: events.slice(0, at) }, calendar)
          .ok;
      }),
      { numRuns: 1000 },
    );
  });

  it('two hundred years of waiting are counted in no time', () => {
    const events: ClockEvent[] = [
      { type: 'third-party-asked', date: firstDay },
      { type: 'third-party-answered', date: lastDay },
    ];
    expect(clock(firstDay, events).due! < '2000-03-31').toBe(true);
    const supplement: ClockEvent[] = [
      { type: 'supplement-requested', date: firstDay },
      { type: 'supplement-received', date: lastDay },
    ];
    expect(clock(firstDay, supplement).due! > lastDay).toBe(true);
    const many = Array.from({ length: 1000 }, (): ClockEvent => ({
      type: 'third-party-asked',
      date: firstDay,
    }));
    expect(clock(firstDay, many).stopped).toBe('third-party');
    const more = reckon(
      { channel: 'fax', received: firstDay, events: [...many, ...many] },
      calendar,
    );
    expect(more).toMatchObject({ ok: false, problem: { key: 'tooManyEvents' } });
  });
});
