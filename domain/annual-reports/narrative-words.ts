import type { TableName } from './tables';

// The pieces that patterns of sentences are made of. They are matched against text without spaces
// (narrative-text.ts).

/** Cells whose sum a number in the text speaks of, or the number of items published. */
export type Target =
  { table: TableName; rows: readonly string[]; column: string } | { fact: 'publishedItems' };

/** What a sentence must be about before a pattern is believed. */
export type Topic =
  | 'applications'
  | 'normative'
  | 'litigation'
  | 'decisions'
  | 'procurement'
  | 'published'
  | 'fees'
  | 'any';

export type Pattern = {
  expression: RegExp;
  /** Several where the words say so: 复议和诉讼各1件. */
  targets: readonly Target[];
  topic: Topic;
  /** Names its subject in full, so that nothing before it has to: 收到政府信息公开申请. */
  isPlain?: boolean;
  /** Also right, where a number is counted more widely in words than on the form. */
  wider?: Target;
  /** The words say that there is none. */
  isNone?: boolean;
  /** A part of what the sentence counted before: 其中自然人20件, 维持1件. */
  within?: 'applicant' | 'result';
  /** The year that 结转 names must lie so far from the report's. */
  yearApart?: -1 | 1;
};

const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[万亿]?`;
const HAN = '[〇零一二两三四五六七八九十百千万]+';
/** A number that is no part of another, of a range or of an ordinal: 第3件, 3-5件, 3/5. */
export const NUMBER = String.raw`(?<![\d.,/第〇零一二两三四五六七八九十百千万~～\-—–])(?<n>${DIGITS}|${HAN})`;
/** 件 and its like; 件次, 23余件 and 20件以上 count something else or nothing exactly. */
export const UNIT = '(?:件|宗|份|起|例|项|个|条|部)(?!次|套|均|以上|左右|以下)';
export const LINK =
  '(?:的)?(?:总数|总量|数量|件数)?(?:共计|总计|合计|累计|共有|共)?(?:均|都)?(?:为|是|达到|达|有)?[:：]?';
export const COUNT = `${LINK}${NUMBER}${UNIT}`;
/** Results are counted by the application; 不予公开信息3条 counts something else. */
export const RESULT = '(?:件|宗|份|起|例|项)(?!次|套|均|以上|左右|以下)';
export const RESULTS = `${LINK}${NUMBER}${RESULT}`;
/** Where the noun was said before: 制发12件，废止9件. */
export const BARE = `${LINK}${NUMBER}(?:件|份)(?=$|[，、,（(）):：])`;
/** 申请 as it is called: 政府信息公开申请, 依申请公开类信件. */
export const APPLIED =
  '(?:[政府信息公开依申请类各的]{0,16}申请(?:件)?|[政府信息公开依类各的]{0,8}申请公开类?的?信件)';
export const AT_END = '(?=$|[，、,（(：:]|其中)';

export const application = (rows: readonly string[], column = 'total'): Target => ({
  table: 'applications',
  rows,
  column,
});
export const disclosed = (row: string, column: string): Target => ({
  table: 'disclosure',
  rows: [row],
  column,
});
export const litigated = (rows: readonly string[], column = 'total'): Target => ({
  table: 'litigation',
  rows,
  column,
});
export const SUITS = ['direct-suit', 'suit-after-review'];

type Rest = Partial<Omit<Pattern, 'expression' | 'targets' | 'topic'>>;
export const pattern = (
  topic: Topic,
  targets: Target | readonly Target[],
  source: string,
  rest: Rest = {},
): Pattern => ({
  expression: new RegExp(source, 'gu'),
  targets: 'length' in targets ? targets : [targets],
  topic,
  ...rest,
});

export const NONE = '(?:未|没有|无|未曾|不存在|均未|均无)';
export const NONE_END = '(?:件|的?(?:情况|情形))?(?:发生|出现)?(?=$|[，、,（(])';
