/** How well lists of results answer questions. Ranks begin at 1; nothing after the tenth counts. */

const CUT = 10;

/** A result list read against its question: which places hold an answer, and how many answers there are. */
export type Judgement = {
  /** For each place of the list, the best first, whether it answers. Each answer stands there once. */
  places: readonly boolean[];
  /** How many laws of the corpus answer the question. */
  relevant: number;
};

export type Quality = {
  questions: number;
  /** Share of questions with an answer in the first place, and among the first ten. */
  success1: number;
  success10: number;
  /** Mean of 1 / place of the first answer; 0 where none is among the first ten. */
  mrr: number;
  /** Mean discounted gain of all answers among the first ten, of what the best order would have. */
  ndcg: number;
};

/** Place of the first answer among the first ten; null when there is none. */
export function firstPlace({ places }: Judgement): number | null {
  const at = places.slice(0, CUT).indexOf(true);
  return at < 0 ? null : at + 1;
}

export function ndcg({ places, relevant }: Judgement): number {
  const gain = places
    .slice(0, CUT)
    .reduce((sum, isAnswer, at) => sum + (isAnswer ? discount(at) : 0), 0);
  let best = 0;
  for (let at = 0; at < Math.min(relevant, CUT); at += 1) best += discount(at);
  return best === 0 ? 0 : gain / best;
}

const discount = (at: number): number => 1 / Math.log2(at + 2);

export function qualityOf(judgements: readonly Judgement[]): Quality {
  const first = judgements.map(firstPlace);
  return {
    questions: judgements.length,
    success1: mean(first.map((place) => (place === 1 ? 1 : 0))),
    success10: mean(first.map((place) => (place === null ? 0 : 1))),
    mrr: mean(first.map((place) => (place === null ? 0 : 1 / place))),
    ndcg: mean(judgements.map(ndcg)),
  };
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The value below which a share of the values lies; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
