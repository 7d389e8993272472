import { expect, test, vi } from 'vitest';
import { sharedWork } from './shared-work';

test('what is asked for while it runs is done once, what is asked for afterwards again', async () => {
  const once = sharedWork<number>();
  let end = (_: number): void => undefined;
  const work = vi.fn(() => new Promise<number>((resolve) => (end = resolve)));
  const [first, second, other] = [once('a', work), once('a', work), once('b', async () => 7)];
  end(1);
  expect(await Promise.all([first, second, other])).toEqual([1, 1, 7]);
  expect(work).toHaveBeenCalledOnce();
  const third = once('a', work);
  end(2);
  expect(await third).toBe(2);
});

test('work that fails is told to all who asked, and is tried by the next', async () => {
  const once = sharedWork<number>();
  const fail = async (): Promise<number> => {
    throw new Error('busy');
  };
  const both = await Promise.allSettled([once('a', fail), once('a', fail)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await once('a', async () => 3)).toBe(3);
});
