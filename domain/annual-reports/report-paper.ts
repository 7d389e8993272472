import type { Block } from '../documents/blocks';
import { formatChineseNumeral } from '../documents/chinese-numerals';
import { formatDay, type Day } from '../workdays/days';
import type { GridCell } from './grid';
import type { ReportPart } from './layouts';
import { figureAt, type Figure, type LayoutCode, type ReportTables } from './tables';
import { layouts } from './years';

/** An annual report as a person holds it: what every download is made of. Always in Chinese. */
export type ReportPaper = {
  title: string;
  agency: string;
  year: number;
  layout: LayoutCode;
  publishedOn: Day | null;
  /** The page of the report on the site, absolute. */
  address: string | null;
  preface: readonly Block[];
  parts: Record<ReportPart, readonly Block[]>;
  /** Null where the report has none. */
  tables: ReportTables | null;
  attachments: readonly { name: string; address: string }[];
};

/** The six parts under their numbers: 一、总体情况. */
export const partsOf = (code: LayoutCode): { code: ReportPart; heading: string }[] =>
  layouts[code].parts.map((part, i) => ({
    code: part.code,
    heading: `${formatChineseNumeral(i + 1)}、${part.label.zh}`,
  }));

/** The figure of a cell; null where it is blank. */
export const figureIn = (
  tables: ReportTables,
  { address }: GridCell & { role: 'figure' },
): Figure => figureAt(tables, address.table, address.row, address.column);

/**
 * What stands in a cell of the form: its name, or its figure in digits. A blank stays blank. An
 * amount says its unit where its heading does not (20368万元).
 */
export function cellText(cell: GridCell, tables: ReportTables): string {
  if (cell.role !== 'figure') return cell.label.zh;
  const figure = figureIn(tables, cell);
  if (figure === null) return '';
  return cell.unit ? `${plainFigure(figure)}万元` : plainFigure(figure);
}

/** Digits without thousands separators or exponents, six decimals at most. */
export const plainFigure = (figure: number): string =>
  figure
    .toLocaleString('en', { useGrouping: false, maximumFractionDigits: 6 })
    .replace(/^-0$/, '0');

/** Who reports, and when. */
export const signatureOf = ({ agency, publishedOn }: ReportPaper): string[] => [
  agency,
  ...(publishedOn ? [formatDay(publishedOn)] : []),
];
