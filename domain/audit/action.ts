/** What the log calls a change; each has its words in messages/…/audit.json. */
export const AUDIT_ACTIONS = [
  'create',
  'update',
  'delete',
  'submit',
  'examine',
  'approve',
  'return',
  'publish',
  'withdraw',
  'sign-in',
  'sign-out',
  'sign-in-refused',
  'refused',
  'export',
  'reveal',
  'erase',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

type Reviewed = {
  _status?: string | null;
  review?: { state?: string | null; steps?: readonly { action: string }[] | null } | null;
};

/**
 * The most telling name of a saved change: what became public or left the public comes before the
 * review step that was taken with it, and that before a plain change.
 */
export function actionOf(
  operation: 'create' | 'update',
  before: Reviewed | null | undefined,
  after: Reviewed,
): AuditAction {
  const was = operation === 'create' ? undefined : before;
  if (after._status === 'published' && was?._status !== 'published') return 'publish';
  const had = was?.review?.steps?.length ?? 0;
  const step = (after.review?.steps ?? []).slice(had).at(-1)?.action;
  if (step === 'withdraw') return 'withdraw';
  if (step && isStep(step)) return step;
  return operation;
}

const isStep = (action: string): action is 'submit' | 'examine' | 'approve' | 'return' =>
  ['submit', 'examine', 'approve', 'return'].includes(action);
