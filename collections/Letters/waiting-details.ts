import type { PayloadRequest } from 'payload';
import type { WaitingKind } from '@/domain/letters/waiting';
import type { Waiting } from './waiting-sources';

type Id = number | string;

/** What the desk says of a row besides its key. */
export type WaitingDetail = {
  href: string;
  number: string;
  title: string;
  status: string;
  agency: Id | null;
  assignee: Id | null;
};

const COLLECTIONS = ['applications', 'letters', 'consultations'] as const;

/** The columns that are read; a case under its own name for its title. */
const SELECTED = {
  applications: {
    receiptNumber: true,
    informationTitle: true,
    status: true,
    agency: true,
    assignee: true,
  },
  letters: { receiptNumber: true, title: true, status: true, agency: true, assignee: true },
  consultations: { title: true, agency: true },
} as const;

type Row = {
  id: Id;
  receiptNumber?: string | null;
  informationTitle?: string | null;
  title?: string | null;
  status?: string | null;
  agency?: unknown;
  assignee?: unknown;
};

/**
 * What is said of the rows of one page, in their order, past the read hooks: for keys that this person may read. One
 * that has gone since its key was read is left out.
 */
export async function withDetails(
  req: PayloadRequest,
  shown: readonly Waiting[],
): Promise<(Waiting & WaitingDetail)[]> {
  const rows = new Map<string, Row>();
  await Promise.all(
    COLLECTIONS.map(async (collection) => {
      const ids = shown.flatMap(({ kind, id }) => (collectionOf(kind) === collection ? [id] : []));
      if (ids.length === 0) return;
      const { docs } = await req.payload.db.find<Row>({
        collection,
        where: { id: { in: ids } },
        limit: ids.length,
        pagination: false,
        select: SELECTED[collection],
        req,
      });
      for (const row of docs) rows.set(`${collection}:${row.id}`, row);
    }),
  );
  return shown.flatMap((one) => {
    const row = rows.get(`${collectionOf(one.kind)}:${one.id}`);
    return row ? [{ ...one, ...detailOf(one, row) }] : [];
  });
}

function collectionOf(kind: WaitingKind): (typeof COLLECTIONS)[number] {
  switch (kind) {
    case 'application':
      return 'applications';
    case 'comment':
    case 'consultation':
      return 'consultations';
    default:
      return 'letters';
  }
}

const detailOf = ({ kind, id }: Waiting, row: Row): WaitingDetail => ({
  href:
    kind === 'comment'
      ? `/admin/comments-desk?state=pending&consultation=${id}`
      : `/admin/collections/${collectionOf(kind)}/${id}`,
  number: row.receiptNumber ?? '',
  title: row.informationTitle ?? row.title ?? '',
  status: kind === 'comment' ? 'pending' : (row.status ?? ''),
  agency: idOf(row.agency),
  assignee: idOf(row.assignee),
});

const idOf = (value: unknown): Id | null =>
  value && typeof value === 'object' ? (value as { id: Id }).id : ((value as Id | null) ?? null);
