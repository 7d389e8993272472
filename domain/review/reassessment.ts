import { addMonths, type Day } from '../workdays/days';

/**
 * 《政府信息公开条例》第十八条：行政机关应当建立健全政府信息管理动态调整机制，对本行政机关不予公开的政府信息进行
 * 定期评估审查，对因情势变化可以公开的政府信息应当公开。
 *
 * The article names no period. Each entry holds from its day on; a county that decides on another
 * period adds an entry with its source.
 */
export const REASSESSMENT_PERIODS: readonly { from: Day; months: number; source: string }[] = [
  { from: '2019-05-15', months: 12, source: '条例第十八条“定期”，按一年一次执行' },
];

/** The last day on which a withheld item must come back to somebody's desk. */
export function latestReassessment(decidedOrAssessedOn: Day): Day {
  const period =
    REASSESSMENT_PERIODS.findLast(({ from }) => from <= decidedOrAssessedOn) ??
    REASSESSMENT_PERIODS[0];
  return addMonths(decidedOrAssessedOn, period?.months ?? 12);
}

export type Withheld = {
  decidedOn: Day;
  reassessOn?: Day | null;
  assessments: readonly { on: Day; outcome: 'keep' | 'release' | 'partly' }[];
};

export type ReassessmentFinding = 'reassessTooLate' | 'assessedBeforeDecision';

/** What is wrong with the days of a withheld item, or null. */
export function reassessmentFinding(item: Withheld): ReassessmentFinding | null {
  if (item.assessments.some(({ on }) => on < item.decidedOn)) return 'assessedBeforeDecision';
  const { reassessOn } = item;
  return reassessOn && reassessOn > latestReassessment(lastLookedAt(item))
    ? 'reassessTooLate'
    : null;
}

/** The day of the last assessment, or of the decision where there was none. */
export const lastLookedAt = ({ decidedOn, assessments }: Withheld): Day =>
  [decidedOn, ...assessments.map(({ on }) => on)].reduce((a, b) => (a > b ? a : b));
