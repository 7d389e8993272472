import type { Payload } from 'payload';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { isReplyKind } from '@/domain/applications/reply-kinds';
import {
  caseStatistics,
  type CaseRow,
  type CaseStatistics,
} from '@/domain/applications/statistics';
import { isOpen } from '@/domain/applications/statuses';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Application } from '@/payload-types';
import { dayReader, plainColumns } from './plain-columns';
import { portal } from './portal';

/** Columns without personal data, and nothing else of the row. */
const COLUMNS = [
  'channel',
  'applicantKind',
  'status',
  'receivedOn',
  'dueOn',
  'closedOn',
  'reply.kind',
  'reply.decidedOn',
  'extension.state',
] as const;

type Row = Awaited<ReturnType<typeof plainColumns<(typeof COLUMNS)[number]>>>[number];

/** Pages are kept for five minutes besides; files and pages asked for at once share one count. */
const KEPT_MS = 60_000;

let kept: { at: number; figures: Promise<CaseStatistics> } | null = null;

/** What the public may know of all applications: figures alone, worked out from the cases themselves. */
export function applicationStatistics(): Promise<CaseStatistics> {
  const now = Date.now();
  if (kept && now - kept.at < KEPT_MS) return kept.figures;
  const figures = portal().then((payload) => readStatistics(payload, dayOf(new Date(now))));
  kept = { at: now, figures };
  // What failed is not kept: the next one asks again.
  figures.catch(() => {
    kept = null;
  });
  return figures;
}

/**
 * Figures up to a day. Reads past access control, since nobody of the public may read a case, and gives
 * out sums.
 */
export async function readStatistics(payload: Payload, today: Day): Promise<CaseStatistics> {
  const rows = await plainColumns(payload, 'applications', COLUMNS);
  const dayIn = dayReader();
  const cases = rows.map((row) => rowOf(row, dayIn));
  return caseStatistics(cases, await workCalendar({ payload }), today);
}

function rowOf(row: Row, dayIn: ReturnType<typeof dayReader>): CaseRow {
  // A withdrawn case may have a drafted reply, which was never given; one that is corrected was.
  const isReplied = Boolean(row['reply.decidedOn']) || isOpen(row.status as Application['status']);
  const kind = row['reply.kind'];
  return {
    channel: row.channel as Application['channel'],
    applicantKind: row.applicantKind as Application['applicantKind'],
    receivedOn: dayIn(row.receivedOn),
    dueOn: dayIn(row.dueOn),
    closedOn: dayIn(row.closedOn),
    reply: isReplied && isReplyKind(kind) ? kind : null,
    isExtended: row['extension.state'] === 'approved',
  };
}
