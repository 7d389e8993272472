import { pinyin } from 'pinyin-pro';

/** Letters by which a text is found by the way it sounds. One entry for each place where a word begins. */
export type HeadSound = {
  /** The sound from there on, softened and without tones: laodonhetonfa, hetonfa, fa. */
  sound: string[];
  /** The first letters of the syllables from there on: ldhtf, htf, f. */
  initials: string[];
};

export const MAX_SOUND = 40;
export const MAX_INITIALS = 16;

const CACHE_LIMIT = 50_000;
const MAX_VARIANTS = 3;
const VARIED_CHARS = 6;
// Softened, no less than what is kept.
const RAW_LENGTH = MAX_SOUND * 2;

// Readings that are mixed up, or that depend on a context which a single word does not show.
const OTHER_READINGS: Readonly<Record<string, readonly string[]>> = readings(
  '行 xing hang|重 zhong chong|长 chang zhang|调 tiao diao|传 chuan zhuan|单 dan shan|参 can shen|率 lv shuai|度 du duo|' +
    '便 bian pian|会 hui kuai|藏 cang zang|乐 le yue|降 jiang xiang|校 xiao jiao|给 gei ji|解 jie xie|朝 chao zhao|弹 dan tan|' +
    '系 xi ji|卡 ka qia|血 xue xie|薄 bo bao|角 jiao jue|车 che ju|大 da dai|地 di de|都 dou du|还 hai huan|没 mei mo|差 cha chai|' +
    '曾 ceng zeng|石 shi dan|查 cha zha|区 qu ou|属 shu zhu|模 mo mu|暴 bao pu|乘 cheng sheng|奇 qi ji|丰 feng|盛 sheng cheng|' +
    '尉 wei yu|仔 zi zai|伯 bo bai|择 ze zhai|落 luo la|露 lu lou|熟 shu shou|壳 ke qiao|载 zai|削 xue xiao|劲 jin jing|' +
    '宿 su xiu|埔 pu bu|蔚 wei yu|莞 guan wan|六 liu lu|厦 xia sha|番 fan pan|洞 dong tong|绿 lv lu|畜 chu xu|臭 chou xiu|提 ti di',
);

const known = new Map<string, readonly string[]>();

/** The syllables of a word, one for each character, without tones; letters and digits stand for themselves. */
export function syllablesOf(word: string): readonly string[] {
  const cached = known.get(word);
  if (cached) return cached;
  const read = pinyin(word, { toneType: 'none', type: 'array', v: true });
  const syllables = read.map((one) => (/^[a-z0-9]+$/.test(one) ? one : ''));
  if (known.size > CACHE_LIMIT) known.clear();
  known.set(word, syllables);
  return syllables;
}

/**
 * Makes alike what many speakers and typists don't part: zh and z, ang and an, lü and lu. Works on joined syllables, so
 * that fang'an and fan'gan need not be told apart; the beginning of a sound stays its beginning.
 */
export const soften = (letters: string): string =>
  letters
    .replace(/([zcs])h/g, '$1')
    .replace(/ng/g, 'n')
    .replaceAll('v', 'u');

/** The sound of a text as it is looked for. */
export const soundOf = (words: readonly string[]): string =>
  soften(words.flatMap((word) => syllablesOf(word)).join(''));

export const initialsOf = (words: readonly string[]): string =>
  words.flatMap((word) => syllablesOf(word).map((one) => one.charAt(0))).join('');

/** What the index keeps of a title that was cut into words. */
export function headSound(words: readonly string[]): HeadSound {
  const spoken = spokenChars(words);
  const letters = spoken.map(({ syllable }) => syllable).join('');
  const firsts = spoken.map(({ syllable }) => syllable.charAt(0)).join('');
  const sound = new Set<string>();
  const initials = new Set<string>();
  let first = 0;
  for (const [at, { isStart, start, syllable }] of spoken.entries()) {
    if (isStart && syllable) {
      sound.add(keptOf(letters.slice(start, start + RAW_LENGTH)));
      initials.add(firsts.slice(first, first + MAX_INITIALS));
      for (const variant of variantsFrom(spoken, at, letters)) sound.add(variant);
    }
    if (syllable) first += 1;
  }
  return { sound: [...sound], initials: [...initials] };
}

/** The readings that a character may have where a word has it read so. */
export const readingsOf = (char: string, read: string): readonly string[] => {
  const others = OTHER_READINGS[char];
  return others ? [...new Set([read, ...others])] : [read];
};

/** A character of a title, its syllable and where that begins in the letters of the whole. */
type Spoken = { char: string; syllable: string; start: number; isStart: boolean };

function spokenChars(words: readonly string[]): Spoken[] {
  const spoken: Spoken[] = [];
  let start = 0;
  for (const word of words) {
    const syllables = syllablesOf(word);
    let place = 0;
    for (const char of word) {
      const syllable = syllables[place] ?? '';
      spoken.push({ char, syllable, start, isStart: place === 0 });
      start += syllable.length;
      place += 1;
    }
  }
  return spoken;
}

const keptOf = (letters: string): string => soften(letters).slice(0, MAX_SOUND);

/** The same with another reading of one of the next characters: enough for a slip of the reader or of the typist. */
function variantsFrom(spoken: readonly Spoken[], from: number, letters: string): string[] {
  const variants: string[] = [];
  const begin = (spoken[from] as Spoken).start;
  for (const { char, syllable, start } of spoken.slice(from, from + VARIED_CHARS)) {
    for (const other of OTHER_READINGS[char] ?? []) {
      if (other === syllable || variants.length >= MAX_VARIANTS) continue;
      const rest = letters.slice(start + syllable.length, begin + RAW_LENGTH);
      variants.push(keptOf(letters.slice(begin, start) + other + rest));
    }
  }
  return variants;
}

function readings(text: string): Record<string, string[]> {
  return Object.fromEntries(
    text.split('|').map((entry) => {
      const [char = '', ...read] = entry.split(' ');
      return [char, read];
    }),
  );
}
