import type { Payload } from 'payload';
import { relationIn } from '@/collections/Documents/incoming-relations';
import { actingDays, idIn } from '@/collections/Documents/stored-days';
import type { RecordId } from '@/domain/annual-reports/cell-records';
import type { ReportRows } from '@/domain/annual-reports/compile';
import type { CaseOfYear } from '@/domain/annual-reports/compile-applications';
import { rowOfKind, type DocumentRow } from '@/domain/annual-reports/compile-documents';
import type { ProceedingRow } from '@/domain/annual-reports/compile-proceedings';
import { isReplyKind } from '@/domain/applications/reply-kinds';
import { isOpen, type Status } from '@/domain/applications/statuses';
import { RELATIONS } from '@/domain/documents/relations';
import type { Incoming } from '@/domain/documents/validity';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Document } from '@/payload-types';
import { plainColumns } from '@/queries/plain-columns';

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
  const isPublic = { path: '_status', in: ['published'] };
  const inYear = {
    from: `${year - 1}-12-31T00:00:00.000Z`,
    before: `${year + 1}-01-02T00:00:00.000Z`,
  };
  // A year more than the year: an answer that is dated before the receipt counts with the receipt.
  const notOver = {
    path: 'closedOn',
    from: `${year - 1}-01-01T00:00:00.000Z`,
    orNothing: true as const,
  };
  const begun = (path: string) => ({ path, before: inYear.before });
  const [incoming, normative, published, interpretations, applications, proceedings] =
    await Promise.all([
      readIncoming(payload),
      plainColumns(payload, 'documents', DOCUMENT, [isPublic, { path: 'kind', in: COUNTED_KINDS }]),
      plainColumns(payload, 'documents', PUBLISHED, [isPublic, { path: 'publishedOn', ...inYear }]),
      plainColumns(payload, 'interpretations', SHOWN, [
        isPublic,
        { path: 'publishedOn', ...inYear },
      ]),
      plainColumns(payload, 'applications', APPLICATION, [begun('receivedOn'), notOver]),
      plainColumns(payload, 'proceedings', PROCEEDING, [begun('filedOn'), notOver]),
    ]);
  const groups = new Map<string, Group>();
  const groupOf = (ref: Cell, none: RecordId | null = null): Group | undefined => {
    const key = String(ref ?? none ?? '');
    // What belongs to no agency is in nobody's report.
    if (key === '' || (agency !== undefined && key !== String(agency))) return undefined;
    const known = groups.get(key) ?? noRows();
    groups.set(key, known);
    return known;
  };
  for (const one of normative) groupOf(one.agency)?.documents.push(documentOf(one, incoming));
  for (const one of published) {
    if (COUNTED_KINDS.includes(String(one.kind))) continue;
    groupOf(one.agency)?.documents.push(shownOf(one));
  }
  for (const one of interpretations) {
    groupOf(one.agency)?.interpretations.push({ publishedOn: dayIn(one.publishedOn) });
  }
  for (const one of applications) groupOf(one.agency, intake)?.applications.push(caseOf(one));
  for (const one of proceedings) groupOf(one.agency)?.proceedings.push(proceedingOf(one));
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

const SHOWN = ['agency', 'publishedOn'] as const;
const PUBLISHED = ['id', ...SHOWN, 'kind'] as const;
const DOCUMENT = [
  ...PUBLISHED,
  'madeOn',
  'effectiveOn',
  'lapsesOn',
  'change.status',
  'change.on',
] as const;
const APPLICATION = [
  'id',
  'agency',
  'applicantKind',
  'status',
  'receivedOn',
  'dueOn',
  'closedOn',
  'reply.kind',
  'reply.decidedOn',
  'extension.state',
] as const;
const PROCEEDING = ['id', 'agency', 'kind', 'filedOn', 'closedOn', 'result'] as const;

type Columns<Paths extends readonly string[]> = Awaited<
  ReturnType<typeof plainColumns<Paths[number]>>
>[number];
type Cell = Columns<typeof SHOWN>['agency'];

/** What public documents decide about others, by the id of the other. */
async function readIncoming(payload: Payload): Promise<Map<string, Incoming[]>> {
  const { docs: acting } = await payload.db.find<Document>({
    collection: 'documents',
    where: {
      and: [{ _status: { equals: 'published' } }, { 'relations.verb': { in: EFFECTS } }],
    },
    limit: 0,
    pagination: false,
    select: { relations: true, effectiveOn: true, madeOn: true, publishedOn: true },
  });
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

const shownOf = (row: Columns<typeof PUBLISHED>): DocumentRow => ({
  id: idOf(row.id),
  kind: row.kind as DocumentRow['kind'],
  madeOn: null,
  publishedOn: dayIn(row.publishedOn),
  incoming: [],
});

const documentOf = (
  row: Columns<typeof DOCUMENT>,
  incoming: ReadonlyMap<string, Incoming[]>,
): DocumentRow => ({
  ...shownOf(row),
  madeOn: dayIn(row.madeOn),
  effectiveOn: dayIn(row.effectiveOn),
  lapsesOn: dayIn(row.lapsesOn),
  change: {
    status: row['change.status'] as NonNullable<DocumentRow['change']>['status'],
    on: dayIn(row['change.on']),
  },
  incoming: incoming.get(String(row.id)) ?? [],
});

function caseOf(row: Columns<typeof APPLICATION>): CaseOfYear {
  const kind = row['reply.kind'];
  // A withdrawn case may have a drafted reply, which was never given; one that is corrected was.
  const isReplied = row['reply.decidedOn'] !== null || isOpen(row.status as Status);
  return {
    id: idOf(row.id),
    applicantKind: row.applicantKind as CaseOfYear['applicantKind'],
    receivedOn: dayIn(row.receivedOn),
    dueOn: dayIn(row.dueOn),
    closedOn: dayIn(row.closedOn),
    reply: isReplied && isReplyKind(kind) ? kind : null,
    isExtended: row['extension.state'] === 'approved',
  };
}

const proceedingOf = (row: Columns<typeof PROCEEDING>): ProceedingRow => ({
  id: idOf(row.id),
  kind: row.kind as ProceedingRow['kind'],
  filedOn: dayOf(row.filedOn as string | Date),
  closedOn: dayIn(row.closedOn),
  result: row.result as ProceedingRow['result'],
});

const idOf = (id: Cell): RecordId => (typeof id === 'number' ? id : String(id));

const dayIn = (value: Cell): Day | null => (value ? dayOf(value as string | Date) : null);
