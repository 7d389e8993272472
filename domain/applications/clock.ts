import type { Calendar } from '../workdays/calendar';
import { addWorkdays } from '../workdays/count';
import type { Day } from '../workdays/days';

/** How an application came in. Names are in messages `applications.channels.<code>`. */
export const channels = [
  'internet', // 互联网
  'fax', // 传真
  'in-person', // 当面提交
  'signed-post', // 挂号信、特快专递等需要签收的邮寄
  'unsigned-post', // 平常信函
  'oral', // 口头提出，由工作机构代为填写
] as const;
export type Channel = (typeof channels)[number];

/**
 * 条例第三十三条: “行政机关不能当场答复的，应当自收到申请之日起20个工作日内予以答复；……延长的期限最长不得超过20个工作日。”
 */
export const replyWorkdays = 20;
export const longestExtension = 20;

/** 条例第三十条: “自收到申请之日起7个工作日内一次性告知申请人作出补正”. */
export const supplementNoticeWorkdays = 7;

/** The last day to tell the applicant, once, what to supplement (§30). */
export const supplementNoticeDue = (receivedOn: Day, calendar: Calendar): Day =>
  addWorkdays(receivedOn, supplementNoticeWorkdays, calendar).due;

/**
 * 条例第三十条: “说明需要补正的事项和合理的补正期限。” No law says how long that is: here it is no shorter than the agency's own
 * time to ask, and longer by the days of a letter that goes by post, whose arrival is not recorded.
 */
const leastSupplementWorkdays = supplementNoticeWorkdays;
export const postWorkdays = 3;

/** The earliest day on which a supplement's term may end without a reason. */
export const leastSupplementTerm = (notified: Day, isPosted: boolean, calendar: Calendar): Day =>
  addWorkdays(notified, leastSupplementWorkdays + (isPosted ? postWorkdays : 0), calendar).due;

/**
 * 条例第三十二条: “第三方应当自收到征求意见书之日起15个工作日内提出意见。第三方逾期未提出意见的，由行政机关依照本条例的规定决定是否公开。”
 * 条例第三十四条: “被征求意见的机关应当自收到征求意见书之日起15个工作日内提出意见，逾期未提出意见的视为同意公开。”
 * Counted from the day the letter went out; when it arrived is not recorded.
 */
export const opinionWorkdays = 15;

/** The last day on which those asked may tell their opinion; after it their silence stops no clock. */
export const opinionDue = (asked: Day, calendar: Calendar): Day =>
  addWorkdays(asked, opinionWorkdays, calendar).due;

/** 国办函〔2020〕109号: “申请人应当在收到收费通知次日起20个工作日内缴纳费用”, counted from the day of the notice. */
export const paymentWorkdays = 20;
