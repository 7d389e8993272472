import { nameKey } from './kept-records';
import type { Contestant, Found } from './contestant';
import type { Judged } from './judged';
import { firstPlace, qualityOf, type Judgement, type Quality } from './metrics';

export type Verdict = Judgement & {
  /** Place of the question in the set. */
  question: number;
  ms: number;
  /** Titles as they were listed. */
  listed: string[];
  /** Of a question for an article: whether the right law stands first with the right article. */
  isArticle?: boolean;
};

/**
 * Asks every question and judges the answers.
 * @param laws keys of all names of laws, to know how many answer a question
 */
export async function askJudged(
  contestant: Contestant,
  judged: readonly Judged[],
  laws: readonly string[],
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const [question, { text, answers }] of judged.entries()) {
    const began = performance.now();
    const found = await contestant.find(text);
    const ms = performance.now() - began;
    verdicts.push({ question, ms, ...judge(found, answers, laws) });
  }
  return verdicts;
}

/** Versions of a law are one law for everybody: the list is read without its repetitions. */
function judge(
  found: readonly Found[],
  answers: Judged['answers'],
  laws: readonly string[],
): Omit<Verdict, 'question' | 'ms'> {
  const listed = [...new Set(found.map(({ title }) => nameKey(title)))];
  const isAnswer = (key: string): boolean => answers.some(({ isMeant }) => isMeant(key));
  const asked = answers.find(({ article }) => article);
  const first = found[0];
  return {
    places: listed.map(isAnswer),
    relevant: laws.filter(isAnswer).length,
    listed: found.map(({ title }) => title),
    ...(asked && {
      isArticle: Boolean(
        first && asked.isMeant(nameKey(first.title)) && first.label?.startsWith(asked.article!),
      ),
    }),
  };
}

export type Report = {
  all: Quality;
  tuned: Quality;
  heldOut: Quality;
  classes: Record<string, Quality & { mrrTuned: number; mrrHeldOut: number }>;
  /** Share of questions for an article that show that very article first. */
  articles: number;
};

export function reportOf(judged: readonly Judged[], verdicts: readonly Verdict[]): Report {
  const where = (is: (one: Judged) => boolean): Verdict[] =>
    verdicts.filter(({ question }) => is(judged[question]!));
  const withArticle = verdicts.filter(({ isArticle }) => isArticle !== undefined);
  return {
    all: qualityOf(verdicts),
    tuned: qualityOf(where(({ isHeldOut }) => !isHeldOut)),
    heldOut: qualityOf(where(({ isHeldOut }) => isHeldOut)),
    classes: Object.fromEntries(
      [...new Set(judged.map((one) => one.class))].map((name) => {
        const of = (isHeldOut: boolean) =>
          qualityOf(where((one) => one.class === name && one.isHeldOut === isHeldOut)).mrr;
        const whole = qualityOf(where((one) => one.class === name));
        return [name, { ...whole, mrrTuned: of(false), mrrHeldOut: of(true) }];
      }),
    ),
    articles:
      withArticle.filter(({ isArticle }) => isArticle).length / Math.max(1, withArticle.length),
  };
}

/** Questions of the half for tuning whose answer doesn't stand first: what was expected and what came. */
export function failuresOf(judged: readonly Judged[], verdicts: readonly Verdict[]): string[] {
  return verdicts.flatMap((verdict) => {
    const { text, answers, isHeldOut, class: of } = judged[verdict.question]!;
    const place = firstPlace(verdict);
    const isWrongArticle = verdict.isArticle === false;
    if (isHeldOut || (place === 1 && !isWrongArticle)) return [];
    const expected = answers.map(({ name, article }) => `${name}${article ?? ''}`).join('; ');
    const came = verdict.listed.slice(0, 3).join(' · ') || 'nothing';
    const told = place === 1 ? 'another article' : `place ${place ?? 'none'}`;
    return [`[${of}] ${text} — ${told} — wanted ${expected} — came ${came}`];
  });
}

export function asLines({ all, tuned, heldOut, classes, articles }: Report): string[] {
  const row = (name: string, { questions, success1, success10, mrr, ndcg }: Quality): string =>
    [
      name.padEnd(14),
      String(questions).padStart(4),
      ...[success1, success10, mrr, ndcg].map((value) => value.toFixed(3)),
    ].join('  ');
  return [
    'class           num  s@1    s@10   MRR@10 nDCG@10',
    row('all', all),
    row('tuned', tuned),
    row('held out', heldOut),
    ...Object.entries(classes).map(
      ([name, quality]) =>
        `${row(name, quality)}   tuned ${quality.mrrTuned.toFixed(3)} held out ${quality.mrrHeldOut.toFixed(3)}`,
    ),
    `the very article first: ${(articles * 100).toFixed(0)} %`,
  ];
}
