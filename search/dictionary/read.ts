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
 * Reads terms.txt and stop-words.txt of this folder: words parted by blanks, `#` begins a comment.
 * @throws when the files are not there: an index without them would differ from all others
 */
export function readDictionary(folder: string = findFolder()): Dictionary {
  const termsText = readFileSync(join(folder, 'terms.txt'), 'utf8');
  const stopText = readFileSync(join(folder, 'stop-words.txt'), 'utf8');
  const terms = wordsOf(termsText);
  return {
    terms: new Set(terms),
    stopWords: new Set(wordsOf(stopText)),
    version: createHash('sha256').update(terms.join(' ')).digest('hex').slice(0, 12),
  };
}

function wordsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => line.split(/\s+/));
}

// A bundler moves this module away from its data; the server is then started in the root of the product.
function findFolder(): string {
  const fromRoot = join(process.cwd(), 'search', 'dictionary');
  if (existsSync(join(fromRoot, 'terms.txt'))) return fromRoot;
  return dirname(fileURLToPath(import.meta.url));
}
