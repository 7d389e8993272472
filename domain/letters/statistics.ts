import type { Calendar } from '../workdays/calendar';
import { workdaysBetween } from '../workdays/count';
import type { Day } from '../workdays/days';
import type { LetterPurpose, LetterStatus } from './codes';

/** What is counted of a letter. No personal data. */
export type LetterRow = {
  /** Slug of the agency that answers it; null while it is not routed. */
  agency: string | null;
  purpose: LetterPurpose;
  status: LetterStatus;
  receivedOn: Day;
  dueOn: Day | null;
  closedOn: Day | null;
};

export type LetterFigures = {
  received: number;
  /** What was pointed elsewhere, withdrawn or not accepted is received and not answered. */
  answered: number;
  onTime: number;
  /** Of 1; null where nothing was answered. */
  onTimeRate: number | null;
  /** Working days from the day after receipt to the answer; null where nothing was answered. */
  averageDays: number | null;
  open: number;
  overdue: number;
};

export type LetterStatistics = {
  all: LetterFigures;
  purposes: Record<LetterPurpose, LetterFigures>;
  /** By slug; null stands for those that no agency has yet. Most received first. */
  agencies: ({ agency: string | null } & LetterFigures)[];
};

/** Figures of the letters that came in on the given days. On time is an answer no later than its due day. */
export function letterFigures(
  rows: readonly LetterRow[],
  { from, to, today }: { from: Day; to: Day; today: Day },
  calendar: Calendar,
): LetterStatistics {
  const counted = rows.filter(({ receivedOn }) => receivedOn >= from && receivedOn <= to);
  const figures = (of: readonly LetterRow[]) => figuresOf(of, today, calendar);
  const purpose = (code: LetterPurpose) => figures(counted.filter((row) => row.purpose === code));
  const byAgency = grouped(counted, ({ agency }) => agency);
  return {
    all: figures(counted),
    purposes: {
      letter: purpose('letter'),
      correction: purpose('correction'),
      record: purpose('record'),
    },
    agencies: [...byAgency]
      .map(([agency, of]) => ({ agency, ...figures(of) }))
      .sort((a, b) => b.received - a.received),
  };
}

/** Of all these rows together. */
export function figuresOf(
  rows: readonly LetterRow[],
  today: Day,
  calendar: Calendar,
): LetterFigures {
  const answered = rows.filter(({ status, closedOn }) => status === 'answered' && closedOn);
  const open = rows.filter(({ closedOn }) => closedOn === null);
  const onTime = answered.filter(({ closedOn, dueOn }) => !dueOn || closedOn! <= dueOn).length;
  const days = answered.reduce(
    (sum, { receivedOn, closedOn }) =>
      sum + Math.max(0, workdaysBetween(receivedOn, closedOn!, calendar)),
    0,
  );
  return {
    received: rows.length,
    answered: answered.length,
    onTime,
    onTimeRate: answered.length > 0 ? onTime / answered.length : null,
    averageDays: answered.length > 0 ? days / answered.length : null,
    open: open.length,
    overdue: open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
  };
}

/** Rows by a key, in the order in which each first came. */
export function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
