import type { RebuildOptions, SearchRecord } from '../engine';
import { errorOf, noteOf } from './error-note';
import type { Report } from './messages';
import { startEngine, type EngineProcess } from './start';

/** A batch is sent when it has so many records, or so many characters of text. */
const BATCH_RECORDS = 200;
const BATCH_CHARACTERS = 500_000;
/** The last step of a build hears nothing for a while; an abort waits no longer than this for it. */
const MOST_FOR_GIVING_UP_MS = 5_000;

type Build = {
  path: string;
  source: AsyncIterable<SearchRecord>;
  options: RebuildOptions;
  log: (message: string) => void;
};

/**
 * A rebuild in a process of its own, so that the one that answers goes on answering. Records are read
 * from the source only as fast as they are written.
 */
export class RebuildProcess {
  /** Settles when the process has ended and another may begin. */
  readonly done: Promise<number>;
  readonly #build: Build;
  readonly #records: AsyncIterator<SearchRecord>;
  readonly #process: EngineProcess;
  #built: number | undefined;
  #failure: unknown;
  #killTimer: NodeJS.Timeout | undefined;

  constructor(build: Build) {
    this.#build = build;
    this.#records = build.source[Symbol.asyncIterator]();
    const { signal } = build.options;
    const onAbort = () => this.giveUp(signal?.reason);
    this.#process = startEngine(build.path);
    this.#process.onReport((report) => this.#hear(report));
    this.done = this.#process.ended.then((how) => {
      clearTimeout(this.#killTimer);
      signal?.removeEventListener('abort', onAbort);
      if (this.#built !== undefined) return this.#built;
      this.#letGo();
      throw this.#failure ?? new Error(`the process that builds the search index ended: ${how}`);
    });
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
  }

  giveUp(why: unknown): void {
    this.#failure ??= why;
    this.#process.send({ giveUp: noteOf(why) });
    this.#killTimer ??= setTimeout(() => this.#process.kill(), MOST_FOR_GIVING_UP_MS);
  }

  #hear(report: Report): void {
    if ('ready' in report) this.#process.send({ rebuild: true });
    else if ('wants' in report) void this.#sendBatch();
    else if ('progress' in report) this.#build.options.onProgress?.(report.progress);
    else if ('log' in report) this.#build.log(report.log);
    else if ('built' in report) this.#built = report.built;
    else if ('failed' in report) this.#failure ??= errorOf(report.failed);
  }

  async #sendBatch(): Promise<void> {
    const batch: SearchRecord[] = [];
    let characters = 0;
    try {
      while (batch.length < BATCH_RECORDS && characters < BATCH_CHARACTERS) {
        if (this.#failure) return;
        const { value, done } = await this.#records.next();
        if (done) return this.#process.send({ batch, isLast: true });
        batch.push(value);
        characters += charactersOf(value);
      }
      this.#process.send({ batch, isLast: false });
    } catch (error) {
      this.giveUp(error);
    }
  }

  /** A source that is not read to its end may have something to close. */
  #letGo(): void {
    void this.#records.return?.().catch(() => undefined);
  }
}

const charactersOf = ({ passages, extra }: SearchRecord): number =>
  passages.reduce((sum, { text }) => sum + text.length, extra.length);
