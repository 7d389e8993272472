import {
  RebuildInProgressError,
  SearchBusyError,
  type EngineStatus,
  type IndexEntry,
  type RebuildOptions,
  type SearchCollection,
  type SearchEngine,
  type SearchQuery,
  type SearchRecord,
  type SearchResult,
  type Suggestion,
} from '../engine';
import { errorOf } from './error-note';
import type { Call, Method, Report } from './messages';
import { RebuildProcess } from './rebuild';
import { startEngine, type EngineProcess } from './start';

export type ProcessEngineOptions = {
  /** Path of the index. */
  path: string;
  log?: (message: string) => void;
  /** A search or suggestion that takes longer is given up, in milliseconds; 3,000 when left out. */
  timeout?: number;
  /** How many searches and suggestions may wait; 64 when left out. One more is refused at once. */
  most?: number;
};

type Pending = {
  call: Call;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  /** A process ended over it already. */
  isAskedAgain?: true;
};

/** For what is no visitor's question: a start with a large index, a write behind another writer, all ids. */
const SLOW_MS = 60_000;
/** One that can't be opened, or breaks off with nobody asking, is not started again sooner. */
const PAUSE_MS = 5_000;
const MOST_FOR_CLOSING_MS = 5_000;

/** The embedded engine in a process of its own. */
export function openProcessEngine(options: ProcessEngineOptions): ProcessEngine {
  return new ProcessEngine(options);
}

/**
 * Asks the process that holds the index, one question after the other, and starts it when it is not
 * there: at the first question and after it broke off. A question which took too long fails, and one at
 * which the process ended twice: once may be no fault of its own. Those behind it are asked again.
 */
export class ProcessEngine implements SearchEngine {
  readonly #options: ProcessEngineOptions;
  readonly #log: (message: string) => void;
  /** In the order in which they were asked: the first one is what the process is at. */
  readonly #pending = new Map<number, Pending>();
  #process: EngineProcess | undefined;
  #isReady = false;
  #startedAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #lastId = 0;
  #failedStart: { error: Error; at: number } | undefined;
  #rebuild: RebuildProcess | undefined;
  #onceIdle: (() => void) | undefined;

  constructor(options: ProcessEngineOptions) {
    this.#options = options;
    this.#log = options.log ?? (() => undefined);
  }

  /** Of the process that answers; undefined while there is none. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  async put(records: readonly SearchRecord[]): Promise<void> {
    if (records.length) await this.#ask('put', records);
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length) await this.#ask('remove', ids);
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    return (await this.#ask('search', query)) as SearchResult;
  }

  async suggest(prefix: string, limit?: number): Promise<Suggestion[]> {
    return (await this.#ask('suggest', prefix, limit)) as Suggestion[];
  }

  async ids(collection?: SearchCollection): Promise<string[]> {
    return (await this.#ask('ids', collection)) as string[];
  }

  async entries(after: string | null, limit: number): Promise<IndexEntry[]> {
    return (await this.#ask('entries', after, limit)) as IndexEntry[];
  }

  async digests(ids: readonly string[]): Promise<Map<string, string>> {
    return (await this.#ask('digests', ids)) as Map<string, string>;
  }

  async status(): Promise<EngineStatus> {
    return (await this.#ask('status')) as EngineStatus;
  }

  async rebuild(
    source: AsyncIterable<SearchRecord>,
    options: RebuildOptions = {},
  ): Promise<number> {
    if (this.#rebuild)
      throw new RebuildInProgressError('this process is building the search index already');
    const rebuild = new RebuildProcess({
      path: this.#options.path,
      source,
      options,
      log: this.#log,
    });
    this.#rebuild = rebuild;
    try {
      return await rebuild.done;
    } finally {
      this.#rebuild = undefined;
    }
  }

  async close(): Promise<void> {
    this.#rebuild?.giveUp(new Error('the search engine was closed'));
    await this.#rebuild?.done.catch(() => undefined);
    if (this.#pending.size) await new Promise<void>((idle) => (this.#onceIdle = idle));
    const ending = this.#process;
    if (!ending) return;
    this.#process = undefined;
    ending.hold();
    ending.send({ close: true });
    const timer = setTimeout(ending.kill, MOST_FOR_CLOSING_MS);
    await ending.ended;
    clearTimeout(timer);
  }

  #ask(method: Method, ...args: unknown[]): Promise<unknown> {
    const { most = 64 } = this.#options;
    if (isQuestion(method) && this.#pending.size >= most) {
      return Promise.reject(new SearchBusyError(`${most} searches wait already`));
    }
    if (this.#failedStart && Date.now() - this.#failedStart.at < PAUSE_MS) {
      return Promise.reject(this.#failedStart.error);
    }
    return new Promise((resolve, reject) => {
      const call = { id: (this.#lastId += 1), method, args };
      this.#pending.set(call.id, { call, resolve, reject });
      if (this.#process) this.#process.send(call);
      else this.#start();
      if (this.#pending.size === 1) this.#watch();
    });
  }

  /** A process with everything that waits. */
  #start(): void {
    const started = startEngine(this.#options.path);
    this.#process = started;
    this.#isReady = false;
    this.#startedAt = Date.now();
    started.onReport((report) => {
      if (this.#process === started) this.#hear(report);
    });
    void started.ended.then((how) => {
      if (this.#process === started) this.#broke(`ended: ${how}`, true);
    });
    for (const { call } of this.#pending.values()) started.send(call);
  }

  #hear(report: Report): void {
    if ('log' in report) return this.#log(report.log);
    if ('failed' in report) return this.#couldNotStart(errorOf(report.failed));
    if ('ready' in report) {
      this.#isReady = true;
      this.#failedStart = undefined;
    } else if ('id' in report) {
      const { resolve, reject } = this.#take(report.id) ?? {};
      if ('error' in report) reject?.(errorOf(report.error));
      else resolve?.(report.value);
    }
    this.#watch();
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }

  /** Sees to it that what the process is at comes to an end. */
  #watch(): void {
    clearTimeout(this.#timer);
    const [first] = this.#pending.values();
    if (!first) {
      this.#process?.release();
      this.#onceIdle?.();
      this.#onceIdle = undefined;
      return;
    }
    this.#process?.hold();
    const { timeout = 3_000 } = this.#options;
    const most = this.#isReady && isQuestion(first.call.method) ? timeout : SLOW_MS;
    const isAtIt = () => this.#pending.has(first.call.id);
    this.#timer = setTimeout(() => {
      // Where this process itself was held up, the answer has come and is only not read yet.
      setImmediate(
        () => isAtIt() && this.#broke(`took more than ${most} ms over ${first.call.method}`),
      );
    }, most);
  }

  /** No visitor's question is at fault: it is answered by “try again”, and the log says why. */
  #couldNotStart(cause: Error): void {
    const error = new SearchBusyError(cause.message, { cause });
    this.#log(`the search can't start: ${cause.message}`);
    this.#process = undefined;
    this.#failedStart = { error, at: Date.now() };
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of waiting) reject(error);
    this.#watch();
  }

  /** @param isEnd it ended by itself, and may have been given no time for the question at hand */
  #broke(how: string, isEnd = false): void {
    const message = `the search process ${how}`;
    this.#process?.kill();
    if (!this.#isReady) return this.#couldNotStart(new SearchBusyError(message));
    this.#process = undefined;
    this.#log(message);
    const [first] = this.#pending.values();
    // Whatever is asked, a write too, may be done twice and comes to the same.
    if (first && isEnd && !first.isAskedAgain) first.isAskedAgain = true;
    else if (first) this.#take(first.call.id)?.reject(new SearchBusyError(message));
    // The next visitor need not wait for the start.
    if (this.#pending.size || Date.now() - this.#startedAt > PAUSE_MS) this.#start();
    this.#watch();
  }
}

/** What a visitor waits for; the other calls come from jobs and commands, which have time. */
const isQuestion = (method: Method): boolean => method === 'search' || method === 'suggest';
