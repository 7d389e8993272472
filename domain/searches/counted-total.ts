export type CountedAnswer = {
  total: number;
  isRelaxed: boolean;
  answeredFor: string | null;
  missingNumber: string | null;
  direct: unknown;
};

/**
 * How many results a question is counted with, so that editors see what was not found. What holds only some of the words,
 * answers another text or mentions the number is not what was asked for; an article or a number that is answered is.
 */
export function countedTotal(answer: CountedAnswer): number {
  const { total, isRelaxed, answeredFor, missingNumber, direct } = answer;
  const isOther = answeredFor !== null || missingNumber !== null;
  return isOther || (isRelaxed && !direct) ? 0 : total;
}
