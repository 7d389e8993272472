import type { Lexicon } from './lexicon';
import { initialsOf, soundOf } from './sound';
import { distance, withoutOne } from './spelling';

// Shorter ones are one change away from too many others.
const SHORTEST_MISSPELLED = 4;
const LONGEST_MISSPELLED = 14;

/** The dictionary's terms and the expressions of the lexicon, found by their sound and by what is nearly typed. */
export class KnownExpressions {
  readonly #sounds = new Map<string, string[]>();
  readonly #initials = new Map<string, string[]>();
  readonly #nearly = new Map<string, string[]>();
  readonly #all = new Set<string>();

  constructor(lexicon: Lexicon) {
    const { words } = lexicon;
    for (const text of [...words.dictionary.terms, ...lexicon.expressions()]) {
      if (text.length < 2 || this.#all.has(text)) continue;
      this.#all.add(text);
      const cut = words.cut(text);
      put(this.#sounds, soundOf(cut), text);
      put(this.#initials, initialsOf(cut), text);
    }
    for (const text of new Set([...words.dictionary.terms, ...lexicon.names()])) {
      if (text.length < SHORTEST_MISSPELLED || text.length > LONGEST_MISSPELLED) continue;
      for (const key of withoutOne(text)) put(this.#nearly, key, text);
    }
  }

  has(text: string): boolean {
    return this.#all.has(text);
  }

  bySound(sound: string): readonly string[] {
    return this.#sounds.get(sound) ?? [];
  }

  byInitials(initials: string): readonly string[] {
    return this.#initials.get(initials) ?? [];
  }

  /** Those that one change makes of the typed text. */
  near(typed: string): string[] {
    if (typed.length < SHORTEST_MISSPELLED || typed.length > LONGEST_MISSPELLED) return [];
    const found = new Set(withoutOne(typed).flatMap((key) => this.#nearly.get(key) ?? []));
    return [...found].filter((one) => one !== typed && distance(typed, one, 1) <= 1);
  }
}

const made = new WeakMap<Lexicon, KnownExpressions>();

/** Made when it is first needed: some ten milliseconds and megabytes. */
export function knownExpressions(lexicon: Lexicon): KnownExpressions {
  const known = made.get(lexicon) ?? new KnownExpressions(lexicon);
  made.set(lexicon, known);
  return known;
}

function put(map: Map<string, string[]>, key: string, text: string): void {
  const list = map.get(key);
  if (list) list.push(text);
  else map.set(key, [text]);
}
