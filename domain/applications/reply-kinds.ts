import type { ApplicationRow, LayoutCode } from '../annual-reports/tables';

/**
 * Every way to answer an application, with the article it stands on, the row of the annual table
 * it is counted in, and whether the applicant must ask for review before going to court.
 * Names are in messages `applications.replies.kinds.<code>`.
 */
export const replyKindCodes = [
  'granted', // 予以公开
  'already-public', // 已主动公开，告知获取方式
  'partial', // 部分公开
  'refused-secret', // 不予公开：国家秘密
  'refused-law', // 不予公开：法律、行政法规禁止
  'refused-safety', // 不予公开：三安全一稳定
  'refused-third-party', // 不予公开：第三方合法权益
  'refused-internal', // 不予公开：内部事务信息
  'refused-process', // 不予公开：过程性信息
  'refused-enforcement', // 不予公开：行政执法案卷
  'special-inquiry', // 行政查询事项
  'not-existing', // 信息不存在
  'not-ours', // 不属于本机关负责公开
  'to-be-made', // 没有现成信息，需另行制作
  'still-unclear', // 补正后仍不明确
  'petition', // 信访、举报、投诉
  'repeat', // 重复申请
  'publication', // 公开出版物
  'excessive', // 无正当理由大量反复申请
  'reissue', // 要求确认或者重新出具已获取信息
  'not-supplemented', // 逾期不补正
  'unpaid', // 逾期不缴费
  'other', // 其他处理
] as const;
export type ReplyKind = (typeof replyKindCodes)[number];

export type { ApplicationRow, LayoutCode };
