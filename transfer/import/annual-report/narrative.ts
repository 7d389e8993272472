import { bareLabel, hasNumber, meaningOf, narrow } from '../../../domain/annual-reports/labels';
import { looksLikeFigure } from '../../../domain/annual-reports/figure';
import type { ReportPart } from '../../../domain/annual-reports/layouts';
import { partNames } from '../../../domain/annual-reports/spellings';
import { isTitle } from './title';
import type { TextLine } from './source';

export type Narrative = {
  /** Paragraphs before the first part. */
  preface: string[];
  parts: Record<ReportPart, string[]>;
  /** Which headings stand there. */
  headings: ReportPart[];
  attachments: string[];
};

const order: ReportPart[] = [
  'overview',
  'disclosure',
  'applications',
  'litigation',
  'problems',
  'other',
];

const headings = new Map<string, ReportPart>(
  order.flatMap((part) => partNames[part].map((name) => [bareLabel(name), part] as const)),
);

/** What surrounds the text of a page: from the first of these the report is over. */
const BEHIND =
  /^(?:版权所有|主办(?:单位)?[:：]|承办(?:单位)?[:：]|网站标识码|网站地图|友情链接|关于我们|联系我们|责任编辑|\[?责编|信息来源[:：]|来源[:：]|扫一扫|分享(?:到|至)?[:：]?|【?打印|打印本页|关闭(?:窗口|本页)|【?关闭|上一篇|下一篇|上一条|下一条|相关(?:链接|文档|信息|附件)|返回顶部|技术支持|[\p{Script=Han}]{0,2}ICP备|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼](?:公网安备|ICP备))/u;

/** The part that a line is the heading of, with the text that stands behind it in the same line. */
export function partOf(text: string): Heading | null {
  const known = memory.get(text);
  if (known !== undefined) return known;
  const heading = text.length > LONGEST_PARAGRAPH ? null : headingOf(text);
  if (memory.size > 5_000) memory.clear();
  if (text.length < 200) memory.set(text, heading);
  return heading;
}

type Heading = { part: ReportPart; rest: string };
const LONGEST_PARAGRAPH = 5_000;
/** The same lines are asked about for the tables, the place on the page and the text. */
const memory = new Map<string, Heading | null>();

function headingOf(text: string): Heading | null {
  const whole = narrow(text).length <= 45 ? headings.get(bareLabel(text)) : undefined;
  // 一、总体情况 and 总体情况 are headings, （一）总体情况 is one below.
  if (whole) return /^\s*[（(]/u.test(text) ? null : { part: whole, rest: '' };
  if (!hasNumber(text) || /^\s*[（(]/u.test(text)) return null;
  const cut = /^([^。；;：:]{4,45}?)(?:[：:。]|[\s\u3000]{1,})(.*)$/su.exec(text.trim());
  const [, head = '', rest = ''] = cut ?? [];
  const part = headings.get(bareLabel(head));
  return part && rest.trim() !== '' ? { part, rest: rest.trim() } : null;
}

/**
 * The text of a report by its parts. A table of contents before it names the parts too: the last
 * beginning counts.
 */
export function narrativeOf(lines: readonly TextLine[]): Narrative {
  const empty = (): Narrative['parts'] => ({
    overview: [],
    disclosure: [],
    applications: [],
    litigation: [],
    problems: [],
    other: [],
  });
  let parts = empty();
  let found: ReportPart[] = [];
  let current: ReportPart | null = null;
  const before: string[] = [];
  const attachments: string[] = [];
  for (const { text } of lines) {
    const heading = partOf(text);
    if (heading && startsPart(heading.part, current, found)) {
      if (found.includes(heading.part) && heading.part === found[0]) {
        parts = empty();
        found = [];
      }
      current = heading.part;
      found.push(current);
      if (heading.rest !== '') parts[current].push(heading.rest);
      continue;
    }
    if (current !== null && BEHIND.test(text)) {
      if (current === 'other' || current === 'problems') break;
      continue;
    }
    const attachment = /^附件\s*\d{0,2}\s*[:：.、]?\s*(.*)$/u.exec(text);
    if (attachment && text.length < 100) attachments.push(attachment[1] ?? text);
    if (current === null) before.push(text);
    else if (!isOfForm(text)) parts[current].push(text);
  }
  return {
    preface: prefaceOf(before),
    parts,
    headings: found,
    attachments: attachments.filter(Boolean),
  };
}

/** A heading moves on; the first one begins the text anew. Names of parts within a part are text. */
const startsPart = (
  part: ReportPart,
  current: ReportPart | null,
  found: readonly ReportPart[],
): boolean => current === null || order.indexOf(part) > order.indexOf(current) || part === found[0];

/** What the form prints around its figures is no text of the report. */
function isOfForm(text: string): boolean {
  const meaning = meaningOf(text);
  if (meaning && !meaning.guessedFor) return true;
  return looksLikeFigure(text) && !/无|没有/u.test(text) ? true : /^[(（]?单位[:：]/u.test(text);
}

/** The paragraphs between title and first part, without what the page says about itself. */
function prefaceOf(before: readonly string[]): string[] {
  const title = before.findLastIndex((text) => isTitle(text));
  return before
    .slice(title + 1)
    .filter(
      (text) =>
        !BEHIND.test(text) &&
        !/^(?:发布(?:时间|日期)|索引号|浏览|字体|字号|当前位置|首页|目\s*录$)/u.test(text) &&
        (text.length >= 20 || /[。：:]$/u.test(text)),
    );
}
