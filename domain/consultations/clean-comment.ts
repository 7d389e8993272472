/** The most that one comment may say, in characters as people count them. */
export const MOST_COMMENT_CHARACTERS = 5000;

export type CleanedText = {
  text: string;
  /** Signs that nobody sees, which were taken away: of direction, of no width, of control. */
  hidden: number;
};

/**
 * A text as a stranger typed it, made fit to be shown: what nobody can see and what turns round the words
 * beside it is taken away, and lines are one newline each. It stays plain text: `<b>` is three signs.
 */
export function cleanText(given: string): CleanedText {
  let hidden = 0;
  const text = given
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(HIDDEN, (sign) => {
      hidden += sign.length;
      return '';
    })
    // Marks piled upon a letter until they cover the lines around it.
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .replace(/[^\S\n]+\n/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  return { text, hidden };
}

/** The same for what is one line, such as a name. */
export const cleanLine = (given: string): string =>
  cleanText(given).text.replace(/\s+/gu, ' ').trim();

export type CommentProblem =
  { code: 'empty' } | { code: 'tooLong'; length: number; most: number } | null;

/** Why a comment can't be taken; null when it can. */
export function commentProblem(given: string): CommentProblem {
  // Counted sign by sign only where it can make a difference.
  const isFar = given.length > 4 * MOST_COMMENT_CHARACTERS;
  const { text } = cleanText(isFar ? given.slice(0, 100) : given);
  const length = isFar ? given.length : [...text].length;
  if (length > MOST_COMMENT_CHARACTERS) {
    return { code: 'tooLong', length, most: MOST_COMMENT_CHARACTERS };
  }
  return /[\p{L}\p{N}]/u.test(text) ? null : { code: 'empty' };
}

/**
 * Controls but tab and newline, and format signs: direction, zero width, soft hyphens, tags. The joiner of
 * two pictures stays, as families and professions are written with it.
 */
const HIDDEN =
  /(?![\t\n])\p{Cc}|(?!\u200d)\p{Cf}|(?<![\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}])\u200d|\u200d(?!\p{Extended_Pictographic})|[\ufff9-\ufffb\u115f\u1160\u3164\uffa0]/gu;
