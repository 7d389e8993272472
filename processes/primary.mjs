import cluster from 'node:cluster';
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';

/** Each takes some hundred MB: more than these only where somebody says so. */
const MOST_BY_ITSELF = 4;
/** One that ends sooner than this after its start would end again: the next waits longer. */
const SOON_MS = 10_000;
const PAUSE_MS = 1_000;
/** So many ends in a row, each soon after its start, and the rest is left to whoever started this. */
const MOST_IN_A_ROW = 5;
/** What is being answered is answered to its end, but not for ever. */
const MOST_FOR_CLOSING_MS = 15_000;

/**
 * How many web processes answer: what the environment says, else one for each core but the one that is
 * left to the search, to packing answers and to reading files, and two where there are two cores
 * (docs/decisions/0024-received-first.md).
 * @param {string | undefined} given WEB_PROCESSES
 * @returns {number} 1 to 64
 * @throws {RangeError} when it is no such number
 */
export function processCount(given, cores = availableParallelism()) {
  if (!given) return Math.max(Math.min(cores, 2), Math.min(cores - 1, MOST_BY_ITSELF));
  const count = Number(given);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  throw new RangeError(
    `WEB_PROCESSES 应为 1 到 64 的整数，现在是“${given}”。 WEB_PROCESSES must be a whole number from 1 to 64.`,
  );
}

/**
 * Runs a server in several processes that listen at the same port, and replaces one that ends. The
 * first has the jobs (`WEB_PROCESS=1`); the others start once it says `ready`, since it brings the
 * database up to date. What one tells (tell.mjs), all others hear; what addresses have used up is
 * counted here, for all of them.
 *
 * @param {{ exec: string, args: string[], count: number, env: NodeJS.ProcessEnv, log?: (line: string) => void, pauseMs?: number }} options
 * @returns {{ ended: Promise<number>, stop: (signal: NodeJS.Signals) => void }} `ended` with 0 after `stop`,
 *   with the code of a process that would not start
 */
export function serveInProcesses({
  exec,
  args,
  count,
  env,
  log = console.error,
  pauseMs = PAUSE_MS,
}) {
  cluster.setupPrimary({ exec, args, execArgv: process.execArgv });
  new RateLimiterClusterMaster();
  const secret = randomBytes(32).toString('base64');
  /** @type {Map<number, import('node:cluster').Worker>} */
  const workers = new Map();
  let isStopping = false;
  let exitCode = 0;
  let endsInARow = 0;
  let hasBegun = false;
  /** @type {(code: number) => void} */
  let end = () => undefined;
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => (end = resolve));

  /** @param {number} place 1 to count */
  function start(place) {
    if (isStopping) return;
    const startedAt = Date.now();
    const worker = cluster.fork({
      ...env,
      WEB_PROCESS: String(place),
      WEB_PROCESSES: String(count),
      WEB_SECRET: secret,
    });
    workers.set(place, worker);
    worker.on('message', (message) => {
      if (!message || typeof message !== 'object' || typeof message.topic !== 'string') return;
      if (message.topic === 'ready') {
        if (place !== 1 || hasBegun) return;
        hasBegun = true;
        for (let other = 2; other <= count; other += 1) start(other);
        return;
      }
      for (const other of workers.values()) {
        if (other !== worker && other.isConnected()) other.send(message);
      }
    });
    worker.on('error', (error) => {
      // Else it is what could not be told to one that is ending; its end is told by `exit`.
      if (worker.process.pid === undefined) gone(1, `${error.message}`);
    });
    worker.once('exit', (code, signal) => gone(code, signal ?? `code ${code}`));

    /**
     * @param {number} code
     * @param {string} how
     */
    function gone(code, how) {
      workers.delete(place);
      if (isStopping) {
        if (workers.size === 0) end(exitCode);
        return;
      }
      if (!hasBegun) {
        // Nothing has ever answered: what is wrong is wrong with the next one too.
        log(`网站没有启动（${how}）。 The portal did not start (${how}).`);
        return stop('SIGTERM', code || 1);
      }
      endsInARow = Date.now() - startedAt < SOON_MS ? endsInARow + 1 : 1;
      if (endsInARow > MOST_IN_A_ROW) {
        log(
          `网站进程连续退出 ${MOST_IN_A_ROW} 次，不再重新启动。 Web processes ended ${MOST_IN_A_ROW} times in a row (${how}); giving up.`,
        );
        return stop('SIGTERM', code || 1);
      }
      log(
        `第 ${place} 个网站进程退出（${how}），重新启动。 Web process ${place} ended (${how}) and is started again.`,
      );
      setTimeout(() => start(place), endsInARow === 1 ? 0 : pauseMs * endsInARow);
    }
  }

  /**
   * @param {NodeJS.Signals} signal
   * @param {number} [code] with which all of it ends
   */
  function stop(signal, code = 0) {
    if (isStopping) return;
    isStopping = true;
    exitCode = code;
    if (workers.size === 0) return end(code);
    for (const worker of workers.values()) worker.process.kill(signal);
    setTimeout(() => {
      for (const worker of workers.values()) worker.process.kill('SIGKILL');
    }, MOST_FOR_CLOSING_MS).unref();
  }

  start(1);
  return { ended, stop };
}
