import type { LetterKind } from './letters/kinds';
import { openStatuses, type Status } from './statuses';

/** Who acts on a case: staff by their role, and the applicant by the two keys of the receipt. */
export const actors = ['officer', 'counsel', 'leader', 'auditor', 'applicant'] as const;
export type Actor = (typeof actors)[number];

/** What may be done to a case. Names are in messages `cases.actions.<code>`. */
export const actionCodes = [
  'confirm', // 与申请人确认收到 (§31)
  'dispatch', // 分办给承办机关、承办人
  'transfer', // 函告其他行政机关
  'request-supplement', // 告知补正 (§30)
  'receive-supplement', // 收到补正
  'lapse', // 视为放弃申请 (§30, §42)
  'ask-third-party', // 征求第三方意见 (§32)
  'ask-agency', // 征求其他机关意见 (§34)
  'receive-opinion', // 收到意见
  'close-consultation', // 逾期未回复，结束征求意见
  'ask-extension', // 申请延长答复期限
  'extend', // 批准延长 (§33)
  'refuse-extension', // 不同意延长
  'ask-reasons', // 要求说明理由 (§35)
  'receive-reasons', // 收到理由说明
  'defer', // 确定延迟答复的合理期限 (§35)
  'charge', // 收取信息处理费 (§42)
  'receive-fee', // 收到缴费
  'draft', // 拟写答复书，送法制审核
  'review', // 法制审核通过
  'return', // 退回修改
  'approve', // 负责人签批
  'issue', // 发出答复书
  'deliver', // 登记送达
  'archive', // 归档 (§45)
  'withdraw', // 撤回申请
  'correct', // 更正答复
  'note', // 记一笔
  'amend', // 更正登记信息
] as const;
export type ActionCode = (typeof actionCodes)[number];

export const isActionCode = (value: unknown): value is ActionCode =>
  typeof value === 'string' && (actionCodes as readonly string[]).includes(value);

export type ActionRule = {
  /** Where it may be done, by whom. */
  allowed: readonly { from: readonly Status[]; by: readonly Actor[] }[];
  /** Where the case stands afterwards; left out, where it stood. `consulting` ends with the last open inquiry. */
  to?: Status;
  /** Once a case only. */
  once?: true;
  /** The letter that goes out with it; `decision` is that of the kind of reply. */
  letter?: LetterKind | 'decision';
  /** What must be told with it, besides the day; names of fields in `ActionInput`. */
  needs?: readonly ActionField[];
  /** The steps that it builds on: it is not dated before the last of them. */
  after?: readonly ActionCode[];
  /** Other people than those who did these: nobody examines or approves what they wrote themselves. */
  notBy?: readonly ActionCode[];
};

/** What an action is told, all of it optional but for what its rule needs. */
export const actionFields = [
  'agency', // dispatch, ask-agency: id of the agency
  'assignee', // dispatch: id of the person
  'authority', // transfer: name of the authority; ask-agency: one that is none of ours
  'party', // ask-third-party: name of the third party
  'consultation', // receive-opinion, close-consultation: its number
  'outcome', // receive-opinion: consent, refusal, partial
  'missing', // request-supplement: what is missing
  'text', // the supplement, the reasons, the opinion, in the words of who gave them
  'termOn', // request-supplement: the last day; defer: the day set
  'workingDays', // ask-extension, extend
  'reason', // why: extension, deferral, return, correction, refusal, withdrawal
  'feeBasis', // charge: requests, pages
  'feeCount', // charge: how many
  'kind', // draft: kind of reply
  'facts', // draft, lapse
  'decision', // draft, lapse
  'overridesObjection', // draft: whether a third party's objection is overridden, with the reason (§32)
  'withoutFile', // draft: there is no file to hand over, and the reply says how it is got (§36)
  'remedyChecked', // review, lapse: what the reply says on remedies is none of its own
  'way', // deliver: how it was served
  'item', // amend: what of the filing is put right
  'value', // amend: how it reads now
  'lateReason', // any with a letter: why it is recorded days after the day that it bears
] as const;
export type ActionField = (typeof actionFields)[number];

const deciding: readonly Status[] = ['confirmed', 'in-progress', 'consulting', 'reasons-requested'];
const office = (...from: Status[]) => [{ from, by: ['officer'] as const }];

/**
 * Every action, where it is allowed, to whom, and where it leads.
 *
 * 条例第三十条: “……7个工作日内一次性告知申请人作出补正” — once. 条例第三十三条: 延长 “应当经政府信息公开工作机构负责人同意并告知申请人，
 * 延长的期限最长不得超过20个工作日” — once, by the leader. 条例第三十五条: reasons are asked of the applicant.
 */
export const actions: Record<ActionCode, ActionRule> = {
  confirm: { allowed: office('received'), to: 'confirmed', letter: 'receipt' },
  dispatch: { allowed: office('confirmed', 'in-progress'), to: 'in-progress' },
  transfer: {
    allowed: office('confirmed', 'in-progress'),
    letter: 'transfer',
    needs: ['authority'],
  },
  'request-supplement': {
    allowed: office('confirmed', 'in-progress'),
    to: 'supplement-requested',
    once: true,
    letter: 'supplement',
    needs: ['missing', 'termOn'],
  },
  'receive-supplement': {
    allowed: [{ from: ['supplement-requested'], by: ['officer', 'applicant'] }],
    to: 'in-progress',
    needs: ['text'],
  },
  lapse: {
    allowed: office('supplement-requested', 'fee-notified'),
    to: 'lapsed',
    letter: 'lapse',
    needs: ['facts', 'decision'],
  },
  'ask-third-party': {
    allowed: office('in-progress', 'consulting'),
    to: 'consulting',
    letter: 'third-party-inquiry',
    needs: ['party'],
  },
  'ask-agency': {
    allowed: office('in-progress', 'consulting'),
    to: 'consulting',
    letter: 'agency-inquiry',
    needs: ['authority'],
  },
  'receive-opinion': {
    allowed: office('consulting'),
    to: 'in-progress',
    needs: ['consultation', 'outcome'],
  },
  'close-consultation': {
    allowed: office('consulting'),
    to: 'in-progress',
    needs: ['consultation'],
  },
  'ask-extension': {
    allowed: [{ from: deciding, by: ['officer'] }],
    needs: ['workingDays', 'reason'],
  },
  extend: {
    allowed: [{ from: deciding, by: ['leader'] }],
    once: true,
    letter: 'extension',
    needs: ['workingDays', 'reason'],
    notBy: ['ask-extension'],
  },
  'refuse-extension': { allowed: [{ from: deciding, by: ['leader'] }], needs: ['reason'] },
  'ask-reasons': {
    allowed: office('confirmed', 'in-progress'),
    to: 'reasons-requested',
    once: true,
    letter: 'reasons',
  },
  'receive-reasons': {
    allowed: [{ from: ['reasons-requested'], by: ['officer', 'applicant'] }],
    to: 'in-progress',
    needs: ['text'],
  },
  defer: {
    allowed: office('in-progress'),
    once: true,
    letter: 'deferral',
    needs: ['termOn', 'reason'],
  },
  charge: {
    allowed: office('confirmed', 'in-progress'),
    to: 'fee-notified',
    once: true,
    letter: 'fee',
    needs: ['feeBasis', 'feeCount'],
  },
  'receive-fee': { allowed: office('fee-notified'), to: 'in-progress' },
  draft: {
    allowed: office('confirmed', 'in-progress', 'reasons-requested'),
    to: 'drafted',
    needs: ['kind', 'facts', 'decision'],
  },
  review: {
    allowed: [{ from: ['drafted'], by: ['counsel'] }],
    to: 'reviewed',
    after: ['draft'],
    notBy: ['draft'],
  },
  return: {
    allowed: [
      { from: ['drafted'], by: ['counsel'] },
      { from: ['reviewed', 'approved'], by: ['leader'] },
    ],
    to: 'in-progress',
    after: ['draft', 'review', 'approve'],
    needs: ['reason'],
  },
  approve: {
    allowed: [{ from: ['reviewed'], by: ['leader'] }],
    to: 'approved',
    after: ['review'],
    notBy: ['draft', 'review'],
  },
  issue: { allowed: office('approved'), to: 'answered', after: ['approve'], letter: 'decision' },
  deliver: {
    allowed: [{ from: ['answered'], by: ['officer', 'applicant'] }],
    to: 'delivered',
    after: ['issue'],
  },
  archive: {
    allowed: office('answered', 'delivered', 'lapsed', 'withdrawn'),
    to: 'archived',
    after: ['issue', 'deliver', 'lapse', 'withdraw'],
  },
  withdraw: {
    allowed: [{ from: openStatuses, by: ['officer', 'applicant'] }],
    to: 'withdrawn',
    letter: 'acceptance-of-withdrawal',
  },
  correct: {
    allowed: office('answered', 'delivered'),
    to: 'in-progress',
    after: ['issue', 'deliver'],
    letter: 'correction',
    needs: ['reason'],
  },
  note: {
    allowed: [
      {
        from: [...openStatuses, 'answered', 'delivered', 'lapsed', 'withdrawn', 'archived'],
        by: ['officer', 'counsel', 'leader'],
      },
    ],
    needs: ['reason'],
  },
  // What is filed away (§45) stays as it is.
  amend: {
    allowed: office(...openStatuses, 'answered', 'delivered', 'lapsed', 'withdrawn'),
    needs: ['item', 'value', 'reason'],
  },
};

/**
 * What belongs to the time in which a reply is owed (§33, §35, §42): a case that was answered once and is being
 * corrected has that time behind it. A supplement (§30) and reasons (§35) may still be asked for: an answer may be
 * corrected just because that was left out.
 */
const beforeReply: readonly ActionCode[] = [
  'ask-extension',
  'extend',
  'refuse-extension',
  'defer',
  'charge',
];

/** Whether it comes too late, after all that was done. */
export const isTooLate = (action: ActionCode, had: readonly string[]): boolean =>
  had.includes('issue') && beforeReply.includes(action);

/** Whether somebody of the given role may do it at all where the case stands. */
export const isAllowed = (action: ActionCode, status: Status, actor: Actor): boolean =>
  actions[action].allowed.some(({ from, by }) => from.includes(status) && by.includes(actor));

/** What somebody of these roles may do where the case stands, in the order of the table. */
export const actionsFor = (status: Status, roles: readonly Actor[]): ActionCode[] =>
  actionCodes.filter((action) => roles.some((role) => isAllowed(action, status, role)));
