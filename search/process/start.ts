import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Report, Request } from './messages';

export type EngineProcess = {
  pid: number | undefined;
  send: (request: Request) => void;
  onReport: (listener: (report: Report) => void) => void;
  /** Resolves, and never rejects, when it has ended or could not be started; tells how. */
  ended: Promise<string>;
  /** While it is held, the process that started it does not end by itself. */
  hold: () => void;
  release: () => void;
  kill: () => void;
};

/** Its own flags, not those of whatever runs the portal. */
const FLAGS = ['--conditions=production', '--import', 'tsx'];

/** Starts a process that opens the index at a path. */
export function startEngine(indexPath: string): EngineProcess {
  const root = process.env.GONGKAI_ROOT ?? process.cwd();
  const program = path.join(root, 'search/process/child.ts');
  // Not `fork`, of which the bundler would want to bundle the program.
  const child = spawn(process.execPath, [...FLAGS, program, path.resolve(indexPath)], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    pid: child.pid,
    // A message to a process that has just ended is lost; `ended` tells of that.
    send: (request) => void child.send(request, () => undefined),
    onReport: (listener) => void child.on('message', listener),
    ended: endOf(child),
    hold: () => hold(child),
    release: () => release(child),
    kill: () => void child.kill('SIGKILL'),
  };
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', ({ message }) => resolve(message));
    child.on('exit', (code, signal) => {
      const how = signal ?? `code ${code}`;
      // What it said last may still be on its way, and comes before the end of the channel.
      if (child.connected) child.once('disconnect', () => resolve(how));
      else resolve(how);
    });
  });
}

function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
