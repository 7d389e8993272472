/** How old what is kept may be: a change shows in results within two seconds. */
const FRESH_MS = 1_000;

/**
 * A reading of small things (names of agencies, words of the filter form) that every question needs: read
 * once for all the questions of a second. One that fails is not kept.
 */
export function keptBriefly<Key, Value>(
  read: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  const kept = new Map<Key, { value: Promise<Value>; until: number }>();
  return (key) => {
    const last = kept.get(key);
    if (last && last.until > Date.now()) return last.value;
    const value = read(key);
    kept.set(key, { value, until: Date.now() + FRESH_MS });
    value.catch(() => kept.delete(key));
    return value;
  };
}
