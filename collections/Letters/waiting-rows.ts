import type { PayloadRequest } from 'payload';
import { isIdShaped } from '@/access/misshapen';
import { localeOf } from '@/access/language';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import {
  byDue,
  spanDays,
  waitingKinds,
  waitingSpans,
  type WaitingKind,
  type WaitingSpan,
} from '@/domain/letters/waiting';
import { workdaysBetween } from '@/domain/workdays/count';
import { dayOf } from '@/domain/workdays/days';
import { withDetails, type WaitingDetail } from './waiting-details';
import { readWaitingKeys, type Waiting } from './waiting-sources';

type Id = number | string;

export type WaitingFilter = {
  kind: WaitingKind | null;
  agency: string | null;
  span: WaitingSpan;
  page: number;
};

export type WaitingRow = Waiting &
  Omit<WaitingDetail, 'agency' | 'assignee'> & {
    agency: string | null;
    assignee: string | null;
    /** Working days; negative when it is late; null without a due day. */
    daysLeft: number | null;
  };

export type WaitingDesk = {
  rows: WaitingRow[];
  total: number;
  late: number;
  pages: number;
  /** How many of each kind there are under the other filters. */
  counts: Record<WaitingKind, number>;
  agencies: { id: Id; name: string }[];
};

export const WAITING_A_PAGE = 50;
/** An address may name any page; a county has not so many letters. */
const MOST_PAGES = 10_000;

type Values = Record<string, string | string[] | undefined>;

/** A filter out of an address; what makes no sense in it is left out. */
export function readWaitingFilter(values: Values): WaitingFilter {
  const first = (name: string) => [values[name] ?? ''].flat()[0] ?? '';
  const page = Number(first('page'));
  return {
    kind: waitingKinds.find((code) => code === first('kind')) ?? null,
    agency: /^[\da-f]{1,24}$/.test(first('agency')) ? first('agency') : null,
    span: waitingSpans.find((code) => code === first('due')) ?? 'all',
    page: Number.isInteger(page) && page > 0 ? Math.min(page, MOST_PAGES) : 1,
  };
}

/**
 * All that waits for an answer and that this person may read, the most pressing first. The keys of all are put in
 * order, and only what the page shows is read: the last page costs what the first does.
 */
export async function readWaiting(
  req: PayloadRequest,
  { kind, agency, span, page }: WaitingFilter,
): Promise<WaitingDesk> {
  const today = dayOf(new Date());
  const { payload } = req;
  const { from, to } = spanDays(span, today);
  const key = agency !== null && payload.db.defaultIDType === 'number' ? Number(agency) : agency;
  const [keys, agencies, calendar] = await Promise.all([
    readWaitingKeys(req, {
      agency: isIdShaped(key, payload.db.defaultIDType) ? (key as Id) : null,
    }),
    payload.find({
      collection: 'agencies',
      sort: 'order',
      pagination: false,
      depth: 0,
      locale: localeOf(req),
      select: { name: true, kind: true },
      req,
    }),
    workCalendar(req),
  ]);
  const found = keys.filter(
    ({ due }) =>
      span === 'all' ||
      (due !== null && (from === null || due >= from) && (to === null || due <= to)),
  );
  const counts = Object.fromEntries(waitingKinds.map((code) => [code, 0])) as WaitingDesk['counts'];
  for (const one of found) counts[one.kind] += 1;
  const listed = (kind ? found.filter((one) => one.kind === kind) : found).sort(inOrder);
  const shown = listed.slice((page - 1) * WAITING_A_PAGE, page * WAITING_A_PAGE);
  const detailed = await withDetails(req, shown);
  const names = new Map(agencies.docs.map(({ id, name }) => [String(id), name]));
  const people = await peopleOf(req, detailed);
  return {
    rows: detailed.map(({ agency: of, assignee, ...row }) => ({
      ...row,
      agency: of === null ? null : (names.get(String(of)) ?? null),
      assignee: assignee === null ? null : (people.get(String(assignee)) ?? null),
      daysLeft: row.due === null ? null : workdaysBetween(today, row.due, calendar),
    })),
    total: listed.length,
    late: listed.filter(({ due }) => due !== null && due < today).length,
    pages: Math.max(1, Math.ceil(listed.length / WAITING_A_PAGE)),
    counts,
    // The state council answers nobody here.
    agencies: agencies.docs.filter((one) => one.kind !== 'external'),
  };
}

/** One order for all pages: of one day by kind, then the older first. */
function inOrder(a: Waiting, b: Waiting): number {
  const kinds = waitingKinds.indexOf(a.kind) - waitingKinds.indexOf(b.kind);
  return byDue(a, b) || kinds || (a.id < b.id ? -1 : 1);
}

async function peopleOf(
  req: PayloadRequest,
  rows: readonly { assignee: Id | null }[],
): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ assignee }) => assignee ?? []))];
  if (ids.length === 0) return new Map();
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { in: ids } },
    pagination: false,
    depth: 0,
    select: { name: true },
    req,
  });
  return new Map(docs.map(({ id, name }) => [String(id), name]));
}
