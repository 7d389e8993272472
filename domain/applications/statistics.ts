import type { ApplicationRow } from '../annual-reports/tables';
import type { Calendar } from '../workdays/calendar';
import { workdaysBetween } from '../workdays/count';
import { yearOf, type Day } from '../workdays/days';
import { applicantKinds, type ApplicantKind } from './applicants';
import type { Channel } from './clock';
import { replyKinds, type ReplyKind } from './reply-kinds';

/** What is counted of a case. No personal data. */
export type CaseRow = {
  channel: Channel;
  applicantKind: ApplicantKind;
  /** §31; null while both sides have not confirmed. */
  receivedOn: Day | null;
  dueOn: Day | null;
  /** The day on which the agency owed nothing more: answered, lapsed or withdrawn. */
  closedOn: Day | null;
  /** Null for a case that is open or was withdrawn. */
  reply: ReplyKind | null;
  isExtended: boolean;
};

/** （一）–（六）of the annual table’s 本年度办理结果. */
export const resultGroups = [
  'granted',
  'partial',
  'refused',
  'unavailable',
  'declined',
  'other',
] as const;
export type ResultGroup = (typeof resultGroups)[number];

/** Figures of a year, or of all years together. */
export type CaseFigures = {
  carriedIn: number;
  received: number;
  /** All that was closed, by group; `carriedIn + received = closed + pending`. */
  results: Record<ResultGroup, number>;
  closed: number;
  /** Not closed at the end of the year, or now. */
  pending: number;
  /** Of the pending: those whose due day had passed. They are in no share of answers on time. */
  overdue: number;
  channels: Record<Channel, number>;
  applicants: Record<ApplicantKind, number>;
  /** Closed by an answer: neither withdrawn nor lapsed. */
  replied: number;
  /** Working days from the day after receipt to the answer; null where nothing was answered. */
  averageDays: number | null;
  /** Of those answered with a due day, how many by that day, and how many there are. */
  onTime: number;
  timed: number;
  extended: number;
};

export type CaseStatistics = { years: ({ year: number } & CaseFigures)[]; all: CaseFigures };

/**
 * The figures of every year from the first receipt to today, the newest first.
 *
 * 条例第三十三条: “行政机关收到政府信息公开申请，能够当场答复的，应当当场予以答复。行政机关不能当场答复的，应当自收到申请之日起20个工作日内
 * 予以答复”. On time is an answer no later than the due day, extensions and pauses counted in. 条例第五十条第（二）项
 * asks the yearly report for “收到和处理政府信息公开申请情况”: results are grouped by its table, and a case belongs to the
 * year of its receipt (§31).
 *
 * @param today what was received or closed later does not count yet
 */
export function caseStatistics(
  rows: readonly CaseRow[],
  calendar: Calendar,
  today: Day,
): CaseStatistics {
  const counted = rows.filter(({ receivedOn }) => receivedOn !== null && receivedOn <= today);
  const all = newTally();
  const tallies = new Map<number, Tally>();
  const thisYear = yearOf(today);
  const first = counted.reduce(
    (year, { receivedOn }) => Math.min(year, yearOf(receivedOn!)),
    thisYear,
  );
  if (counted.length > 0) {
    for (let year = first; year <= thisYear; year += 1) tallies.set(year, newTally());
  }
  for (const row of counted) {
    const received = yearOf(row.receivedOn!);
    const isClosed = row.closedOn !== null && row.closedOn <= today;
    const closed = isClosed ? Math.max(yearOf(row.closedOn!), received) : null;
    for (const tally of [all, tallies.get(received)!]) countReceived(tally, row);
    for (let year = received + 1; year <= (closed ?? thisYear); year += 1) {
      tallies.get(year)!.figures.carriedIn += 1;
    }
    for (let year = received; year < (closed ?? thisYear + 1); year += 1) {
      // On the last day of a year a reply that is due that day is not late yet.
      countPending(tallies.get(year)!, row, year === thisYear ? today : `${year}-12-31`);
    }
    if (closed === null) countPending(all, row, today);
    else for (const tally of [all, tallies.get(closed)!]) countClosed(tally, row, calendar);
  }
  return {
    years: [...tallies].reverse().map(([year, tally]) => ({ year, ...finished(tally) })),
    all: finished(all),
  };
}

type Tally = { figures: CaseFigures; days: number };

function newTally(): Tally {
  return {
    days: 0,
    figures: {
      carriedIn: 0,
      received: 0,
      results: { granted: 0, partial: 0, refused: 0, unavailable: 0, declined: 0, other: 0 },
      closed: 0,
      pending: 0,
      overdue: 0,
      channels: {
        internet: 0,
        fax: 0,
        'in-person': 0,
        'signed-post': 0,
        'unsigned-post': 0,
        oral: 0,
      },
      applicants: Object.fromEntries(applicantKinds.map((kind) => [kind, 0])) as Record<
        ApplicantKind,
        number
      >,
      replied: 0,
      averageDays: null,
      onTime: 0,
      timed: 0,
      extended: 0,
    },
  };
}

function countReceived({ figures }: Tally, { channel, applicantKind }: CaseRow): void {
  figures.received += 1;
  figures.channels[channel] += 1;
  figures.applicants[applicantKind] += 1;
}

function countPending({ figures }: Tally, { dueOn }: CaseRow, on: Day): void {
  figures.pending += 1;
  if (dueOn !== null && dueOn < on) figures.overdue += 1;
}

function countClosed(tally: Tally, row: CaseRow, calendar: Calendar): void {
  const { figures } = tally;
  const { reply, closedOn, receivedOn, dueOn } = row;
  figures.closed += 1;
  figures.results[resultGroup(reply)] += 1;
  if (reply === null || reply === 'not-supplemented' || reply === 'unpaid') return;
  figures.replied += 1;
  // Answered on the spot, or an answer that was dated before a receipt confirmed later.
  tally.days += Math.max(workdaysBetween(receivedOn!, closedOn!, calendar), 0);
  if (row.isExtended) figures.extended += 1;
  if (dueOn === null) return;
  figures.timed += 1;
  if (closedOn! <= dueOn) figures.onTime += 1;
}

const finished = ({ figures, days }: Tally): CaseFigures => ({
  ...figures,
  averageDays: figures.replied > 0 ? days / figures.replied : null,
});

/** The group of a kind of reply in the annual table; what was withdrawn is handled otherwise. */
export function resultGroup(reply: ReplyKind | null): ResultGroup {
  const row: ApplicationRow = reply === null ? 'other-else' : replyKinds[reply].row;
  return resultGroups.find((group) => row.startsWith(group)) ?? 'other';
}
