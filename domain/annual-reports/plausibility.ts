import type { Finding } from './check';
import type { FindingPart } from './identities';
import type { ReportPart } from './layouts';
import { figureAt, type LayoutCode, type ReportTables, type TableName } from './tables';

type Cell = { table: TableName; row: string; column: string };

/**
 * From where on a change against last year is asked about. Both must be met: so many times as much or
 * as little, and so far apart, since 1 → 4 suits means nothing. Ours and not the notice's: wide enough
 * that an ordinary year passes, narrow enough for a figure in the wrong unit or the wrong cell.
 */
const JUMPS: (Cell & { times: number; apart: number })[] = [
  // Applications: a county has tens to hundreds, and one excessive applicant doubles them.
  { table: 'applications', row: 'received', column: 'total', times: 3, apart: 30 },
  { table: 'applications', row: 'carried-out', column: 'total', times: 3, apart: 15 },
  // Normative documents: a clean-up repeals dozens at once, so 废止 is left alone.
  { table: 'disclosure', row: 'normative', column: 'issued', times: 3, apart: 15 },
  { table: 'disclosure', row: 'normative', column: 'made', times: 3, apart: 15 },
  // Decisions: thousands a year; a factor of three is a moved power or a slipped digit.
  { table: 'disclosure', row: 'licensing', column: 'decisions', times: 3, apart: 200 },
  { table: 'disclosure', row: 'penalties', column: 'decisions', times: 3, apart: 200 },
  { table: 'disclosure', row: 'enforcement', column: 'decisions', times: 3, apart: 100 },
  // Money in 万元: written in 元 it is ten thousand times as much.
  { table: 'disclosure', row: 'fees', column: 'fee-amount', times: 5, apart: 100 },
  { table: 'disclosure', row: 'procurement', column: 'purchase-amount', times: 5, apart: 500 },
  { table: 'litigation', row: 'review', column: 'total', times: 3, apart: 10 },
];

/** Figures far from those of last year's report: not wrong, but somebody should say why. */
export function findJumps(tables: ReportTables, lastYear: ReportTables): Finding[] {
  return JUMPS.flatMap(({ times, apart, ...cell }): Finding[] => {
    const { table, row, column } = cell;
    const now = figureAt(tables, table, row, column);
    const before = figureAt(lastYear, table, row, column);
    if (now === null || before === null) return [];
    const [low, high] = [Math.min(now, before), Math.max(now, before)];
    if (high - low < apart || high < low * times) return [];
    const parts: FindingPart[] = [
      { side: 'left', row, column, figure: now },
      { side: 'right', row, column, figure: before, lastYear: true },
    ];
    return [{ ...cell, severity: 'soft', rule: 'jump', left: now, right: before, parts }];
  });
}

/**
 * A part that exceeds the whole it is counted in. 2019: what is public at all (对外公开总数量) includes
 * what became public this year, and no more items go than there were. 2021: what was issued this year
 * and not repealed is in force.
 */
export function findMoreThanAll(code: LayoutCode, tables: ReportTables): Finding[] {
  const at = (row: string, column: string, side: FindingPart['side'], sign?: -1): FindingPart => ({
    side,
    row,
    column,
    figure: figureAt(tables, 'disclosure', row, column),
    ...(sign && { sign }),
  });
  const pairs = (['rules', 'normative'] as const).map((row) =>
    code === '2019'
      ? [at(row, 'published', 'left'), at(row, 'total', 'right')]
      : [at(row, 'issued', 'left'), at(row, 'abolished', 'left', -1), at(row, 'in-force', 'right')],
  );
  return pairs.flatMap((parts): Finding[] => {
    if (parts.some(({ figure }) => figure === null)) return [];
    const sumOf = (side: FindingPart['side']) =>
      parts.reduce(
        (sum, part) => (part.side === side ? sum + (part.figure ?? 0) * (part.sign ?? 1) : sum),
        0,
      );
    const [left, right] = [sumOf('left'), sumOf('right')];
    if (left <= right) return [];
    const row = parts[0]?.row ?? '';
    return [
      { severity: 'soft', table: 'disclosure', row, rule: 'more-than-all', left, right, parts },
    ];
  });
}

/**
 * Parts that no table speaks for. 国办公开办函〔2021〕30号: 第二、三、四部分 are tables in the form; 总体情况,
 * 存在的主要问题及改进情况 and 其他需要报告的事项 are text, and 无 is one.
 */
export const findBlankParts = (narrative: Partial<Record<ReportPart, string>>): Finding[] =>
  (['overview', 'problems', 'other'] as const)
    .filter((part) => !narrative[part]?.trim())
    .map((part) => ({
      severity: 'soft',
      part,
      rule: 'blank-part',
      left: null,
      right: null,
      parts: [],
    }));
