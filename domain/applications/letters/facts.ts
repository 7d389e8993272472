import type { Day } from '../../workdays/days';
import type { ApplicantKind, DeliveryWay, InformationForm } from '../applicants';
import type { ReplyKind } from '../reply-kinds';
import type { LetterKind } from './kinds';
import type { Placeholder } from './placeholders';

/**
 * What is known of a case when a letter is made. Which of it a letter needs follows from its kind and
 * its template; the rest may be left out. Texts are as people typed them.
 */
export type LetterFacts = {
  agency: string;
  /** 文号, such as 青府办依申请〔2026〕第12号. */
  number: string;
  date: Day;
  applicant: string;
  applicantKind: ApplicantKind;
  receiptNumber: string;
  /** What was asked for, in the applicant's words. */
  request: string;
  filedOn: Day;
  receivedOn: Day;
  form: InformationForm;
  delivery: DeliveryWay;
  /** Of a decision: the kind of reply, what was found, what is decided and why. */
  replyKind: ReplyKind;
  /** Whether a third party that was asked does not agree; what is not known counts as yes. */
  isObjected: boolean;
  facts: string;
  decision: string;
  /** The address of the letters of this portal, to which a reply under article 39 points. */
  lettersPage: string;
  /** 行政复议机关: for a county's department or township the county government. */
  reviewBody: string;
  /** The court; left out, the letter says the court that has jurisdiction. */
  court: string | null;
  /** Whether the letter is served through the internet; what is not known counts as yes. */
  isServedOnline: boolean;
  /** The address at which review can be asked for online. */
  onlineReview: string | null;
  /** Phone and address of the office, where a letter asks for an answer. */
  contact: string;
  /** 补正事项 of a supplement notice. */
  missing: string;
  /** By when the addressee is asked to answer. */
  respondBy: Day;
  /** Why a period is extended or deferred, a case is passed on, an opinion is asked for. */
  reason: string;
  dueOn: Day;
  newDueOn: Day;
  /** The year whose holiday notice is not out and can move the day; null where none is waited for. */
  dueMayMove: number | null;
  newDueMayMove: number | null;
  /** Working days of an extension. */
  workdays: number;
  thirdParty: string;
  otherAgency: string;
  /** The information that an opinion is asked about. */
  subject: string;
  fee: { basis: 'requests' | 'pages'; count: number; yuan: number };
  /** How and where the fee is paid. */
  payment: string;
  withdrawnOn: Day;
  /** 文号 of the reply that is corrected. */
  correctedNumber: string;
};

/** What a letter may lack: a place's fact, or one that the remedy needs. */
export type LetterElement = Placeholder | 'reviewBody' | 'onlineReview';

/**
 * The Chinese words of letters around what people wrote: messages `official/letters.json`, and the
 * names of codes in `applications`, of the official language.
 */
export type LetterWords = {
  sentences: Record<LetterSentence, string>;
  replyKinds: Record<ReplyKind, string>;
  forms: Record<InformationForm, string>;
  delivery: Record<DeliveryWay, string>;
};

/** All that goes into one letter. */
export type LetterContext = {
  kind: LetterKind;
  title: string;
  facts: Partial<LetterFacts>;
  words: LetterWords;
};

export type LetterSentence =
  | 'addressee'
  | 'you'
  | 'youOrganisation'
  | 'youEither'
  | 'anyCourt'
  | 'articles'
  | 'article'
  | 'articleJoin'
  | 'andNotice'
  | 'thisLetter'
  | 'anyLetter'
  | 'remedyReviewFirst'
  | 'remedyEither'
  | 'remedyWithCase'
  | 'onlineReview'
  | 'lettersPage'
  | 'dayIncluded'
  | 'dayMayMove'
  | 'termKnown'
  | 'termReceived'
  | 'termUnknown'
  | 'workdays'
  | 'byRequests'
  | 'byPages'
  | 'ratesByRequests'
  | 'ratesByPages'
  | 'requests'
  | 'pages'
  | 'yuan';
