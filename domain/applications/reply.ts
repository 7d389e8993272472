import { formatDay, type Day } from '../workdays/days';
import { isOrganisation, type ApplicantKind } from './applicants';
import { remedyOf } from './remedy';
import { replyKinds, type ReplyKind } from './reply-kinds';

/** What a reply letter is made of. The seal is put on the letter and is no part of its text. */
export type Reply = {
  kind: ReplyKind;
  agencyName: string;
  /** 答复书文号, such as 宜府办依申请〔2026〕第12号. */
  number: string;
  applicantKind: ApplicantKind;
  applicantName: string;
  receiptNumber: string;
  /** What was asked for, in the applicant's words, and the day the application was received. */
  request: string;
  receivedOn: Day;
  facts: string;
  /** What is decided and why: the information itself or where to get it, or the reasons. */
  decision: string;
  /** 行政复议机关: for a county's department or township the county government. */
  reviewBody: string;
  /** The court; left out, the letter says the court that has jurisdiction. */
  court?: string | null;
  /** Whether the letter is served through the internet. */
  isServedOnline: boolean;
  /** The address at which review can be asked for online. */
  onlineReview?: string | null;
  decidedOn: Day;
};

/** Names are in messages `applications.replies.elements.<code>`. */
export const replyElements = [
  'agencyName',
  'number',
  'applicantName',
  'request',
  'receivedOn',
  'kind',
  'facts',
  'decision',
  'reviewBody',
  'onlineReview',
  'decidedOn',
] as const;
export type ReplyElement = (typeof replyElements)[number];

/**
 * The elements that a reply still lacks, in the order of the letter. Title, basis, remedy and its
 * time limits follow from the kind of reply and can't be forgotten.
 *
 * 行政复议法（2023）第二十二条: “行政机关通过互联网渠道送达行政行为决定书的，应当同时提供提交行政复议申请书的互联网渠道。”
 */
export function missingReplyElements(reply: Partial<Reply>): ReplyElement[] {
  return replyElements.filter((element) =>
    element === 'onlineReview'
      ? reply.isServedOnline !== false && isBlank(reply.onlineReview)
      : isBlank(reply[element]),
  );
}

/** The sentences of the letter: messages `applications.replies` in the letter's language. */
export type ReplyWords = {
  kinds: Record<ReplyKind, string>;
  letter: Record<LetterSentence, string>;
};

/**
 * The letter as plain text, one paragraph a line.
 *
 * @param words the Chinese ones for the letter that counts
 * @param writeDay how its language writes a day
 * @throws Error naming the elements that are missing: a letter without them must not go out
 */
export function replyText(
  reply: Reply,
  words: ReplyWords,
  writeDay: (day: Day) => string = formatDay,
): string {
  const missing = missingReplyElements(reply);
  if (missing.length > 0) throw new Error(`The reply lacks ${missing.join(', ')}`);
  const { letter } = words;
  const isOrg = isOrganisation(reply.applicantKind);
  const you = isOrg ? letter.youOrganisation : letter.you;
  const say = (sentence: LetterSentence, values: Record<string, string | number> = {}) =>
    fill(letter[sentence], { you, agency: reply.agencyName, ...values });
  const remedy = remedyOf(reply.kind);
  const terms = {
    reviewBody: reply.reviewBody,
    court: reply.court?.trim() || letter.anyCourt,
    reviewDays: remedy.reviewDays,
    courtMonths: remedy.courtMonths,
    courtDaysAfterReview: remedy.courtDaysAfterReview,
  };
  return [
    say('title'),
    reply.number,
    say('addressee', { name: reply.applicantName }),
    say('opening', {
      day: writeDay(reply.receivedOn),
      receiptNumber: reply.receiptNumber,
      request: reply.request,
    }),
    say('facts', { facts: asSentence(reply.facts) }),
    say('basis', {
      articles: replyKinds[reply.kind].basis
        .map(({ article, quote }) => fill(letter.article, { article, quote }))
        .join(letter.articleJoin),
      kind: words.kinds[reply.kind],
    }),
    reply.decision.trim(),
    say(remedy.order === 'review-first' ? 'remedyReviewFirst' : 'remedyEither', terms),
    ...(reply.onlineReview ? [say('onlineReview', { address: reply.onlineReview })] : []),
    reply.agencyName,
    writeDay(reply.decidedOn),
  ].join('\n');
}

type LetterSentence =
  | 'title'
  | 'addressee'
  | 'you'
  | 'youOrganisation'
  | 'anyCourt'
  | 'opening'
  | 'facts'
  | 'basis'
  | 'article'
  | 'articleJoin'
  | 'remedyReviewFirst'
  | 'remedyEither'
  | 'onlineReview';

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** What an officer wrote, closed by a full stop if it has none. */
const asSentence = (text: string): string =>
  /[。.！？；]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`;

/** Puts values into a sentence's `{name}` places once: braces in a value stay as they are. */
const fill = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
