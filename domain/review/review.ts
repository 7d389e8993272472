/**
 * 《政府信息公开条例》第十七条：行政机关应当建立健全政府信息公开审查机制，明确审查的程序和责任。
 * 行政机关应当依照《中华人民共和国保守国家秘密法》以及其他法律、法规和国家有关规定对拟公开的
 * 政府信息进行审查。
 *
 * The county's rule: the handling unit proposes, the disclosure clerk examines, a leader approves
 * (先审查、后公开，一事一审). Three steps by three people, each over one exact text: a fingerprint
 * of the content is kept with each step, and a change of content makes the steps void.
 */
export const REVIEW_STATES = ['draft', 'submitted', 'reviewed', 'approved', 'returned'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export const REVIEW_ACTIONS = ['submit', 'examine', 'approve', 'return'] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

/** What the record keeps besides: when a text went before the public, and when it was taken back. */
export type RecordedAction = ReviewAction | 'publish' | 'withdraw';

export type Reviewer = { id: string; name: string; roles: readonly string[] };

/** A file under review as a step saw it. Files never change, so the key names its content. */
export type Attachment = { key: string; name: string; checksum: string };

export type ReviewStep = {
  action: RecordedAction;
  by: string;
  byName: string;
  /** ISO instant. */
  at: string;
  opinion: string;
  fingerprint: string;
  attachments?: readonly Attachment[] | null;
};

export type Review = {
  state: ReviewState;
  /** Who last changed the content; null when a command did it on nobody's behalf. */
  writtenBy: string | null;
  /** The content that the current state speaks of. */
  fingerprint: string;
  steps: ReviewStep[];
};

/** Why a step or a publication is refused; each has its words in messages/…/review.json. */
export const REVIEW_REFUSALS = [
  'signInFirst',
  'wrongRole',
  'wrongState',
  'samePerson',
  'opinionMissing',
  'notApproved',
  'contentChanged',
  'newerDraft',
  'attachmentsNotExamined',
  'editorsWrite',
  'otherAgency',
  'publishRole',
  'withdrawalByLeader',
  'withdrawalReason',
  'scheduleRole',
  'scheduleInPast',
  'setNotReady',
  'documentNotReady',
  'setScheduledLater',
  'setOfOthers',
  'setFailed',
] as const;
export type ReviewRefusal = (typeof REVIEW_REFUSALS)[number];

type Rule = { from: readonly ReviewState[]; to: ReviewState; role: string | readonly string[] };

/** The whole procedure. Administrators have no entry: running the system is not a right to publish. */
export const REVIEW_RULES: Record<ReviewAction, Rule> = {
  submit: { from: ['draft', 'returned'], to: 'submitted', role: 'editor' },
  examine: { from: ['submitted'], to: 'reviewed', role: 'clerk' },
  approve: { from: ['reviewed'], to: 'approved', role: 'leader' },
  return: {
    from: ['submitted', 'reviewed', 'approved'],
    to: 'returned',
    role: ['clerk', 'leader'],
  },
};

export const newReview = (writtenBy: string | null, fingerprint: string): Review => ({
  state: 'draft',
  writtenBy,
  fingerprint,
  steps: [],
});

/** The review after its content became `fingerprint`: earlier steps stay on record but no longer count. */
export function afterContentChange(
  review: Review,
  fingerprint: string,
  writtenBy: string | null,
): Review {
  if (review.fingerprint === fingerprint) return review;
  return { ...review, state: 'draft', fingerprint, writtenBy };
}

/** Going before the public is on record once for each approval; saving a public text again is no step. */
export function recordPublication(
  review: Review,
  actor: Reviewer,
  at: string,
  opinion = '',
): Review {
  if (isPublicationRecorded(review)) return review;
  return withStep(review, { action: 'publish', actor, at, opinion });
}

export const isPublicationRecorded = (review: Review): boolean =>
  review.state === 'approved' && review.steps.at(-1)?.action === 'publish';

/** The approval goes with the text: what a leader took away comes back only after a new review. */
export const recordWithdrawal = (
  review: Review,
  actor: Reviewer,
  at: string,
  opinion: string,
): Review => ({
  ...withStep(review, { action: 'withdraw', actor, at, opinion }),
  state: 'returned',
});

/** Names of the attachments that the clerk does not say to have opened. */
export const notExamined = (
  attachments: readonly Attachment[],
  examined: readonly unknown[],
): string[] =>
  attachments.filter(({ key }) => !examined.includes(key)).map(({ key, name }) => name || key);

/** Whether the public reads some version of the text now, by the record. */
export const isPublicByRecord = ({ steps }: Pick<Review, 'steps'>): boolean =>
  steps.findLast(({ action }) => action === 'publish' || action === 'withdraw')?.action ===
  'publish';

/** The leader's approval of the present text, when it stands. */
export const standingApproval = (review: Review): ReviewStep | undefined =>
  review.state === 'approved'
    ? review.steps.findLast(({ action }) => action === 'approve')
    : undefined;

export type StepResult = { ok: true; review: Review } | { ok: false; refusal: ReviewRefusal };

/** Takes one step, or says which part of the rule forbids it. */
export function takeStep(
  review: Review,
  step: {
    action: ReviewAction;
    actor: Reviewer | null;
    at: string;
    opinion?: string;
    attachments?: readonly Attachment[];
  },
): StepResult {
  const { action, actor } = step;
  const opinion = step.opinion?.trim() ?? '';
  const rule = REVIEW_RULES[action];
  if (!actor) return { ok: false, refusal: 'signInFirst' };
  const roles = typeof rule.role === 'string' ? [rule.role] : rule.role;
  if (!roles.some((role) => actor.roles.includes(role))) return { ok: false, refusal: 'wrongRole' };
  if (!rule.from.includes(review.state)) return { ok: false, refusal: 'wrongState' };
  // What is public is withdrawn, with a notice, and not quietly sent back.
  if (action === 'return' && isPublicationRecorded(review)) {
    return { ok: false, refusal: 'wrongState' };
  }
  if (action === 'return' && opinion === '') return { ok: false, refusal: 'opinionMissing' };
  if ((action === 'examine' || action === 'approve') && hasTakenPart(review, actor.id)) {
    return { ok: false, refusal: 'samePerson' };
  }
  return {
    ok: true,
    review: { ...withStep(review, { ...step, actor, opinion }), state: rule.to },
  };
}

/** Null when content with this fingerprint may be public, else the reason why not. */
export function publicationRefusal(review: Review, fingerprint: string): ReviewRefusal | null {
  if (review.state === 'approved' && review.fingerprint === fingerprint) return null;
  const wasApproved = review.steps.some((step) => step.action === 'approve');
  return wasApproved ? 'contentChanged' : 'notApproved';
}

/** The people who signed the current text, in order: submit, examine, approve. */
export function signatures(review: Review): ReviewStep[] {
  const round = currentRound(review);
  return (['submit', 'examine', 'approve'] as const).flatMap(
    (action) => round.find((step) => step.action === action) ?? [],
  );
}

function withStep(
  review: Review,
  step: {
    action: RecordedAction;
    actor: Reviewer;
    at: string;
    opinion: string;
    attachments?: readonly Attachment[];
  },
): Review {
  const { action, actor, at, opinion, attachments } = step;
  const { fingerprint } = review;
  const taken = { action, by: actor.id, byName: actor.name, at, opinion, fingerprint };
  return {
    ...review,
    steps: [
      ...review.steps,
      attachments && attachments.length > 0 ? { ...taken, attachments } : taken,
    ],
  };
}

/** Writer, clerk and leader are three people: whoever wrote or signed this round can't sign again. */
function hasTakenPart(review: Review, id: string): boolean {
  return review.writtenBy === id || currentRound(review).some((step) => step.by === id);
}

/** The steps since the last submission: an earlier, returned round binds nobody. */
function currentRound(review: Review): ReviewStep[] {
  const start = review.steps.findLastIndex((step) => step.action === 'submit');
  return start < 0 ? [] : review.steps.slice(start);
}
