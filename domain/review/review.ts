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

export type Reviewer = { id: string; name: string; roles: readonly string[] };

export type ReviewStep = {
  action: ReviewAction;
  by: string;
  byName: string;
  /** ISO instant. */
  at: string;
  opinion: string;
  fingerprint: string;
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

export type StepResult = { ok: true; review: Review } | { ok: false; refusal: ReviewRefusal };

/** Takes one step, or says which part of the rule forbids it. */
export function takeStep(
  review: Review,
  step: { action: ReviewAction; actor: Reviewer | null; at: string; opinion?: string },
): StepResult {
  const { action, actor, at } = step;
  const opinion = step.opinion?.trim() ?? '';
  const rule = REVIEW_RULES[action];
  if (!actor) return { ok: false, refusal: 'signInFirst' };
  const roles = typeof rule.role === 'string' ? [rule.role] : rule.role;
  if (!roles.some((role) => actor.roles.includes(role))) return { ok: false, refusal: 'wrongRole' };
  if (!rule.from.includes(review.state)) return { ok: false, refusal: 'wrongState' };
  if (action === 'return' && opinion === '') return { ok: false, refusal: 'opinionMissing' };
  if ((action === 'examine' || action === 'approve') && hasTakenPart(review, actor.id)) {
    return { ok: false, refusal: 'samePerson' };
  }
  const { fingerprint } = review;
  return {
    ok: true,
    review: {
      ...review,
      state: rule.to,
      steps: [
        ...review.steps,
        { action, by: actor.id, byName: actor.name, at, opinion, fingerprint },
      ],
    },
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

/** Writer, clerk and leader are three people: whoever wrote or signed this round can't sign again. */
function hasTakenPart(review: Review, id: string): boolean {
  return review.writtenBy === id || currentRound(review).some((step) => step.by === id);
}

/** The steps since the last submission: an earlier, returned round binds nobody. */
function currentRound(review: Review): ReviewStep[] {
  const start = review.steps.findLastIndex((step) => step.action === 'submit');
  return start < 0 ? [] : review.steps.slice(start);
}
