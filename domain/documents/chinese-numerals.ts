const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACES: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const WRITTEN = '零一二三四五六七八九';

/** The characters that a number may be written with, for use inside a regular expression's class. */
export const NUMERAL_CHARACTERS = '〇零○一二两三四五六七八九十百千0-9０-９';

/**
 * Reads a whole number from 0 to 9999 as official texts write it: 三十三, 一百二十, 一千零一,
 * 一二〇 (digit by digit), 33 or ３３.
 *
 * @returns undefined for anything else, and for what no one would write (十百, 二二十, 百).
 */
export function parseChineseNumeral(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  if (/^[0-9]{1,4}$/.test(plain)) return Number(plain);
  if (!/^[〇零○一二两三四五六七八九十百千]{1,9}$/u.test(plain)) return undefined;
  return /[十百千]/u.test(plain) ? readPlaces(plain) : readDigits(plain);
}

/**
 * Writes a whole number from 1 to 9999 as official texts do: 10 → 十, 12 → 十二, 120 → 一百二十,
 * 1001 → 一千零一.
 *
 * @throws RangeError outside 1 to 9999.
 */
export function formatChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) {
    throw new RangeError(`a number from 1 to 9999 was expected, not ${value}`);
  }
  let written = '';
  let isGap = false;
  for (const [place, mark] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / place) % 10;
    if (digit === 0) {
      isGap = written !== '';
      continue;
    }
    written += `${isGap ? '零' : ''}${WRITTEN[digit]}${mark}`;
    isGap = false;
  }
  return written.replace(/^一十/u, '十');
}

function readDigits(text: string): number | undefined {
  return text.length > 4 ? undefined : Number([...text].map((digit) => DIGITS[digit]).join(''));
}

function readPlaces(text: string): number | undefined {
  let total = 0;
  let lastPlace = 10_000;
  let digit: number | undefined;
  for (const character of text) {
    const place = PLACES[character];
    if (place === undefined) {
      const next = DIGITS[character] as number;
      if (digit !== undefined && digit !== 0) return undefined;
      digit = next;
      continue;
    }
    if (place >= lastPlace || digit === 0) return undefined;
    // 十二 stands for 一十二, but no one writes 百二 for 一百二.
    if (digit === undefined && !(place === 10 && total === 0)) return undefined;
    total += (digit ?? 1) * place;
    lastPlace = place;
    digit = undefined;
  }
  // A zero fills a gap between digits (一千零一) and never ends a number (一百零).
  if (digit === 0 || (digit !== undefined && lastPlace === 1)) return undefined;
  return total + (digit ?? 0);
}
