import { parseChineseNumeral } from '../../../domain/documents/chinese-numerals';
import { isAgency } from '../text-body';
import type { ReportFinding } from './findings';
import type { Source, TextLine } from './source';

export type Head = { title: string | null; agency: string | null; year: number | null };

const YEAR = '(?:20\\d{2}|二[〇○零0Oo]?[〇○零一二三四五六七八九0]{2,3})';
const REPORT =
  '(?:政府)?信息(?:主动)?公开(?:工作)?的?(?:年度)?(?:情况)?的?(?:年度报告|年度工作报告|报告|年报)';
const TITLE = new RegExp(`^(.*?)(${YEAR})\\s*年(?:度)?\\s*(.*?)${REPORT}(?:[（(].*[）)])?$`, 'u');
/** 青禾县财政局政府信息公开工作年度报告（2023年）. */
const TITLE_YEAR_LAST = new RegExp(`^(.*?)()${REPORT}[（(](${YEAR})年?度?[）)]$`, 'u');
const LONGEST_TITLE = 80;

/** Whether a line is the title of an annual report: 宜丰县2020年政府信息公开工作年度报告. */
export const isTitle = (text: string): boolean => titleOf(text) !== null;

function titleOf(text: string): Head | null {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  if (plain.length > LONGEST_TITLE || /[。;]/u.test(plain)) return null;
  const bare = plain.replace(/^[《"“]|[》"”]$/gu, '');
  const last = TITLE_YEAR_LAST.exec(bare);
  const match = last ?? TITLE.exec(bare);
  if (!match) return null;
  const [, before = '', first = '', third = ''] = match;
  const [year, between] = last ? [third, ''] : [first, third];
  const name = (before || between).replace(
    /(?:关于(?:印发|报送|公布)?|公布|的|年度报告[:：])$/gu,
    '',
  );
  return { title: plain, agency: name.replace(/的$/u, '') || null, year: yearOf(year) };
}

function yearOf(text: string): number | null {
  if (/^\d{4}$/u.test(text)) return Number(text);
  const year = parseChineseNumeral(text.replace(/[0Oo]/gu, '〇'));
  return year && year >= 2000 && year < 2100 ? year : null;
}

/** The title, the agency and the year of a report, with what its own text says of the year. */
export function headOf(
  source: Source,
  fileName: string,
): { head: Head; findings: ReportFinding[] } {
  const findings: ReportFinding[] = [];
  const lines = source.blocks.filter((block): block is TextLine => block.kind === 'line');
  const texts = lines.map(({ text }) => text);
  const head = findTitle(texts) ??
    fromPageTitles(source.titles ?? []) ?? { title: null, agency: null, year: null };
  const period = texts
    .map(
      (text) =>
        /统计期限[^。]{0,12}?(20\d{2})\s*年\s*1\s*月\s*1\s*日/u.exec(text.normalize('NFKC'))?.[1],
    )
    .find(Boolean);
  const named = /(20\d{2})\s*年/u.exec(fileName.normalize('NFKC'))?.[1];
  if (head.title === null) findings.push({ severity: 'note', code: 'title-missing' });
  if (period && head.year !== null && Number(period) !== head.year) {
    findings.push({
      severity: 'flagged',
      code: 'year-differs',
      detail: { title: head.year, text: Number(period) },
    });
  }
  if (head.year === null && (period || named)) {
    head.year = Number(period ?? named);
    findings.push({ severity: 'guessed', code: 'year-assumed', detail: { year: head.year } });
  } else if (head.year === null) findings.push({ severity: 'unread', code: 'year-missing' });
  if (head.agency === null) {
    head.agency = agencyIn(texts) ?? source.publisher ?? null;
    findings.push(
      head.agency
        ? { severity: 'guessed', code: 'agency-assumed', text: head.agency }
        : { severity: 'unread', code: 'agency-missing' },
    );
  }
  return { head, findings };
}

/** The first line that is a title; one set in two lines has the agency above the rest. */
function findTitle(texts: readonly string[]): Head | null {
  for (const [i, text] of texts.entries()) {
    const title = titleOf(text);
    if (title?.agency) return title;
    const above = texts[i - 1]?.trim() ?? '';
    const joined = above.length <= 40 ? titleOf(`${above}${text}`) : null;
    if (joined?.agency && (title ?? above !== '') && !titleOf(above)) {
      if (!title || isAgency(above.replace(/关于$/u, '')) || /[省市县区旗乡镇]$/u.test(above))
        return joined;
    }
    if (title) return title;
  }
  return null;
}

/** `<title>宜丰县2020年政府信息公开工作年度报告_宜丰县人民政府</title>`. */
function fromPageTitles(titles: readonly string[]): Head | null {
  for (const part of titles.flatMap((title) => title.split(/[_|｜\-—–>»]+/u))) {
    const head = titleOf(part.trim());
    if (head) return head;
  }
  return null;
}

/** 本报告由…编制 names who made it. */
function agencyIn(texts: readonly string[]): string | null {
  for (const text of texts.slice(0, 40)) {
    const match =
      /(?:本报告|年度报告)(?:系|是)?由([\p{Script=Han}]{3,30}?)(?:依据|根据|按照|编制|结合|负责)/u.exec(
        text,
      );
    if (match) return match[1] ?? null;
  }
  return null;
}
