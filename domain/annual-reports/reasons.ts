/** Why a finding may stand: which one, the words, and who wrote them when. */
export type Reason = {
  /** The key of the finding, which is another as soon as its figures are. */
  finding: string;
  reason: string;
  by: string | null;
  byName: string | null;
  /** ISO instant. */
  at: string | null;
};

export const LONGEST_REASON = 1000;
/** A report with more has other troubles than missing reasons. */
const MOST_REASONS = 300;
const LONGEST_KEY = 2000;

/** Reasons out of a stored or sent value, empty ones left out; null when it is something else. */
export function readReasons(value: unknown): Reason[] | null {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value) || value.length > MOST_REASONS) return null;
  const reasons: Reason[] = [];
  for (const entry of value as unknown[]) {
    if (typeof entry !== 'object' || entry === null) return null;
    const { finding, reason, by, byName, at } = entry as Record<string, unknown>;
    if (typeof finding !== 'string' || typeof reason !== 'string') return null;
    if (finding.length > LONGEST_KEY || reason.length > LONGEST_REASON) return null;
    if (finding === '' || reason.trim() === '') continue;
    reasons.push({
      finding,
      reason: reason.trim(),
      by: textOrNull(by),
      byName: textOrNull(byName),
      at: textOrNull(at),
    });
  }
  return reasons;
}

/** The reasons to keep: who gave one that was there before stays, all others are given now. */
export function reasonsOf(
  stored: readonly Reason[],
  given: readonly Reason[],
  now: Pick<Reason, 'by' | 'byName' | 'at'>,
): Reason[] {
  const last = new Map(given.map((one) => [one.finding, one]));
  return [...last.values()].map(
    ({ finding, reason }) =>
      stored.find((one) => one.finding === finding && one.reason === reason) ?? {
        finding,
        reason,
        ...now,
      },
  );
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
