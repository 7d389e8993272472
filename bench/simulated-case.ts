import { effectsOf } from '../collections/Applications/effects';
import { factsOf, historyOf, type HistoryEntry } from '../collections/Applications/stored-case';
import type { ActionCode, Actor } from '../domain/applications/actions';
import { applicantKinds, type ApplicantKind } from '../domain/applications/applicants';
import { clockOfCase, judge, statusAfter, type NewAct } from '../domain/applications/case';
import type { Channel } from '../domain/applications/clock';
import { groundProblem } from '../domain/applications/reply-grounds';
import { replyKindCodes, type ReplyKind } from '../domain/applications/reply-kinds';
import { addWorkdays } from '../domain/workdays/count';
import { addDays, type Day } from '../domain/workdays/days';
import { nationalCalendar } from '../domain/workdays/national-calendar';
import type { Application } from '../payload-types';
import type { Dice } from './dice';

/**
 * What happened to an application, as whoever invented it knows: written down before any rule saw it, so
 * that a recount from it owes the rules nothing.
 */
export type CaseStory = {
  agency: number;
  applicantKind: ApplicantKind;
  channel: Channel;
  filedOn: Day;
  /** By 条例第三十一条; null while the applicant was not reached. */
  receivedOn: Day | null;
  /** How it ended for the applicant, with the day of the first answer; null while it is open. */
  ended: { as: ReplyKind | 'withdrawn'; on: Day } | null;
};

export type SimulatedCase = { story: CaseStory; application: Partial<Application> };

const PEOPLE: Partial<Record<Actor, string>> = { officer: '1', counsel: '2', leader: '3' };

/**
 * One application from its filing to where it stands on the last day, each step judged and done by the
 * rules of the portal.
 *
 * @throws Error when the rules refuse a step: then the story is wrong, or they are
 */
export function simulateCase(
  dice: Dice,
  { agency, filedOn, lastDay }: { agency: number; filedOn: Day; lastDay: Day },
): SimulatedCase {
  const channel = dice.weighted([
    [12, 'internet'],
    [3, 'in-person'],
    [4, 'signed-post'],
    [2, 'unsigned-post'],
    [1, 'fax'],
    [1, 'oral'],
  ] as const satisfies readonly (readonly [number, Channel])[]);
  const applicantKind = dice.upTo(9) < 7 ? 'natural' : dice.of(applicantKinds);
  const story: CaseStory = {
    agency,
    applicantKind,
    channel,
    filedOn,
    receivedOn: null,
    ended: null,
  };
  const course = new Course(channel, filedOn, lastDay);
  const isAtOnce = channel === 'in-person' || channel === 'oral';
  const reached = addDays(filedOn, isAtOnce ? 0 : dice.upTo(6));
  const isReached = isAtOnce || (dice.upTo(60) > 0 && reached <= lastDay);
  if (!isReached) {
    if (dice.upTo(1) === 0) return { story, application: course.stored(applicantKind) };
    // Taken back before it was ever received: it is in no report.
    const on = addDays(reached, 3);
    if (course.has('withdraw', 'applicant', on)) story.ended = { as: 'withdrawn', on };
    return { story, application: course.stored(applicantKind) };
  }
  story.receivedOn = reached;
  if (!isAtOnce) course.has('confirm', 'officer', reached);
  story.ended = handle(dice, course, reached);
  return { story, application: course.stored(applicantKind) };
}

/** What the office and the applicant do with a case that was received. */
function handle(dice: Dice, course: Course, received: Day): CaseStory['ended'] {
  if (!course.has('dispatch', 'officer', received)) return null;
  const way = dice.weighted([
    [60, 'plain'],
    [10, 'supplement'],
    [6, 'silent'],
    [8, 'third-party'],
    [8, 'extension'],
    [4, 'reasons'],
    [3, 'fee'],
    [2, 'unpaid'],
    [3, 'withdrawn'],
  ] as const);
  let from = received;
  const after = (count: number) => addWorkdays(from, count, nationalCalendar).due;
  const lapse = (on: Day, as: ReplyKind): CaseStory['ended'] =>
    course.has('lapse', 'officer', on, { facts: '逾期。', decision: '不再处理。' })
      ? { as, on }
      : null;
  switch (way) {
    case 'supplement':
    case 'silent': {
      const asked = after(1 + dice.upTo(5));
      const termOn = addWorkdays(asked, 10, nationalCalendar).due;
      if (!course.has('request-supplement', 'officer', asked, { missing: '年份', termOn })) {
        return null;
      }
      if (way === 'silent') return lapse(addDays(termOn, 1 + dice.upTo(4)), 'not-supplemented');
      from = addDays(asked, 1 + dice.upTo(10));
      if (!course.has('receive-supplement', 'applicant', from, { text: '2023 年' })) return null;
      break;
    }
    case 'third-party': {
      const asked = after(2);
      if (!course.has('ask-third-party', 'officer', asked, { party: '某公司' })) return null;
      const told = addDays(asked, 5 + dice.upTo(9));
      const opinion = { consultation: 1, outcome: 'refusal' };
      if (!course.has('receive-opinion', 'officer', told, opinion)) return null;
      from = told;
      break;
    }
    case 'extension': {
      const on = after(10);
      const given = { workingDays: 5 + dice.upTo(15), reason: '需要检索' };
      if (!course.has('ask-extension', 'officer', on, given)) return null;
      if (!course.has('extend', 'leader', on, given)) return null;
      from = on;
      break;
    }
    case 'reasons': {
      const asked = after(1 + dice.upTo(3));
      if (!course.has('ask-reasons', 'officer', asked, { reason: '次数多' })) return null;
      from = addDays(asked, 1 + dice.upTo(8));
      if (!course.has('receive-reasons', 'applicant', from, { text: '研究用' })) return null;
      break;
    }
    case 'fee':
    case 'unpaid': {
      const on = after(2);
      const given = { feeBasis: 'pages', feeCount: 240 };
      if (!course.has('charge', 'officer', on, given)) return null;
      if (way === 'unpaid') {
        return lapse(
          addDays(addWorkdays(on, 20, nationalCalendar).due, 1 + dice.upTo(3)),
          'unpaid',
        );
      }
      from = addDays(on, 1 + dice.upTo(8));
      if (!course.has('receive-fee', 'officer', from)) return null;
      break;
    }
    case 'withdrawn': {
      const on = after(1 + dice.upTo(12));
      // Some have a reply drafted by then, which nobody ever gets.
      if (dice.upTo(1) === 0) course.draft('granted', on);
      return course.has('withdraw', 'applicant', on) ? { as: 'withdrawn', on } : null;
    }
  }
  // Reasons are asked for where the office finds the applications too many, and it seldom changes its mind.
  const as = way === 'reasons' && dice.upTo(2) > 0 ? 'excessive' : dice.of(course.repliable);
  // One in thirty is late.
  const on = after(dice.upTo(29) === 0 ? 24 : 1 + dice.upTo(9));
  if (!course.reply(as, on)) return null;
  if (dice.upTo(40) > 0) {
    if (dice.upTo(2) === 0) course.archive(addDays(on, 4));
    return { as, on };
  }
  // Corrected later, to another kind: the day stays that of the first answer.
  const corrected = addDays(on, 20 + dice.upTo(30));
  if (!course.has('correct', 'officer', corrected, { reason: '适用条款有误' })) return { as, on };
  const other = dice.of(course.repliable);
  return course.reply(other, corrected) ? { as: other, on } : { as, on };
}

/** A case that is acted on, step by step, and stops on the last day. */
class Course {
  private application: Application;

  constructor(
    channel: Channel,
    filedOn: Day,
    private readonly lastDay: Day,
  ) {
    const registered: HistoryEntry = {
      action: 'register',
      status: 'received',
      on: filedOn,
      at: noon(filedOn),
      by: null,
      byId: null,
      role: 'applicant',
    };
    this.application = {
      channel,
      filedOn: noon(filedOn),
      history: [registered],
      consultations: [],
      letters: [],
    } as unknown as Application;
    this.count();
    // Where receipt is certain from the start there is nothing to confirm (record-application.ts).
    this.application.status = this.application.receivedOn ? 'confirmed' : 'received';
  }

  /** Does it, unless it lies after the last day. @throws Error when the rules refuse it */
  has(action: ActionCode, actor: Actor, on: Day, given: NewAct['given'] = {}): boolean {
    if (on > this.lastDay) return false;
    const by = PEOPLE[actor] ?? null;
    const act: NewAct = { action, actor, by, on, given, isSample: true };
    const facts = factsOf(this.application);
    const refusal = judge(facts, act, nationalCalendar, this.lastDay);
    if (refusal) throw new Error(`${action} on ${on}: ${JSON.stringify(refusal)}`);
    const isClosed = Boolean(this.application.closedOn);
    const status = statusAfter(facts, act);
    const entry: HistoryEntry = {
      action,
      status,
      on,
      at: noon(on),
      by: null,
      byId: act.by,
      role: actor,
      ...(typeof given.workingDays === 'number' && { workingDays: given.workingDays }),
      ...(typeof given.termOn === 'string' && { termOn: given.termOn }),
      ...(action === 'ask-third-party' && { consultation: 1 }),
      ...(typeof given.consultation === 'number' && { consultation: given.consultation }),
    };
    this.application = {
      ...this.application,
      ...effectsOf(this.application, act, nationalCalendar),
      status,
      history: [...historyOf(this.application), entry],
    };
    if (!isClosed) this.count();
    return true;
  }

  /** The kinds of reply that have something to stand on after what was done. */
  get repliable(): ReplyKind[] {
    const had = historyOf(this.application).map(({ action }) => action);
    return replyKindCodes.filter((kind) => groundProblem(kind, had) === null);
  }

  draft = (kind: ReplyKind, on: Day): boolean =>
    this.has('draft', 'officer', on, {
      kind,
      facts: '经检索。',
      decision: '见附件。',
      // Where a third party objected; elsewhere nobody asks.
      overridesObjection: true,
      reason: '公共利益',
    });

  reply(kind: ReplyKind, on: Day): boolean {
    return (
      this.draft(kind, on) &&
      this.has('review', 'counsel', on) &&
      this.has('approve', 'leader', on) &&
      this.has('issue', 'officer', on)
    );
  }

  archive(on: Day): void {
    if (this.has('deliver', 'officer', on)) this.has('archive', 'officer', on);
  }

  stored = (applicantKind: ApplicantKind): Partial<Application> => ({
    ...this.application,
    applicantKind,
    form: 'paper',
    delivery: 'in-person',
    informationTitle: '某项目的验收材料',
  });

  /** The days that follow from the steps, as record-application.ts stores them. */
  private count(): void {
    const { on } = historyOf(this.application).at(-1)!;
    const reckoned = clockOfCase(factsOf(this.application), nationalCalendar, on);
    if (!reckoned.ok) throw new Error(JSON.stringify(reckoned.problem));
    const { receivedOn, due } = reckoned.clock;
    this.application.receivedOn = receivedOn && noon(receivedOn);
    this.application.dueOn = due && noon(due);
  }
}

export const noon = (day: Day): string => `${day}T12:00:00.000Z`;
