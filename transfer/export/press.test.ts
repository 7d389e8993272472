import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { law, notice, sampleLabels as labels } from './paper-samples';
import { Press, PressBusyError, PressFailedError } from './press';
import { sheetOf } from './sheet';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sheet = sheetOf(notice, { labels });
let press: Press;
afterEach(() => press.close());

describe('Press', () => {
  it('sets one document after the other in a process of its own, and answers meanwhile', async () => {
    press = new Press({ root });
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 5);
    const printed = await Promise.all([
      press.print('pdf', sheetOf(law(400), { labels })),
      press.print('pdf', sheet),
      press.print('ofd', sheet),
    ]);
    clearInterval(timer);
    expect(printed.map(({ bytes }) => bytes.subarray(0, 2).toString())).toEqual(['%P', '%P', 'PK']);
    expect(printed[0]?.pages).toBeGreaterThan(50);
    expect(ticks).toBeGreaterThan(20);
  }, 60_000);

  it('refuses at once when too many wait', async () => {
    press = new Press({ root, most: 1 });
    const [first, second] = [press.print('pdf', sheet), press.print('pdf', sheet)];
    await expect(press.print('pdf', sheet)).rejects.toThrow(PressBusyError);
    expect((await first).pages).toBe((await second).pages);
  }, 60_000);

  it('gives up what takes too long, and sets the next', async () => {
    press = new Press({ root, timeout: 1 });
    await expect(press.print('pdf', sheetOf(law(2000), { labels }))).rejects.toThrow(
      PressFailedError,
    );
    press.close();
    press = new Press({ root });
    expect((await press.print('pdf', sheet)).pages).toBeGreaterThan(0);
  }, 60_000);

  it('tells what is wrong when the process can’t start', async () => {
    press = new Press({ root: '/nowhere' });
    await expect(press.print('pdf', sheet)).rejects.toThrow(PressFailedError);
  }, 60_000);

  it('refuses what waits when it is closed', async () => {
    press = new Press({ root });
    const waiting = [press.print('pdf', sheet), press.print('pdf', sheet)].map((printed) =>
      expect(printed).rejects.toThrow(PressFailedError),
    );
    press.close();
    await Promise.all(waiting);
  });
});
