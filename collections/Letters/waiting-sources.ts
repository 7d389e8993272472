import type { Access, PayloadRequest, Where, WhereField } from 'payload';
import { canReadApplications, canReadLetters, hasRole, shownOrModerator } from '@/access/roles';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { openStatuses } from '@/domain/applications/statuses';
import { moderationDue } from '@/domain/consultations/outcome-due';
import { OPEN_LETTER_STATUSES, type LetterPurpose } from '@/domain/letters/codes';
import type { WaitingKind } from '@/domain/letters/waiting';
import type { Day } from '@/domain/workdays/days';
import { responseLimit } from '@/globals/ResponseLimits/limits';
import type { User } from '@/payload-types';
import { dayReader, plainColumns, type Bound } from '@/queries/plain-columns';

type Id = number | string;

/** What the order and the counts of the desk hang on; all else is read of the few that are shown. */
export type Waiting = {
  kind: WaitingKind;
  id: Id;
  due: Day | null;
  /** Of comments, how many wait. */
  count?: number;
};

/** Of which agency alone; null for all. */
type Asked = { agency: Id | null };

/**
 * All that waits and that this person may read, as keys with their due days. Read past the hooks, in narrow columns:
 * ten thousand are read in less time than Payload takes for two hundred.
 */
export async function readWaitingKeys(req: PayloadRequest, asked: Asked): Promise<Waiting[]> {
  const found = await Promise.all([
    waitingApplications(req, asked),
    waitingLetters(req, asked),
    waitingModeration(req, asked),
    waitingOutcomes(req, asked),
  ]);
  return found.flat();
}

async function waitingApplications(req: PayloadRequest, { agency }: Asked): Promise<Waiting[]> {
  const own = await ownAgency(canReadApplications, req);
  if (!own) return [];
  const rows = await plainColumns(
    req.payload,
    'applications',
    ['id', 'dueOn'],
    [{ path: 'status', in: openStatuses }, ...own, ...ofAgency(agency)],
  );
  const dayIn = dayReader();
  return rows.map(({ id, dueOn }) => ({
    kind: 'application',
    id: idOf(id),
    due: dayIn(dueOn),
  }));
}

/** Letters, corrections of the website and of one's own record. */
async function waitingLetters(req: PayloadRequest, { agency }: Asked): Promise<Waiting[]> {
  const own = await ownAgency(canReadLetters, req);
  if (!own) return [];
  const rows = await plainColumns(
    req.payload,
    'letters',
    ['id', 'dueOn', 'purpose'],
    [{ path: 'status', in: OPEN_LETTER_STATUSES }, ...own, ...ofAgency(agency)],
  );
  const dayIn = dayReader();
  return rows.map(({ id, dueOn, purpose }) => ({
    kind: purpose as LetterPurpose,
    id: idOf(id),
    due: dayIn(dueOn),
  }));
}

/** One row a consultation: ten thousand comments are one thing to do. */
async function waitingModeration(req: PayloadRequest, { agency }: Asked): Promise<Waiting[]> {
  const own = await ownComments(req);
  if (!own) return [];
  const { payload } = req;
  const [comments, consultations, days, calendar] = await Promise.all([
    plainColumns(
      payload,
      'comments',
      ['consultation', 'submittedAt'],
      [{ path: 'state', in: ['pending'] }],
    ),
    plainColumns(payload, 'consultations', ['id'], [...own, ...ofAgency(agency)]),
    responseLimit(req, 'moderationDays'),
    workCalendar(req),
  ]);
  const moderated = new Set(consultations.map(({ id }) => String(id)));
  const waiting = new Map<string, { id: Id; count: number; oldest: string }>();
  for (const { consultation, submittedAt } of comments) {
    if (!moderated.has(String(consultation)) || !submittedAt) continue;
    const at = submittedAt instanceof Date ? submittedAt.toISOString() : String(submittedAt);
    const one = waiting.get(String(consultation));
    if (!one) waiting.set(String(consultation), { id: idOf(consultation), count: 1, oldest: at });
    else {
      one.count += 1;
      if (at < one.oldest) one.oldest = at;
    }
  }
  return [...waiting.values()].map(({ id, count, oldest }) => ({
    kind: 'comment',
    id,
    due: moderationDue(oldest, days, calendar),
    count,
  }));
}

/** Consultations that have closed and owe their outcome. */
async function waitingOutcomes(req: PayloadRequest, { agency }: Asked): Promise<Waiting[]> {
  const user = req.user as User | null;
  if (!hasRole(user, 'editor', 'clerk', 'leader', 'auditor')) return [];
  const isEditor = user?.roles.every((role) => role === 'editor');
  const own = isEditor ? (keyOf(user?.agency) ?? null) : null;
  const rows = await plainColumns(
    req.payload,
    'consultations',
    ['id', 'outcomeDueOn'],
    [
      { path: '_status', in: ['published'] },
      { path: 'closesAt', before: new Date().toISOString() },
      { path: 'outcomeOn', orNothing: true },
      { path: 'withoutOutcome', orNothing: true },
      ...ofAgency(own),
      ...ofAgency(agency),
    ],
  );
  const dayIn = dayReader();
  return rows.map(({ id, outcomeDueOn }) => ({
    kind: 'consultation',
    id: idOf(id),
    due: dayIn(outcomeDueOn),
  }));
}

/** Of whose consultations this person reads the comments that wait: whoever moderates them, and whoever answers for it. */
async function ownComments(req: PayloadRequest): Promise<Bound<'agency'>[] | null> {
  const read = await shownOrModerator({ req });
  if (typeof read === 'boolean') return read ? [] : null;
  // What is shown to everybody waits for nobody.
  const own = (read.or as Record<string, WhereField>[] | undefined)?.[1];
  return own ? isOfAgency(own['consultation.agency']) : null;
}

/** What this person may read, which is all or the own agency's; null for nothing at all. */
async function ownAgency(access: Access, req: PayloadRequest): Promise<Bound<'agency'>[] | null> {
  const read = await access({ req });
  if (typeof read === 'boolean') return read ? [] : null;
  return isOfAgency((read as Where).agency as WhereField | undefined);
}

/**
 * The rule as a bound; null for somebody of no agency, who reads nothing.
 * @throws Error for a rule of another shape, before anything is read by it
 */
function isOfAgency(rule: WhereField | undefined): Bound<'agency'>[] | null {
  if (!rule || !('equals' in rule)) throw new Error('a rule that does not name an agency');
  const own = keyOf(rule.equals);
  return own === undefined ? null : ofAgency(own);
}

const ofAgency = (agency: Id | null): Bound<'agency'>[] =>
  agency === null ? [] : [{ path: 'agency', in: [agency] }];

function keyOf(value: unknown): Id | undefined {
  const key = value && typeof value === 'object' ? (value as { id?: unknown }).id : value;
  return typeof key === 'number' || typeof key === 'string' ? key : undefined;
}

/** MongoDB gives its own objects for ids. */
const idOf = (cell: unknown): Id => (typeof cell === 'number' ? cell : String(cell));
