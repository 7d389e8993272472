import type { Calendar } from '../workdays/calendar';
import type { Day } from '../workdays/days';
import {
  actions,
  isAllowed,
  isTooLate,
  type ActionCode,
  type ActionField,
  type Actor,
} from './actions';
import { leastSupplementTerm, opinionDue, type Channel } from './clock';
import { replyProblem, type Heard, type ReplyProblem } from './disclosure';
import { feeOn } from './fees';
import { earliestEntry, isLateEntry } from './late-entry';
import { isUnseen } from './letters/clean';
import { groundProblem, type GroundProblem } from './reply-grounds';
import { reckon, type CaseDates, type ClockEvent, type ClockProblem } from './reckon';
import type { Status } from './statuses';

/** One thing that was done to a case. `register` is its filing. */
export type PastAct = {
  action: ActionCode | 'register';
  on: Day;
  /** The person, as a text; null for the applicant and the portal. */
  by: string | null;
  /** What the clock needs of it. */
  workingDays?: number | null;
  termOn?: Day | null;
  consultation?: number | null;
};

export type Consultation = Heard & {
  askedOn: Day;
  answeredOn: Day | null;
};

/** What the rules need to know of a case. */
export type CaseFacts = {
  status: Status;
  channel: Channel;
  filedOn: Day;
  signedOn: Day | null;
  history: readonly PastAct[];
  consultations: readonly Consultation[];
  /** The term of the supplement or of the payment that is waited for. */
  termOn: Day | null;
  /** Whether letters go to the applicant by post. */
  isPosted?: boolean;
  /** The reply as it is drafted. */
  reply?: { kind: string | null; overridesObjection: boolean };
  /** In which form the information is wanted; and how many files to hand over the case holds, where that counts. */
  form?: string | null;
  releasedFiles?: number;
};

export type NewAct = {
  action: ActionCode;
  actor: Actor;
  by: string | null;
  on: Day;
  given: Partial<Record<ActionField, unknown>>;
  /** It belongs to a sample case, whose past is made up. */
  isSample?: boolean;
};

/** Why an action is not possible; messages `cases.refusals.<key>`. */
export type Refusal =
  | { key: 'state'; values: { action: ActionCode; status: Status } }
  | { key: 'role'; values: { action: ActionCode } }
  | { key: 'once'; values: { action: ActionCode } }
  | { key: 'answered'; values: { action: ActionCode } }
  | { key: 'samePerson'; values: { action: ActionCode } }
  | { key: 'needs'; values: { action: ActionCode; fields: readonly ActionField[] } }
  | {
      key:
        | 'future'
        | 'consultationUnknown'
        | 'consultationOpen'
        | 'noReasons'
        | 'noFee'
        | GroundProblem
        | ReplyProblem;
      values: object;
    }
  | { key: 'termRuns' | 'silenceRuns'; values: { day: Day } }
  | { key: 'termNotLater' | 'termShort' | 'backdated'; values: { day: Day } }
  | { key: 'tooEarly'; values: { day: Day; after: PastAct['action'] } }
  | { key: 'clock'; values: { problem: ClockProblem } };

/**
 * Whether an action may be done now, or why not: the state and the role, once only, by another
 * person where four eyes are asked for, with all that it needs, and on a day that the clock knows.
 */
export function judge(
  facts: CaseFacts,
  act: NewAct,
  calendar: Calendar,
  today: Day,
): Refusal | null {
  const { action, actor, given, on } = act;
  const rule = actions[action];
  if (!rule.allowed.some(({ from }) => from.includes(facts.status))) {
    return { key: 'state', values: { action, status: facts.status } };
  }
  if (!isAllowed(action, facts.status, actor)) return { key: 'role', values: { action } };
  const had = facts.history.map((past) => past.action);
  if (rule.once && had.includes(action)) return { key: 'once', values: { action } };
  if (isTooLate(action, had)) return { key: 'answered', values: { action } };
  if (isOwnWork(facts, act)) return { key: 'samePerson', values: { action } };
  const fields = (rule.needs ?? []).filter((field) => isBlank(given[field]));
  if (fields.length > 0) return { key: 'needs', values: { action, fields } };
  if (on > today) return { key: 'future', values: {} };
  const before = earlierStep(facts, act);
  if (before) return { key: 'tooEarly', values: { day: before.on, after: before.action } };
  return (
    particular(facts, act, calendar) ??
    clockProblem(facts, act, calendar) ??
    backdated(act, calendar, today)
  );
}

const backdated = (
  { action, on, given, isSample }: NewAct,
  calendar: Calendar,
  today: Day,
): Refusal | null =>
  !isSample && isBlank(given.lateReason) && isLateEntry(action, on, today, calendar)
    ? { key: 'backdated', values: { day: earliestEntry(today, calendar) } }
    : null;

/** The step that this one builds on and that lies after it: nothing is older than its filing, either. */
function earlierStep(
  facts: CaseFacts,
  { action, on }: NewAct,
): Pick<PastAct, 'action' | 'on'> | null {
  const { after = [] } = actions[action];
  const steps: Pick<PastAct, 'action' | 'on'>[] = [
    { action: 'register', on: facts.filedOn },
    ...facts.history.filter((past) => after.some((earlier) => earlier === past.action)).slice(-1),
  ];
  return steps.findLast((past) => on < past.on) ?? null;
}

/** What single actions ask beyond the table. */
function particular(facts: CaseFacts, act: NewAct, calendar: Calendar): Refusal | null {
  const open = facts.consultations.filter(({ answeredOn }) => answeredOn === null);
  switch (act.action) {
    // 条例第三十条: only who does not supplement in the time that was set gives the application up.
    case 'lapse':
      return facts.termOn && act.on <= facts.termOn
        ? { key: 'termRuns', values: { day: facts.termOn } }
        : null;
    // 条例第四十二条: within a reasonable number there is no fee, and nothing to notify.
    case 'charge':
      return feeOn(act.given.feeBasis, Number(act.given.feeCount)) > 0
        ? null
        : { key: 'noFee', values: {} };
    case 'request-supplement': {
      const termOn = act.given.termOn as Day;
      if (termOn <= act.on) return { key: 'termNotLater', values: { day: act.on } };
      const least = leastSupplementTerm(act.on, facts.isPosted ?? false, calendar);
      return termOn < least && isBlank(act.given.reason)
        ? { key: 'termShort', values: { day: least } }
        : null;
    }
    case 'receive-opinion':
    case 'close-consultation': {
      const asked = open.find(({ number }) => number === Number(act.given.consultation));
      if (!asked) return { key: 'consultationUnknown', values: {} };
      if (act.action === 'receive-opinion') return null;
      const until = opinionDue(asked.askedOn, calendar);
      return act.on <= until ? { key: 'silenceRuns', values: { day: until } } : null;
    }
    case 'defer':
      return facts.history.some(({ action }) => action === 'receive-reasons')
        ? null
        : { key: 'noReasons', values: {} };
    case 'draft':
    case 'review':
    case 'approve':
    case 'issue': {
      const had = facts.history.map((past) => past.action);
      const ground = act.action === 'draft' ? groundProblem(act.given.kind, had) : null;
      const key = ground ?? replyProblem(facts, act);
      return key && { key, values: {} };
    }
    default:
      return null;
  }
}

/** An act on the days of a case that the clock does not know is none. */
function clockProblem(facts: CaseFacts, act: NewAct, calendar: Calendar): Refusal | null {
  const past: PastAct = {
    action: act.action,
    on: act.on,
    by: act.by,
    workingDays: numberOf(act.given.workingDays),
    termOn: (act.given.termOn as Day | undefined) ?? null,
    consultation: numberOf(act.given.consultation) ?? facts.consultations.length + 1,
  };
  const dates = datesOf({ ...facts, history: [...facts.history, past] });
  const recorded = datesOf(facts).events.length;
  if (dates.events.length === recorded) return null;
  const reckoned = reckon(dates, calendar, recorded);
  return reckoned.ok ? null : { key: 'clock', values: { problem: reckoned.problem } };
}

/** The clock of a case as it stands today: what was done is not judged again. */
export function clockOfCase(
  facts: Parameters<typeof datesOf>[0],
  calendar: Calendar,
  today: Day,
): ReturnType<typeof reckon> {
  const dates = datesOf(facts);
  return reckon(dates, calendar, dates.events.length, today);
}

/** The events of a case as the clock reads them, up to its first answer: a correction moves no date. */
export function datesOf(
  facts: Pick<CaseFacts, 'channel' | 'filedOn' | 'signedOn' | 'history' | 'consultations'>,
): CaseDates {
  const events: ClockEvent[] = [];
  for (const past of facts.history) {
    const event = eventOf(past, facts);
    if (event) events.push(event);
    if (event?.type === 'replied' || event?.type === 'withdrawn') break;
  }
  return { channel: facts.channel, filed: facts.filedOn, events };
}

function eventOf(
  { action, on, workingDays, termOn, consultation }: PastAct,
  facts: Pick<CaseFacts, 'channel' | 'signedOn' | 'consultations'>,
): ClockEvent | null {
  const party = String(consultation ?? '');
  switch (action) {
    case 'register':
      return facts.channel === 'signed-post' && facts.signedOn
        ? { type: 'signed', date: facts.signedOn }
        : null;
    case 'confirm':
      return { type: facts.channel === 'signed-post' ? 'signed' : 'confirmed', date: on };
    case 'request-supplement':
      return { type: 'supplement-requested', date: on };
    case 'receive-supplement':
      return { type: 'supplement-received', date: on };
    case 'ask-third-party':
      return { type: 'third-party-asked', date: on, party };
    case 'ask-agency':
      return { type: 'agency-asked', date: on, party };
    case 'receive-opinion':
    case 'close-consultation': {
      const asked = facts.consultations.find(({ number }) => number === consultation);
      const type = asked?.of === 'agency' ? 'agency-answered' : 'third-party-answered';
      return { type, date: on, party };
    }
    case 'extend':
      return { type: 'extended', date: on, workingDays: workingDays ?? 0 };
    case 'ask-reasons':
      return { type: 'reasons-asked', date: on };
    case 'receive-reasons':
      return { type: 'reasons-received', date: on };
    case 'defer':
      return { type: 'deferred', date: on, ...(termOn && { until: termOn }) };
    case 'charge':
      return { type: 'fee-notified', date: on };
    case 'receive-fee':
      return { type: 'fee-paid', date: on };
    case 'issue':
    case 'lapse':
      return { type: 'replied', date: on };
    case 'withdraw':
      return { type: 'withdrawn', date: on };
    default:
      return null;
  }
}

/** Where the case stands after the act: `consulting` ends with the last inquiry that was open. */
export function statusAfter(facts: CaseFacts, { action, given }: NewAct): Status {
  const { to = facts.status } = actions[action];
  if (action !== 'receive-opinion' && action !== 'close-consultation') return to;
  const others = facts.consultations.filter(
    ({ number, answeredOn }) => answeredOn === null && number !== Number(given.consultation),
  );
  return others.length > 0 ? 'consulting' : to;
}

/** Four eyes: who drafted does not examine, who drafted or examined does not approve. The last draft counts. */
function isOwnWork(facts: CaseFacts, { action, by }: NewAct): boolean {
  const { notBy } = actions[action];
  if (!notBy || by === null) return false;
  return notBy.some(
    (earlier) => facts.history.findLast((past) => past.action === earlier)?.by === by,
  );
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && isUnseen(value));

const numberOf = (value: unknown): number | null =>
  isBlank(value) || Number.isNaN(Number(value)) ? null : Number(value);
