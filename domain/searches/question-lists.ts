/** A question, how often it was asked, how often nothing was found, and how many results were opened. */
export type AskedQuestion = { question: string; asked: number; empty: number; opened: number };

export const QUESTION_LISTS = ['top', 'empty', 'abandoned'] as const;
export type QuestionList = (typeof QUESTION_LISTS)[number];

/** Days over which questions are summed. */
export const PERIODS = [7, 30, 90, 365] as const;
export type Period = (typeof PERIODS)[number];

/**
 * Questions that found something so often are given up on when at most one in four of those searches led to a
 * result. Not none at all: one curious click among a hundred says nothing, and some browsers tell no clicks.
 */
const FOUND_AT_LEAST = 3;
const OPENED_ONE_IN = 4;

/** How often a question found something and no result was opened. */
export const unopened = ({ asked, empty, opened }: AskedQuestion): number =>
  Math.max(0, asked - empty - opened);

/** The questions of a list, the most pressing first. */
export function questionList(
  list: QuestionList,
  questions: readonly AskedQuestion[],
): AskedQuestion[] {
  const { has, weight } = LISTS[list];
  return questions
    .filter(has)
    .sort(
      (a, b) => weight(b) - weight(a) || b.asked - a.asked || (a.question < b.question ? -1 : 1),
    );
}

const LISTS: Record<
  QuestionList,
  { has: (question: AskedQuestion) => boolean; weight: (question: AskedQuestion) => number }
> = {
  top: { has: () => true, weight: ({ asked }) => asked },
  empty: { has: ({ empty }) => empty > 0, weight: ({ empty }) => empty },
  abandoned: {
    has: ({ asked, empty, opened }) =>
      asked - empty >= FOUND_AT_LEAST && opened * OPENED_ONE_IN <= asked - empty,
    weight: unopened,
  },
};
