import { isBlank, isSameAnswer, type Answer, type Answers } from './answers';
import { changedFields } from './check';

/** Who says something, and when (ISO instant). */
export type Said = { by: number | string | null; byName: string | null; at: string };

/** A field that says something else than the platform counted: both values, and why. */
export type HandChange = Said & { field: string; computed: Answer; entered: Answer; why: string };

/** Longer is no reason but a text. */
const LONGEST = 500;

/**
 * The changes by hand, in the order of the form. What was known of a field stays with its name and day,
 * unless its value or its reason is another now; one that agrees with what was counted drops out.
 *
 * @param given what a person sends along: of each entry, the field and the why are taken
 */
export function handChangesOf(
  answers: Answers,
  compiled: Partial<Answers>,
  { known, given, said }: { known: unknown; given: unknown; said: Said },
): HandChange[] {
  const before = entries(known) as Partial<HandChange>[];
  const whys = new Map(entries(given).map(({ field, why }) => [field, why]));
  return changedFields(answers, compiled).map((field): HandChange => {
    const computed = compiled[field] ?? null;
    const entered = answers[field] ?? null;
    const old = before.find((change) => change.field === field);
    const isSame = old !== undefined && isSameAnswer(old.entered, entered);
    // A reason speaks of the value that it was given for.
    const why = words(whys.get(field)) ?? (isSame ? (words(old.why) ?? '') : '');
    const who = isSame && old.why === why ? saidIn(old) : said;
    return { field, computed, entered, why, ...who };
  });
}

/**
 * The answers after the year was counted anew: a counted field takes its new value, unless somebody
 * entered another.
 *
 * @param before what was counted the last time; null the first time
 */
export function recompiled(
  answers: Answers,
  after: Partial<Answers>,
  before: Partial<Answers> | null,
): { answers: Answers; changed: { field: string; before: Answer; after: Answer }[] } {
  const changed = Object.entries(after).flatMap(([field, value = null]) => {
    const old = answers[field] ?? null;
    const isCounted = isBlank(old) || (before !== null && isSameAnswer(old, before[field]));
    return isCounted && !isSameAnswer(old, value) ? [{ field, before: old, after: value }] : [];
  });
  const news = Object.fromEntries(changed.map(({ field, after: value }) => [field, value]));
  return { answers: { ...answers, ...news }, changed };
}

const entries = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'object' && entry !== null) : [];

const words = (value: unknown): string | undefined =>
  typeof value === 'string' ? [...value.trim()].slice(0, LONGEST).join('') : undefined;

const saidIn = ({ by = null, byName = null, at = '' }: Partial<Said>): Said => ({ by, byName, at });
