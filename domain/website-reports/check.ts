import type { Day } from '../workdays/days';
import { isBlank, isSameAnswer, numberIn, type Answer, type Answers } from './answers';
import { FIELDS, isGroup, SECTIONS } from './form';

export type FindingRule =
  'sum' | 'at-most' | 'nothing-but' | 'none-named' | 'blank' | 'late' | 'hand-change';

/** Something wrong or odd in a form. A hard one can't be published, a soft one needs a reason. */
export type FormFinding = {
  /** Stays the same while the finding does; a reason is kept under it. */
  key: string;
  severity: 'hard' | 'soft';
  rule: FindingRule;
  /** Codes of the fields that it is about, the one to look at first. */
  fields: readonly string[];
  /** What stands there and what should, where the rule compares numbers. */
  left?: number;
  right?: number;
};

/** 总数 is the sum of its parts. */
export const SUMS: Readonly<Record<string, readonly string[]>> = {
  'published-total': ['published-overview', 'published-news', 'published-catalogue'],
  'interpretations-total': [
    'interpretation-materials',
    'interpretation-products',
    'interpretation-comments',
  ],
  'cases-total': ['cases-natural', 'cases-legal'],
};

/**
 * The first is no more than the second. What was carried over from last year may be closed or told this
 * year, so that the soft ones can be right.
 */
const AT_MOST: readonly [less: string, more: string, severity: FormFinding['severity']][] = [
  ['visitors', 'visits', 'hard'],
  ['topics-opened', 'topics-kept', 'soft'],
  ['online-services', 'services', 'hard'],
  ['messages-closed', 'messages-received', 'soft'],
  ['messages-published', 'messages-received', 'soft'],
  ['consultations-reported', 'consultations', 'soft'],
  ['interview-answers', 'interview-questions', 'hard'],
  ['security-fixed', 'security-problems', 'hard'],
];

const MEDIA = [
  'weibo-name',
  'weibo-posts',
  'weibo-followers',
  'wechat-name',
  'wechat-posts',
  'wechat-subscribers',
  'other-media',
];

/** Where the first is none, there is nothing to say of the others. */
const NOTHING_BUT: readonly [none: string, others: readonly string[], FormFinding['severity']][] = [
  ['has-new-media', MEDIA, 'hard'],
  ['has-service-list', ['services', 'online-services'], 'soft'],
  ['consultations', ['opinions'], 'hard'],
  ['interviews', ['interview-questions', 'interview-answers'], 'hard'],
  ['messages-received', ['messages-days'], 'soft'],
  ['security-checks', ['security-problems'], 'soft'],
];

/**
 * Everything wrong or odd in a form.
 *
 * @param context.publishedOn the day on which it is or would be published
 * @param context.compiled what the platform counted, by field
 * @param context.explained fields whose difference from that is explained
 */
export function checkForm(
  answers: Answers,
  context: {
    year: number;
    publishedOn: Day;
    compiled?: Partial<Answers>;
    explained?: readonly string[];
  },
): FormFinding[] {
  return [
    ...sums(answers),
    ...AT_MOST.flatMap(([less, more, severity]): FormFinding[] => {
      const [left, right] = [numberIn(answers, less), numberIn(answers, more)];
      if (left === null || right === null || left <= right) return [];
      return [finding('at-most', severity, [less, more], { left, right })];
    }),
    ...NOTHING_BUT.flatMap(([none, others, severity]): FormFinding[] => {
      const said = others.filter((code) => isSaid(answers[code]));
      if (!isNone(answers[none]) || said.length === 0) return [];
      return [finding('nothing-but', severity, [none, ...said])];
    }),
    ...(answers['has-new-media'] === true && !MEDIA.some((code) => isSaid(answers[code]))
      ? [finding('none-named', 'soft', ['has-new-media'])]
      : []),
    ...handChanges(answers, context.compiled ?? {}, context.explained ?? []),
    ...blanks(answers),
    ...(context.publishedOn > deadlineOf(context.year) ? [finding('late', 'soft', [])] : []),
  ];
}

/**
 * 国办函〔2018〕12号: “各级各类政府网站的《政府网站工作年度报表》于每年1月31日前在本网站首页显著位置发布。”
 * A date, which does not move when the day is off.
 */
export const deadlineOf = (year: number): Day => `${year + 1}-01-31`;

/** A sum over a blank is undecided, unless the parts that are known are more than the whole. */
const sums = (answers: Answers): FormFinding[] =>
  Object.entries(SUMS).flatMap(([total, parts]): FormFinding[] => {
    const left = numberIn(answers, total);
    const figures = parts.map((part) => numberIn(answers, part));
    const right = figures.reduce((sum: number, figure) => sum + (figure ?? 0), 0);
    if (left === null) return [];
    const isBroken = figures.includes(null) ? right > left : right !== left;
    return isBroken ? [finding('sum', 'hard', [total, ...parts], { left, right })] : [];
  });

/** One finding a section: the form is to be filled in whole, but a site need not offer everything. */
const blanks = (answers: Answers): FormFinding[] =>
  SECTIONS.flatMap(({ code, items }): FormFinding[] => {
    const fields = items
      .flatMap((item) => (isGroup(item) ? item.fields : [item]))
      .filter((field) => !field.optional && isBlank(answers[field.code]))
      .map((field) => field.code);
    if (fields.length === 0) return [];
    return [{ ...finding('blank', 'soft', fields), key: `blank:${code}` }];
  });

const handChanges = (
  answers: Answers,
  compiled: Partial<Answers>,
  explained: readonly string[],
): FormFinding[] =>
  changedFields(answers, compiled)
    .filter((code) => !explained.includes(code))
    .map((code) => finding('hand-change', 'hard', [code]));

/** Fields in which something else stands than what the platform counted. */
export const changedFields = (answers: Answers, compiled: Partial<Answers>): string[] =>
  FIELDS.map(({ code }) => code).filter(
    (code) => !isBlank(compiled[code]) && !isSameAnswer(answers[code], compiled[code]),
  );

const isNone = (answer: Answer | undefined): boolean => answer === false || answer === 0;

const isSaid = (answer: Answer | undefined): boolean => !isBlank(answer) && answer !== 0;

const finding = (
  rule: FindingRule,
  severity: FormFinding['severity'],
  fields: readonly string[],
  numbers: Pick<FormFinding, 'left' | 'right'> = {},
): FormFinding => ({
  key: [rule, ...fields.slice(0, 2)].join(':'),
  severity,
  rule,
  fields,
  ...numbers,
});
