import type { Verdict } from './ask';

/** What a process of its own is asked to do with one contestant; its answer is `result` as JSON. */
export type Task = {
  contestant: string;
  /** Builds an index and leaves it in the folder; answers from the one that is there; or both. */
  does: 'build' | 'answer' | 'both';
  folder: string;
  /** Records as JSON Lines, and how many. */
  records: string;
  laws: number;
  /** Makes this many articles out of the records instead of taking them as they are. */
  varied?: number;
  /** Asks the judged set too. */
  isJudged: boolean;
  result: string;
};

export type Built = {
  laws: number;
  articles: number;
  characters: number;
  seconds: number;
  cpuSeconds: number;
  /** Seconds of these in which the records were made or read, which is no part of the building. */
  readingSeconds: number;
  peakMB: number;
  indexMB: number;
};

export type Times = {
  questions: number;
  p50: number;
  p95: number;
  longest: number;
  /** Of the processor's time, which a busy machine changes less than the time on the clock. */
  cpu50: number;
  cpu95: number;
};

export type Answered = {
  all: Times;
  kinds: Record<string, Times>;
  suggestions: Times | null;
  openSeconds: number;
  residentMB: number;
  verdicts: Verdict[];
};

export type Outcome = {
  name: string;
  version: string;
  setup: string;
  built: Built | null;
  answered: Answered | null;
};
