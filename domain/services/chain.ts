export type ChainStep = {
  /** Ids or records; a step is at an agency, or where its service is. */
  agency?: unknown;
  service?: unknown;
  timeLimit?: string | null;
};

/** The numbers, from 1, of the steps that do not say where one has to go. */
export const stepsNowhere = (steps: readonly ChainStep[]): number[] =>
  steps.flatMap(({ agency, service }, i) => (agency || service ? [] : [i + 1]));

/**
 * Working days that all steps take one after the other at the most; null where a step does not say, or says it
 * otherwise than 即办 and `N个工作日`.
 */
export function workdaysOf(limits: readonly (string | null | undefined)[]): number | null {
  let sum = 0;
  for (const limit of limits) {
    const days = workdaysIn(limit ?? '');
    if (days === null) return null;
    sum += days;
  }
  return limits.length > 0 ? sum : null;
}

/** Working days that a limit names, 0 where it is done at once; null where it is said otherwise. */
export function workdaysIn(limit: string): number | null {
  const text = limit.normalize('NFKC').replace(/\s+/g, '');
  if (/^(?:即办|当场|当日|即时)/u.test(text)) return 0;
  const days = /^(\d{1,3})个?工作日(?:内|以内)?(?:办结)?$/u.exec(text)?.[1];
  return days === undefined ? null : Number(days);
}
