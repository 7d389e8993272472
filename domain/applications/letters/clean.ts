/**
 * A text as a letter can carry it: every kind of line break a `\n`, and nothing in it that is not
 * seen — control characters, half characters, and the marks that turn the direction of writing and
 * so can make a letter read otherwise than it is stored.
 */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(
      /(?!\n)\p{Cc}|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffd-\uffff]/gu,
      '',
    )
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** Whether nothing of a text would be seen on paper. */
export const isUnseen = (text: string): boolean =>
  /^[\s\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{M}\p{Default_Ignorable_Code_Point}]*$/u.test(text);
