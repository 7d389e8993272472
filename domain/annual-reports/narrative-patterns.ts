import { applicationPatterns } from './narrative-applications';
import {
  AT_END,
  BARE,
  COUNT,
  LINK,
  NONE,
  NONE_END,
  NUMBER,
  SUITS,
  UNIT,
  disclosed,
  litigated,
  pattern,
  type Pattern,
} from './narrative-words';
import type { LayoutCode } from './tables';

const REVIEWS = '行政复议(?:案件|案|申请|事项)?';
const LAWSUITS = '行政诉讼(?:案件|案|事项)?';
const ABOUT =
  '(?:因|涉及|有关|针对|与|关于|本机关|本单位|我[县市区局委办]|政府信息公开|信息公开|工作|事务|事项|引起|引发|产生|发生|被|申请|提起|的|相关)*';
const AND = '(?:、|和|及|与|或|以及|或者|，也(?:没有|无|未发生))';

const CASES = '(?:件|宗|起|例|次|项)(?!次)';
const CASE_COUNT = `${LINK}(?:各)?${NUMBER}${CASES}`;
const litigation: Pattern[] = [
  pattern(
    'litigation',
    [litigated(['direct-suit']), litigated(['suit-after-review'])],
    `未经复议直接起诉${AND}复议后起诉(?:各|均|都)(?:为|是|有)?${NUMBER}${CASES}`,
  ),
  pattern(
    'litigation',
    litigated(['direct-suit']),
    `未经复议直接(?:起诉|提起行政诉讼|提起诉讼)${CASE_COUNT}`,
  ),
  pattern(
    'litigation',
    litigated(['suit-after-review']),
    `复议后(?:再)?(?:起诉|提起行政诉讼|提起诉讼)${CASE_COUNT}`,
  ),
  pattern(
    'litigation',
    [litigated(['review']), litigated(SUITS)],
    `${REVIEWS}${AND}(?:被?提起)?${LAWSUITS}(?:各|均|都)(?:为|是|有)?${NUMBER}${CASES}`,
  ),
  pattern(
    'litigation',
    litigated(['review', ...SUITS]),
    `${REVIEWS}${AND}(?:被?提起)?${LAWSUITS}${CASE_COUNT}`,
  ),
  pattern('litigation', litigated(['review']), `${REVIEWS}${CASE_COUNT}`),
  pattern('litigation', litigated(['review']), `${NUMBER}${CASES}行政复议(?:案件|申请)?${AT_END}`),
  pattern('litigation', litigated(SUITS), `${LAWSUITS}${CASE_COUNT}`),
  pattern('litigation', litigated(SUITS), `${NUMBER}${CASES}行政诉讼(?:案件)?${AT_END}`),
  ...(
    [
      ['(?:结果)?维持(?:原行政行为)?', 'upheld'],
      ['(?:结果)?(?:被)?纠正', 'corrected'],
      ['其他结果', 'other'],
      ['(?:尚未|未)审结', 'pending'],
    ] as const
  ).map(([words, column]) =>
    pattern('litigation', litigated([], column), `${words}${CASE_COUNT}`, { within: 'result' }),
  ),
  pattern(
    'litigation',
    [litigated(['review']), litigated(SUITS)],
    `${NONE}(?:发生|出现|收到|产生)?${ABOUT}${REVIEWS}${AND}${ABOUT}${LAWSUITS}${NONE_END}`,
    { isNone: true },
  ),
  pattern(
    'litigation',
    litigated(['review']),
    `${NONE}(?:发生|出现|收到|产生)?${ABOUT}${REVIEWS}${NONE_END}`,
    { isNone: true },
  ),
  pattern(
    'litigation',
    litigated(SUITS),
    `${NONE}(?:发生|出现|收到|产生)?${ABOUT}${LAWSUITS}${NONE_END}`,
    { isNone: true },
  ),
];

const NORMATIVE = '(?:行政)?规范性文件';
const ISSUED = '(?:制发|制定印发|制定出台|制定|印发|出台|新制定|新制发)(?:了)?';

const disclosure = (code: LayoutCode): Pattern[] => {
  const issued = code === '2019' ? 'made' : 'issued';
  const total = code === '2019' ? 'total' : 'in-force';
  const normative = (column: string, ...sources: string[]) =>
    sources.map((source) => pattern('normative', disclosed('normative', column), source));
  const both =
    code === '2019'
      ? [disclosed('normative', 'made'), disclosed('normative', 'published')]
      : disclosed('normative', 'issued');
  const decided = (row: string, name: string) =>
    pattern(
      'decisions',
      disclosed(row, 'decisions'),
      `${name}(?:处理)?(?:决定)?(?:数量)?${LINK}${NUMBER}(?:件|项|宗|起|例|个)(?!次)`,
    );
  return [
    pattern('normative', both, `新?制(?:作|发|定)并(?:主动)?公开(?:了)?${NORMATIVE}${COUNT}`),
    ...normative(
      issued,
      `${ISSUED}(?:■|、|等|[“”])*${NORMATIVE}${COUNT}`,
      `${ISSUED}${NUMBER}${UNIT}${NORMATIVE}`,
      `新制作(?:的)?${NORMATIVE}${COUNT}`,
      `${ISSUED}${BARE}`,
    ),
    ...normative('published', `新公开(?:的)?${NORMATIVE}${COUNT}`),
    ...normative(
      'abolished',
      `废止(?:了)?${NORMATIVE}${COUNT}`,
      `废止(?:了)?${NUMBER}${UNIT}${NORMATIVE}`,
      `废止(?:了)?${BARE}`,
    ),
    ...normative(
      'in-force',
      `现行有效(?:的)?${NORMATIVE}${COUNT}`,
      `${NORMATIVE}现行有效${COUNT}`,
      `现行有效${BARE}`,
    ),
    ...normative(total, `对外公开(?:的)?${NORMATIVE}${COUNT}`),
    pattern('normative', disclosed('rules', issued), `${ISSUED}规章${COUNT}`),
    decided('licensing', '行政许可'),
    decided('penalties', '行政处罚'),
    decided('enforcement', '行政强制'),
    pattern(
      'fees',
      disclosed('fees', 'fee-amount'),
      `行政事业性收费(?:总?金额|收入)?${LINK}${NUMBER}(?<money>亿元|万元|元)`,
    ),
    pattern(
      'any',
      disclosed('procurement', 'purchases'),
      `政府集中采购(?:项目)?${LINK}${NUMBER}(?:个|项|宗|次|批)`,
    ),
    pattern(
      'procurement',
      disclosed('procurement', 'purchase-amount'),
      `(?:采购)?总?金额${LINK}${NUMBER}(?<money>亿元|万元|元)`,
    ),
  ];
};

const published = pattern(
  'published',
  { fact: 'publishedItems' },
  `(?:公开|发布)(?:了)?(?:各类|各项|有关|相关|政府|公开|的)*信息(?:公开)?(?:总数|总量|数量)?${LINK}${NUMBER}(?<unit>条|件|篇|份)(?!次)`,
);

const made = new Map<LayoutCode, readonly Pattern[]>();

/**
 * All patterns for a layout, the particular before the general: a number is read once.
 * They are matched against text without spaces (narrative-text.ts).
 */
export function patternsFor(code: LayoutCode): readonly Pattern[] {
  const known = made.get(code);
  if (known) return known;
  const all = [...litigation, ...applicationPatterns(code), ...disclosure(code), published];
  made.set(code, all);
  return all;
}
