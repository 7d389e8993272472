import type { SearchEngine, SearchRecord } from '../engine';

/** The methods that are one question and one answer; a rebuild is a conversation (see below). */
export type Method = Exclude<keyof SearchEngine, 'rebuild' | 'close'>;

export type Call = { id: number; method: Method; args: unknown[] };

/** An error as it crosses: classes are lost on the way, names are not. */
export type ErrorNote = { name: string; message: string; stack?: string };

/** What the portal says to the process that holds the index. */
export type Request =
  | Call
  | { close: true }
  /** Begins a rebuild; the records are sent when they are asked for. */
  | { rebuild: true }
  | { batch: SearchRecord[]; isLast: boolean }
  /** No more records will come, and what was built is not wanted. */
  | { giveUp: ErrorNote };

/** What that process says. */
export type Report =
  | { ready: true }
  | { id: number; value: unknown }
  | { id: number; error: ErrorNote }
  | { log: string }
  | { wants: 'batch' }
  | { progress: number }
  | { built: number }
  /** The index could not be opened, or the rebuild not finished. */
  | { failed: ErrorNote };
