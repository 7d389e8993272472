/** The one spelling in which texts and questions meet. */

const WIDE_FIRST = 0xff01;
const WIDE_LAST = 0xff5e;
const WIDE_TO_ASCII = 0xfee0;
const LONE_SURROGATE = /[\ud800-\udfff]/gu;
// Control and invisible characters that arrive by copying out of Word, PDF and web pages.
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufe00-\ufe0f\ufeff]/g;

/**
 * Half-width, lower-case spelling of a text, UTF-16 unit for UTF-16 unit: positions found in
 * the result are positions in the original. Characters that can't be stored become blanks.
 */
export function fold(text: string): string {
  const clean = text.replace(LONE_SURROGATE, ' ').replace(INVISIBLE, ' ');
  const lower = clean.toLowerCase();
  const folded = lower.length === clean.length ? lower : clean.replace(/[A-Z]/g, toLower);
  return folded.replace(/[\uff01-\uff5e\u3000]/g, narrow);
}

const toLower = (letter: string): string => letter.toLowerCase();

function narrow(char: string): string {
  const code = char.charCodeAt(0);
  if (code < WIDE_FIRST || code > WIDE_LAST) return ' ';
  return String.fromCharCode(code - WIDE_TO_ASCII).toLowerCase();
}

/** A question as its answer is known by: as a title, without how one begins and ends a question (请问, 吗). */
export const askedKey = (question: string): string =>
  titleKey(question)
    .replace(/^(?:你好|您好)?(?:请问|我想问一下|我想问|想问一下|想问|咨询一下)?(?=.)/u, '')
    .replace(/(?<=.)(?:吗|呢|啊|呀)$/u, '');

/** A title reduced to letters and digits, without the name of the state that many laws begin with. */
export const titleKey = (title: string): string =>
  fold(title)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/^中华人民共和国(?=.)/, '');
