/** The marks that people type around and before words, in every shape that keyboards have. */
export const QUOTES = /[“”„‟«»「」『』＂〝〞]/g;
// Not the dash: it begins the second line of many titles.
export const MINUS = /[－−‐‑]/g;

/** What may stand before a colon to say where a word is looked for. */
export const FIELD_WORDS = 'title|标题|题目|agency|机构|发文机关|发文机构|部门';

const IN_FIELD = new RegExp(`((?<!\\S)(?:${FIELD_WORDS})\\s?[:：]\\s*)([^\\s"]+)`, 'giu');

/** A question that is looked for as it stands, and not corrected. */
export const asItStands = (typed: string): string => {
  const plain = typed.replace(QUOTES, '"').replaceAll('"', '');
  const inFields = plain.replace(IN_FIELD, '$1"$2"');
  return inFields === plain ? `"${plain}"` : inFields;
};

/** The words of a question as they were typed, without quotation marks and without what is to be left out. */
export const plainWords = (typed: string): string[] =>
  typed
    .replace(QUOTES, '"')
    .replace(MINUS, '-')
    .replace(/(?<!\S)-(?:"[^"]*"|[^\s"]+)/g, ' ')
    .split(/[\s"]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
