/**
 * Why a case's dates can't be what happened. Sentences are in messages `clock.problems.<key>`.
 *
 * A rule of order, or one of the Regulation's limits, that an event would break.
 */
export const problemKeys = [
  // What was given is no case
  'notACase',
  'unknownChannel',
  'noReceipt',
  'eventsNotAList',
  'tooManyEvents',
  'notAnEvent',
  'unknownEvent',
  'notADay',
  'dayOutOfRange',
  'partyNotText',
  'extensionDays',
  // Receipt (§31)
  'receivedBeforeFiled',
  'receivedNotFiled',
  'wrongWay',
  'alreadyReceived',
  'beforeFiled',
  'beforeReceipt',
  'beforeConfirmation',
  'beforeSignature',
  // Order
  'outOfOrder',
  'afterReply',
  'afterWithdrawal',
  'afterDue',
  // Supplement (§30)
  'secondSupplement',
  'supplementLate',
  'supplementNotAsked',
  'awaitingSupplement',
  // Opinions (§32, §34)
  'alreadyAsked',
  'notAsked',
  // Extension (§33)
  'secondExtension',
  // Fee (§42)
  'secondFee',
  'feeNotAsked',
  'awaitingFee',
  // Reasons and deferral (§35)
  'reasonsAlreadyAsked',
  'reasonsNotAsked',
  'deferredWithoutReasons',
  'deferralNotLater',
] as const;
export type ProblemKey = (typeof problemKeys)[number];

export type ClockProblem = {
  key: ProblemKey;
  /** The place of the event in the list, from 0; null where it is not about one event. */
  event: number | null;
  /** For the sentence. Days among them are `YYYY-MM-DD`. */
  values: Record<string, string | number>;
};
