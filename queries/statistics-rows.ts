import type { Payload } from 'payload';
import { isReplyKind } from '@/domain/applications/reply-kinds';
import { isOpen } from '@/domain/applications/statuses';
import type { AgencyKind } from '@/domain/catalogue/codes';
import type { LetterPurpose, LetterStatus } from '@/domain/letters/codes';
import { grouped } from '@/domain/letters/statistics';
import { EXPLAINED_KINDS } from '@/domain/review/interpretation-due';
import type { AnsweredRow, ConsultationRow } from '@/domain/statistics/answers';
import type { PublishedInterpretation } from '@/domain/statistics/publications';
import type { CountedAgency, DatedDocument } from '@/domain/statistics/quarter';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Agency, Application } from '@/payload-types';
import {
  dayReader,
  indexedColumns,
  plainColumns,
  plainLinks,
  type Bound,
  type Cell,
} from './plain-columns';

/** What the public reads of a collection with drafts: the same rule as `publishedOrStaff` says to nobody. */
const isPublic = { path: '_status', in: ['published'] } as const;

/** Every agency in its order, under its Chinese name. */
export async function agencyRows(payload: Payload): Promise<CountedAgency[]> {
  const { docs } = await payload.find({
    collection: 'agencies',
    locale: 'zh-CN',
    depth: 0,
    pagination: false,
    sort: ['order', 'id'],
    select: { name: true, slug: true, kind: true },
    overrideAccess: false,
    user: null,
  });
  return docs.map(({ id, name, slug, kind }) => ({ id: String(id), name, slug, kind }));
}

/**
 * Every published document with a day.
 *
 * @param within instants between which `isImported` is told of every document: without it, only of those of the kinds
 *   that are to be explained, of which alone a year asks it
 */
export async function documentRows(
  payload: Payload,
  agencies: readonly CountedAgency[],
  within?: { from: string; before: string },
): Promise<DatedDocument[]> {
  const kinds = new Map(agencies.map(({ id, kind }) => [id, kind]));
  const bounds: Bound<string>[] = [
    { path: 'kind', in: EXPLAINED_KINDS },
    ...(within ? [{ path: 'publishedOn', ...within }] : []),
  ];
  const [rows, ...told] = await Promise.all([
    indexedColumns(payload, 'documents', DOCUMENT),
    ...bounds.map((bound) => plainColumns(payload, 'documents', TOLD, [bound])),
  ]);
  const more = new Map(told.flat().map((row) => [String(row.id), row]));
  const dayIn = dayReader();
  return [...rows].flatMap(([id, row]) => {
    const publishedOn = dayIn(row.publishedOn);
    if (row._status !== 'published' || !publishedOn) return [];
    const agency = keyIn(row.agency);
    return [
      {
        id,
        publishedOn,
        madeOn: dayIn(row.madeOn),
        kind: String(row.kind),
        agency,
        agencyKind: ((agency && kinds.get(agency)) || null) as AgencyKind | null,
        category: textIn(row.category),
        isImported: Boolean(more.get(id)?.['source.imported']),
        waiver: textIn(more.get(id)?.interpretationWaiver ?? null),
      },
    ];
  });
}

/** Without an index: SQLite walks through the texts before them, so they are read of as few as need them. */
const TOLD = ['id', 'source.imported', 'interpretationWaiver'] as const;
/** Each has an index. */
const DOCUMENT = ['_status', 'publishedOn', 'madeOn', 'kind', 'agency', 'category'] as const;

/** Every published interpretation and what it explains. */
export async function interpretationRows(payload: Payload): Promise<PublishedInterpretation[]> {
  const [rows, links] = await Promise.all([
    plainColumns(payload, 'interpretations', ['id', 'publishedOn', 'form'], [isPublic]),
    plainLinks(payload, 'interpretations', 'documents'),
  ]);
  const dayIn = dayReader();
  const explained = grouped(links, ({ from }) => from);
  return rows.flatMap(({ id, publishedOn, form }) => {
    const day = dayIn(publishedOn);
    const documents = (explained.get(String(id)) ?? []).map(({ to }) => to);
    return day ? [{ publishedOn: day, form: String(form), documents }] : [];
  });
}

/**
 * Applications as far as their time is counted. Columns without personal data alone, read past access control,
 * since nobody of the public may read a case: what is given out are sums.
 */
export async function applicationRows(payload: Payload): Promise<AnsweredRow[]> {
  const rows = await plainColumns(payload, 'applications', [
    ...ANSWERED,
    'status',
    'reply.kind',
    'reply.decidedOn',
  ]);
  const answeredIn = answeredReader();
  return rows.map((row) => {
    // As in application-statistics.ts: one that is corrected was answered; one that was withdrawn or lapsed was not.
    const isReplied =
      Boolean(row['reply.decidedOn']) || isOpen(row.status as Application['status']);
    const kind = row['reply.kind'];
    return {
      ...answeredIn(row),
      isAnswered:
        isReplied && isReplyKind(kind) && kind !== 'not-supplemented' && kind !== 'unpaid',
    };
  });
}

/** Letters, corrections and corrections of one's own record, as applicationRows. */
export async function letterRows(payload: Payload): Promise<LetterAnswer[]> {
  const rows = await plainColumns(payload, 'letters', [...ANSWERED, 'purpose', 'status']);
  const answeredIn = answeredReader();
  return rows.map((row) => ({
    ...answeredIn(row),
    isAnswered: row.status === 'answered',
    purpose: row.purpose as LetterPurpose,
    status: row.status as LetterStatus,
  }));
}

export type LetterAnswer = AnsweredRow & { purpose: LetterPurpose; status: LetterStatus };

const ANSWERED = ['agency', 'receivedOn', 'dueOn', 'closedOn'] as const;

function answeredReader() {
  const dayIn = dayReader();
  return (row: Record<(typeof ANSWERED)[number], Cell>) => ({
    agency: keyIn(row.agency),
    receivedOn: dayIn(row.receivedOn),
    dueOn: dayIn(row.dueOn),
    closedOn: dayIn(row.closedOn),
  });
}

/** Every published consultation with its days. */
export async function consultationRows(payload: Payload): Promise<ConsultationRow[]> {
  const rows = await plainColumns(
    payload,
    'consultations',
    ['agency', 'opensAt', 'closesAt', 'outcomeDueOn', 'outcomeOn'],
    [isPublic],
  );
  const dayIn = dayReader();
  return rows.flatMap((row) => {
    const [opensOn, closesOn] = [dayIn(row.opensAt), dayIn(row.closesAt)];
    return opensOn && closesOn
      ? [
          {
            agency: keyIn(row.agency),
            opensOn,
            closesOn,
            outcomeDueOn: dayIn(row.outcomeDueOn),
            outcomeOn: dayIn(row.outcomeOn),
          },
        ]
      : [];
  });
}

/** The days on which comments came in, spam that a moderator set aside among them left out. */
export async function commentDays(payload: Payload): Promise<Day[]> {
  const rows = await plainColumns(payload, 'comments', ['submittedAt', 'state', 'reason']);
  return rows.flatMap(({ submittedAt, state, reason }) => {
    if (state === 'withheld' && NO_OPINION.includes(String(reason))) return [];
    return submittedAt ? [dayOf(submittedAt as string | Date)] : [];
  });
}

/** What is no opinion on anything does not count as one. */
const NO_OPINION = ['advertising', 'duplicate'];

/** Of each column and catalogue item: the newest of these documents until a day, by the database's id. */
export async function lastPublished(
  payload: Payload,
  documents: readonly { id: string; publishedOn: Day }[],
  until: Day,
): Promise<{ columns: Map<string, Day>; items: Map<string, Day> }> {
  const days = new Map<string, Day>();
  for (const { id, publishedOn } of documents) if (publishedOn <= until) days.set(id, publishedOn);
  const newest = async (path: 'columns' | 'catalogueItems') => {
    const found = new Map<string, Day>();
    for (const { from, to } of await plainLinks(payload, 'documents', path)) {
      const day = days.get(from);
      if (day && day > (found.get(to) ?? '')) found.set(to, day);
    }
    return found;
  };
  const [columns, items] = await Promise.all([newest('columns'), newest('catalogueItems')]);
  return { columns, items };
}

const keyIn = (value: Cell | Agency): string | null =>
  value === null || value === undefined ? null : String(value);

const textIn = (value: Cell): string | null => (typeof value === 'string' && value ? value : null);
