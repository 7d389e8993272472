import { isMakeUpDay, type Calendar, type Holiday } from '../../workdays/calendar';
import { addWorkdays } from '../../workdays/count';
import { addDays, type Day } from '../../workdays/days';
import { opinionWorkdays, paymentWorkdays, replyWorkdays, type Channel } from '../clock';
import type { ClockDay, ClockDays } from './clock-days';
import { awaitedOf, isSilent, pausesOf, type Asked, type Course, type Span } from './course';

/**
 * One step of the reckoning, the same for the officer and the citizen. Sentences are in messages
 * `clock.steps.<key>`; `explainSteps` fills them.
 */
export type ClockStep =
  | { key: DayKey; values: { day: Day } }
  | { key: WaitingKey; values: Record<string, never> }
  | { key: 'awaitingFee'; values: { day: Day; workdays: number } }
  | { key: 'period'; values: { day: Day; workdays: number } }
  | { key: 'extended'; values: { day: Day; workdays: number } }
  | { key: 'pausedThirdParty' | 'pausedAgency'; values: { from: Day; to: Day } }
  | { key: 'askingThirdParty' | 'askingAgency'; values: { day: Day; to: Day; workdays: number } }
  | { key: 'silentThirdParty' | 'silentAgency'; values: { to: Day; workdays: number } }
  | { key: 'skipped'; values: { from: Day; to: Day; holidays: Holiday[] } }
  | { key: 'deferred'; values: { day: Day; until: Day } }
  | { key: 'provisional'; values: { year: number } }
  | { key: 'repliedLate'; values: { day: Day; due: Day } };

type DayKey =
  | ReceivedKey
  | 'filed'
  | 'supplementRequested'
  | 'supplemented'
  | 'feeNotified'
  | 'feePaid'
  | 'reasonsAsked'
  | 'reasonsReceived'
  | 'makeUp'
  | 'latest'
  | 'due'
  | 'replied'
  | 'closed'
  | 'withdrawn';
type ReceivedKey =
  'receivedConfirmed' | 'receivedInPerson' | 'receivedSigned' | 'receivedConfirmedPost';
type WaitingKey = 'awaitingConfirmation' | 'awaitingSignature' | 'awaitingSupplement';

/** What the steps tell of: a case, the days of its period and where these end. */
export type Account = {
  course: Course;
  found: ClockDays;
  due: Day | null;
  latest: Day | null;
};

export function stepsOf({ course, found, due, latest }: Account, calendar: Calendar): ClockStep[] {
  const steps: ClockStep[] = receiptSteps(course);
  if (course.start === null) return [...steps, ...closingSteps(course, due)];
  steps.push(...restartSteps(course, calendar));
  if (course.reasons) {
    steps.push({ key: 'reasonsAsked', values: { day: course.reasons.asked } });
    if (course.reasons.received) {
      steps.push({ key: 'reasonsReceived', values: { day: course.reasons.received } });
    }
  }
  const end = due ?? latest;
  if (end !== null) {
    const first = addDays(course.start, 1);
    steps.push({ key: 'period', values: { day: first, workdays: replyWorkdays } });
  }
  if (course.extension) steps.push({ key: 'extended', values: course.extension });
  if (end !== null) {
    const last = found.days.findLast(({ nth }) => nth !== undefined)?.day ?? end;
    steps.push(...pauseSteps(course, course.start, last));
    steps.push(...silentSteps(course, course.start, last));
    if (due === null) steps.push(...openSteps(course));
    steps.push(...holidaySteps(found.days));
    for (const { day, kind } of found.days) {
      if (kind === 'make-up' || (kind === 'due' && isMakeUpDay(day, calendar))) {
        steps.push({ key: 'makeUp', values: { day } });
      }
    }
  }
  if (course.deferral) steps.push({ key: 'deferred', values: course.deferral });
  if (found.missingYear !== null) {
    steps.push({ key: 'provisional', values: { year: found.missingYear } });
  }
  if (due !== null) steps.push({ key: 'due', values: { day: due } });
  else if (latest !== null) steps.push({ key: 'latest', values: { day: latest } });
  return [...steps, ...closingSteps(course, due)];
}

function receiptSteps({ channel, filed, receivedOn, closed }: Course): ClockStep[] {
  const steps: ClockStep[] = [];
  if (filed) steps.push({ key: 'filed', values: { day: filed } });
  if (receivedOn) {
    steps.push({ key: receivedKeys[channel], values: { day: receivedOn } });
  } else if (!closed) {
    const key = channel === 'signed-post' ? 'awaitingSignature' : 'awaitingConfirmation';
    steps.push({ key, values: {} });
  }
  return steps;
}

const receivedKeys: Record<Channel, ReceivedKey> = {
  internet: 'receivedConfirmed',
  fax: 'receivedConfirmed',
  'in-person': 'receivedInPerson',
  oral: 'receivedInPerson',
  'signed-post': 'receivedSigned',
  'unsigned-post': 'receivedConfirmedPost',
};

/** The supplement and the fee, after each of which the period starts afresh. */
function restartSteps(course: Course, calendar: Calendar): ClockStep[] {
  const steps: ClockStep[] = [];
  const { supplement, fee } = course;
  const awaited = course.closed ? null : awaitedOf(course);
  if (supplement) {
    steps.push({ key: 'supplementRequested', values: { day: supplement.asked } });
    if (supplement.came) steps.push({ key: 'supplemented', values: { day: supplement.came } });
    if (awaited === 'supplement') steps.push({ key: 'awaitingSupplement', values: {} });
  }
  if (fee) {
    steps.push({ key: 'feeNotified', values: { day: fee.notified } });
    if (fee.paid) steps.push({ key: 'feePaid', values: { day: fee.paid } });
    if (awaited === 'fee') {
      const day = addWorkdays(fee.notified, paymentWorkdays, calendar).due;
      steps.push({ key: 'awaitingFee', values: { day, workdays: paymentWorkdays } });
    }
  }
  return steps;
}

/**
 * The days in which others were asked between the start and the last day counted; each day once for
 * all third parties.
 */
function pauseSteps({ inquiries }: Course, start: Day, last: Day): ClockStep[] {
  const spansWith = (of: Asked, key: 'pausedThirdParty' | 'pausedAgency'): ClockStep[] =>
    pausesOf(inquiries.filter((one) => one.of === of))
      .filter((span): span is Span & { through: Day } => span.through !== null)
      .map(({ after, through }) => ({
        from: addDays(after > start ? after : start, 1),
        to: through,
      }))
      .filter(({ from, to }) => from <= to && from <= last)
      .map((values) => ({ key, values }));
  return [
    ...spansWith('third-party', 'pausedThirdParty'),
    ...spansWith('agency', 'pausedAgency'),
  ].sort((a, b) => (fromOf(a) < fromOf(b) ? -1 : 1));
}

const fromOf = (step: ClockStep): Day => ('from' in step.values ? step.values.from : '');

/** Whose term ran out without an answer, where that let the period run on. */
const silentSteps = ({ inquiries }: Course, start: Day, last: Day): ClockStep[] =>
  inquiries
    .filter((one) => isSilent(one) && one.until > start && one.asked < last)
    .map(({ of, until }) => ({
      key: of === 'agency' ? 'silentAgency' : 'silentThirdParty',
      values: { to: until, workdays: opinionWorkdays },
    }));

/** Who is still asked, and until when they may answer. */
const openSteps = ({ inquiries }: Course): ClockStep[] =>
  inquiries
    .filter(({ ends }) => ends === null)
    .map(({ of, asked, until }) => ({
      key: of === 'agency' ? 'askingAgency' : 'askingThirdParty',
      values: { day: asked, to: until, workdays: opinionWorkdays },
    }));

/** Days off in a row that hold a holiday, as far as they would have been counted. */
function holidaySteps(days: readonly ClockDay[]): ClockStep[] {
  const steps: ClockStep[] = [];
  let run: ClockDay[] = [];
  const end = () => {
    const holidays = [...new Set(run.flatMap(({ holiday }) => holiday ?? []))];
    const [from, to] = [run[0]?.day, run.at(-1)?.day];
    if (from && to && holidays.length > 0) {
      steps.push({ key: 'skipped', values: { from, to, holidays } });
    }
    run = [];
  };
  for (const day of days) {
    if (day.kind === 'off' || day.kind === 'holiday') run.push(day);
    else end();
  }
  end();
  return steps;
}

function closingSteps({ closed }: Course, due: Day | null): ClockStep[] {
  if (!closed) return [];
  const { how, day } = closed;
  if (how === 'withdrawn') return [{ key: 'withdrawn', values: { day } }];
  if (due === null) return [{ key: 'closed', values: { day } }];
  return day > due
    ? [{ key: 'repliedLate', values: { day, due } }]
    : [{ key: 'replied', values: { day } }];
}
