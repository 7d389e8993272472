import type { PayloadRequest } from 'payload';
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
  const [found] = await wanted(req, await readable(req, { requestKey: { equals: requestKey } }));
  return found ?? null;
}

/** Everything that several applicants ask for, among the cases that this person may read. */
export async function allAlike(req: PayloadRequest): Promise<Alike[]> {
  return wanted(req, await readable(req, { requestKey: { exists: true } }));
}

/** Ids alone come under access control: the keys themselves no interface gives out. */
async function readable(
  req: PayloadRequest,
  where: NonNullable<Parameters<PayloadRequest['payload']['find']>[0]['where']>,
): Promise<Application['id'][]> {
  const { docs } = await req.payload.find({
    collection: 'applications',
    where: { and: [where, { status: { not_equals: 'withdrawn' } }] },
    sort: '-filedOn',
    limit: MOST,
    pagination: false,
    depth: 0,
    select: { receiptNumber: true },
    overrideAccess: false,
    user: req.user,
    req,
  });
  return docs.map(({ id }) => id);
}

/** So many of the last cases are looked through. */
const MOST = 5000;

async function wanted(req: PayloadRequest, ids: Application['id'][]): Promise<Alike[]> {
  if (ids.length === 0) return [];
  const { docs } = await req.payload.db.find<Row>({
    collection: 'applications',
    where: { id: { in: ids } },
    limit: 0,
    pagination: false,
    select: SELECTED,
    req,
  });
  const groups = new Map<string, Row[]>();
  for (const row of docs) {
    if (row.requestKey) groups.set(row.requestKey, [...(groups.get(row.requestKey) ?? []), row]);
  }
  return [...groups.values()]
    .map((rows) => ({
      // Without a number of a paper, people are told apart by their names.
      applicants: new Set(rows.map((row) => row.identityHash ?? row.nameHash ?? row.id)).size,
      cases: rows.map((row) => ({
        id: row.id,
        receiptNumber: row.receiptNumber ?? '',
        title: row.informationTitle,
      })),
    }))
    .filter(({ applicants }) => isWorthPublishing(applicants))
    .sort((a, b) => b.applicants - a.applicants);
}
