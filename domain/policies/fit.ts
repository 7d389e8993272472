import { NEEDS, SIZES, TRADES, type Need, type Size, type Trade } from './codes';

/** The finder's questions, in the order in which they are asked. */
export const QUESTIONS = ['trade', 'size', 'need'] as const;
export type Question = (typeof QUESTIONS)[number];

/** What was answered; a question that is left out, or 不限定, keeps nothing away. */
export type Answers = { trade?: Trade; size?: Size; need?: Need };

/** Whom a policy is for, as it is stored: an empty list means anybody. */
export type Fits = {
  trades?: readonly string[] | null;
  sizes?: readonly string[] | null;
  needs?: readonly string[] | null;
};

/**
 * Why a policy fits or not, question by question: it names the answer, it takes anybody, nothing was
 * answered, or it is for others.
 */
export type Reason = 'matches' | 'anybody' | 'not-asked' | 'differs';

export type Fit = {
  fits: boolean;
  /** It would fit but for this one answer. */
  nearlyBut?: Question;
  reasons: Record<Question, Reason>;
  /** How many answers it names: of two that fit, the one made for this business comes first. */
  matches: number;
};

export const CODES = { trade: TRADES, size: SIZES, need: NEEDS } as const;

const FIELDS = { trade: 'trades', size: 'sizes', need: 'needs' } as const;

/** What of a policy restricts a question; empty for anybody. */
export const restrictionsOf = (fits: Fits | null | undefined, question: Question): string[] => [
  ...(fits?.[FIELDS[question]] ?? []),
];

/** Whether a policy fits what was answered, and why. The rules are the policy's own data. */
export function fit(fits: Fits | null | undefined, answers: Answers): Fit {
  const reasons = Object.fromEntries(
    QUESTIONS.map((question) => [
      question,
      reasonFor(restrictionsOf(fits, question), answers[question]),
    ]),
  ) as Record<Question, Reason>;
  const differing = QUESTIONS.filter((question) => reasons[question] === 'differs');
  return {
    fits: differing.length === 0,
    ...(differing.length === 1 && { nearlyBut: differing[0] }),
    reasons,
    matches: QUESTIONS.filter((question) => reasons[question] === 'matches').length,
  };
}

function reasonFor(allowed: readonly string[], answer: string | undefined): Reason {
  if (allowed.length === 0) return 'anybody';
  if (answer === undefined) return 'not-asked';
  return allowed.includes(answer) ? 'matches' : 'differs';
}

/** Of those that nearly fit, another trade or size is further away than another need. */
export const byNearness = (a: Fit, b: Fit): number => rank(a) - rank(b) || b.matches - a.matches;

const rank = ({ nearlyBut }: Fit): number => (nearlyBut === 'need' ? 1 : 0);
