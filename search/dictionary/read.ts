import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Dictionary = {
  terms: ReadonlySet<string>;
  stopWords: ReadonlySet<string>;
  /** Changes with every change of the terms: an index made with other terms is out of date. */
  version: string;
};

/**
 * `equal`: each stands for any other; `also`: `from` is looked for as `to` too; `weak`: so, but need not be found;
 * `actor`: so in a question, where it says who did it and not what the question is about.
 * An expression of `to` may end in @0.5, a weight of its own.
 */
export type SynonymLine = {
  how: 'equal' | 'also' | 'weak' | 'actor';
  from: readonly string[];
  to: readonly string[];
  weight: number;
};

export type SynonymData = {
  lines: readonly SynonymLine[];
  /** Short name of a law, then its full names. */
  shortNames: ReadonlyMap<string, readonly string[]>;
  /** Names in titles, and the words of questions that lead to texts of such a name. */
  subjects: readonly { names: readonly string[]; words: readonly string[] }[];
};

const WEIGHTS = { equal: 0.9, also: 0.8, weak: 0.5, actor: 0.8 };
const SIGNS: Readonly<Record<string, SynonymLine['how']>> = {
  '>': 'also',
  '~': 'weak',
  '?': 'actor',
};

/**
 * Reads terms.txt and stop-words.txt of this folder: words parted by blanks, `#` begins a comment.
 * @throws when the files are not there: an index without them would differ from all others
 */
export function readDictionary(folder: string = findFolder()): Dictionary {
  const terms = linesOf(folder, 'terms.txt').flatMap(wordsOf);
  return {
    terms: new Set(terms),
    stopWords: new Set(linesOf(folder, 'stop-words.txt').flatMap(wordsOf)),
    version: createHash('sha256').update(terms.join(' ')).digest('hex').slice(0, 12),
  };
}

/** Reads synonyms.txt, short-names.txt and subjects.txt, which only questions need; their form is told at their beginning. */
export function readSynonyms(folder: string = findFolder()): SynonymData {
  return {
    lines: linesOf(folder, 'synonyms.txt').map(readSynonymLine),
    shortNames: new Map(
      linesOf(folder, 'short-names.txt').map((line) => {
        const [short = '', ...full] = wordsOf(line);
        return [short, full];
      }),
    ),
    subjects: linesOf(folder, 'subjects.txt').map((line) => {
      const [names = '', words = ''] = line.split('|');
      return { names: wordsOf(names.trim()), words: wordsOf(words.trim()) };
    }),
  };
}

/** @throws when a line is none of the forms: a slip in the data is found by its tests */
export function readSynonymLine(line: string): SynonymLine {
  const match = /^([^>~?@]+?)(?:\s([>~?])(?:\s([^>~?]*?))?)?(?:\s@(0\.\d+|1))?$/.exec(line);
  const [, left = '', sign, right = '', weight] = match ?? [];
  const how = SIGNS[sign ?? ''] ?? 'equal';
  const from = expressionsOf(left);
  const to = how === 'equal' ? from : expressionsOf(right);
  if (!match || from.length === 0 || (how === 'also' && to.length === 0)) {
    throw new Error(`not a line of synonyms: ${line}`);
  }
  return { how, from, to, weight: weight ? Number(weight) : WEIGHTS[how] };
}

const expressionsOf = (side: string): string[] =>
  side
    .split(/\s*[|=]\s*/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

const linesOf = (folder: string, file: string): string[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');

const wordsOf = (line: string): string[] => line.split(/\s+/);

// A bundler moves this module away from its data; the server is then started in the root of the product.
function findFolder(): string {
  const fromRoot = join(process.cwd(), 'search', 'dictionary');
  if (existsSync(join(fromRoot, 'terms.txt'))) return fromRoot;
  return dirname(fileURLToPath(import.meta.url));
}
