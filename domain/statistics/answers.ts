import type { Day } from '../workdays/days';

/** Something that had to be answered by a day: an application, a letter, a correction. */
export type AnsweredRow = {
  agency: string | null;
  receivedOn: Day | null;
  dueOn: Day | null;
  /** The day on which nothing more was owed. */
  closedOn: Day | null;
  /** Whether it was closed by an answer: what was withdrawn or not accepted is no late answer. */
  isAnswered: boolean;
};

export type AnswerFigures = {
  received: number;
  answered: number;
  /** Of those answered with a due day, how many by that day, and how many there are. */
  onTime: number;
  timed: number;
  /** Not closed at the end of the span. */
  open: number;
  /** Of those, past their due day at the end of the span. */
  overdue: number;
};

/**
 * What came in and what was answered in a span of days: received on a day of the span, answered on a day of the
 * span. Due on a day means that this day is still in time.
 *
 * @param to the last day, which is also the day on which open ones are looked at
 */
export function answersWithin(rows: readonly AnsweredRow[], from: Day, to: Day): AnswerFigures {
  const figures: AnswerFigures = {
    received: 0,
    answered: 0,
    onTime: 0,
    timed: 0,
    open: 0,
    overdue: 0,
  };
  for (const { receivedOn, dueOn, closedOn, isAnswered } of rows) {
    if (receivedOn === null || receivedOn > to) continue;
    if (receivedOn >= from) figures.received += 1;
    if (closedOn === null || closedOn > to) {
      figures.open += 1;
      if (dueOn !== null && dueOn < to) figures.overdue += 1;
      continue;
    }
    if (!isAnswered || closedOn < from) continue;
    figures.answered += 1;
    if (dueOn === null) continue;
    figures.timed += 1;
    if (closedOn <= dueOn) figures.onTime += 1;
  }
  return figures;
}

/** A consultation that the public was asked about. */
export type ConsultationRow = {
  agency: string | null;
  opensOn: Day;
  closesOn: Day;
  outcomeDueOn: Day | null;
  /** The day of the outcome, or of the word that the matter was given up. */
  outcomeOn: Day | null;
};

export type ConsultationFigures = {
  opened: number;
  closed: number;
  /** Outcomes made public in the span. */
  outcomes: number;
  /** Of those with a due day, by that day, and how many there are. */
  onTime: number;
  timed: number;
  /** Without an outcome, past their due day at the end of the span. */
  overdue: number;
};

export function consultationsWithin(
  rows: readonly ConsultationRow[],
  from: Day,
  to: Day,
): ConsultationFigures {
  const within = (day: Day | null) => day !== null && day >= from && day <= to;
  const published = rows.filter(({ outcomeOn }) => within(outcomeOn));
  const timed = published.filter(({ outcomeDueOn }) => outcomeDueOn !== null);
  return {
    opened: rows.filter(({ opensOn }) => within(opensOn)).length,
    closed: rows.filter(({ closesOn }) => within(closesOn)).length,
    outcomes: published.length,
    timed: timed.length,
    onTime: timed.filter(({ outcomeOn, outcomeDueOn }) => outcomeOn! <= outcomeDueOn!).length,
    overdue: rows.filter(
      ({ outcomeDueOn, outcomeOn }) =>
        outcomeDueOn !== null && outcomeDueOn < to && (outcomeOn === null || outcomeOn > to),
    ).length,
  };
}
