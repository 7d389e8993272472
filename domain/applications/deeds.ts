import { isAllowed, type ActionCode } from './actions';
import { isOpen, type Status } from './statuses';

/**
 * What an applicant can do on the page of the own case, in the order in which the page offers it.
 * Names are in messages `caseStatus.deeds.<code>`.
 */
export const deeds = ['supplement', 'reasons', 'receive', 'rate', 'withdraw', 'erase'] as const;
export type Deed = (typeof deeds)[number];

export const isDeed = (value: unknown): value is Deed =>
  typeof value === 'string' && (deeds as readonly string[]).includes(value);

/** Deeds that are actions of the case; the others change nothing of how it stands. */
export const actionOfDeed: Partial<Record<Deed, ActionCode>> = {
  supplement: 'receive-supplement',
  reasons: 'receive-reasons',
  receive: 'deliver',
  withdraw: 'withdraw',
};

/** What decides which deeds are possible. */
export type DeedFacts = {
  status: Status;
  /** A reply went out and holds: it is not being corrected. */
  hasReply: boolean;
  isRated: boolean;
  isErasureAsked: boolean;
};

/**
 * What the applicant can do where the case stands. A reply is rated once; that personal data be
 * deleted is asked once, when the case is over.
 *
 * 个人信息保护法第四十七条: “有下列情形之一的，个人信息处理者应当主动删除个人信息；个人信息处理者未删除的，个人有权请求删除：（一）处理目的已实现、
 * 无法实现或者为实现处理目的不再必要……法律、行政法规规定的保存期限未届满……的，个人信息处理者应当停止除存储和采取必要的安全保护措施之外的处理。”
 */
export const deedsFor = (facts: DeedFacts): Deed[] =>
  deeds.filter((deed) => {
    const action = actionOfDeed[deed];
    if (action) return isAllowed(action, facts.status, 'applicant');
    if (deed === 'rate') return facts.hasReply && !facts.isRated;
    return !isOpen(facts.status) && !facts.isErasureAsked;
  });

/** The scores of a rating, the best first; words are in messages `caseStatus.scores`. */
export const scores = [5, 4, 3, 2, 1] as const;
