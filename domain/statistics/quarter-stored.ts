import { isDay } from '../workdays/days';
import {
  MEASURES,
  quarterBounds,
  totalOf,
  type AgencyRow,
  type ColumnFinding,
  type Quarter,
  type QuarterFigures,
} from './quarter';

/**
 * The figures of a notice as they were stored, or null where they are none: written by nobody but the compilation,
 * of another quarter than the notice's, or with a sum that is not that of its rows.
 */
export function readFigures(
  stored: unknown,
  { year, quarter }: Partial<Quarter>,
): QuarterFigures | null {
  if (!isObject(stored) || !Array.isArray(stored.rows) || !Array.isArray(stored.columns))
    return null;
  if (stored.year !== year || stored.quarter !== quarter || !isDay(stored.asOf)) return null;
  if (!isQuarter({ year: stored.year, quarter: stored.quarter })) return null;
  const own = { year: stored.year, quarter: stored.quarter } as Quarter;
  const { from, to } = quarterBounds(own);
  if (stored.asOf < from || stored.asOf > to) return null;
  const rows = stored.rows.filter(isRow);
  const columns = stored.columns.filter(isColumn);
  const { total } = stored;
  if (rows.length !== stored.rows.length || columns.length !== stored.columns.length) return null;
  const sum = totalOf(rows);
  if (!isObject(total) || MEASURES.some((name) => total[name] !== sum[name])) return null;
  return { ...own, from, to, asOf: stored.asOf, rows, total: sum, columns };
}

export const isQuarter = ({ year, quarter }: { year?: unknown; quarter?: unknown }): boolean =>
  Number.isInteger(year) &&
  (year as number) >= 2008 &&
  (year as number) <= 2100 &&
  [1, 2, 3, 4].includes(quarter as number);

const isRow = (value: unknown): value is AgencyRow =>
  isObject(value) &&
  [value.slug, value.name].every((each) => each === null || typeof each === 'string') &&
  MEASURES.every((name) => Number.isInteger(value[name]) && (value[name] as number) >= 0);

const isColumn = (value: unknown): value is ColumnFinding =>
  isObject(value) &&
  typeof value.slug === 'string' &&
  typeof value.name === 'string' &&
  (value.last === null || isDay(value.last)) &&
  Number.isInteger(value.daysLate);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
