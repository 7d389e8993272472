import { headers } from 'next/headers';
import { takeOne } from '@/access/request-limits';
import { dayOf } from '@/domain/workdays/days';
import { onTold, tellOthers } from '@/processes/tell.mjs';
import { countedQuestion } from '@/search/counted-question';
import { portal } from './portal';
import { addCounts, isStored, type Counted, type Counts } from './stored-counts';

/** Counts wait in memory so long, so that a search never waits for them. */
const FLUSH_MS = 10_000;

/** What is asked beyond so many questions between two writings is not counted. */
const MOST_WAITING = 1_000;

/** So many questions are remembered to tell a result that somebody opened from a made-up one. */
const MOST_RECENT = 5_000;

/** More results than these are hardly opened out of one search. */
const MOST_OPENED = 10;

type Asked = {
  question: string;
  /** How many records hold what was asked for. */
  total: number;
  /** A second page is the same question. */
  isFirstPage: boolean;
  /** Whoever filters has asked before. */
  hasFilters: boolean;
  /** Of the request; those of the page that is being made when left out. */
  asking?: Headers;
};

/**
 * Counts a search that somebody made: the question and whether anything was found; who asked is not kept. Returns
 * at once and never fails: nobody's search waits for it. Programs that say that they are some, and pages fetched
 * ahead, are passed over.
 */
export function countSearch(asked: Asked): void {
  if (!asked.isFirstPage || asked.hasFilters) return;
  const { counting } = state();
  const one = count(asked)
    .catch(warn)
    .finally(() => counting.delete(one));
  counting.add(one);
}

/**
 * Counts that somebody opened a result of a question; only of one that was asked not long ago, so that nobody
 * fills the figures with words of their own.
 * @returns whether it was counted
 */
export async function countOpened(typed: string): Promise<boolean> {
  const question = countedQuestion(typed);
  if (question === null) return false;
  const { recent } = state();
  const left = recent.get(question);
  if (left === 0) return false;
  if (left === undefined) {
    const today = dayOf(new Date());
    const yesterday = dayOf(new Date(Date.now() - 24 * 3600 * 1000));
    if (!(await isStored(await portal(), question, [today, yesterday]))) return false;
  }
  remember(question, (left ?? MOST_OPENED) - 1);
  return tally(question, { asked: 0, empty: 0, opened: 1 });
}

/** Writes what was counted; what could not be written waits for the next time. */
export async function flushCounts(): Promise<void> {
  const now = state();
  await Promise.all(now.counting);
  clearTimeout(now.timer);
  now.timer = undefined;
  if (now.waiting.size === 0) return;
  const counted = [...now.waiting.values()];
  now.waiting.clear();
  const { left, error } = await addCounts(await portal(), counted);
  for (const { day, question, ...counts } of left) tally(question, counts, day);
  if (error) warn(error);
  else now.hasWarned = false;
}

/** Whether a program asks that says so, or a browser that only fetches ahead. */
export function isCountable(asking: Headers): boolean {
  const ahead = `${asking.get('sec-purpose') ?? ''} ${asking.get('purpose') ?? ''} ${asking.get('x-moz') ?? ''}`;
  if (/prefetch|prerender|preview/i.test(ahead)) return false;
  const agent = asking.get('user-agent') ?? '';
  return agent !== '' && !ROBOT.test(agent);
}

const ROBOT =
  /bot\b|bot[/;_-]|spider|crawl|slurp|archiver|monitor|uptime|checker|scan|curl|wget|python|java\/|okhttp|go-http|node-fetch|undici|axios|autocannon|wrk|scrapy|libwww|httpclient|lighthouse/i;

async function count({ question: typed, total, asking: given }: Asked): Promise<void> {
  const question = countedQuestion(typed);
  if (question === null) return;
  const asking = given ?? (await headers());
  if (!isCountable(asking) || !(await takeOne('countedSearch', asking)).isAllowed) return;
  if (tally(question, { asked: 1, empty: total === 0 ? 1 : 0, opened: 0 })) {
    rememberAsked(question);
    tellOthers('asked', question);
  }
}

function rememberAsked(question: string): void {
  const left = state().recent.get(question) ?? 0;
  remember(question, Math.min(left + MOST_OPENED, 1_000 * MOST_OPENED));
}

function tally(question: string, more: Counts, day = dayOf(new Date())): boolean {
  const now = state();
  const key = `${day}|${question}`;
  const known = now.waiting.get(key);
  if (!known && now.waiting.size >= MOST_WAITING) return false;
  now.waiting.set(key, {
    day,
    question,
    asked: (known?.asked ?? 0) + more.asked,
    empty: (known?.empty ?? 0) + more.empty,
    opened: (known?.opened ?? 0) + more.opened,
  });
  now.timer ??= setTimeout(() => void flushCounts().catch(warn), FLUSH_MS).unref();
  return true;
}

/** @param left how many more results of it may be opened */
function remember(question: string, left: number): void {
  const { recent } = state();
  recent.delete(question);
  recent.set(question, left);
  // In the order in which they were asked: the first one is the oldest.
  for (const oldest of recent.keys()) {
    if (recent.size <= MOST_RECENT) return;
    recent.delete(oldest);
  }
}

type State = {
  counting: Set<Promise<void>>;
  waiting: Map<string, Counted>;
  recent: Map<string, number>;
  timer?: NodeJS.Timeout;
  hasWarned: boolean;
};

/** The built portal holds this module twice, for pages and for routes; they count together. */
function state(): State {
  const holder = globalThis as { gongkaiCounts?: State };
  if (!holder.gongkaiCounts) {
    holder.gongkaiCounts = {
      counting: new Set(),
      waiting: new Map(),
      recent: new Map(),
      hasWarned: false,
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void flushCounts().catch(warn));
    }
    // What was found through one process may be opened through another.
    onTold('asked', rememberAsked);
  }
  return holder.gongkaiCounts;
}

/** Told once, and again only after counting has worked in between. */
function warn(error: unknown): void {
  const now = state();
  if (now.hasWarned) return;
  now.hasWarned = true;
  console.error('searches could not be counted; they will be tried again', error);
}
