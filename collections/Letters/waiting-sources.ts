import type { Access, CollectionSlug, PayloadRequest, Where } from 'payload';
import { canModerate, canReadApplications, canReadLetters, hasRole } from '@/access/roles';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { openStatuses } from '@/domain/applications/statuses';
import { moderationDue } from '@/domain/consultations/outcome-due';
import { OPEN_LETTER_STATUSES, type LetterPurpose } from '@/domain/letters/codes';
import type { WaitingKind } from '@/domain/letters/waiting';
import { dayOf, type Day } from '@/domain/workdays/days';
import { responseLimit } from '@/globals/ResponseLimits/limits';
import type { Application, Comment, Consultation, Letter, User } from '@/payload-types';

type Id = number | string;

export type Waiting = {
  kind: WaitingKind;
  id: Id;
  href: string;
  number: string;
  title: string;
  status: string;
  due: Day | null;
  agency: Id | null;
  assignee: Id | null;
  /** Of comments, how many wait. */
  count?: number;
};

export type Found = { rows: Waiting[]; total: number; late: number };

export type Asked = {
  /** The due days, both ends included; null for no limit. */
  from: Day | null;
  to: Day | null;
  agency: Id | null;
  /** No more rows than this are of use. */
  most: number;
  today: Day;
  /** Whether rows without a due day are asked for, too. */
  withoutDue: boolean;
};

const nothing: Found = { rows: [], total: 0, late: 0 };

export async function waitingApplications(req: PayloadRequest, asked: Asked): Promise<Found> {
  const own = await allowed(canReadApplications, req);
  if (!own) return nothing;
  const open: Where = { status: { in: [...openStatuses] } };
  const select: Selected = {
    receiptNumber: true,
    informationTitle: true,
    status: true,
    dueOn: true,
    agency: true,
    assignee: true,
  };
  return find<Application>(req, 'applications', [...own, open], select, asked, (row) => ({
    kind: 'application',
    title: row.informationTitle,
    number: row.receiptNumber ?? '',
  }));
}

export async function waitingLetters(
  req: PayloadRequest,
  asked: Asked,
  purposes: readonly LetterPurpose[],
): Promise<Found> {
  const own = await allowed(canReadLetters, req);
  if (!own || purposes.length === 0) return nothing;
  const open: Where[] = [
    { status: { in: [...OPEN_LETTER_STATUSES] } },
    ...(purposes.length < 3 ? [{ purpose: { in: [...purposes] } }] : []),
  ];
  const select: Selected = {
    receiptNumber: true,
    title: true,
    purpose: true,
    status: true,
    dueOn: true,
    agency: true,
    assignee: true,
  };
  return find<Letter>(req, 'letters', [...own, ...open], select, asked, (row) => ({
    kind: row.purpose,
    title: row.title,
    number: row.receiptNumber ?? '',
  }));
}

/** One row a consultation: ten thousand comments are one thing to do. */
export async function waitingModeration(req: PayloadRequest, asked: Asked): Promise<Found> {
  const own = await allowed(canModerate, req);
  if (!own) return nothing;
  const { db } = req.payload;
  const pending: Where[] = [...own, { state: { equals: 'pending' } }];
  const { values } = await db.findDistinct({
    collection: 'comments',
    field: 'consultation',
    where: { and: pending },
    sort: 'consultation',
    req,
  });
  const ids = values
    .map(({ consultation }) => idOf(consultation as Id))
    .filter((id) => id !== null);
  if (ids.length === 0) return nothing;
  const [days, calendar, { docs: consultations }] = await Promise.all([
    responseLimit(req, 'moderationDays'),
    workCalendar(req),
    db.find<Consultation>({
      collection: 'consultations',
      where: {
        and: [
          { id: { in: ids } },
          ...(asked.agency === null ? [] : [{ agency: { equals: asked.agency } }]),
        ],
      },
      select: { title: true, agency: true },
      limit: 0,
      pagination: false,
      req,
    }),
  ]);
  const rows = await Promise.all(
    consultations.map(async (consultation): Promise<Waiting> => {
      const where: Where = {
        and: [{ consultation: { equals: consultation.id } }, { state: { equals: 'pending' } }],
      };
      const [{ totalDocs }, { docs }] = await Promise.all([
        db.count({ collection: 'comments', where, req }),
        db.find<Comment>({
          collection: 'comments',
          where,
          sort: 'submittedAt',
          limit: 1,
          pagination: false,
          select: { submittedAt: true },
          req,
        }),
      ]);
      const oldest = docs[0] && new Date(docs[0].submittedAt).toISOString();
      return {
        kind: 'comment',
        id: consultation.id,
        href: `/admin/comments-desk?state=pending&consultation=${consultation.id}`,
        number: '',
        title: consultation.title,
        status: 'pending',
        due: oldest ? moderationDue(oldest, days, calendar) : null,
        agency: idOf(consultation.agency),
        assignee: null,
        count: totalDocs,
      };
    }),
  );
  const { from, to } = asked;
  const fitting = rows.filter(({ due }) => !due || ((!from || due >= from) && (!to || due <= to)));
  return {
    rows: fitting,
    total: fitting.length,
    late: fitting.filter(({ due }) => due !== null && due < asked.today).length,
  };
}

/** Consultations that have closed and owe their outcome. */
export async function waitingOutcomes(req: PayloadRequest, asked: Asked): Promise<Found> {
  const user = req.user as User | null;
  if (!hasRole(user, 'editor', 'clerk', 'leader', 'auditor')) return nothing;
  const agency = user?.agency;
  const isEditor = user?.roles.every((role) => role === 'editor');
  const own: Where[] = isEditor && agency ? [{ agency: { equals: idOf(agency) } }] : [];
  const owed: Where[] = [
    { _status: { equals: 'published' } },
    { closesAt: { less_than_equal: new Date().toISOString() } },
    { outcomeOn: { exists: false } },
    { withoutOutcome: { exists: false } },
  ];
  const select: Selected = { title: true, outcomeDueOn: true, agency: true };
  return find<Consultation>(
    req,
    'consultations',
    [...own, ...owed],
    select,
    asked,
    ({ title }) => ({ kind: 'consultation', title, number: '' }),
    'outcomeDueOn',
  );
}

/** The columns that are read. */
type Selected = Record<string, true>;

type Row = {
  id: Id;
  agency?: unknown;
  assignee?: unknown;
  status?: string | null;
};

/** The rows of one collection, the nearest due day first, past the read hooks: what they say is none's secret. */
async function find<T extends Row>(
  req: PayloadRequest,
  collection: CollectionSlug,
  conditions: Where[],
  select: Selected,
  asked: Asked,
  told: (row: T) => Pick<Waiting, 'kind' | 'title' | 'number'>,
  dueField = 'dueOn',
): Promise<Found> {
  const { db } = req.payload;
  const of: Where[] =
    asked.agency === null ? conditions : [...conditions, { agency: { equals: asked.agency } }];
  const dated: Where = {
    and: [...of, { [dueField]: { exists: true } }, ...between(dueField, asked)],
  };
  const undated: Where = { and: [...of, { [dueField]: { exists: false } }] };
  const late: Where = {
    and: [...of, { [dueField]: { less_than: `${asked.today}T00:00:00.000Z` } }],
  };
  const read = (where: Where, limit: number) =>
    db.find<T>({
      collection,
      where,
      sort: [dueField, 'id'],
      limit,
      pagination: false,
      select,
      req,
    });
  const count = async (where: Where) => (await db.count({ collection, where, req })).totalDocs;
  const [withDue, total, lateOnes, open] = await Promise.all([
    read(dated, asked.most),
    count(dated),
    // Of those that a span asks for, which never begins before today, none is late.
    asked.from ? 0 : count(late),
    asked.withoutDue ? count(undated) : 0,
  ]);
  const missing = asked.most - withDue.docs.length;
  const without = open > 0 && missing > 0 ? (await read(undated, missing)).docs : [];
  const rows = [...withDue.docs, ...without].map((row): Waiting => {
    const due = (row as Record<string, unknown>)[dueField];
    return {
      ...told(row),
      id: row.id,
      href: `/admin/collections/${collection}/${row.id}`,
      status: row.status ?? '',
      due: typeof due === 'string' ? dayOf(due) : null,
      agency: idOf(row.agency),
      assignee: idOf(row.assignee),
    };
  });
  return { rows, total: total + open, late: lateOnes };
}

/** Conditions of what this person may read; null for nothing at all. */
async function allowed(access: Access, req: PayloadRequest): Promise<Where[] | null> {
  const result = await access({ req });
  return typeof result === 'boolean' ? (result ? [] : null) : [result];
}

/** Days are stored as noon, so that the ends of a day hold it. */
const between = (field: string, { from, to }: Asked): Where[] => [
  ...(from ? [{ [field]: { greater_than_equal: `${from}T00:00:00.000Z` } }] : []),
  ...(to ? [{ [field]: { less_than_equal: `${to}T23:59:59.999Z` } }] : []),
];

const idOf = (value: unknown): Id | null =>
  value && typeof value === 'object' ? (value as { id: Id }).id : ((value as Id | null) ?? null);
