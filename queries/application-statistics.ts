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
import { portal } from './portal';

/** Columns without personal data, and nothing else of the row. */
const SELECTED = {
  channel: true,
  applicantKind: true,
  status: true,
  receivedOn: true,
  dueOn: true,
  closedOn: true,
  reply: { kind: true, decidedOn: true },
  extension: { state: true },
} as const;

type Row = Pick<Application, keyof typeof SELECTED>;

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
  const { docs } = await payload.db.find<Row & { id: number }>({
    collection: 'applications',
    where: { receivedOn: { exists: true } },
    limit: 0,
    pagination: false,
    select: SELECTED,
  });
  return caseStatistics(docs.map(rowOf), await workCalendar({ payload }), today);
}

function rowOf(application: Row): CaseRow {
  const { channel, applicantKind, status, reply, extension } = application;
  // A withdrawn case may have a drafted reply, which was never given; one that is corrected was.
  const isReplied = Boolean(reply?.decidedOn) || isOpen(status);
  return {
    channel,
    applicantKind,
    receivedOn: dayIn(application.receivedOn),
    dueOn: dayIn(application.dueOn),
    closedOn: dayIn(application.closedOn),
    reply: isReplied && isReplyKind(reply?.kind) ? reply.kind : null,
    isExtended: extension?.state === 'approved',
  };
}

const dayIn = (value: string | null | undefined): Day | null => (value ? dayOf(value) : null);
