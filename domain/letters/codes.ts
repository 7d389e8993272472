import type { Entry } from '../catalogue/codes';

/**
 * What somebody writes for. A correction says what is wrong on a page; a record correction is the
 * right of 条例第四十一条: “公民、法人或者其他组织有证据证明行政机关提供的与其自身相关的政府信息记录不准确的，
 * 可以要求行政机关更正。”
 */
export const LETTER_PURPOSES = [
  { code: 'letter', zh: '网民来信', en: 'Letter' },
  { code: 'correction', zh: '网站找错', en: 'Correction' },
  { code: 'record', zh: '更正本人信息', en: 'Correction of one’s own record' },
] as const satisfies readonly Entry[];
export type LetterPurpose = (typeof LETTER_PURPOSES)[number]['code'];

export const LETTER_KINDS = [
  { code: 'question', zh: '咨询', en: 'Question' },
  { code: 'suggestion', zh: '建议', en: 'Suggestion' },
  { code: 'help', zh: '求助', en: 'Request for help' },
  { code: 'complaint', zh: '投诉', en: 'Complaint' },
  { code: 'thanks', zh: '感谢', en: 'Thanks' },
] as const satisfies readonly Entry[];
export type LetterKind = (typeof LETTER_KINDS)[number]['code'];

/** What is wrong on a page. */
export const CORRECTION_KINDS = [
  { code: 'text', zh: '错别字或表述错误', en: 'Wrong words' },
  { code: 'content', zh: '内容不准确', en: 'Wrong content' },
  { code: 'outdated', zh: '内容过期未更新', en: 'Out of date' },
  { code: 'link', zh: '链接打不开', en: 'Dead link' },
  { code: 'function', zh: '功能不可用', en: 'Something does not work' },
  { code: 'privacy', zh: '泄露个人信息', en: 'Personal data exposed' },
  { code: 'other', zh: '其他', en: 'Other' },
] as const satisfies readonly Entry[];
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]['code'];

/** How long an answer may take: the working days are data (response limits). */
export const COMPLEXITIES = [
  { code: 'simple', zh: '简单', en: 'Simple' },
  { code: 'other', zh: '一般', en: 'Other' },
] as const satisfies readonly Entry[];
export type Complexity = (typeof COMPLEXITIES)[number]['code'];

export const LETTER_STATUSES = [
  { code: 'received', zh: '已收到，待分办', en: 'Received' },
  { code: 'routed', zh: '办理中', en: 'Being handled' },
  { code: 'drafted', zh: '答复待审核', en: 'Reply under review' },
  { code: 'answered', zh: '已答复', en: 'Answered' },
  { code: 'redirected', zh: '已告知其他渠道', en: 'Pointed elsewhere' },
  { code: 'withdrawn', zh: '已撤回', en: 'Withdrawn' },
  { code: 'discarded', zh: '不予受理', en: 'Not accepted' },
] as const satisfies readonly Entry[];
export type LetterStatus = (typeof LETTER_STATUSES)[number]['code'];

export const OPEN_LETTER_STATUSES = ['received', 'routed', 'drafted'] as const;

/** What came of a correction. */
export const CORRECTION_RESULTS = [
  { code: 'corrected', zh: '已改正', en: 'Corrected' },
  { code: 'partly', zh: '部分改正', en: 'Corrected in part' },
  { code: 'no-error', zh: '经核实无误', en: 'Found correct' },
  { code: 'elsewhere', zh: '不属本机关，已转送', en: 'Sent on to whom it belongs' },
] as const satisfies readonly Entry[];

export const LETTER_CHANNELS = [
  { code: 'internet', zh: '网站', en: 'Website' },
  { code: 'phone', zh: '电话', en: 'Telephone' },
  { code: 'counter', zh: '当面', en: 'At the counter' },
  { code: 'post', zh: '来函', en: 'By post' },
  { code: 'forwarded', zh: '上级转办', en: 'Passed on by another office' },
] as const satisfies readonly Entry[];
