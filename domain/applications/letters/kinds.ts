import type { Basis, ReplyKind } from '../reply-kinds';

/** Every letter that a case can need. Names are in messages `cases.letters.<code>`. */
export const letterKinds = [
  'receipt', // 登记回执
  'supplement', // 补正告知书
  'extension', // 延长答复期限告知书
  'third-party-inquiry', // 第三方意见征询书
  'third-party-result', // 公开第三方信息告知书
  'agency-inquiry', // 征求其他行政机关意见函
  'reasons', // 说明申请理由告知书
  'deferral', // 延迟答复告知书
  'fee', // 信息处理费收费通知书
  'transfer', // 转办告知书
  'correction', // 更正告知书
  'acceptance-of-withdrawal', // 撤回申请确认书
  'lapse', // 终止办理告知书
  'decision-disclosure', // 予以公开
  'decision-public', // 已主动公开
  'decision-partial', // 部分公开
  'decision-refusal', // 不予公开
  'decision-inquiry', // 行政查询事项
  'decision-not-held', // 政府信息不存在
  'decision-not-ours', // 不属于本机关负责公开
  'decision-to-be-made', // 需另行制作
  'decision-unclear', // 补正后仍不明确
  'decision-non-handling', // 不予处理
  'decision-other', // 其他处理
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Whether a value is one of the letter kinds. */
export const isLetterKind = (value: unknown): value is LetterKind =>
  typeof value === 'string' && (letterKinds as readonly string[]).includes(value);

const byReply: Record<ReplyKind, LetterKind> = {
  granted: 'decision-disclosure',
  'already-public': 'decision-public',
  partial: 'decision-partial',
  'refused-secret': 'decision-refusal',
  'refused-law': 'decision-refusal',
  'refused-safety': 'decision-refusal',
  'refused-third-party': 'decision-refusal',
  'refused-internal': 'decision-refusal',
  'refused-process': 'decision-refusal',
  'refused-enforcement': 'decision-refusal',
  'special-inquiry': 'decision-inquiry',
  'not-existing': 'decision-not-held',
  'not-ours': 'decision-not-ours',
  'to-be-made': 'decision-to-be-made',
  'still-unclear': 'decision-unclear',
  petition: 'decision-non-handling',
  repeat: 'decision-non-handling',
  publication: 'decision-non-handling',
  excessive: 'decision-non-handling',
  reissue: 'decision-non-handling',
  'not-supplemented': 'lapse',
  unpaid: 'lapse',
  other: 'decision-other',
};

/** The letter by which a reply of this kind goes out. */
export const letterKindFor = (reply: ReplyKind): LetterKind => byReply[reply];

/** Whether a letter of this kind ends the case with a reply, and so follows a kind of reply. */
export const isDecisionLetter = (kind: LetterKind): boolean =>
  kind === 'lapse' || kind.startsWith('decision-');

/** To whom a letter of this kind is written. */
export function addresseeOf(kind: LetterKind): 'applicant' | 'thirdParty' | 'otherAgency' {
  if (kind === 'third-party-inquiry' || kind === 'third-party-result') return 'thirdParty';
  return kind === 'agency-inquiry' ? 'otherAgency' : 'applicant';
}

/** A receipt goes by the receipt number alone; every other letter takes a number of the year. */
export const isNumbered = (kind: LetterKind): boolean => kind !== 'receipt';

/**
 * What a letter that is no decision stands on; a decision stands on the articles of its kind of
 * reply. A receipt, a withdrawal and a correction have no article of their own.
 */
export const noticeBasis: Partial<Record<LetterKind, readonly Basis[]>> = {
  supplement: [
    {
      article: '第三十条',
      quote:
        '行政机关应当给予指导和释明，并自收到申请之日起7个工作日内一次性告知申请人作出补正，说明需要补正的事项和合理的补正期限',
    },
  ],
  extension: [
    {
      article: '第三十三条第二款',
      quote:
        '需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人，延长的期限最长不得超过20个工作日',
    },
  ],
  'third-party-inquiry': [
    {
      article: '第三十二条',
      quote: '依申请公开的政府信息公开会损害第三方合法权益的，行政机关应当书面征求第三方的意见',
    },
  ],
  'third-party-result': [
    {
      article: '第三十二条',
      quote:
        '行政机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的政府信息内容和理由书面告知第三方',
    },
  ],
  'agency-inquiry': [
    {
      article: '第三十四条',
      quote: '牵头制作的行政机关收到政府信息公开申请后可以征求相关行政机关的意见',
    },
  ],
  reasons: [
    {
      article: '第三十五条',
      quote: '申请人申请公开政府信息的数量、频次明显超过合理范围，行政机关可以要求申请人说明理由',
    },
  ],
  deferral: [
    {
      article: '第三十五条',
      quote:
        '行政机关认为申请理由合理，但是无法在本条例第三十三条规定的期限内答复申请人的，可以确定延迟答复的合理期限并告知申请人',
    },
  ],
  fee: [
    {
      article: '第四十二条第一款',
      quote: '申请人申请公开政府信息的数量、频次明显超过合理范围的，行政机关可以收取信息处理费',
    },
  ],
  transfer: [
    {
      article: '第三十六条第（五）项',
      quote: '能够确定负责公开该政府信息的行政机关的，告知申请人该行政机关的名称、联系方式',
    },
  ],
};
