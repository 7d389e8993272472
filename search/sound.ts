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
  const spoken = words.map((word) => syllablesOf(word));
  const sound = new Set<string>();
  const initials = new Set<string>();
  for (let from = 0; from < words.length; from += 1) {
    const { letters, firsts } = spokenFrom(spoken, from);
    if (!letters) continue;
    sound.add(letters);
    initials.add(firsts);
    for (const variant of variantsFrom(words, spoken, from)) sound.add(variant);
  }
  return { sound: [...sound], initials: [...initials] };
}

/** The readings that a character may have where a word has it read so. */
export const readingsOf = (char: string, read: string): readonly string[] => {
  const others = OTHER_READINGS[char];
  return others ? [...new Set([read, ...others])] : [read];
};

function spokenFrom(
  spoken: readonly (readonly string[])[],
  from: number,
): { letters: string; firsts: string } {
  let [letters, firsts] = ['', ''];
  for (let at = from; at < spoken.length && letters.length < MAX_SOUND * 2; at += 1) {
    for (const syllable of spoken[at] as readonly string[]) {
      letters += syllable;
      firsts += syllable.charAt(0);
    }
  }
  return { letters: soften(letters).slice(0, MAX_SOUND), firsts: firsts.slice(0, MAX_INITIALS) };
}

/** The same with another reading of one of the word's characters: enough for a slip of the reader or of the typist. */
function variantsFrom(
  words: readonly string[],
  spoken: readonly (readonly string[])[],
  from: number,
): string[] {
  const variants: string[] = [];
  for (let at = from; at < Math.min(words.length, from + 3); at += 1) {
    const chars = [...(words[at] as string)];
    const own = spoken[at] as readonly string[];
    for (const [place, char] of chars.entries()) {
      for (const other of OTHER_READINGS[char] ?? []) {
        if (other === own[place] || variants.length >= MAX_VARIANTS) continue;
        const changed = [...spoken];
        changed[at] = own.map((one, index) => (index === place ? other : one));
        variants.push(spokenFrom(changed, from).letters);
      }
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
