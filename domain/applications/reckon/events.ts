import type { Calendar } from '../../workdays/calendar';
import type { Day } from '../../workdays/days';
import { opinionDue, supplementNoticeDue } from '../clock';
import type { CaseDates, ClockEvent, ClockEventType } from './case-dates';
import { asIfSilent, asOf, awaitedOf, dueOf, type Asked, type Course } from './course';
import type { ClockProblem, ProblemKey } from './problem';

/** Why an event can't be, without its place in the list. */
export type Refusal = { refused: ProblemKey; values: ClockProblem['values'] };

/** A case before its first event, or why it can't have begun so. */
export function begin({ channel, filed, received }: CaseDates): Course | Refusal {
  const isAtOnce = channel === 'in-person' || channel === 'oral';
  if (filed && received && received < filed) {
    return refusal('receivedBeforeFiled', { filed, received });
  }
  if (isAtOnce && filed && received && received !== filed) {
    return refusal('receivedNotFiled', { filed, received });
  }
  const receivedOn = received ?? (isAtOnce ? (filed ?? null) : null);
  return {
    channel,
    filed: filed ?? null,
    receivedOn,
    start: receivedOn,
    supplement: null,
    fee: null,
    inquiries: [],
    extension: null,
    reasons: null,
    deferral: null,
    closed: null,
  };
}

/**
 * The case after its next event, or why that can't have happened. `last` is the event before it. One
 * that is recorded is not held against terms in working days again.
 */
export function follow(
  before: Course,
  event: ClockEvent,
  last: ClockEvent | undefined,
  calendar: Calendar,
  isRecorded: boolean,
): Course | Refusal {
  const { type, date } = event;
  const course = asOf(before, date);
  if (course.closed) {
    const { how, day } = course.closed;
    return refusal(how === 'replied' ? 'afterReply' : 'afterWithdrawal', { day });
  }
  if (last && date < last.date) {
    return refusal('outOfOrder', { day: date, before: last.date });
  }
  if (type === 'signed' || type === 'confirmed') return receive(course, event, last);
  if (course.receivedOn === null) {
    if (course.filed && date < course.filed) {
      return refusal('beforeFiled', { day: date, filed: course.filed });
    }
    if (type === 'withdrawn') return { ...course, closed: { how: 'withdrawn', day: date } };
    const isPost = course.channel === 'signed-post';
    return refusal(isPost ? 'beforeSignature' : 'beforeConfirmation', {});
  }
  if (date < course.receivedOn) {
    return refusal('beforeReceipt', { day: date, received: course.receivedOn });
  }
  const awaited = awaitedOf(course);
  if (awaited && !alwaysPossible.has(type) && type !== endsWaiting[awaited]) {
    return refusal(awaited === 'fee' ? 'awaitingFee' : 'awaitingSupplement', {});
  }
  if (!isRecorded && workOfTheOffice.has(type)) {
    const due = dueOf(course, calendar);
    if (due !== null && date > due) return refusal('afterDue', { day: date, due });
  }
  return handlers[type](course, event, calendar, course.receivedOn, isRecorded);
}

/** What others do, or what ends the case, comes whether or not the applicant is waited for. */
const alwaysPossible: ReadonlySet<ClockEventType> = new Set<ClockEventType>([
  'third-party-answered',
  'agency-answered',
  'reasons-received',
  'replied',
  'withdrawn',
]);

const endsWaiting = { supplement: 'supplement-received', fee: 'fee-paid' } as const;

/** What an agency may do only as long as its time to reply has not run out. */
const workOfTheOffice: ReadonlySet<ClockEventType> = new Set<ClockEventType>([
  'third-party-asked',
  'agency-asked',
  'extended',
  'fee-notified',
  'reasons-asked',
  'deferred',
]);

/**
 * 条例第三十一条: 需要签收的邮寄 “以行政机关签收之日为收到申请之日”; 平常信函 “应当于收到申请的当日与申请人确认，确认之日为收到申请之日”;
 * 互联网、传真 “以双方确认之日为收到申请之日”.
 */
function receive(course: Course, event: ClockEvent, before?: ClockEvent): Course | Refusal {
  const { type, date } = event;
  const { channel, filed, receivedOn } = course;
  const isFitting =
    type === 'signed'
      ? channel === 'signed-post'
      : channel === 'internet' || channel === 'fax' || channel === 'unsigned-post';
  if (!isFitting) return refusal('wrongWay', {});
  if (before) return refusal('alreadyReceived', {});
  if (filed && date < filed) return refusal('beforeFiled', { day: date, filed });
  if (receivedOn && date < receivedOn) {
    return refusal('beforeReceipt', { day: date, received: receivedOn });
  }
  return { ...course, receivedOn: date, start: date };
}

type Handler = (
  course: Course,
  event: ClockEvent,
  calendar: Calendar,
  receivedOn: Day,
  isRecorded: boolean,
) => Course | Refusal;

const ask =
  (of: Asked): Handler =>
  (course, { date, party = null }, calendar) => {
    const isOpen = party !== null && course.inquiries.some((one) => isOpenWith(one, of, party));
    if (isOpen) return refusal('alreadyAsked', {});
    const until = opinionDue(date, calendar);
    const inquiry = { of, party, asked: date, until, answered: null, ends: null };
    return { ...course, inquiries: [...course.inquiries, inquiry] };
  };

/**
 * An answer ends the inquiry with its party; one that names nobody, or somebody not named before, the
 * oldest. One that comes after the 15 working days is taken, and may change what is decided, but no day:
 * the pause ended with the term. The same holds where the office closes an inquiry that was not answered.
 */
const answer =
  (of: Asked): Handler =>
  (course, { date, party = null }) => {
    const { inquiries } = course;
    const unnamed = inquiries.findIndex((one) => isOpenWith(one, of, null));
    let found = party === null ? -1 : inquiries.findIndex((one) => isOpenWith(one, of, party));
    if (found < 0) found = unnamed;
    if (found < 0 && party === null) {
      found = inquiries.findIndex((one) => one.of === of && one.answered === null);
    }
    if (found < 0) return refusal('notAsked', {});
    const ended = inquiries.map((one, i) =>
      i === found ? { ...one, answered: date, ends: one.ends ?? date } : one,
    );
    return { ...course, inquiries: ended };
  };

const isOpenWith = (inquiry: Course['inquiries'][number], of: Asked, party: string | null) =>
  inquiry.of === of && inquiry.answered === null && inquiry.party === party;

const handlers: Record<Exclude<ClockEventType, 'signed' | 'confirmed'>, Handler> = {
  /** 条例第三十条: “自收到申请之日起7个工作日内一次性告知申请人作出补正”. */
  'supplement-requested': (course, { date }, calendar, receivedOn, isRecorded) => {
    if (course.supplement) return refusal('secondSupplement', { day: course.supplement.asked });
    const due = supplementNoticeDue(receivedOn, calendar);
    if (!isRecorded && date > due) return refusal('supplementLate', { day: date, due });
    return { ...course, supplement: { asked: date, came: null } };
  },

  /** 条例第三十条: “答复期限自行政机关收到补正的申请之日起计算。” */
  'supplement-received': (course, { date }) => {
    if (!course.supplement || course.supplement.came) return refusal('supplementNotAsked', {});
    return { ...course, start: date, supplement: { ...course.supplement, came: date } };
  },

  'third-party-asked': ask('third-party'),
  'third-party-answered': answer('third-party'),
  'agency-asked': ask('agency'),
  'agency-answered': answer('agency'),

  /** 条例第三十三条: “需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人，延长的期限最长不得超过20个工作日。” */
  extended: (course, { date, workingDays }) => {
    if (course.extension) return refusal('secondExtension', { day: course.extension.day });
    return { ...course, extension: { day: date, workdays: workingDays ?? 0 } };
  },

  /** 国办函〔2020〕109号: the notice goes out within the time to reply. */
  'fee-notified': (course, { date }) => {
    if (course.fee) return refusal('secondFee', { day: course.fee.notified });
    return { ...course, fee: { notified: date, paid: null } };
  },

  /** 国办函〔2020〕109号: “政府信息公开申请处理期限从申请人完成缴费次日起重新计算。” */
  'fee-paid': (course, { date }) => {
    if (!course.fee || course.fee.paid) return refusal('feeNotAsked', {});
    return { ...course, start: date, fee: { ...course.fee, paid: date } };
  },

  /** 条例第三十五条: “行政机关可以要求申请人说明理由”. No word of it stops the clock. */
  'reasons-asked': (course, { date }) => {
    if (course.reasons) return refusal('reasonsAlreadyAsked', { day: course.reasons.asked });
    return { ...course, reasons: { asked: date, received: null } };
  },

  'reasons-received': (course, { date }) => {
    if (!course.reasons || course.reasons.received) return refusal('reasonsNotAsked', {});
    return { ...course, reasons: { ...course.reasons, received: date } };
  },

  /**
   * 条例第三十五条: “行政机关认为申请理由合理，但是无法在本条例第三十三条规定的期限内答复申请人的，可以确定延迟答复的合理期限并告知申请人。”
   */
  deferred: (course, { date, until }, calendar, _receivedOn, isRecorded) => {
    if (!course.reasons?.received) return refusal('deferredWithoutReasons', {});
    const due = dueOf(course, calendar) ?? dueOf(asIfSilent(course), calendar);
    if (!until || (!isRecorded && due !== null && until <= due)) {
      return refusal('deferralNotLater', { until: until ?? date, due: due ?? date });
    }
    return { ...course, deferral: { day: date, until } };
  },

  /** Who answers has no more questions: what was still asked ends with the reply. */
  replied: (course, { date }) => {
    const inquiries = course.inquiries.map((one) =>
      one.ends === null ? { ...one, answered: date, ends: date } : one,
    );
    return { ...course, inquiries, closed: { how: 'replied', day: date } };
  },

  withdrawn: (course, { date }) => ({ ...course, closed: { how: 'withdrawn', day: date } }),
};

const refusal = (refused: ProblemKey, values: ClockProblem['values']): Refusal => ({
  refused,
  values,
});
