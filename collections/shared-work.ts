/**
 * Work that is asked for again while it runs is done once: whoever asks meanwhile under the same key gets what
 * comes of it. Of one process; between several the database refuses the second.
 */
export function sharedWork<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const atWork = new Map<string, Promise<T>>();
  return (key, work) => {
    const running = atWork.get(key) ?? work().finally(() => atWork.delete(key));
    atWork.set(key, running);
    return running;
  };
}
