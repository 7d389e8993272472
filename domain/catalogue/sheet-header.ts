import type { Sheet } from './sheet';

/** What a column may hold. `audience`, `way` and `levels` are those of a header in one row. */
export const COLUMNS = [
  'order',
  'levelOne',
  'levelTwo',
  'content',
  'basis',
  'timeLimit',
  'agency',
  'channels',
  'audienceAll',
  'audienceSpecific',
  'audience',
  'wayProactive',
  'wayOnRequest',
  'way',
  'levelCounty',
  'levelTownship',
  'levels',
  'note',
] as const;

export type Column = (typeof COLUMNS)[number];

export type Header = {
  columns: Partial<Record<Column, number>>;
  /** The first row of the header, and the first row after it. */
  first: number;
  end: number;
  hasLevels: boolean;
};

/** Titles and notes above a header are few; further down a header is the one of another table. */
const DEEPEST = 20;

/** Finds the header of a catalogue: the row that names 公开内容 and 事项, and the row below where it goes on there. */
export function columnsOf({ rows, merges }: Sheet): Header | undefined {
  const first = rows.slice(0, DEEPEST).findIndex(isHeaderRow);
  if (first < 0) return undefined;
  const upper = (rows[first] ?? []).map(plain);
  for (const { top, left, right } of merges) {
    if (top !== first) continue;
    for (let at = left + 1; at <= right; at += 1) upper[at] ||= upper[left] ?? '';
  }
  const below = (rows[first + 1] ?? []).map(plain);
  // 全社会 and 主动 also stand in the rows of a header in one row, but beside a content.
  const content = upper.findIndex((text) => /^公开内容/u.test(text));
  const isTwofold =
    /^(公开内容.*)?$/u.test(below[content] ?? '') &&
    below.filter((text) => LOWER.test(text)).length >= 2;
  const columns: Header['columns'] = {};
  for (let at = 0; at < Math.max(upper.length, below.length); at += 1) {
    const lower = isTwofold ? (below[at] ?? '') : '';
    const column = columnNamed(lower) ?? columnNamed(upper[at] ?? '');
    if (column && columns[column] === undefined) columns[column] = at;
  }
  if (columns.levelOne === undefined || columns.content === undefined) return undefined;
  const hasLevels = ['levelCounty', 'levelTownship', 'levels'].some((name) => name in columns);
  return { columns, first, end: first + (isTwofold ? 2 : 1), hasLevels };
}

/** Whether a row is a header, or the first row of one; long printed catalogues repeat it on each page. */
export function isHeaderRow(row: readonly string[]): boolean {
  const cells = row.map(plain);
  const hasContent = cells.some((text) => /^公开内容/u.test(text));
  return hasContent && cells.some((text) => /^(公开)?事项$|^(一级)?(公开)?事项/u.test(text));
}

const LOWER = /^(一级|二级|全社会|特定|主动|依申请|县|乡)/u;

const NAMES: [RegExp, Column][] = [
  [/^(序号|编号)$/u, 'order'],
  [/^(一级(公开)?事项|一级)$/u, 'levelOne'],
  [/^(二级(公开)?事项|二级)$/u, 'levelTwo'],
  [/^(公开)?事项(名称)?$/u, 'levelOne'],
  [/^公开内容/u, 'content'],
  [/依据/u, 'basis'],
  [/时限|时间/u, 'timeLimit'],
  [/主体|责任单位/u, 'agency'],
  [/渠道|载体/u, 'channels'],
  [/^全社会/u, 'audienceAll'],
  [/^特定/u, 'audienceSpecific'],
  [/^公开对象/u, 'audience'],
  [/^主动/u, 'wayProactive'],
  [/^依申请/u, 'wayOnRequest'],
  [/^公开方式/u, 'way'],
  [/^(县|区)/u, 'levelCounty'],
  [/^(乡|镇|街道)/u, 'levelTownship'],
  [/^公开层级/u, 'levels'],
  [/^备注/u, 'note'],
];

const columnNamed = (text: string): Column | undefined =>
  text === '' ? undefined : NAMES.find(([pattern]) => pattern.test(text))?.[1];

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
