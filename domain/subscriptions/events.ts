import { addDays, dayOf, type Day } from '../workdays/days';
import type { PublicationChange } from './codes';

/** The collections of whose publications subscribers are told; topics gather what these hold. */
export const TOLD_COLLECTIONS = [
  'documents',
  'interpretations',
  'consultations',
  'policies',
  'services',
  'questions',
  'proposals',
] as const;
export type ToldCollection = (typeof TOLD_COLLECTIONS)[number];

export const isTold = (collection: string): collection is ToldCollection =>
  (TOLD_COLLECTIONS as readonly string[]).includes(collection);

/**
 * How far back a job looks for what nobody was told of. What bears an older day of publication was
 * public elsewhere before, and comes with an import: it is no news.
 */
const NEWS_DAYS = 7;

export const newsSince = (today: Day): Day => addDays(today, -NEWS_DAYS);

/** What became public, before it has its number. The key is the same whoever finds it, however often. */
export type EventDue = {
  key: string;
  /** `documents:12`. */
  record: string;
  change: PublicationChange;
  /** ISO instant. */
  at: string;
};

/** A public record, or one that was. */
export type RecordFacts = {
  collection: ToldCollection;
  id: string;
  isPublic: boolean;
  publishedOn: string | null;
  updatedAt: string;
  /** The notes of its corrections, with the instant at which each became public. */
  corrections?: readonly { mark: string; at: string }[];
  withdrawals?: readonly { id: string; withdrawnOn: string; restoredOn: string | null }[];
};

/**
 * Everything of a record that subscribers should be told of, on or after a day: that it was published, or
 * published again after a withdrawal, each correction, and that it was withdrawn. Changes of validity come
 * from what other documents do and from the calendar, see `validityEvent`.
 */
export function eventsDue(facts: RecordFacts, since: Day): EventDue[] {
  const { collection, id, isPublic, publishedOn, updatedAt } = facts;
  const record = `${collection}:${id}`;
  const event = (change: PublicationChange, mark: string, at: string): EventDue => ({
    key: `${record}:${change}:${mark}`,
    record,
    change,
    at,
  });
  const isNews = (at: string | null): at is string => at !== null && dayOf(at) >= since;
  const due: EventDue[] = [];
  if (isPublic && isNews(publishedOn)) {
    due.push(event('published', dayOf(publishedOn), updatedAt));
  }
  for (const { mark, at } of (isPublic && facts.corrections) || []) {
    if (isNews(at)) due.push(event('corrected', mark, at));
  }
  for (const { id: withdrawal, withdrawnOn, restoredOn } of facts.withdrawals ?? []) {
    if (isNews(withdrawnOn)) due.push(event('withdrawn', withdrawal, withdrawnOn));
    if (isPublic && isNews(restoredOn)) {
      due.push(event('published', `again-${withdrawal}`, restoredOn));
    }
  }
  return due;
}

/** That a document may be relied on no longer, or from today. */
export const validityEvent = (id: string, validity: string, day: Day, at: string): EventDue => ({
  key: `documents:${id}:validity:${validity}:${day}`,
  record: `documents:${id}`,
  change: 'validity',
  at,
});
