import type { Entry } from '../../domain/documents/compare/compare';

/** What a reader sees: one change, or a run of lines that say what they said before. */
export type Stretch =
  | { kind: 'change'; entry: Exclude<Entry, { kind: 'same' | 'renumbered' }> }
  | {
      kind: 'rest';
      entries: Extract<Entry, { kind: 'same' | 'renumbered' }>[];
      /** Long ones are folded away; a line or two beside a change help to read it. */
      isFolded: boolean;
    };

const SHORT = 2;

/** Entries with what didn't change gathered; only renumbered lines count as unchanged. */
export function stretchesOf(entries: readonly Entry[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const entry of entries) {
    const last = stretches.at(-1);
    if (entry.kind !== 'same' && entry.kind !== 'renumbered') {
      stretches.push({ kind: 'change', entry });
    } else if (last?.kind === 'rest') {
      last.entries.push(entry);
      last.isFolded = last.entries.length > SHORT;
    } else {
      stretches.push({ kind: 'rest', entries: [entry], isFolded: false });
    }
  }
  return stretches;
}
