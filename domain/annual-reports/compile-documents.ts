import type { Kind } from '../catalogue/codes';
import { standingOf, validityOn, type Incoming, type OwnFacts } from '../documents/validity';
import { yearOf, type Day } from '../workdays/days';
import { count, openCells, type CellRecords, type RecordId } from './cell-records';
import { cellsOf } from './fill';
import type { DisclosureColumn, DisclosureRow, LayoutCode } from './tables';

/** A document of the agency that is public now, and what public documents do to it. */
export type DocumentRow = OwnFacts & {
  id: RecordId;
  kind: Kind;
  madeOn: Day | null;
  publishedOn: Day | null;
  incoming: readonly Incoming[];
};

/**
 * The rows of 第二十条第（一）项 by 体裁.
 *
 * 国办发〔2018〕37号 calls 行政规范性文件 what an agency makes by its powers and publishes, below the rank of a
 * rule, that touches rights and duties, binds in general and may be applied again for a time.
 * Whether a paper is one is said by whoever files it, with its kind; the statutory category holds notices
 * and plans, too.
 */
export const rowOfKind: Partial<Record<Kind, DisclosureRow>> = {
  rule: 'rules',
  normative: 'normative',
};

/** What happened to a document by the end of a year, in the columns of either layout. */
export type DocumentYear = Partial<Record<DisclosureColumn, Day | null>>;

/**
 * The columns in which a document is counted, each with its day.
 *
 * - 制发, 新制作: made in the year; without a day of making, the day of publication stands for it.
 * - 废止: the first day on which it no longer applied lies in the year, by repeal, replacement or lapse.
 *   有效期至12月31日 ends on 1 January and counts in the next year, as it was in force on the 31st.
 * - 现行有效: made by 31 December and 有效 or 已修改 on that day, whatever came later.
 * - 新公开: published in the year; 对外公开总数: published by 31 December and public still, repealed or not.
 */
export function yearOfDocument(document: DocumentRow, year: number): DocumentYear {
  const end: Day = `${year}-12-31`;
  const { madeOn, publishedOn, incoming } = document;
  const made = madeOn ?? publishedOn;
  const shown = publishedOn ?? madeOn;
  const standing = standingOf(document, incoming);
  const isMade = made === null || made <= end;
  const validity = validityOn(end, standing);
  const ended = endOf(standing);
  // What was repealed before its own day, by a slip of the pen, ends on the day it began.
  const abolished = ended && made && ended < made ? made : ended;
  return {
    ...(made && yearOf(made) === year && { issued: made, made }),
    ...(abolished && yearOf(abolished) === year && { abolished }),
    ...(isMade && (validity === 'in-force' || validity === 'amended') && { 'in-force': made }),
    ...(publishedOn && yearOf(publishedOn) === year && { published: publishedOn }),
    ...((shown === null || shown <= end) && { total: shown }),
  };
}

/** Counts the documents of an agency in the table of 主动公开. */
export function countDocuments(
  cells: CellRecords,
  code: LayoutCode,
  year: number,
  documents: readonly DocumentRow[],
): void {
  const rows = Object.values(rowOfKind) as string[];
  openCells(
    cells,
    cellsOf(code).filter(({ table, row }) => table === 'disclosure' && rows.includes(row)),
  );
  for (const document of documents) {
    const row = rowOfKind[document.kind];
    if (!row) continue;
    for (const [column, on] of Object.entries(yearOfDocument(document, year))) {
      count(cells, { table: 'disclosure', row, column }, { id: document.id, on });
    }
  }
}

/**
 * The first day on which a text no longer applied: of its earliest repeal, or its lapse. Null while none
 * is recorded, and for a repeal of which nobody knows the day: it belongs to no year.
 */
function endOf(standing: ReturnType<typeof standingOf>): Day | null {
  const { changes = [], lapsesOn } = standing;
  const repeals = changes.filter(({ status }) => status === 'repealed');
  if (repeals.some(({ on }) => !on)) return null;
  const days = [...repeals.map(({ on }) => on), lapsesOn].filter((on): on is Day => !!on);
  return days.sort()[0] ?? null;
}
