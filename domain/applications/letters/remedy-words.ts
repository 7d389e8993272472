import type { LetterFacts } from './facts';
import { isDecisionLetter, type LetterKind } from './kinds';
import { requiredPlaceholders } from './placeholders';

/** Whether a letter of this kind has the paragraph on remedies, which other words could contradict. */
export const hasRemedy = (kind: LetterKind): boolean =>
  isDecisionLetter(kind) || requiredPlaceholders(kind).includes('remedy');

/**
 * What a text says on its own of ways to contest the letter, each once, as it is written there: 行政复议,
 * 起诉, 终局决定. The remedy comes from the rules; a second one beside it contradicts it sooner or later, as
 * the terms of before 2024 do. A text may quote such words and mean another matter: nobody but a reader can tell.
 */
export const remedyWordsIn = (text: string): string[] => [
  ...new Set(plain(text).match(REMEDY_WORDS) ?? []),
];

/** Terms that a remedy could have. They stand in other sentences too: “请在15日内领取”. */
export const remedyTermsIn = (text: string): string[] => [
  ...new Set(plain(text).match(REMEDY_TERMS) ?? []),
];

/**
 * The same in what a letter with a remedy is made from: the words of its template and what the office
 * typed. What the applicant asked for is their own, and often about 复议.
 */
export const remedyWordsOf = (
  kind: LetterKind,
  templateWords: string,
  { facts, decision }: Partial<Pick<LetterFacts, 'facts' | 'decision'>>,
): string[] =>
  hasRemedy(kind) ? remedyWordsIn([templateWords, facts, decision].filter(Boolean).join('\n')) : [];

/** One width of letters and digits, without gaps: “行 政 复 议” and “６０日” are the same words. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll('\n', '。')
    .replace(/[\s\p{Cf}]+/gu, '');

const REMEDY_WORDS =
  /(?:申请|提起|提出)?(?:行政)?(?:复议|诉讼)|起诉|上诉|申诉|不服|向[^。，；]{0,6}法院|终局(?:性)?(?:决定|答复|裁决|处理)?|最终(?:的)?(?:决定|答复|裁决|处理|结论)|(?:不得|不能|不可|无权|不再)[^。，；]{0,8}(?:异议|救济|复核|信访|投诉)|救济(?:途径|权利|渠道|期限)/gu;

const REMEDY_TERMS = /(?:60|六十)个?(?:自然)?日|(?:3|三|6|六)个月|(?:15|十五)个?(?:自然)?日/gu;
