import type { Calendar, Holiday } from '../workdays/calendar';
import { addWorkdays } from '../workdays/count';
import { addDays, yearOf, type Day } from '../workdays/days';

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

export type Filing = {
  channel: Channel;
  /** The day the applicant filed it: for post, the day it was sent as far as known. */
  filedOn: Day;
  /** 签收之日, for signed post. */
  signedOn?: Day | null;
  /** 双方确认之日, for the internet and fax; 与申请人确认之日 for unsigned post. */
  confirmedOn?: Day | null;
};

export type ClockFacts = Filing & {
  /** The day the applicant was told to supplement, and the day the supplement came. */
  supplementRequestedOn?: Day | null;
  supplementReceivedOn?: Day | null;
  /** Working days of the one extension, 1 to 20. */
  extensionWorkdays?: number | null;
  /** Opinions asked for: from the day the letter went out to the day the answer came. */
  pauses?: { askedOn: Day; answeredOn: Day; of: 'third-party' | 'agency' }[];
};

/**
 * One step of the reckoning, for messages `applications.clock.<key>`. Values named `day`, `from`
 * and `to` are days to be written out in the reader's language; `holiday` is a code for
 * `applications.clock.holidays`.
 */
export type ClockStep =
  | {
      key: 'filed' | 'supplemented' | 'due' | 'makeUp' | 'supplementRequested';
      values: { day: Day };
    }
  | { key: ReceivedKey; values: { day: Day } }
  | { key: 'awaitingConfirmation' | 'awaitingSignature' | 'awaitingSupplement'; values: object }
  | { key: 'period'; values: { workdays: number; day: Day } }
  | { key: 'extension'; values: { workdays: number } }
  | { key: 'pausedThirdParty' | 'pausedAgency'; values: { from: Day; to: Day } }
  | { key: 'skipped'; values: { from: Day; to: Day; holiday: Holiday } }
  | { key: 'provisional'; values: { year: number } };

type ReceivedKey =
  'receivedConfirmed' | 'receivedInPerson' | 'receivedSigned' | 'receivedConfirmedPost';

export type Clock = {
  /** 收到申请之日; null while it is not certain. */
  receivedOn: Day | null;
  /** The last day to answer; null while the period does not run. */
  due: Day | null;
  /** Whether the due day can still change with a holiday notice that is not out. */
  provisional: boolean;
  steps: ClockStep[];
};

/**
 * 条例第三十三条: “行政机关不能当场答复的，应当自收到申请之日起20个工作日内予以答复；……延长的期限最长不得超过20个工作日。”
 */
export const replyWorkdays = 20;
export const longestExtension = 20;

/** 条例第三十条: “自收到申请之日起7个工作日内一次性告知申请人作出补正”. */
export const supplementNoticeWorkdays = 7;

/**
 * The day an application counts as received, or null as long as what decides it has not happened.
 *
 * 条例第三十一条: “（一）申请人当面提交……以提交之日为收到申请之日；（二）……以行政机关签收之日为收到申请之日；以平常信函等无需签收的邮寄方式……
 * 确认之日为收到申请之日；（三）申请人通过互联网渠道或者……传真提交……以双方确认之日为收到申请之日。”
 * 条例第二十九条: an oral application is written down by the office, and so filed in person.
 */
export function receiptDay(filing: Filing): Day | null {
  switch (filing.channel) {
    case 'in-person':
    case 'oral':
      return filing.filedOn;
    case 'signed-post':
      return filing.signedOn ?? null;
    case 'unsigned-post':
    case 'internet':
    case 'fax':
      return filing.confirmedOn ?? null;
  }
}

/**
 * When an application must be answered, and how that day was found.
 *
 * 条例第三十条: “答复期限自行政机关收到补正的申请之日起计算。”
 * 条例第三十三条: “行政机关征求第三方和其他机关意见所需时间不计算在前款规定的期限内。” The days after the letter went
 * out, up to and including the day the opinion came, are left out.
 *
 * @throws InvalidDayError for a day that is none; RangeError for an extension that is not 1 to 20
 *   working days.
 */
export function dueDate(facts: ClockFacts, calendar: Calendar): Clock {
  const receivedOn = receiptDay(facts);
  const steps: ClockStep[] = [{ key: 'filed', values: { day: facts.filedOn } }];
  if (receivedOn === null) {
    const key = facts.channel === 'signed-post' ? 'awaitingSignature' : 'awaitingConfirmation';
    return { receivedOn, due: null, provisional: false, steps: [...steps, { key, values: {} }] };
  }
  steps.push({ key: receivedKeys[facts.channel], values: { day: receivedOn } });
  if (facts.supplementRequestedOn) {
    steps.push({ key: 'supplementRequested', values: { day: facts.supplementRequestedOn } });
    if (!facts.supplementReceivedOn) {
      steps.push({ key: 'awaitingSupplement', values: {} });
      return { receivedOn, due: null, provisional: false, steps };
    }
  }
  if (facts.supplementReceivedOn) {
    steps.push({ key: 'supplemented', values: { day: facts.supplementReceivedOn } });
  }
  const start = facts.supplementReceivedOn ?? receivedOn;
  const extension = facts.extensionWorkdays ?? 0;
  if (!Number.isInteger(extension) || extension < 0 || extension > longestExtension) {
    throw new RangeError(`An extension is at most ${longestExtension} working days`);
  }
  const pauses = facts.pauses ?? [];
  const period = addWorkdays(start, replyWorkdays + extension, calendar, (day) =>
    pauses.some(({ askedOn, answeredOn }) => day > askedOn && day <= answeredOn),
  );
  steps.push({ key: 'period', values: { workdays: replyWorkdays, day: addDays(start, 1) } });
  if (extension > 0) steps.push({ key: 'extension', values: { workdays: extension } });
  for (const { askedOn, answeredOn, of } of pauses) {
    const key = of === 'agency' ? 'pausedAgency' : 'pausedThirdParty';
    steps.push({ key, values: { from: addDays(askedOn, 1), to: answeredOn } });
  }
  for (const { from, to, name } of period.skipped) {
    steps.push({ key: 'skipped', values: { from, to, holiday: name } });
  }
  for (const day of period.makeUp) steps.push({ key: 'makeUp', values: { day } });
  if (period.provisional) {
    steps.push({ key: 'provisional', values: { year: missingYear(period.due, calendar) } });
  }
  steps.push({ key: 'due', values: { day: period.due } });
  return { receivedOn, due: period.due, provisional: period.provisional, steps };
}

/** The last day to tell the applicant, once, what to supplement (§30). */
export const supplementNoticeDue = (receivedOn: Day, calendar: Calendar): Day =>
  addWorkdays(receivedOn, supplementNoticeWorkdays, calendar).due;

const receivedKeys: Record<Channel, ReceivedKey> = {
  internet: 'receivedConfirmed',
  fax: 'receivedConfirmed',
  'in-person': 'receivedInPerson',
  oral: 'receivedInPerson',
  'signed-post': 'receivedSigned',
  'unsigned-post': 'receivedConfirmedPost',
};

/** The year whose notice is waited for: that of the due day, or the next one at a December's end. */
const missingYear = (due: Day, calendar: Calendar): number =>
  calendar.coversYear(yearOf(due)) ? yearOf(due) + 1 : yearOf(due);
