import type { LitigationRow } from '../annual-reports/tables';

/**
 * 行政复议、行政诉讼 about disclosure. 条例第五十条第（三）项 asks the yearly report for
 * “因政府信息公开工作被申请行政复议、提起行政诉讼的情况”; the codes are the rows and results of its table.
 */
export const PROCEEDING_KINDS = [
  { code: 'review', zh: '行政复议', en: 'Administrative review' },
  { code: 'direct-suit', zh: '未经复议直接起诉', en: 'Lawsuit without review' },
  { code: 'suit-after-review', zh: '复议后起诉', en: 'Lawsuit after review' },
] as const satisfies readonly { code: LitigationRow; zh: string; en: string }[];

export const PROCEEDING_RESULTS = [
  { code: 'upheld', zh: '结果维持', en: 'Upheld' },
  { code: 'corrected', zh: '结果纠正', en: 'Corrected' },
  { code: 'other', zh: '其他结果', en: 'Other result' },
] as const;

export type ProceedingKind = (typeof PROCEEDING_KINDS)[number]['code'];
export type ProceedingResult = (typeof PROCEEDING_RESULTS)[number]['code'];
