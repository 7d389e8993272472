import { remedyOf, remedyTerms } from '../remedy';
import type { LetterContext, LetterElement, LetterFacts } from './facts';
import { cleanText, isUnseen } from './clean';
import { isDecisionLetter, type LetterKind } from './kinds';
import { fillWords } from './words';

/**
 * How an addressee may contest a letter.
 *
 * 行政复议法（2023）第二十三条第二款: “对前款规定的情形，行政机关在作出行政行为时应当告知公民、法人或者其他组织先向行政复议机关申请行政复议。”
 *
 * A third party whose information is disclosed has the choice between review and court: to them
 * nothing is refused. Against the fee there is no remedy of its own, only with the case that it
 * ends (国办函〔2020〕109号: “不能单独就该决定申请行政复议或者提起行政诉讼”).
 */
export function remedyWay(
  kind: LetterKind,
  replyKind: LetterFacts['replyKind'] | undefined,
): 'review-first' | 'either' | 'with-case' {
  if (kind === 'fee') return 'with-case';
  return isDecisionLetter(kind) && replyKind ? remedyOf(replyKind).order : 'either';
}

/**
 * What the paragraph still needs.
 *
 * 行政复议法（2023）第二十二条第二款: “行政机关通过互联网渠道送达行政行为决定书的，应当同时提供提交行政复议申请书的互联网渠道。”
 */
export function missingForRemedy(kind: LetterKind, facts: Partial<LetterFacts>): LetterElement[] {
  if (kind === 'fee') return [];
  const isBlank = (text: string | null | undefined) => isUnseen(text ?? '');
  return [
    ...(isBlank(facts.reviewBody) ? (['reviewBody'] as const) : []),
    ...(facts.isServedOnline !== false && isBlank(facts.onlineReview)
      ? (['onlineReview'] as const)
      : []),
  ];
}

/** The paragraph on remedies: its order, its terms and its bodies. Nobody types it. */
export function remedyParagraph(
  { kind, title, facts, words: { sentences } }: LetterContext,
  you: string,
): string {
  const way = remedyWay(kind, facts.replyKind);
  const text = fillWords(sentences[SENTENCES[way]], {
    you,
    letter: fillWords(sentences.thisLetter, {
      name: LETTER_NAME.exec(title)?.[0] ?? sentences.anyLetter,
    }),
    reviewBody: oneLine(facts.reviewBody),
    court: oneLine(facts.court) || sentences.anyCourt,
    ...remedyTerms,
  });
  const address = oneLine(facts.onlineReview);
  if (way === 'with-case' || address === '') return text;
  return `${text}${fillWords(sentences.onlineReview, { address })}`;
}

const SENTENCES = {
  'review-first': 'remedyReviewFirst',
  either: 'remedyEither',
  'with-case': 'remedyWithCase',
} as const;

/** What a letter calls itself by its title: 答复书, 告知书, 决定书. */
const LETTER_NAME = /\p{Script=Han}{2}书$/u;

const oneLine = (text: string | null | undefined): string =>
  cleanText(text ?? '').replaceAll('\n', ' ');
