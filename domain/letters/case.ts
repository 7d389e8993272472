import type { Complexity, LetterPurpose, LetterStatus } from './codes';
import { COMPLEXITIES, CORRECTION_RESULTS } from './codes';
import {
  discardReasons,
  isLetterActionOpen,
  redirectChannels,
  ruleOf,
  type LetterAction,
  type LetterActor,
  type LetterGivenName,
} from './actions';
import type { LetterStep } from './history';

export type LetterFacts = {
  status: LetterStatus;
  purpose: LetterPurpose;
  complexity: Complexity;
  agency: string | null;
  history: readonly LetterStep[];
  isRated: boolean;
  isDeletionAsked: boolean;
};

export type LetterAct = {
  action: LetterAction;
  actor: LetterActor;
  /** The person, as a text; null for the writer. */
  by: string | null;
  given: Partial<Record<LetterGivenName, string>>;
};

/** Why something is not possible; sentences are in messages `lettersOffice.refusals.<key>`. */
export type LetterRefusal =
  | { key: 'role' | 'samePerson' | 'once' | 'sameAgency'; values: { action: LetterAction } }
  | { key: 'state'; values: { action: LetterAction; status: LetterStatus } }
  | { key: 'needs'; values: { action: LetterAction; fields: readonly LetterGivenName[] } }
  | { key: 'choice'; values: { field: LetterGivenName } };

/**
 * Whether something may be done to a letter as it stands. A reply goes out by another hand than the one
 * that worded it, as every text of the portal that speaks for an agency.
 */
export function judgeLetter(facts: LetterFacts, act: LetterAct): LetterRefusal | null {
  const { action, actor, by, given } = act;
  const rule = ruleOf(action);
  if (!rule.by.includes(actor)) return { key: 'role', values: { action } };
  if (!isLetterActionOpen(action, facts, actor)) {
    return { key: 'state', values: { action, status: facts.status } };
  }
  const fields = neededOf(action, facts).filter((field) => !given[field]?.trim());
  if (fields.length > 0) return { key: 'needs', values: { action, fields } };
  const wrong = (Object.keys(choices) as LetterGivenName[]).find(
    (field) => given[field] && choices[field]?.(given[field], action) === false,
  );
  if (wrong) return { key: 'choice', values: { field: wrong } };
  if (action === 'reroute' && given.agency === facts.agency) {
    return { key: 'sameAgency', values: { action } };
  }
  if (action === 'issue' && by !== null && by === drafterOf(facts.history)) {
    return { key: 'samePerson', values: { action } };
  }
  const isDone =
    (action === 'rate' && facts.isRated) ||
    (action === 'ask-deletion' && facts.isDeletionAsked) ||
    (action === 'classify' && given.complexity === facts.complexity);
  return isDone ? { key: 'once', values: { action } } : null;
}

/** The fields that an action can't do without; a record is put right or not, which its reply says. */
export const neededOf = (
  action: LetterAction,
  { purpose }: Pick<LetterFacts, 'purpose'>,
): readonly LetterGivenName[] => [
  ...(ruleOf(action).needs ?? []),
  ...(action === 'draft' && purpose === 'record' ? (['result'] as const) : []),
];

export const statusAfterLetter = (facts: LetterFacts, action: LetterAction): LetterStatus =>
  ruleOf(action).to ?? facts.status;

/** Who worded the reply that waits for its examination, as a text. */
export const drafterOf = (history: readonly LetterStep[]): string | null =>
  history.findLast(({ action }) => action === 'draft')?.byId ?? null;

const codesOf = (entries: readonly { code: string }[]): string[] => entries.map(({ code }) => code);

const choices: Partial<Record<LetterGivenName, (text: string, action: LetterAction) => boolean>> = {
  complexity: (code) => codesOf(COMPLEXITIES).includes(code),
  result: (code) => codesOf(CORRECTION_RESULTS).includes(code),
  score: (score) => /^[1-5]$/.test(score),
  channel: (code) => redirectChannels.some((each) => each === code),
  // Why a letter is not taken is one of a few grounds; other reasons are in free words.
  reason: (code, action) => action !== 'discard' || discardReasons.some((each) => each === code),
};
