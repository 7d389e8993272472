import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { PressAnswer, PressJob } from './press-messages';
import type { Sheet } from './sheet';

/** Too many wait already: the reader is asked to come again in a minute. */
export class PressBusyError extends Error {
  override name = 'PressBusyError';
}

/** The sheet could not be set, or not in time. */
export class PressFailedError extends Error {
  override name = 'PressFailedError';
}

export type Printed = { bytes: Buffer; pages: number; missing: string[]; rss: number };

export type PressOptions = {
  /** The portal's own folder, where the fonts and the template are. */
  root: string;
  /** How many may wait; 20 when left out. */
  most?: number;
  /** A sheet that takes longer is given up and the process ended; 60 s when left out. */
  timeout?: number;
  /** The process ends when it had nothing to do for so long, and gives its memory back; 60 s when left out. */
  idle?: number;
};

type Waiting = {
  job: Omit<PressJob, 'id'>;
  resolve: (printed: Printed) => void;
  reject: (error: Error) => void;
};

/** One process that typesets one sheet after the other. */
export class Press {
  private child: ChildProcess | undefined;
  private readonly waiting: Waiting[] = [];
  private current: (Waiting & { id: number; timer: NodeJS.Timeout }) | undefined;
  private idleTimer: NodeJS.Timeout | undefined;
  private lastId = 0;
  /** What the process complained of last, for the message when it dies. */
  private stderr = '';

  constructor(private readonly options: PressOptions) {}

  /**
   * @throws PressBusyError when too many wait.
   * @throws PressFailedError with what the typesetter said.
   */
  print(format: 'pdf' | 'ofd', sheet: Sheet): Promise<Printed> {
    const { most = 20 } = this.options;
    if (this.waiting.length >= most) {
      return Promise.reject(new PressBusyError(`${most} documents wait for the press`));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ job: { format, sheet }, resolve, reject });
      this.next();
    });
  }

  /** Ends the process; what waits is refused. */
  close(): void {
    for (const { reject } of this.waiting.splice(0)) reject(new PressFailedError('closed'));
    this.end(new PressFailedError('closed'));
  }

  private next(): void {
    clearTimeout(this.idleTimer);
    if (this.current) return;
    const next = this.waiting.shift();
    if (!next) {
      this.idleTimer = setTimeout(() => this.end(), this.options.idle ?? 60_000).unref();
      return;
    }
    const child = (this.child ??= this.start());
    const id = (this.lastId += 1);
    const { timeout = 60_000 } = this.options;
    const timer = setTimeout(
      () => this.end(new PressFailedError(`not set within ${timeout} ms`)),
      timeout,
    );
    this.current = { ...next, id, timer };
    hold(child);
    child.send({ id, ...next.job } satisfies PressJob, (error) => {
      if (error && this.current?.id === id) this.end(new PressFailedError(error.message));
    });
  }

  private start(): ChildProcess {
    const { root } = this.options;
    const program = path.join(root, 'transfer/export/press-child.ts');
    // Not `fork`, of which the bundler would want to bundle the program. Its own flags, not those
    // of whatever runs the portal.
    const child = spawn(process.execPath, [...FLAGS, program], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      this.stderr = `${this.stderr}${chunk.toString()}`.slice(-2000);
    });
    child.on('message', (answer: PressAnswer) => this.take(answer));
    const gone = () => {
      if (this.child === child) this.end(new PressFailedError(`the press ended: ${this.stderr}`));
    };
    child.on('error', gone);
    child.on('exit', gone);
    return child;
  }

  private take(answer: PressAnswer): void {
    const done = this.current;
    if (!done || done.id !== answer.id) return;
    this.current = undefined;
    clearTimeout(done.timer);
    if (this.child) release(this.child);
    if ('failed' in answer) done.reject(new PressFailedError(answer.failed));
    else done.resolve({ ...answer, bytes: Buffer.from(answer.bytes) });
    this.next();
  }

  private end(cause?: Error): void {
    clearTimeout(this.idleTimer);
    const { child, current } = this;
    this.child = undefined;
    this.current = undefined;
    if (current) clearTimeout(current.timer);
    child?.kill('SIGKILL');
    if (current) current.reject(cause ?? new PressFailedError('ended'));
    if (this.waiting.length > 0) this.next();
  }
}

/** An idle press keeps nobody from ending; one at work does. */
function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  (child.stderr as { unref?: () => void } | null)?.unref?.();
}

function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

const held = globalThis as { gongkaiPress?: Press };

/** The one press of this process; development servers load modules more than once. */
export const press = (): Press =>
  (held.gongkaiPress ??= new Press({ root: process.env.GONGKAI_ROOT ?? process.cwd() }));

const FLAGS = ['--conditions=production', '--import', 'tsx'];
