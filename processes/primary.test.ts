import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '../scripts/up/port.mjs';
import { processCount } from './primary.mjs';
import { isFirstProcess, isOneOfSeveral, sharedSecret } from './tell.mjs';

describe('the number of web processes', () => {
  it.each([
    [undefined, 2, 2],
    [undefined, 3, 2],
    [undefined, 4, 3],
    ['', 1, 1],
    [undefined, 32, 4],
    ['1', 8, 1],
    ['16', 2, 16],
  ])('of WEB_PROCESSES=%s on %i cores is %i', (given, cores, count) =>
    expect(processCount(given, cores)).toBe(count),
  );

  it.each(['0', '-1', '1.5', 'two', '65', ' '])('refuses %j in words', (given) =>
    expect(() => processCount(given, 2)).toThrow(/WEB_PROCESSES/),
  );
});

it('a portal in one process has the jobs, and nobody to tell', () => {
  expect([isOneOfSeveral(), isFirstProcess(), sharedSecret()]).toEqual([false, true, null]);
});

type Answer = { pid: number; place: string; isFirst: boolean; secret: string; heard: string[] };

describe('a server in several processes', () => {
  let running: ChildProcess | undefined;
  let port = 0;
  let printed = '';

  afterEach(() => {
    running?.kill('SIGKILL');
    running = undefined;
  });

  async function serve(
    count: number,
    more: Record<string, string> = {},
  ): Promise<{ exit: Promise<number | null> }> {
    port = await freePort();
    printed = '';
    const child = spawn(
      process.execPath,
      [path.resolve('processes/run.fixture.mjs'), String(port), String(count)],
      { env: { ...process.env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    running = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => (printed += text));
    return { exit: new Promise((resolve) => child.once('exit', resolve)) };
  }

  const ask = async (where = '/'): Promise<Answer> =>
    (await // A connection that was handed to one that is killed is never answered.
    (
      await fetch(`http://127.0.0.1:${port}${where}`, { signal: AbortSignal.timeout(1000) })
    ).json()) as Answer;

  /** The processes that answer, by their place, once there are so many. */
  async function answering(
    count: number,
    isWanted = (_: Answer) => true,
  ): Promise<Map<string, Answer>> {
    return vi.waitFor(
      async () => {
        const found = new Map<string, Answer>();
        for (let i = 0; i < count * 4; i += 1) {
          const answer = await ask();
          if (isWanted(answer)) found.set(answer.place, answer);
        }
        expect(found.size).toBe(count);
        return found;
      },
      { timeout: 15_000, interval: 50 },
    );
  }

  it('answers from each, and gives the jobs to one and the same secret to all', async () => {
    await serve(3);
    const all = [...(await answering(3)).values()];
    expect(all.map(({ place }) => place).sort()).toEqual(['1', '2', '3']);
    expect(all.filter(({ isFirst }) => isFirst)).toHaveLength(1);
    expect(new Set(all.map(({ secret }) => secret)).size).toBe(1);
    expect(all[0]!.secret).toHaveLength(44);
  });

  it('is a portal of its own where it is the only one', async () => {
    await serve(1);
    const [only] = (await answering(1)).values();
    expect(only).toMatchObject({ place: '1', isFirst: true, heard: [] });
    expect(only!.secret).toBeUndefined();
  });

  it('lets the others hear what one tells, and not itself', async () => {
    await serve(3);
    await answering(3);
    const teller = await ask('/tell?what=changed');
    await vi.waitFor(async () => {
      const all = [...(await answering(3)).values()];
      for (const { place, heard } of all) {
        expect(heard).toEqual(place === teller.place ? [] : ['changed']);
      }
    });
  });

  it('replaces one that is killed, in its place, while the other goes on', async () => {
    await serve(2);
    const before = await answering(2);
    const [first] = before.values();
    const killed = first!.place;
    process.kill(first!.pid, 'SIGKILL');
    const after = await answering(
      2,
      ({ pid, place }) => place !== killed || pid !== before.get(killed)!.pid,
    );
    const other = [...before.keys()].find((place) => place !== killed)!;
    expect(after.get(other)!.pid).toBe(before.get(other)!.pid);
    expect(after.get(killed)!.pid).not.toBe(before.get(killed)!.pid);
    expect(printed).toContain('is started again');
  });

  it('goes on when one has ended that it is about to tell something', async () => {
    await serve(2);
    const before = await answering(2);
    const [first, second] = [before.get('1')!, before.get('2')!];
    // Told while the primary stands still: it then finds what is told and the end at once.
    await Promise.all([0, 1].map(() => ask('/tell?times=1000&what=much&after=200')));
    running!.kill('SIGSTOP');
    await vi.waitFor(() => expect(printed).toContain('1 has told it'));
    process.kill(second.pid, 'SIGKILL');
    running!.kill('SIGCONT');
    await answering(2, ({ pid, place }) => place === '1' || pid !== second.pid);
    expect((await answering(2)).get('1')!.pid).toBe(first.pid);
    expect(running!.exitCode).toBeNull();
  });

  it('ends with all of them and with code 0 when it is told to stop', async () => {
    const { exit } = await serve(2);
    const pids = [...(await answering(2)).values()].map(({ pid }) => pid);
    running!.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(pids.filter(isRunning)).toEqual([]);
  });

  it('leaves none behind when it is killed itself', async () => {
    await serve(2);
    const pids = [...(await answering(2)).values()].map(({ pid }) => pid);
    running!.kill('SIGKILL');
    await vi.waitFor(() => expect(pids.filter(isRunning)).toEqual([]), { timeout: 10_000 });
  });

  it('ends with the code of a first one that does not start', async () => {
    const { exit } = await serve(2, { FAILS_AT_START: '1' });
    expect(await exit).toBe(7);
  });

  it('ends, and says why, where no process can be started', async () => {
    const { exit } = await serve(2, { NONE_CAN_START: '1' });
    expect(await exit).toBe(1);
    expect(printed).toContain('ENOENT');
  });

  it('gives up when they end again and again', async () => {
    const { exit } = await serve(2, { ENDS_AFTER_MS: '300' });
    expect(await exit).toBe(3);
    expect(printed).toContain('giving up');
  });
});

/** One that has ended may stand in the list until its parent, or who takes its place, has looked. */
function isRunning(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.startsWith('Z') === false;
  } catch {
    // No such process.
    return false;
  }
}
