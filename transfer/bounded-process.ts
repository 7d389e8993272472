import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export type Bounds = {
  /** Milliseconds. */
  time: number;
  /** Megabytes of memory, all told. */
  memory: number;
};

/** The work took more time or memory than it may, or the process that did it broke off. */
export class GivenUpError extends Error {
  override name = 'GivenUpError';
  constructor(
    readonly why: 'time' | 'memory' | 'broken-off',
    detail: string,
  ) {
    super(detail);
  }
}

/**
 * Lets a program of the portal do one piece of work on a hostile file, in a process that is ended from
 * outside once it takes too much. The program answers its first message and ends.
 *
 * @param program from the root of the portal; it answers with one message
 * @throws GivenUpError
 */
export function runBounded<Answer>(
  program: string,
  job: object,
  { time, memory }: Bounds,
): Promise<Answer> {
  const root = process.env.GONGKAI_ROOT ?? process.cwd();
  // Not `fork`, of which the bundler would want to bundle the program.
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${memory}`, ...FLAGS, path.join(root, program)],
    {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  );
  return new Promise((resolve, reject) => {
    const stopWatch = watchMemory(child, memory, () => giveUp('memory', `more than ${memory} MB`));
    const timer = setTimeout(() => giveUp('time', `not within ${time} ms`), time);
    const settle = (): void => {
      clearTimeout(timer);
      stopWatch();
      child.kill('SIGKILL');
    };
    const giveUp = (why: GivenUpError['why'], detail: string): void => {
      settle();
      reject(new GivenUpError(why, detail));
    };
    child.once('message', (answer: Answer) => {
      settle();
      resolve(answer);
    });
    child.once('error', (error) => giveUp('broken-off', error.message));
    child.once('exit', (code, signal) => {
      // Node aborts itself when its heap is full.
      const isFull = signal === 'SIGABRT' || code === 134;
      giveUp(isFull ? 'memory' : 'broken-off', `ended by itself: ${code ?? signal}`);
    });
    child.send(job, (error) => {
      if (error) giveUp('broken-off', error.message);
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
