import type { LetterPurpose, LetterStatus } from './codes';

export const letterActors = ['officer', 'counsel', 'leader', 'writer'] as const;
export type LetterActor = (typeof letterActors)[number];

type Rule = {
  by: readonly LetterActor[];
  from: readonly LetterStatus[];
  /** Where it stands afterwards; left out, where it stood. */
  to?: LetterStatus;
  /** For some purposes alone. */
  purposes?: readonly LetterPurpose[];
  /** Fields that have to be given. */
  needs?: readonly LetterGivenName[];
};

export type LetterGivenName =
  'agency' | 'reason' | 'text' | 'complexity' | 'result' | 'channel' | 'score';

const open = ['received', 'routed', 'drafted'] as const;
const closed = ['answered', 'redirected', 'withdrawn', 'discarded'] as const;

/**
 * What can be done with a letter, by whom and where it stands. A reply is worded by one and examined by
 * another (case.ts); a page is put right without that.
 */
export const letterActions = {
  /** 分办: to the agency that answers it. */
  route: { by: ['officer'], from: ['received'], to: 'routed', needs: ['agency'] },
  /** 改派: the agency that has it is not the one. */
  reroute: { by: ['officer'], from: ['routed'], to: 'routed', needs: ['agency', 'reason'] },
  /** 定难易: 5 or 15 working days. */
  classify: { by: ['officer'], from: open, purposes: ['letter'], needs: ['complexity'] },
  /** 拟答复 */
  draft: { by: ['officer'], from: ['routed'], to: 'drafted', needs: ['text'] },
  /** 退回修改 */
  return: {
    by: ['officer', 'counsel', 'leader'],
    from: ['drafted'],
    to: 'routed',
    needs: ['reason'],
  },
  /** 审核并答复 */
  issue: { by: ['officer', 'counsel', 'leader'], from: ['drafted'], to: 'answered' },
  /** 纠错办结 */
  close: {
    by: ['officer'],
    from: ['received', 'routed'],
    to: 'answered',
    purposes: ['correction'],
    needs: ['result'],
  },
  /** 告知其他渠道: 信访, 12345, an application for disclosure (§39). */
  redirect: {
    by: ['officer'],
    from: ['received', 'routed'],
    to: 'redirected',
    needs: ['channel', 'text'],
  },
  /** 不予受理: advertisement, the same again, no content. */
  discard: { by: ['officer'], from: ['received', 'routed'], to: 'discarded', needs: ['reason'] },
  note: { by: ['officer', 'counsel', 'leader'], from: [...open, ...closed], needs: ['text'] },
  /** 转为依申请公开 by the writer; what was sent is linked when it is filed. */
  'became-application': { by: ['writer'], from: open, to: 'redirected', purposes: ['letter'] },
  withdraw: { by: ['writer'], from: open, to: 'withdrawn' },
  rate: { by: ['writer'], from: ['answered'], needs: ['score'] },
  'ask-deletion': { by: ['writer'], from: closed },
} as const satisfies Record<string, Rule>;

export type LetterAction = keyof typeof letterActions;

export const isLetterAction = (value: unknown): value is LetterAction =>
  typeof value === 'string' && Object.hasOwn(letterActions, value);

export const ruleOf = (action: LetterAction): Rule => letterActions[action];

/** Whether an action is possible for a case as it stands, by somebody in this role. */
export function isLetterActionOpen(
  action: LetterAction,
  { status, purpose }: { status: LetterStatus; purpose: LetterPurpose },
  actor: LetterActor,
): boolean {
  const { by, from, purposes } = ruleOf(action);
  return by.includes(actor) && from.includes(status) && (purposes?.includes(purpose) ?? true);
}

/** Where a writer is pointed to when the letter is none for this portal. */
export const redirectChannels = [
  'application', // 依申请公开 (条例第二十七条)
  'petition', // 信访
  'hotline', // 12345 热线
  'review', // 行政复议
  'agency', // 其他有权机关
] as const;
export type RedirectChannel = (typeof redirectChannels)[number];

/** Why a letter is not taken. Names are in messages `lettersOffice.discards.<code>`. */
export const discardReasons = ['spam', 'repeated', 'empty', 'abuse'] as const;
export type DiscardReason = (typeof discardReasons)[number];
