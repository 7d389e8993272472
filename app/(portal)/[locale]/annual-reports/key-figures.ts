import {
  applicationRows,
  figureAt,
  type ApplicationRow,
  type Figure,
  type LayoutCode,
  type ReportTables,
} from '@/domain/annual-reports/tables';

export const keyFigureNames = [
  'normative',
  'inForce',
  'received',
  'carriedIn',
  'answered',
  'disclosed',
  'refused',
  'carriedOut',
  'reviews',
  'corrected',
  'suits',
] as const;
export type KeyFigureName = (typeof keyFigureNames)[number];

/** `undefined`: the layout of that year has no such figure; `null`: the report leaves it blank. */
export type KeyFigures = Record<KeyFigureName, Figure | undefined>;

/** The figures of a report that a reader compares, out of both layouts. */
export function keyFiguresOf(code: LayoutCode, tables: ReportTables): KeyFigures {
  const application = (row: string) => figureAt(tables, 'applications', row, 'total');
  const litigation = (row: string, column: string) => figureAt(tables, 'litigation', row, column);
  const refused = applicationRows.filter((row: ApplicationRow) => row.startsWith('refused-'));
  return {
    normative: figureAt(tables, 'disclosure', 'normative', code === '2019' ? 'made' : 'issued'),
    // The 2019 layout counts what was ever published (对外公开总数量), which is something else.
    inForce: code === '2019' ? undefined : figureAt(tables, 'disclosure', 'normative', 'in-force'),
    received: application('received'),
    carriedIn: application('carried-in'),
    answered: application('outcome-total'),
    disclosed: sumOf([application('granted'), application('partial')]),
    refused: sumOf(refused.map(application)),
    carriedOut: application('carried-out'),
    reviews: litigation('review', 'total'),
    corrected: litigation('review', 'corrected'),
    suits: sumOf([litigation('direct-suit', 'total'), litigation('suit-after-review', 'total')]),
  };
}

/** A sum over a blank says nothing, so it is blank. */
const sumOf = (figures: readonly Figure[]): Figure =>
  figures.reduce(
    (sum: Figure, figure) => (sum === null || figure === null ? null : sum + figure),
    0,
  );
