import {
  disclosureGrids,
  gridsOf,
  partTable,
  type Grid,
} from '../../../domain/annual-reports/grid';
import {
  cellText,
  partsOf,
  signatureOf,
  type ReportPaper,
} from '../../../domain/annual-reports/report-paper';
import type { ReportTables } from '../../../domain/annual-reports/tables';
import { normaliseBlocks } from '../../../domain/documents/blocks';
import { titleLines } from '../../../domain/documents/title-lines';
import { plainText } from '../docx-runs';
import { inlinesOf, Levels, nodesOf, TITLE_LINE, type Sheet, type SheetNode } from '../sheet';
import type { SheetTable } from '../sheet-table';
import { isLeft, lookOf } from './table-looks';

/**
 * The report for the typesetter, upright. Part two is a table for each item of §20, set without a gap:
 * each then has its own heads, which a tagged file can say and one table with heads in its middle can't.
 */
export function reportSheet(
  paper: ReportPaper,
  { site, missingLetters }: { site: string | undefined; missingLetters: string },
): Sheet {
  const levels = new Levels();
  const { tables } = paper;
  const grids = [
    ...disclosureGrids(paper.layout),
    ...gridsOf(paper.layout).filter(({ table }) => table !== 'disclosure'),
  ];
  return {
    language: 'zh',
    title: plainText(paper.title),
    titleLines: titleLines(plainText(paper.title), TITLE_LINE),
    authors: [plainText(paper.agency)],
    keywords: [],
    day: paper.publishedOn ? paper.publishedOn.split('-').map(Number) : null,
    form: 'plain',
    mark: '',
    number: '',
    nodes: [
      ...nodesOf(normaliseBlocks(paper.preface), false, levels, site),
      ...partsOf(paper.layout).flatMap(({ code, heading }): SheetNode[] => [
        { t: 'heading', level: levels.below(PART_RANK), look: 'hei', runs: [{ s: heading }] },
        ...nodesOf(normaliseBlocks(paper.parts[code]), false, levels, site),
        ...grids
          .filter(({ table }) => tables && partTable[code] === table)
          .map((grid, i, all) =>
            tableOf(grid, tables as ReportTables, [
              ...(i > 0 ? ['above' as const] : []),
              ...(i < all.length - 1 ? ['below' as const] : []),
            ]),
          ),
      ]),
    ],
    attachments: {
      label: '附件',
      items: paper.attachments.map(({ name, address }) =>
        inlinesOf([{ text: name, href: address }], site),
      ),
    },
    signature: signatureOf(paper).map(plainText),
    imprint: [],
    annexes: [],
    facts: [],
    colon: '：',
    missing: missingLetters,
  };
}

/** Before 一、 in a text (5), so that every heading of the text is below its part. */
const PART_RANK = 1;

function tableOf(grid: Grid, tables: ReportTables, joined: SheetTable['joined']): SheetTable {
  const { widths, size } = lookOf(grid);
  return {
    t: 'table',
    over: null,
    columns: widths,
    head: grid.head,
    wide: false,
    size,
    inset: grid.table === 'applications' ? 2.6 : 3.6,
    whole: true,
    joined,
    rows: grid.rows.map((cells) =>
      cells.map((cell) => ({
        runs: inlinesOf([{ text: cellText(cell, tables) }], undefined),
        c: cell.colSpan,
        r: cell.rowSpan,
        h: false,
        n: false,
        a: isLeft(grid, cell) ? ('left' as const) : ('centre' as const),
      })),
    ),
  };
}
