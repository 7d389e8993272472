import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PdfAnswer, PdfJob } from './pdf-messages';

/** The file took more time or memory than it may, or the process that opened it broke off. */
export class PdfGivenUpError extends Error {
  override name = 'PdfGivenUpError';
}

export type PdfBounds = {
  /** Milliseconds. */
  time?: number;
  /** Megabytes of memory, all told. */
  memory?: number;
};

let last: Promise<unknown> = Promise.resolve();

/**
 * Opens a PDF in a process of its own, one after the other: two cores have more to do.
 *
 * @throws PdfGivenUpError
 */
export function runPdf(job: PdfJob, bounds: PdfBounds = {}): Promise<PdfAnswer> {
  const turn = last.then(() => runAlone(job, bounds));
  last = turn.catch(() => undefined);
  return turn;
}

function runAlone(job: PdfJob, { time = 120_000, memory = 1536 }: PdfBounds): Promise<PdfAnswer> {
  const root = process.env.GONGKAI_ROOT ?? process.cwd();
  const program = path.join(root, 'transfer/release-check/pdf-child.ts');
  // Not `fork`, of which the bundler would want to bundle the program.
  const child = spawn(process.execPath, [`--max-old-space-size=${memory}`, ...FLAGS, program], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    const stopWatch = watchMemory(child, memory, () => giveUp(`more than ${memory} MB`));
    const timer = setTimeout(() => giveUp(`not within ${time} ms`), time);
    const settle = (): void => {
      clearTimeout(timer);
      stopWatch();
      child.kill('SIGKILL');
    };
    const giveUp = (why: string): void => {
      settle();
      reject(new PdfGivenUpError(why));
    };
    child.once('message', (answer: PdfAnswer) => {
      settle();
      resolve(answer);
    });
    child.once('error', (error) => giveUp(error.message));
    child.once('exit', (code, signal) => giveUp(`ended by itself: ${code ?? signal}`));
    child.send(job, (error) => {
      if (error) giveUp(error.message);
    });
  });
}

/** Node bounds only its own heap; buffers lie outside of it. Where there is no /proc, the heap's bound holds. */
function watchMemory(child: ChildProcess, memory: number, onTooMuch: () => void): () => void {
  const timer = setInterval(() => {
    readFile(`/proc/${child.pid}/statm`, 'latin1').then(
      (statm) => {
        const pages = Number(statm.split(' ')[1]);
        if ((pages * 4096) / 1024 / 1024 > memory) onTooMuch();
      },
      () => clearInterval(timer),
    );
  }, 200);
  return () => clearInterval(timer);
}

const FLAGS = ['--conditions=production', '--import', 'tsx'];
