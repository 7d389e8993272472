/**
 * Where an application stands. The path is received → confirmed → in-progress → answered →
 * archived; the county's own three steps (收件登记下发调度 → 汇总撰写答复书 → 分类整理归档) lie on it.
 */
export const statuses = [
  'received', // filed, not yet confirmed with the applicant (§31: online and fax filings wait here)
  'confirmed', // the receipt day is certain, the period runs
  'supplement-requested', // 补正, once only (§30)
  'in-progress', // 办理中
  'extended', // 延长答复期限, once (§33)
  'answered', // 已答复
  'lapsed', // not supplemented or not paid in time: no longer processed (§30, §42)
  'withdrawn', // taken back by the applicant
  'archived', // 已归档 (§45)
] as const;
export type Status = (typeof statuses)[number];

const moves: Record<Status, readonly Status[]> = {
  received: ['confirmed', 'withdrawn'],
  confirmed: ['in-progress', 'supplement-requested', 'answered', 'withdrawn'],
  'supplement-requested': ['in-progress', 'lapsed', 'withdrawn'],
  'in-progress': ['supplement-requested', 'extended', 'answered', 'lapsed', 'withdrawn'],
  extended: ['answered', 'lapsed', 'withdrawn'],
  answered: ['archived'],
  lapsed: ['archived'],
  withdrawn: ['archived'],
  archived: [],
};

/** Whether a text is one of the status codes. */
export const isStatus = (value: unknown): value is Status =>
  typeof value === 'string' && (statuses as readonly string[]).includes(value);

/**
 * The statuses an application may go to next. `before` lists the statuses it has had.
 *
 * 条例第三十条: “……一次性告知申请人作出补正” — a second request for supplement is not allowed.
 * 条例第三十三条: “延长的期限最长不得超过20个工作日” — nor a second extension.
 */
export function movesFrom(status: Status, before: readonly Status[] = []): Status[] {
  return moves[status].filter((next) => !(onceOnly.includes(next) && before.includes(next)));
}

/** Whether the move from one status to another is allowed, given the statuses already had. */
export const canMove = (from: Status, to: Status, before: readonly Status[] = []): boolean =>
  movesFrom(from, before).includes(to);

/** Whether the agency still owes the applicant an answer. */
export const isOpen = (status: Status): boolean =>
  !['answered', 'lapsed', 'withdrawn', 'archived'].includes(status);

const onceOnly: readonly Status[] = ['supplement-requested', 'extended'];
