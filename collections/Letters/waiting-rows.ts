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
import {
  waitingApplications,
  waitingLetters,
  waitingModeration,
  waitingOutcomes,
  type Asked,
  type Waiting,
} from './waiting-sources';

type Id = number | string;

export type WaitingFilter = {
  kind: WaitingKind | null;
  agency: string | null;
  span: WaitingSpan;
  page: number;
};

export type WaitingRow = Omit<Waiting, 'agency' | 'assignee'> & {
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
/** The merged list is read from its beginning: so far, and a filter leads to the rest. */
const MOST_PAGES = 100;

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

/** All that waits for an answer and that this person may read, the most pressing first. */
export async function readWaiting(
  req: PayloadRequest,
  { kind, agency, span, page }: WaitingFilter,
): Promise<WaitingDesk> {
  const today = dayOf(new Date());
  const { payload } = req;
  const { from, to } = spanDays(span, today);
  const key = agency !== null && payload.db.defaultIDType === 'number' ? Number(agency) : agency;
  const asked: Asked = {
    from,
    to,
    today,
    agency: isIdShaped(key, payload.db.defaultIDType) ? (key as Id) : null,
    most: page * WAITING_A_PAGE,
    withoutDue: span === 'all',
  };
  const wanted = (code: WaitingKind) => (kind === null || kind === code ? asked : counted(asked));
  const [application, letter, correction, record, comment, consultation, agencies, calendar] =
    await Promise.all([
      waitingApplications(req, wanted('application')),
      waitingLetters(req, wanted('letter'), ['letter']),
      waitingLetters(req, wanted('correction'), ['correction']),
      waitingLetters(req, wanted('record'), ['record']),
      waitingModeration(req, wanted('comment')),
      waitingOutcomes(req, wanted('consultation')),
      payload.find({
        collection: 'agencies',
        sort: 'order',
        pagination: false,
        depth: 0,
        locale: localeOf(req),
        select: { name: true },
        req,
      }),
      workCalendar(req),
    ]);
  const found = { application, letter, correction, record, comment, consultation };
  const kinds: readonly WaitingKind[] = kind ? [kind] : waitingKinds;
  const sum = (of: 'total' | 'late') => kinds.reduce((all, code) => all + found[code][of], 0);
  const total = sum('total');
  const rows = kinds
    .flatMap((code) => found[code].rows)
    .sort(byDue)
    .slice((page - 1) * WAITING_A_PAGE, page * WAITING_A_PAGE);
  const names = new Map(agencies.docs.map(({ id, name }) => [String(id), name]));
  const people = await peopleOf(req, rows);
  return {
    rows: rows.map(({ agency: of, assignee, ...row }) => ({
      ...row,
      agency: of === null ? null : (names.get(String(of)) ?? null),
      assignee: assignee === null ? null : (people.get(String(assignee)) ?? null),
      daysLeft: row.due === null ? null : workdaysBetween(today, row.due, calendar),
    })),
    total,
    late: sum('late'),
    pages: Math.min(MOST_PAGES, Math.max(1, Math.ceil(total / WAITING_A_PAGE))),
    counts: Object.fromEntries(waitingKinds.map((code) => [code, found[code].total])) as Record<
      WaitingKind,
      number
    >,
    agencies: agencies.docs,
  };
}

/** Of the kinds that are not shown only the number is of use; a limit of none would be all. */
const counted = (asked: Asked): Asked => ({ ...asked, most: 1 });

async function peopleOf(
  req: PayloadRequest,
  rows: readonly Waiting[],
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
