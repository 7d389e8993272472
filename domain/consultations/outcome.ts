import type { OutcomeDecision, WithholdingReason } from './codes';

export type OutcomePoint = {
  opinion?: string | null;
  count?: number | null;
  decision?: OutcomeDecision | null;
  reason?: string | null;
};

export type Outcome = {
  summary?: string | null;
  /** How many opinions came by post, telephone, meeting. */
  otherWays?: number | null;
  points?: readonly OutcomePoint[] | null;
};

export type OutcomeFacts = {
  outcome: Outcome;
  /** ISO instants. */
  closesAt: string;
  now: string;
  /** Comments from the website, without what is no opinion. */
  received: number;
  /** Comments that nobody has read yet. */
  waiting: number;
};

/** What an outcome lacks; the words are in messages `consultations.refusals`. */
export type OutcomeProblem =
  | { code: 'stillOpen' | 'summary' | 'otherWays' | 'points'; path: string }
  | { code: 'waiting'; path: string; count: number }
  | { code: 'opinion' | 'decision' | 'reason'; path: string; point: number };

/** Whether somebody has begun to write what came of a consultation. */
export const hasOutcome = ({ summary, points }: Outcome): boolean =>
  filled(summary) || (points ?? []).length > 0;

/**
 * What an outcome still lacks before it may be handed in: how many, what was said, what was taken up, and
 * of each point that was not, or only partly, why. 重大行政决策程序暂行条例第十八条: “决策承办单位应当对社会各方面提出的
 * 意见进行归纳整理、研究论证，充分采纳合理意见，完善决策草案。”
 */
export function outcomeProblems(facts: OutcomeFacts): OutcomeProblem[] {
  const { outcome, closesAt, now, received, waiting } = facts;
  const problems: OutcomeProblem[] = [];
  if (!(Date.parse(closesAt) <= Date.parse(now))) {
    problems.push({ code: 'stillOpen', path: 'closesAt' });
  }
  if (waiting > 0) problems.push({ code: 'waiting', path: 'outcome.summary', count: waiting });
  if (!filled(outcome.summary)) problems.push({ code: 'summary', path: 'outcome.summary' });
  const others = outcome.otherWays;
  if (typeof others !== 'number') {
    problems.push({ code: 'otherWays', path: 'outcome.otherWays' });
  }
  const points = outcome.points ?? [];
  if (points.length === 0 && received + (others ?? 0) > 0) {
    problems.push({ code: 'points', path: 'outcome.points' });
  }
  points.forEach(({ opinion, decision, reason }, i) => {
    const at = `outcome.points.${i}`;
    const point = i + 1;
    if (!filled(opinion)) problems.push({ code: 'opinion', path: `${at}.opinion`, point });
    if (!decision) problems.push({ code: 'decision', path: `${at}.decision`, point });
    if (decision && decision !== 'taken-up' && !filled(reason)) {
      problems.push({ code: 'reason', path: `${at}.reason`, point });
    }
  });
  return problems;
}

/**
 * What does not count as an opinion received: advertising, and the same words once more. All else counts,
 * whether it is shown or not.
 */
export const NO_OPINION: readonly WithholdingReason[] = ['advertising', 'duplicate'];

const filled = (text: string | null | undefined): boolean => Boolean(text?.trim());
