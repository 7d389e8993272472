/** Reading of what is typed in Latin letters: pinyin with or without blanks and tones, or the first letters alone. */

const MARKS = /[\u0300-\u036f]/g;
const TYPED = /^[a-z\s'’·-]+$/;
const TONE_DIGITS = /([a-z])[1-5](?=\s|[a-z']|$)/g;
const LONGEST_TYPED = 80;

// What may follow the consonants a syllable begins with; a blank word stands for none.
const FINALS: Readonly<Record<string, string>> = {
  '': 'a ai an ang ao e ei en eng er o ou',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng o ou u',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve ue',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve ue',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  k: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un v',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un v',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un v',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  r: 'an ang ao e en eng i ong ou u ua uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  y: 'a an ang ao e i in ing o ong ou u uan ue un',
  w: 'a ai an ang ei en eng o u',
};

const SYLLABLES: ReadonlySet<string> = new Set(
  Object.entries(FINALS).flatMap(([initial, finals]) =>
    finals.split(' ').map((final) => initial + final),
  ),
);
const LONGEST_SYLLABLE = 6;

/** The letters of a text that may be pinyin, without tones, blanks and signs; null for any other text. */
export function typedLetters(typed: string): string | null {
  if (typed.length > LONGEST_TYPED) return null;
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[üǖǘǚǜ]/g, 'v')
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(TONE_DIGITS, '$1')
    .trim();
  if (!TYPED.test(plain)) return null;
  const letters = plain.replace(/[^a-z]/g, '');
  return letters.length > 1 ? letters : null;
}

/**
 * Parts letters into syllables, long ones first; null when they are none. The last may be unfinished (laodongf).
 */
export function syllablesIn(letters: string): string[] | null {
  // Places from which the rest is known to be none: without it, aaaa… takes every way.
  const dead = new Set<number>();
  const from = (at: number): string[] | null => {
    if (at === letters.length) return [];
    if (dead.has(at)) return null;
    for (let size = Math.min(LONGEST_SYLLABLE, letters.length - at); size > 0; size -= 1) {
      const syllable = letters.slice(at, at + size);
      if (!SYLLABLES.has(syllable)) continue;
      const rest = from(at + size);
      if (rest) return [syllable, ...rest];
    }
    const last = letters.slice(at);
    if (at > 0 && UNFINISHED.has(last)) return [last];
    dead.add(at);
    return null;
  };
  return from(0);
}

const UNFINISHED: ReadonlySet<string> = new Set(Object.keys(FINALS).filter((one) => one !== ''));
