import { ADVERTISING_WORDS } from './advertising-words';
import { cleanText } from './clean-comment';

/** What makes a comment look like advertising or a trick; words in messages `moderation.findings`. */
export const SUSPICION_CODES = [
  'links',
  'advertising',
  'contact',
  'repeated',
  'mixed-scripts',
  'hidden-signs',
  'markup',
  'sent-before',
] as const;
export type SuspicionCode = (typeof SUSPICION_CODES)[number];

export type SuspicionFinding = { code: SuspicionCode; count: number };

/** From 0 to 100. */
export type Suspicion = { score: number; findings: SuspicionFinding[] };

/** From here on a comment is marked for whoever moderates. It is only an order of reading. */
export const SUSPICIOUS_FROM = 30;

/**
 * How much a comment looks like one that was not written about the draft. It decides nothing: a person
 * reads each. Never throws, whatever the text.
 *
 * @param given the text as it was sent, before it was cleaned
 * @param sentBefore how many comments of the same consultation say just this
 */
export function suspicionOf(given: string, sentBefore = 0): Suspicion {
  const { text, hidden } = cleanText(given);
  const plain = text.normalize('NFKC').toLowerCase();
  const compact = plain.replace(/[\s\p{P}\p{S}]+/gu, '');
  const advertising = ADVERTISING_WORDS.filter((word) =>
    compact.includes(word.replace(/\s+/gu, '')),
  ).length;
  const counts: Record<SuspicionCode, number> = {
    links: countOf(plain, LINK),
    advertising,
    contact: countOf(plain, CONTACT),
    repeated: repetitionsIn(plain),
    'mixed-scripts': mixedWords(text),
    'hidden-signs': hidden,
    markup: countOf(plain, MARKUP),
    'sent-before': sentBefore,
  };
  const findings = SUSPICION_CODES.filter((code) => counts[code] > 0).map((code) => ({
    code,
    count: counts[code],
  }));
  const score = findings.reduce((sum, { code, count }) => {
    const { each, most } = WEIGHTS[code];
    return sum + Math.min(most, each * count);
  }, 0);
  return { score: Math.min(100, score), findings };
}

const WEIGHTS: Record<SuspicionCode, { each: number; most: number }> = {
  links: { each: 20, most: 50 },
  advertising: { each: 15, most: 60 },
  contact: { each: 15, most: 30 },
  repeated: { each: 30, most: 40 },
  'mixed-scripts': { each: 25, most: 40 },
  'hidden-signs': { each: 30, most: 40 },
  markup: { each: 20, most: 40 },
  'sent-before': { each: 30, most: 40 },
};

const LINK =
  /(?:https?:\/\/|www\.)[^\s\p{P}]|(?<![\w@.-])[a-z0-9][a-z0-9-]{0,62}\.(?:com|cn|net|org|top|xyz|vip|cc|info|shop|site|club|io|me)(?![a-z])/gu;

/** Ways to reach a seller: a mobile number, a QQ or WeChat account. */
const CONTACT = /(?<!\d)1[3-9]\d{9}(?!\d)|(?:qq|微信|vx|wx|wechat)[\s:：]{0,3}[a-z0-9_-]{5,20}/gu;

const MARKUP = /<\/?[a-z][a-z0-9]{0,15}(?=[\s/>])|javascript:|\[url/gu;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Lines that stand there again, and runs of one sign. */
function repetitionsIn(text: string): number {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= 6);
  const again = lines.length - new Set(lines).size;
  // A short piece, five times in a row.
  const runs = countOf(text, /(\p{L})\1{9}|(\p{L}[\p{L}\p{P}]{1,11})\2{4}/gu);
  return again + runs;
}

/** Words in which letters of different alphabets look alike: “раypal” with a Cyrillic р. */
function mixedWords(text: string): number {
  const words = text.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{2,64}/gu) ?? [];
  return words.filter(
    (word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word),
  ).length;
}
