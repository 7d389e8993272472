import type { Entry } from '../catalogue/codes';

/** 意见征集: what is put before the public before it is decided. */
export const CONSULTATION_KINDS = [
  { code: 'major-decision', zh: '重大行政决策预公开', en: 'Major decision' },
  { code: 'normative', zh: '规范性文件征求意见', en: 'Draft normative document' },
  { code: 'plan', zh: '规划方案征求意见', en: 'Draft plan' },
  { code: 'livelihood', zh: '民生事项征求意见', en: 'Matter of public livelihood' },
  { code: 'other', zh: '其他征集调查', en: 'Other' },
] as const satisfies readonly Entry[];
export type ConsultationKind = (typeof CONSULTATION_KINDS)[number]['code'];

/** Ways of taking part other than by written opinions (重大行政决策程序暂行条例第二章). */
export const PARTICIPATION_KINDS = [
  { code: 'hearing', zh: '听证会', en: 'Hearing' },
  { code: 'experts', zh: '专家论证', en: "Experts' opinion" },
  { code: 'forum', zh: '座谈会', en: 'Forum' },
  { code: 'survey', zh: '问卷调查', en: 'Survey' },
  { code: 'risk', zh: '风险评估', en: 'Risk assessment' },
] as const satisfies readonly Entry[];

/** What became of a point that was made. */
export const OUTCOME_DECISIONS = [
  { code: 'taken-up', zh: '采纳', en: 'Taken up' },
  { code: 'partly', zh: '部分采纳', en: 'Taken up in part' },
  { code: 'not', zh: '未采纳', en: 'Not taken up' },
] as const satisfies readonly Entry[];
export type OutcomeDecision = (typeof OUTCOME_DECISIONS)[number]['code'];

/** A comment waits until somebody has read it: none is shown before its turn. */
export const COMMENT_STATES = [
  { code: 'pending', zh: '待审看', en: 'Waiting' },
  { code: 'shown', zh: '已公开', en: 'Shown' },
  { code: 'withheld', zh: '不公开', en: 'Not shown' },
] as const satisfies readonly Entry[];
export type CommentState = (typeof COMMENT_STATES)[number]['code'];

/** Why a comment is not shown; it counts as received all the same, except when it is no opinion. */
export const WITHHOLDING_REASONS = [
  { code: 'advertising', zh: '广告或无关链接', en: 'Advertising or unrelated links' },
  { code: 'personal-data', zh: '含有他人个人信息', en: "Holds somebody else's personal data" },
  { code: 'abuse', zh: '辱骂、诽谤或煽动', en: 'Abuse, defamation or incitement' },
  { code: 'illegal', zh: '法律禁止发布的内容', en: 'Content that the law forbids' },
  { code: 'unrelated', zh: '与征求意见的事项无关', en: 'Not about the matter' },
  { code: 'duplicate', zh: '重复提交', en: 'Sent more than once' },
  { code: 'asked', zh: '本人要求不公开', en: 'The writer asked for it' },
] as const satisfies readonly Entry[];
export type WithholdingReason = (typeof WITHHOLDING_REASONS)[number]['code'];
