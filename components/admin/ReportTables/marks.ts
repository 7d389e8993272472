import type { WordedFinding } from '@/domain/annual-reports/describe';
import type { CellAddress } from '@/domain/annual-reports/fill';
import { cellKey } from '@/domain/annual-reports/roll-up';

/** More cells than this, and a mark on each says nothing. */
const MOST_MARKED = 8;

/**
 * The cells to mark, by their keys: the one that a finding is said of, else all that take part as long
 * as they are few. What has a reason is not marked.
 */
export function marksOf(findings: readonly WordedFinding[]): Map<string, 'hard' | 'soft'> {
  const marks = new Map<string, 'hard' | 'soft'>();
  for (const finding of findings) {
    if (kindOf(finding) === 'given') continue;
    const [first, ...others] = cellsInOrder(finding);
    if (!first) continue;
    const isOfOne = cellKey(first) === ownKey(finding);
    const mark = kindOf(finding) === 'hard' ? 'hard' : 'soft';
    const marked = isOfOne ? [first] : others.length < MOST_MARKED ? [first, ...others] : [];
    for (const cell of marked) {
      const key = cellKey(cell);
      if (marks.get(key) !== 'hard') marks.set(key, mark);
    }
  }
  return marks;
}

/** The cell that it is said of first, then those that take part. */
export function cellsInOrder(finding: WordedFinding): CellAddress[] {
  const own = ownKey(finding);
  return finding.cells.toSorted((a, b) => Number(cellKey(b) === own) - Number(cellKey(a) === own));
}

const ownKey = ({ table, row, column }: WordedFinding): string | null =>
  table && row !== undefined && column !== undefined ? cellKey({ table, row, column }) : null;

/**
 * What is asked of the person: to put the figures right (`hard`), to say why they are so (`soft`), or to
 * say why a figure was changed (`why`), which keeps the report from review as well. `given`: nothing more.
 */
export function kindOf({
  severity,
  rule,
  reason,
}: WordedFinding): 'hard' | 'why' | 'soft' | 'given' {
  if (rule === 'hand-change') return 'why';
  if (severity === 'hard') return 'hard';
  return reason ? 'given' : 'soft';
}

/** How many are to be put right, and how many still want a reason. */
export function tallyOf(findings: readonly WordedFinding[]): { hard: number; soft: number } {
  const kinds = findings.map(kindOf);
  return {
    hard: kinds.filter((kind) => kind === 'hard').length,
    soft: kinds.filter((kind) => kind === 'soft' || kind === 'why').length,
  };
}

export function verdictOf(findings: readonly WordedFinding[]): 'holds' | 'hard' | 'soft' {
  const { hard, soft } = tallyOf(findings);
  return hard > 0 ? 'hard' : soft > 0 ? 'soft' : 'holds';
}
