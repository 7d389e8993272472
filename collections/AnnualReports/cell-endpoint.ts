import type { CollectionSlug, Endpoint, PayloadRequest, Where } from 'payload';
import { localeOf } from '@/access/language';
import { canReadApplications, canReadProceedings } from '@/access/roles';
import { recordsOf, type CellRecord, type RecordId } from '@/domain/annual-reports/cell-records';
import { cellsOf, type CellAddress } from '@/domain/annual-reports/fill';
import { valueAt } from '@/domain/annual-reports/hand-changes';
import { cellKey, contributionsTo } from '@/domain/annual-reports/roll-up';
import type { Figure, LayoutCode, TableName } from '@/domain/annual-reports/tables';
import type { Day } from '@/domain/workdays/days';
import { messages } from '@/messages';
import { reportAsked } from './compile-endpoint';
import { counted, layoutFor } from './compile-into';
import { compileRefused } from './compile-refused';
import type { Compiled } from './compile';
import { compiledIn } from './keep-both-values';

export type ShownRecord = {
  collection: string;
  id: RecordId;
  title: string;
  on: Day | null;
  href: string;
};

export type CellAnswer = {
  /** What the records say now; null for a cell that is not computed. */
  figure: Figure;
  records: ShownRecord[];
  /** Of records, or of agencies that add something; `records` shows those that the person may read. */
  total: number;
  note?: string;
};

/** A longer list is for the export, not for a panel beside the table. */
const MOST = 500;

/**
 * `GET /api/annual-reports/:id/cell?table=&row=&column=`: the records behind a figure. For those who write
 * or examine the report; of applications and of reviews and suits, each person is shown those that they
 * may read, and told how many there are. In a county's report the agencies are shown with their shares.
 */
export const reportCell: Endpoint = {
  path: '/:id/cell',
  method: 'get',
  handler: async (req) => {
    const report = await reportAsked(req);
    const layout = layoutFor(req, report);
    const cell = cellAsked(req, layout);
    const { compiled, recordsIn } = await counted(req, report, layout);
    const figure = valueAt(compiled.tables, cell);
    const answer = compiled.rollUp
      ? sharesIn(req, compiled, cell)
      : await recordsShown(req, cell, recordsIn(cell));
    const words = messages[localeOf(req)].reportCompile.notes;
    const kept = compiledIn(report.compiled, layout);
    const old = kept && valueAt(kept, cell);
    const notes = [
      ...(figure === null ? [words.notComputed] : []),
      ...answer.notes,
      ...(kept && old !== figure
        ? [words.changedSince.replace('{figure}', String(old ?? '–'))]
        : []),
    ];
    const { records, total } = answer;
    const body: CellAnswer = {
      figure,
      records,
      total,
      ...(notes.length > 0 && { note: notes.join('') }),
    };
    return Response.json(body, { headers: { 'Cache-Control': 'private, no-store' } });
  },
};

type Shown = { records: ShownRecord[]; total: number; notes: string[] };

function cellAsked(req: PayloadRequest, layout: LayoutCode): CellAddress {
  const { table, row, column } = req.query as Partial<Record<keyof CellAddress, unknown>>;
  const asked = cellsOf(layout).find(
    (cell) => cell.table === table && cell.row === row && cell.column === column,
  );
  if (!asked) throw compileRefused(req, 'noCell', 400);
  return asked;
}

/** The agencies that add to a county's cell; the link leads to the report, or to the agency without one. */
function sharesIn(
  req: PayloadRequest,
  { rollUp = [], gaps = [] }: Compiled,
  cell: CellAddress,
): Shown {
  const { notes: words, share, comma } = messages[localeOf(req)].reportCompile;
  const shares = contributionsTo(rollUp, cell).filter(({ figure }) => figure !== null);
  const blank = gaps.find((gap) => cellKey(gap) === cellKey(cell))?.agencies.map(String) ?? [];
  const names = rollUp.flatMap(({ agency, name }) =>
    blank.includes(String(agency)) ? [name] : [],
  );
  return {
    records: shares.map(({ agency, name, report, source, figure }) => {
      const collection = report === null ? 'agencies' : 'annual-reports';
      const id = report ?? agency;
      const title = share[source === 'own' ? 'records' : 'report']
        .replace('{agency}', () => name)
        .replace('{figure}', String(figure));
      return { collection, id, title, on: null, href: hrefOf(collection, id) };
    }),
    total: shares.length,
    notes: names.length > 0 ? [words.blankIn.replace('{names}', () => names.join(comma))] : [],
  };
}

async function recordsShown(
  req: PayloadRequest,
  { table }: CellAddress,
  behind: readonly CellRecord[] | null,
): Promise<Shown> {
  const all = behind ?? [];
  const words = messages[localeOf(req)].reportCompile.notes;
  const may = await mayRead(req, table);
  const titles = may && all.length > 0 ? await titlesOf(req, table, all, may) : new Map();
  const collection = recordsOf[table];
  const readable = all.filter(({ id }) => titles.has(String(id)));
  const hidden = all.length - readable.length;
  const records = readable
    .sort((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
    .slice(0, MOST)
    .map(({ id, on }) => ({
      collection,
      id,
      title: titles.get(String(id)) as string,
      on,
      href: hrefOf(collection, id),
    }));
  return {
    records,
    total: all.length,
    notes: [
      ...(hidden > 0 ? [words.hidden.replace('{count}', String(hidden))] : []),
      ...(readable.length > MOST ? [words.first.replace('{count}', String(MOST))] : []),
    ],
  };
}

/** Documents that are counted are public; cases have their own readers. */
async function mayRead(req: PayloadRequest, table: TableName): Promise<boolean | Where> {
  if (table === 'disclosure') return true;
  const access = table === 'applications' ? canReadApplications : canReadProceedings;
  return (await access({ req })) as boolean | Where;
}

const SELECTS: Record<TableName, Record<string, true>> = {
  disclosure: { title: true, number: true },
  applications: { receiptNumber: true, informationTitle: true },
  litigation: { number: true },
};

/** Titles of those that the person may read, by id as a text. */
async function titlesOf(
  req: PayloadRequest,
  table: TableName,
  records: readonly CellRecord[],
  may: true | Where,
): Promise<Map<string, string>> {
  const among: Where = { id: { in: records.map(({ id }) => id) } };
  const { docs } = await req.payload.db.find<Record<string, unknown> & { id: number }>({
    collection: recordsOf[table] as CollectionSlug,
    where: may === true ? among : { and: [among, may] },
    limit: 0,
    pagination: false,
    select: SELECTS[table],
    req,
  });
  return new Map(
    docs.map((doc) => {
      const { id, title, number, receiptNumber, informationTitle } = doc;
      const parts = [receiptNumber, informationTitle, title, number].filter(Boolean);
      return [String(id), parts.length > 0 ? parts.join(' · ') : `#${id}`];
    }),
  );
}

const hrefOf = (collection: string, id: RecordId): string =>
  `/admin/collections/${collection}/${id}`;
