import type { PayloadRequest, Where } from 'payload';
import { isIdShaped } from '@/access/misshapen';
import { canReadCaseFiles, shownOrModerator } from '@/access/roles';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { COMMENT_STATES, type CommentState } from '@/domain/consultations/codes';
import { lateSince, moderationDue } from '@/domain/consultations/outcome-due';
import { SUSPICIOUS_FROM, type SuspicionFinding } from '@/domain/consultations/suspicion';
import { dayOf, type Day } from '@/domain/workdays/days';
import { responseLimit } from '@/globals/ResponseLimits/limits';
import type { Comment, Consultation, User } from '@/payload-types';

export const ROWS_PER_PAGE = 50;

export type ModerationFilter = {
  consultation: string;
  state: CommentState;
  /** Only what looks like advertising, or only what does not. */
  looks: 'all' | 'suspicious' | 'plain';
  page: number;
};

type Values = Record<string, string | string[] | undefined>;

/** A filter out of an address; what makes no sense in it is left out. */
export function readModerationFilter(values: Values): ModerationFilter {
  const first = (name: string) => [values[name] ?? ''].flat()[0] ?? '';
  const page = Number(first('page'));
  return {
    consultation: /^[\da-f]{1,24}$/.test(first('consultation')) ? first('consultation') : '',
    state: COMMENT_STATES.find(({ code }) => code === first('state'))?.code ?? 'pending',
    looks: (['suspicious', 'plain'] as const).find((one) => one === first('looks')) ?? 'all',
    page: Number.isInteger(page) && page > 0 ? Math.min(page, 10_000) : 1,
  };
}

/**
 * A filter that somebody decides by; null when anything in it makes no sense. To leave that out, as of an address,
 * would decide on everything that waits.
 */
export function givenModerationFilter(
  given: unknown,
  idType: 'number' | 'text',
): ModerationFilter | null {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  const values = given as Record<string, unknown>;
  const read = readModerationFilter(values as Values);
  const isUnderstood = Object.entries(values).every(
    ([name, value]) =>
      name in read && String(read[name as keyof ModerationFilter]) === String(value),
  );
  const { consultation } = read;
  return isUnderstood && (consultation === '' || isIdShaped(consultation, idType)) ? read : null;
}

export type ModerationRow = {
  id: Comment['id'];
  receiptNumber: string;
  body: string;
  place: string;
  shownName: string;
  consultation: string;
  submittedOn: Day;
  due: Day | null;
  isLate: boolean;
  suspicion: number;
  isSuspicious: boolean;
  findings: SuspicionFinding[];
  files: { id: number | string; name: string }[];
  state: CommentState;
  reason: Comment['reason'];
  note: string;
  moderatedBy: string;
  moderatedOn: Day | null;
};

export type Moderation = {
  rows: ModerationRow[];
  total: number;
  waiting: number;
  late: number;
  consultations: { id: string; title: string }[];
};

/** One page of comments for whoever moderates, oldest first while they wait. Nothing personal is read. */
export async function readModeration(
  req: PayloadRequest,
  filter: ModerationFilter,
  now: string,
): Promise<Moderation> {
  const own = await ownComments(req);
  const where = { and: [...own, ...conditionsOf(filter, req)] };
  const { payload } = req;
  const [days, calendar] = await Promise.all([
    responseLimit(req, 'moderationDays'),
    workCalendar(req),
  ]);
  const today = dayOf(now);
  const count = async (...more: Where[]) => {
    const all = { and: [...own, { state: { equals: 'pending' } }, ...more] };
    return (await payload.db.count({ collection: 'comments', where: all, req })).totalDocs;
  };
  const [waiting, late, found, consultations] = await Promise.all([
    count(),
    count(submittedUntil(lateSince(today, days, calendar))),
    payload.db.find<Comment>({
      collection: 'comments',
      where,
      sort: filter.state === 'pending' ? ['submittedAt', 'id'] : ['-moderatedAt', '-id'],
      page: filter.page,
      limit: ROWS_PER_PAGE,
      select: ROW,
      req,
    }),
    commented(req),
  ]);
  const titles = new Map(consultations.map(({ id, title }) => [id, title]));
  const files = await filesOf(
    req,
    found.docs.map(({ id }) => id),
  );
  const rows = found.docs.map((comment): ModerationRow => {
    const submitted = new Date(comment.submittedAt).toISOString();
    const due = comment.state === 'pending' ? moderationDue(submitted, days, calendar) : null;
    const suspicion = comment.suspicion ?? 0;
    return {
      id: comment.id,
      receiptNumber: comment.receiptNumber ?? '',
      body: comment.body,
      place: comment.place ?? '',
      shownName: comment.shownName ?? '',
      consultation: titles.get(idOf(comment.consultation)) ?? '',
      submittedOn: dayOf(submitted),
      due,
      isLate: due !== null && due < today,
      suspicion,
      isSuspicious: suspicion >= SUSPICIOUS_FROM,
      findings: Array.isArray(comment.findings) ? (comment.findings as SuspicionFinding[]) : [],
      files: files.get(String(comment.id)) ?? [],
      state: comment.state,
      reason: comment.reason,
      note: comment.note ?? '',
      moderatedBy: comment.moderatedBy ?? '',
      moderatedOn: comment.moderatedAt ? dayOf(new Date(comment.moderatedAt)) : null,
    };
  });
  return { rows, total: found.totalDocs, waiting, late, consultations };
}

const ROW = {
  receiptNumber: true,
  body: true,
  place: true,
  shownName: true,
  consultation: true,
  submittedAt: true,
  suspicion: true,
  findings: true,
  state: true,
  reason: true,
  note: true,
  moderatedBy: true,
  moderatedAt: true,
} as const;

/** The comments that wait under a filter, the oldest first. */
export async function waitingIds(
  req: PayloadRequest,
  filter: ModerationFilter,
  most: number,
): Promise<Comment['id'][]> {
  const { docs } = await req.payload.db.find<Comment>({
    collection: 'comments',
    where: { and: [...(await ownComments(req)), ...conditionsOf(filter, req)] },
    sort: ['submittedAt', 'id'],
    limit: most,
    pagination: false,
    select: { state: true },
    req,
  });
  return docs.map(({ id }) => id);
}

/**
 * The comments that wait for this person, the oldest first, with the last day for each: for the desk of all
 * that waits.
 */
export async function waitingComments(
  req: PayloadRequest,
  now: string,
  limit = 100,
): Promise<{
  items: { id: Comment['id']; excerpt: string; consultation: string; receivedOn: Day; due: Day }[];
  total: number;
}> {
  const where = { and: [...(await ownComments(req)), { state: { equals: 'pending' } }] };
  const [days, calendar, { totalDocs }, { docs }, consultations] = await Promise.all([
    responseLimit(req, 'moderationDays'),
    workCalendar(req),
    req.payload.db.count({ collection: 'comments', where, req }),
    req.payload.db.find<Comment>({
      collection: 'comments',
      where,
      sort: ['submittedAt', 'id'],
      limit,
      pagination: false,
      select: { excerpt: true, consultation: true, submittedAt: true },
      req,
    }),
    commented(req),
  ]);
  const titles = new Map(consultations.map(({ id, title }) => [id, title]));
  const items = docs.map(({ id, excerpt, consultation, submittedAt }) => {
    const submitted = new Date(submittedAt).toISOString();
    return {
      id,
      excerpt: excerpt ?? '',
      consultation: titles.get(idOf(consultation)) ?? '',
      receivedOn: dayOf(submitted),
      due: moderationDue(submitted, days, calendar),
    };
  });
  return { items, total: totalDocs };
}

function conditionsOf(
  { consultation, state, looks }: ModerationFilter,
  { payload }: PayloadRequest,
): Where[] {
  const idType = payload.db.defaultIDType;
  const about: Where[] =
    consultation && isIdShaped(consultation, idType)
      ? [{ consultation: { equals: idType === 'number' ? Number(consultation) : consultation } }]
      : [];
  const suspicious: Where[] =
    looks === 'all'
      ? []
      : [
          {
            suspicion:
              looks === 'suspicious'
                ? { greater_than_equal: SUSPICIOUS_FROM }
                : { less_than: SUSPICIOUS_FROM },
          },
        ];
  return [{ state: { equals: state } }, ...about, ...suspicious];
}

/** Those of the person's own agency, or of all; never what is only shown to everybody. */
async function ownComments(req: PayloadRequest): Promise<Where[]> {
  const read = await shownOrModerator({ req });
  if (typeof read === 'boolean') return read ? [] : [{ id: { exists: false } }];
  const own = (read.or as Where[] | undefined)?.[1];
  return [own ?? { id: { exists: false } }];
}

const submittedUntil = (day: Day): Where => ({
  submittedAt: { less_than: `${day}T16:00:00.000Z` },
});

/** Consultations by which the person filters comments: those whose comments they read, and no other title. */
async function commented(req: PayloadRequest): Promise<{ id: string; title: string }[]> {
  const { docs } = await req.payload.db.find<Consultation>({
    collection: 'consultations',
    where: {
      and: [{ takesComments: { not_equals: false } }, ...ofConsultations(await ownComments(req))],
    },
    sort: '-opensAt',
    limit: 500,
    pagination: false,
    select: { title: true },
    req,
  });
  return docs.map(({ id, title }) => ({ id: String(id), title }));
}

/** Conditions on comments, asked of their consultations. */
const ofConsultations = (conditions: readonly Where[]): Where[] =>
  conditions.map((condition) =>
    Object.fromEntries(
      Object.entries(condition).map(([path, value]) => [
        path.replace(/^consultation\./u, ''),
        value,
      ]),
    ),
  );

async function filesOf(
  req: PayloadRequest,
  ids: readonly Comment['id'][],
): Promise<Map<string, { id: number | string; name: string }[]>> {
  const files = new Map<string, { id: number | string; name: string }[]>();
  // Who looks after the desk without handling cases sees what was said, not what was attached.
  if (ids.length === 0 || !(await canReadCaseFiles({ req }))) return files;
  const { docs } = await req.payload.find({
    collection: 'case-files',
    where: { comment: { in: [...ids] } },
    pagination: false,
    depth: 0,
    select: { title: true, comment: true },
    user: req.user as User,
    overrideAccess: false,
    req,
  });
  for (const { id, title, comment } of docs) {
    const of = String(idOf(comment));
    files.set(of, [...(files.get(of) ?? []), { id, name: title }]);
  }
  return files;
}

const idOf = (relation: unknown): string =>
  String(
    typeof relation === 'object' && relation !== null
      ? (relation as { id?: unknown }).id
      : relation,
  );
