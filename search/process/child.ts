import type { SearchEngine, SearchRecord } from '../engine';
import { openSqliteEngine } from '../sqlite/engine';
import { errorOf, noteOf } from './error-note';
import type { Call, ErrorNote, Report, Request } from './messages';

/**
 * The process that holds the index, started by `start.ts` with the path of the index: one of them answers
 * searches, a second one builds the index anew for as long as that takes. Neither the dictionary nor a
 * slow question is the web process's affair.
 */
const tell = (report: Report): void => void process.send?.(report);

// The portal answers what it has begun before it ends, and then this ends too: whatever stops both at
// once (Ctrl-C, a service manager) must not stop this one first.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit());

const engine = open();
let feed: Feed | undefined;
let last: Promise<void> = Promise.resolve();

process.on('message', (request: Request) => {
  if (!engine) return;
  if ('id' in request) last = last.then(() => answer(engine, request));
  else if ('close' in request) void last.then(() => close(engine));
  else if ('rebuild' in request) void rebuild(engine);
  else if ('batch' in request) feed?.take(request.batch, request.isLast);
  else feed?.giveUp(request.giveUp);
});

/** Tables for pinyin and slips of the pen are made when they are first needed: better here than at a visitor's question. */
const WARM_AFTER_MS = 3_000;
setTimeout(() => {
  if (engine && !feed) last = last.then(() => warm(engine));
}, WARM_AFTER_MS).unref();

function open(): SearchEngine | null {
  try {
    const opened = openSqliteEngine({
      path: process.argv[2] ?? '',
      log: (log) => tell({ log }),
    });
    tell({ ready: true });
    return opened;
  } catch (error) {
    tellLast({ failed: noteOf(error) });
    return null;
  }
}

async function answer(opened: SearchEngine, { id, method, args }: Call): Promise<void> {
  try {
    const run = opened[method] as (...args: unknown[]) => Promise<unknown>;
    tell({ id, value: await run.apply(opened, args) });
  } catch (error) {
    tell({ id, error: noteOf(error) });
  }
}

async function warm(opened: SearchEngine): Promise<void> {
  try {
    await opened.search({ text: 'zhengfu xinxi', limit: 1, facets: false });
  } catch (error) {
    tell({ log: `the first search failed: ${noteOf(error).message}` });
  }
}

async function rebuild(opened: SearchEngine): Promise<void> {
  feed = new Feed(() => tell({ wants: 'batch' }));
  try {
    const built = await opened.rebuild(feed.records(), {
      onProgress: (progress) => tell({ progress }),
      signal: feed.signal,
    });
    await opened.close();
    tellLast({ built });
  } catch (error) {
    tellLast({ failed: noteOf(error) });
  }
}

async function close(opened: SearchEngine): Promise<void> {
  await opened.close();
  process.disconnect();
}

/** The portal starts another process when there is something to do again. */
function tellLast(report: Report): void {
  process.send?.(report, () => process.disconnect());
}

/** Records as they come from the portal; the next batch is asked for while this one is written. */
class Feed {
  readonly #abort = new AbortController();
  readonly #ask: () => void;
  #batches: SearchRecord[][] = [];
  #isComplete = false;
  #wake: () => void = () => undefined;

  constructor(ask: () => void) {
    this.#ask = ask;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  take(batch: SearchRecord[], isLast: boolean): void {
    this.#batches.push(batch);
    this.#isComplete = isLast;
    this.#wake();
  }

  giveUp(why: ErrorNote): void {
    this.#abort.abort(errorOf(why));
    this.#wake();
  }

  async *records(): AsyncGenerator<SearchRecord> {
    this.#ask();
    for (;;) {
      this.signal.throwIfAborted();
      const batch = this.#batches.shift();
      if (batch) {
        if (!this.#isComplete) this.#ask();
        yield* batch;
      } else if (this.#isComplete) {
        return;
      } else {
        await new Promise<void>((wake) => (this.#wake = wake));
      }
    }
  }
}
