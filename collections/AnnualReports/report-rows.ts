import type { CollectionSlug, Payload, SelectType, Where } from 'payload';
import { actingDays, dayOrNull, idIn, ownFacts } from '@/collections/Documents/stored-days';
import { relationIn } from '@/collections/Documents/incoming-relations';
import type { RecordId } from '@/domain/annual-reports/cell-records';
import type { ReportRows } from '@/domain/annual-reports/compile';
import type { CaseOfYear } from '@/domain/annual-reports/compile-applications';
import { rowOfKind, type DocumentRow } from '@/domain/annual-reports/compile-documents';
import type { ProceedingRow } from '@/domain/annual-reports/compile-proceedings';
import { isReplyKind } from '@/domain/applications/reply-kinds';
import { isOpen } from '@/domain/applications/statuses';
import { RELATIONS } from '@/domain/documents/relations';
import type { Incoming } from '@/domain/documents/validity';
import type { Application, Document, Interpretation, Proceeding } from '@/payload-types';

/** The rows of each agency, by its id as a text. */
export type RowsByAgency = ReadonlyMap<string, ReportRows>;

export type RowsWanted = {
  year: number;
  /** One agency's alone; left out, everybody's. */
  agency?: RecordId;
  /** Whose the applications are that have no agency. */
  intake: RecordId | null;
};

const COUNTED_KINDS = Object.keys(rowOfKind);
const EFFECTS = RELATIONS.filter(({ effect }) => effect).map(({ code }) => code);

/**
 * What the reports about a year count, of one agency or of all of them: a few queries, each over one table
 * and with the columns that are counted and no others, whatever the number of agencies. Reads past hooks
 * and access control, for only figures come of it; who sees a record is asked where records are shown.
 */
export async function readRows(payload: Payload, wanted: RowsWanted): Promise<RowsByAgency> {
  const { year, agency, intake } = wanted;
  const of: Where[] = agency === undefined ? [] : [{ agency: { equals: agency } }];
  const isIntake = agency !== undefined && String(agency) === String(intake);
  const ofCases: Where[] = isIntake ? [{ or: [...of, { agency: { exists: false } }] }] : of;
  const publishedThen: Where[] = [
    { _status: { equals: 'published' } },
    within('publishedOn', year),
  ];
  const [incoming, normative, others, interpretations, applications, proceedings] =
    await Promise.all([
      readIncoming(payload),
      read<Document>(payload, 'documents', DOCUMENT, [
        ...of,
        { _status: { equals: 'published' } },
        { kind: { in: COUNTED_KINDS } },
      ]),
      read<Document>(payload, 'documents', OTHER_DOCUMENT, [
        ...of,
        ...publishedThen,
        { kind: { not_in: COUNTED_KINDS } },
      ]),
      read<Interpretation>(payload, 'interpretations', PUBLISHED, [...of, ...publishedThen]),
      read<Application>(payload, 'applications', APPLICATION, [
        ...ofCases,
        ...openIn('receivedOn', year),
      ]),
      read<Proceeding>(payload, 'proceedings', PROCEEDING, [...of, ...openIn('filedOn', year)]),
    ]);
  const groups = new Map<string, Group>();
  const groupOf = ({ agency: ref }: { agency?: unknown }, none: RecordId | null = null) =>
    group(groups, idIn(ref) ?? none);
  for (const one of [...normative, ...others]) groupOf(one)?.documents.push(rowOf(one, incoming));
  for (const one of interpretations) {
    groupOf(one)?.interpretations.push({ publishedOn: dayOrNull(one.publishedOn) });
  }
  for (const one of applications) groupOf(one, intake)?.applications.push(caseOf(one));
  for (const one of proceedings) groupOf(one)?.proceedings.push(proceedingOf(one));
  return groups;
}

/** The rows of an agency that did nothing. */
export const noRows = (): Group => ({
  documents: [],
  interpretations: [],
  applications: [],
  proceedings: [],
});

type Group = { [Name in keyof ReportRows]: ReportRows[Name][number][] };

/** What belongs to no agency is in nobody's report. */
function group(groups: Map<string, Group>, agency: RecordId | null): Group | undefined {
  if (agency === null) return undefined;
  const key = String(agency);
  const known = groups.get(key) ?? noRows();
  groups.set(key, known);
  return known;
}

const PUBLISHED = { agency: true, publishedOn: true } as const;
const OTHER_DOCUMENT = { ...PUBLISHED, kind: true } as const;
const DOCUMENT = {
  ...OTHER_DOCUMENT,
  madeOn: true,
  effectiveOn: true,
  lapsesOn: true,
  change: { status: true, on: true },
} as const;
const APPLICATION = {
  agency: true,
  applicantKind: true,
  status: true,
  receivedOn: true,
  dueOn: true,
  closedOn: true,
  reply: { kind: true, decidedOn: true },
  extension: { state: true },
} as const;
const PROCEEDING = {
  agency: true,
  kind: true,
  filedOn: true,
  closedOn: true,
  result: true,
} as const;

async function read<T>(
  payload: Payload,
  collection: CollectionSlug,
  select: SelectType,
  and: Where[],
): Promise<T[]> {
  const { docs } = await payload.db.find<T & { id: number }>({
    collection,
    where: { and },
    limit: 0,
    pagination: false,
    sort: 'id',
    select,
  });
  return docs;
}

/** Days are kept as noon: a day to either side takes in whatever the database makes of it. */
const within = (field: string, year: number): Where => ({
  and: [
    { [field]: { greater_than_equal: `${year - 1}-12-31T00:00:00.000Z` } },
    { [field]: { less_than_equal: `${year + 1}-01-01T23:59:59.999Z` } },
  ],
});

/** What had begun by the end of the year and was not over before it. */
const openIn = (field: string, year: number): Where[] => [
  { [field]: { less_than_equal: `${year + 1}-01-01T23:59:59.999Z` } },
  {
    or: [
      { closedOn: { exists: false } },
      { closedOn: { greater_than_equal: `${year - 1}-12-31T00:00:00.000Z` } },
      // An answer that is dated before the receipt counts with the receipt.
      { [field]: { greater_than_equal: `${year - 1}-12-31T00:00:00.000Z` } },
    ],
  },
];

/** What public documents decide about others, by the id of the other. */
async function readIncoming(payload: Payload): Promise<Map<string, Incoming[]>> {
  const acting = await read<Document>(
    payload,
    'documents',
    { relations: true, effectiveOn: true, madeOn: true, publishedOn: true },
    [{ _status: { equals: 'published' } }, { 'relations.verb': { in: EFFECTS } }],
  );
  const incoming = new Map<string, Incoming[]>();
  // One with two relations comes once a relation on some databases.
  for (const document of new Map(acting.map((one) => [String(one.id), one])).values()) {
    for (const row of document.relations ?? []) {
      const target = String(idIn(row.document));
      const found = incoming.get(target) ?? [];
      found.push({ ...relationIn(row), by: actingDays(document) });
      incoming.set(target, found);
    }
  }
  return incoming;
}

const rowOf = (document: Document, incoming: Map<string, Incoming[]>): DocumentRow => ({
  id: document.id,
  kind: document.kind,
  madeOn: dayOrNull(document.madeOn),
  publishedOn: dayOrNull(document.publishedOn),
  ...ownFacts(document),
  incoming: incoming.get(String(document.id)) ?? [],
});

function caseOf(application: Application): CaseOfYear {
  const { id, applicantKind, status, reply, extension } = application;
  // A withdrawn case may have a drafted reply, which was never given; one that is corrected was.
  const isReplied = Boolean(reply?.decidedOn) || isOpen(status);
  return {
    id,
    applicantKind,
    receivedOn: dayOrNull(application.receivedOn),
    dueOn: dayOrNull(application.dueOn),
    closedOn: dayOrNull(application.closedOn),
    reply: isReplied && isReplyKind(reply?.kind) ? reply.kind : null,
    isExtended: extension?.state === 'approved',
  };
}

const proceedingOf = ({ id, kind, filedOn, closedOn, result }: Proceeding): ProceedingRow => ({
  id,
  kind,
  filedOn: dayOrNull(filedOn)!,
  closedOn: dayOrNull(closedOn),
  result: result ?? null,
});
