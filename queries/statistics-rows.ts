import type { CollectionSlug, Payload } from 'payload';
import { isReplyKind } from '@/domain/applications/reply-kinds';
import { isOpen } from '@/domain/applications/statuses';
import type { AgencyKind } from '@/domain/catalogue/codes';
import type { LetterPurpose, LetterStatus } from '@/domain/letters/codes';
import type { AnsweredRow, ConsultationRow } from '@/domain/statistics/answers';
import type { PublishedInterpretation } from '@/domain/statistics/publications';
import type { CountedAgency, DatedDocument } from '@/domain/statistics/quarter';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Agency, Application, Interpretation } from '@/payload-types';
import { plainColumns } from './plain-columns';

type Cell = string | number | boolean | Date | null;

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

/** Every published document with a day, in one pass over its plain columns. */
export async function documentRows(
  payload: Payload,
  agencies: readonly CountedAgency[],
): Promise<DatedDocument[]> {
  const kinds = new Map(agencies.map(({ id, kind }) => [id, kind]));
  const rows = await plainColumns(payload, 'documents', DOCUMENT, [isPublic]);
  return rows.flatMap((row) => {
    const publishedOn = dayIn(row.publishedOn);
    if (!publishedOn) return [];
    const agency = keyIn(row.agency);
    return [
      {
        id: String(row.id),
        publishedOn,
        madeOn: dayIn(row.madeOn),
        kind: String(row.kind),
        agency,
        agencyKind: ((agency && kinds.get(agency)) || null) as AgencyKind | null,
        category: textIn(row.category),
        isImported: Boolean(row['source.imported']),
        waiver: textIn(row.interpretationWaiver),
      },
    ];
  });
}

const DOCUMENT = [
  'id',
  'publishedOn',
  'madeOn',
  'kind',
  'agency',
  'category',
  'source.imported',
  'interpretationWaiver',
] as const;

/** Every published interpretation and what it explains. */
export async function interpretationRows(payload: Payload): Promise<PublishedInterpretation[]> {
  const { docs } = await payload.db.find<Interpretation>({
    collection: 'interpretations',
    where: { _status: { equals: 'published' } },
    limit: 0,
    pagination: false,
    select: { publishedOn: true, form: true, documents: true },
  });
  return docs.flatMap(({ publishedOn, form, documents }) =>
    publishedOn
      ? [{ publishedOn: dayOf(publishedOn), form, documents: (documents ?? []).map(idText) }]
      : [],
  );
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
  return rows.map((row) => ({
    ...answeredIn(row),
    isAnswered: row.status === 'answered' || row.status === 'redirected',
    purpose: row.purpose as LetterPurpose,
    status: row.status as LetterStatus,
  }));
}

export type LetterAnswer = AnsweredRow & { purpose: LetterPurpose; status: LetterStatus };

const ANSWERED = ['agency', 'receivedOn', 'dueOn', 'closedOn'] as const;

const answeredIn = (row: Record<(typeof ANSWERED)[number], Cell>) => ({
  agency: keyIn(row.agency),
  receivedOn: dayIn(row.receivedOn),
  dueOn: dayIn(row.dueOn),
  closedOn: dayIn(row.closedOn),
});

/** Every published consultation with its days. */
export async function consultationRows(payload: Payload): Promise<ConsultationRow[]> {
  const rows = await plainColumns(
    payload,
    'consultations',
    ['agency', 'opensAt', 'closesAt', 'outcomeDueOn', 'outcomeOn'],
    [isPublic],
  );
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
    const day = dayIn(submittedAt);
    return day ? [day] : [];
  });
}

/** What is no opinion on anything does not count as one. */
const NO_OPINION = ['advertising', 'duplicate'];

/** Of each of some columns or catalogue items: the newest publication until a day, by the database's id. */
export async function lastPublished(
  payload: Payload,
  until: Day,
): Promise<{ columns: Map<string, Day>; items: Map<string, Day> }> {
  const found = { columns: new Map<string, Day>(), items: new Map<string, Day>() };
  for (let page = 1; ; page += 1) {
    const { docs } = await payload.db.find<Listed>({
      collection: 'documents' satisfies CollectionSlug,
      where: {
        and: [
          { _status: { equals: 'published' } },
          { publishedOn: { less_than_equal: `${until}T23:59:59.999+08:00` } },
        ],
      },
      sort: ['-publishedOn', '-id'],
      page,
      limit: BATCH,
      pagination: true,
      select: { publishedOn: true, columns: true, catalogueItems: true },
    });
    for (const { publishedOn, columns, catalogueItems } of docs) {
      if (!publishedOn) continue;
      const day = dayOf(publishedOn);
      for (const id of columns ?? []) keepFirst(found.columns, idText(id), day);
      for (const id of catalogueItems ?? []) keepFirst(found.items, idText(id), day);
    }
    if (docs.length < BATCH) return found;
  }
}

const BATCH = 1_000;

type Ref = string | number | { id: string | number };
type Listed = {
  publishedOn?: string | null;
  columns?: Ref[] | null;
  catalogueItems?: Ref[] | null;
};

const keepFirst = (map: Map<string, Day>, id: string, day: Day): void => {
  if (!map.has(id)) map.set(id, day);
};

const idText = (ref: Ref): string => String(typeof ref === 'object' ? ref.id : ref);

const keyIn = (value: Cell | Agency): string | null =>
  value === null || value === undefined ? null : String(value);

const textIn = (value: Cell): string | null => (typeof value === 'string' && value ? value : null);

const dayIn = (value: Cell): Day | null => (value ? dayOf(value as string | Date) : null);
