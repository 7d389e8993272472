import { canonicalContent } from '../review/fingerprint';

/** A value as the log keeps it: short ones whole, long ones by their beginning and their length. */
export type Noted = unknown;

/** Longer texts are kept by their beginning: the versions of the record hold them whole. */
const MOST = 300;

export type Difference = { before: Record<string, Noted>; after: Record<string, Noted> };

/**
 * What a change did: of each field whose value differs, what it was and what it became.
 *
 * @param hidden fields of which the log says only that they changed, never the value: passwords,
 *   sealed personal data
 */
export function differenceOf(
  before: Readonly<Record<string, unknown>> | null | undefined,
  after: Readonly<Record<string, unknown>> | null | undefined,
  { ignored, hidden }: { ignored: ReadonlySet<string>; hidden: (field: string) => boolean },
): Difference {
  const difference: Difference = { before: {}, after: {} };
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  for (const field of fields) {
    if (ignored.has(field)) continue;
    const [was, is] = [before?.[field], after?.[field]];
    if (isSame(was, is)) continue;
    if (hidden(field)) {
      if (hasValue(was)) difference.before[field] = HIDDEN;
      if (hasValue(is)) difference.after[field] = HIDDEN;
      continue;
    }
    if (hasValue(was)) difference.before[field] = noted(was);
    if (hasValue(is)) difference.after[field] = noted(is);
  }
  return difference;
}

export const HIDDEN = '***';

const hasValue = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

const isSame = (a: unknown, b: unknown): boolean => textOf(a) === textOf(b);

const textOf = (value: unknown): string => canonicalContent({ value }, ['value']);

function noted(value: unknown): Noted {
  if (typeof value === 'string') return shortened(value);
  if (typeof value !== 'object') return value;
  if (isPopulated(value)) return value.id;
  const text = textOf(value).slice('{"value":'.length, -1);
  if (text.length <= MOST) return JSON.parse(text === '' ? 'null' : text) as unknown;
  return shortened(text);
}

const shortened = (text: string): string =>
  text.length <= MOST ? text : `${text.slice(0, MOST)}… (${text.length})`;

/** A relation that was read with its record: the id says it all. */
const isPopulated = (value: unknown): value is { id: unknown } =>
  typeof value === 'object' && value !== null && 'id' in value && 'createdAt' in value;
