import type { ActionCode } from './actions';

/** What an applicant is told by mail. Words are in messages `mail.kinds.<code>`. */
export const mailKinds = [
  'filed', // 已提交、已登记
  'confirmed', // 双方确认收到 (§31)
  'supplement', // 需要补正 (§30)
  'supplement-received', // 收到补正
  'consulting', // 征求第三方、其他机关意见 (§32, §34)
  'extension', // 延长答复期限 (§33: “告知申请人”)
  'reasons', // 需要说明理由 (§35)
  'deferral', // 延迟答复 (§35)
  'fee', // 需要缴费 (§42)
  'transfer', // 已函告其他机关
  'replied', // 已答复
  'correction', // 更正答复
  'withdrawn', // 已撤回
  'lapsed', // 不再处理 (§30, §42)
] as const;
export type MailKind = (typeof mailKinds)[number];

/** Whether a value is one of the kinds of mail. */
export const isMailKind = (value: unknown): value is MailKind =>
  typeof value === 'string' && (mailKinds as readonly string[]).includes(value);

/** Steps of which the applicant hears by mail. The office's own drafting and signing are none of them. */
const byStep: Partial<Record<ActionCode | 'register', MailKind>> = {
  register: 'filed',
  confirm: 'confirmed',
  'request-supplement': 'supplement',
  'receive-supplement': 'supplement-received',
  'ask-third-party': 'consulting',
  'ask-agency': 'consulting',
  extend: 'extension',
  'ask-reasons': 'reasons',
  defer: 'deferral',
  charge: 'fee',
  transfer: 'transfer',
  issue: 'replied',
  correct: 'correction',
  withdraw: 'withdrawn',
  lapse: 'lapsed',
};

/** The mail that tells the applicant of a step; null where none does. */
export const mailFor = (step: ActionCode | 'register'): MailKind | null => byStep[step] ?? null;

/**
 * The name by which a mail addresses the applicant; null for one that is no plain name. A form takes
 * anything for a name and any address, and no mail of ours shall carry a stranger's advertisement.
 */
export function salutation(name: string | null | undefined): string | null {
  const plain = (name ?? '').normalize('NFC').trim().replace(/\s+/gu, ' ');
  const isName = /^[\p{L}\p{M}\p{N} ·•'’()（）&-]{1,40}$/u.test(plain);
  return isName && !/\d{5}|www|http/iu.test(plain) ? plain : null;
}

/**
 * An address to which a mail can be sent and that can say nothing else to a mail server: one mailbox,
 * without spaces, quotation marks, lists and line breaks.
 */
export function mailbox(address: string | null | undefined): string | null {
  const plain = (address ?? '').trim();
  return plain.length <= 254 &&
    /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+$/u.test(
      plain,
    )
    ? plain
    : null;
}
