import { readFileSync } from 'node:fs';
import { casesOf } from '../cases.fixture';
import type { Channel } from '../clock';
import type { CaseDates, ClockEvent } from '../reckon';

/** The lines of cases/clock.txt: receipt, channel, events, expected outcome, reason. */
export const clockCases = casesOf(
  readFileSync(new URL('../cases/clock.txt', import.meta.url), 'utf8'),
) as [receipt: string, channel: string, events: string, expected: string, reason: string][];

/** What a line gives; also what it can't truly hold, such as a channel that is none. */
export function datesOf([receipt, channel, events]: (typeof clockCases)[number]): CaseDates {
  const filed = /^filed (.*)$/.exec(receipt)?.[1];
  return {
    channel: channel as Channel,
    ...(filed ? { filed } : { received: receipt }),
    events: events === '-' ? [] : events.split(', ').map(eventOf),
  };
}

/** `extended 2026-11-20 +20`, `deferred 2026-11-16 until 2026-12-18`, `third-party-asked(A) 2026-11-04`. */
function eventOf(text: string): ClockEvent {
  const match = /^([a-z-]+)(?:\((\w+)\))? (\S+)(?: \+(\S+))?(?: until (\S+))?$/.exec(text);
  if (!match) throw new Error(`Not an event of a case file: ${text}`);
  const [, type, party, date, days, until] = match;
  return {
    type: type as ClockEvent['type'],
    date: date ?? '',
    ...(party && { party }),
    ...(days && { workingDays: Number(days) }),
    ...(until && { until }),
  };
}
