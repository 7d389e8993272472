/**
 * Where an application stands. What leads from one to the next is in actions.ts; the county's own
 * three steps (收件登记下发调度 → 汇总撰写答复书 → 分类整理归档) lie on them.
 */
export const statuses = [
  'received', // filed, not yet confirmed with the applicant (§31: online and fax filings wait here)
  'confirmed', // the receipt day is certain, the period runs
  'supplement-requested', // 待补正, once only (§30)
  'in-progress', // 办理中
  'consulting', // 征求第三方、其他机关意见, the period stands still (§32–34)
  'reasons-requested', // 待说明理由 (§35)
  'fee-notified', // 待缴费 (§42)
  'drafted', // 答复书已拟, waits for the legal review
  'reviewed', // 已法制审核, waits for the leader
  'approved', // 已签批, waits to be sent
  'answered', // 已答复
  'delivered', // 已送达
  'lapsed', // not supplemented or not paid in time: no longer processed (§30, §42)
  'withdrawn', // taken back by the applicant
  'archived', // 已归档 (§45)
] as const;
export type Status = (typeof statuses)[number];

/** Whether a text is one of the status codes. */
export const isStatus = (value: unknown): value is Status =>
  typeof value === 'string' && (statuses as readonly string[]).includes(value);

/** Statuses in which the agency still owes the applicant an answer. */
export const openStatuses: readonly Status[] = [
  'received',
  'confirmed',
  'supplement-requested',
  'in-progress',
  'consulting',
  'reasons-requested',
  'fee-notified',
  'drafted',
  'reviewed',
  'approved',
];

/** Whether the agency still owes the applicant an answer. */
export const isOpen = (status: Status): boolean => openStatuses.includes(status);

/**
 * Where a copy for release can still be added: what goes out with a reply is what lay before the leader who
 * signed it.
 */
export const takesRelease = (status: Status): boolean => isOpen(status) && status !== 'approved';

/** What the applicant is told of a status: the office's own drafting and signing is “in progress”. */
export const publicStatus = (status: Status): Status =>
  status === 'drafted' || status === 'reviewed' || status === 'approved' ? 'in-progress' : status;

/** 收件登记下发调度 → 汇总撰写答复书 → 分类整理归档, the three steps in which the county handles a case. */
export const officeSteps = ['intake', 'reply', 'archive'] as const;
export type OfficeStep = (typeof officeSteps)[number];

/** The office's step in which a case of this status is; null when it is filed away. */
export function officeStep(status: Status): OfficeStep | null {
  switch (status) {
    case 'received':
    case 'confirmed':
    case 'supplement-requested':
      return 'intake';
    case 'archived':
      return null;
    case 'answered':
    case 'delivered':
    case 'lapsed':
    case 'withdrawn':
      return 'archive';
    default:
      return 'reply';
  }
}
