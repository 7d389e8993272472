import { isSealed, resealed } from './seal';

/**
 * A value of a record with everything sealed in it sealed by the key in use; the very same value where
 * nothing changes. `as` tells under which name the text of a field was sealed, and null for a field that
 * never is: what somebody typed there may look so.
 * @throws UnsealError when no key opens a text
 */
export function rotated<T>(value: T, as: (key: string) => string | null, key = ''): T {
  if (typeof value === 'string') {
    const name = as(key);
    return name !== null && isSealed(value) ? (resealed(value, name) as T) : value;
  }
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => rotated(item, as, key));
    return items.some((item, i) => item !== value[i]) ? (items as T) : value;
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown, boolean] => {
    const next = rotated<unknown>(inner, as, name);
    return [name, next, next !== inner];
  });
  if (!entries.some(([, , isChanged]) => isChanged)) return value;
  return Object.fromEntries(entries.map(([name, next]) => [name, next])) as T;
}
