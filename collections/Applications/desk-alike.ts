import type { PayloadRequest, Where } from 'payload';
import { isWorthPublishing } from '@/domain/applications/same-request';
import type { Application } from '@/payload-types';

/** Applications that ask for the same information. */
export type Alike = {
  /** How many different applicants ask for it. */
  applicants: number;
  cases: { id: Application['id']; receiptNumber: string; title: string }[];
};

type Row = Pick<
  Application,
  'id' | 'receiptNumber' | 'informationTitle' | 'requestKey' | 'identityHash' | 'nameHash'
>;

const SELECTED = {
  receiptNumber: true,
  informationTitle: true,
  requestKey: true,
  identityHash: true,
  nameHash: true,
} as const;

/** The cases that ask for the same as this one, where so many ask that it may be published (§44). */
export async function alikeCases(
  req: PayloadRequest,
  { requestKey }: Application,
): Promise<Alike | null> {
  if (!requestKey) return null;
  const [found] = await wanted(req, { requestKey: { equals: requestKey } });
  return found ?? null;
}

/** Everything that several applicants ask for, among the cases that this person may read. */
export const allAlike = (req: PayloadRequest): Promise<Alike[]> =>
  wanted(req, { requestKey: { exists: true } });

/** So many of the last cases are looked through. */
const MOST = 5000;

async function wanted(req: PayloadRequest, where: Where): Promise<Alike[]> {
  // The database itself: the keys no interface gives out, nor can one ask for them.
  const { docs } = await req.payload.db.find<Row>({
    collection: 'applications',
    where: { and: [where, { status: { not_equals: 'withdrawn' } }] },
    sort: '-filedOn',
    limit: MOST,
    pagination: false,
    select: SELECTED,
    req,
  });
  const groups = new Map<string, Row[]>();
  for (const row of docs) {
    if (row.requestKey) groups.set(row.requestKey, [...(groups.get(row.requestKey) ?? []), row]);
  }
  const many = [...groups.values()].filter(isMany);
  const own = await readable(
    req,
    many.flat().map(({ id }) => id),
  );
  return many
    .map((rows) => rows.filter(({ id }) => own.has(id)))
    .filter(isMany)
    .map((rows) => ({
      applicants: applicantsOf(rows),
      cases: rows.map((row) => ({
        id: row.id,
        receiptNumber: row.receiptNumber ?? '',
        title: row.informationTitle,
      })),
    }))
    .sort((a, b) => b.applicants - a.applicants);
}

const isMany = (rows: Row[]): boolean => isWorthPublishing(applicantsOf(rows));

/** Without a number of a paper, people are told apart by their names. */
const applicantsOf = (rows: Row[]): number =>
  new Set(rows.map(({ id, identityHash, nameHash }) => identityHash ?? nameHash ?? id)).size;

async function readable(
  req: PayloadRequest,
  ids: Application['id'][],
): Promise<ReadonlySet<Application['id']>> {
  if (ids.length === 0) return new Set();
  const { docs } = await req.payload.find({
    collection: 'applications',
    where: { id: { in: ids } },
    pagination: false,
    depth: 0,
    select: { receiptNumber: true },
    overrideAccess: false,
    user: req.user,
    req,
  });
  return new Set(docs.map(({ id }) => id));
}
