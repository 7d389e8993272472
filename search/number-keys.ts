import {
  formatDocumentNumber,
  parseDocumentNumber,
  parseDocumentNumbers,
  type DocumentNumber,
} from '../domain/documents/number';
import { fold } from './normalise';

const MAX_STRETCHES = 8;
const MAX_KEYS = 20;

// 行政复议法 2017 10条, 10 条第二款: an article; 条例, 项目 and 节能 after a blank are other words.
const AS_PLACE = String.raw`[条款项章节]|\s+[条款项章节](?=\s*第|[的是规]|[^\p{L}]|$)`;
// 国发 2019 5, 国发2019-5, 国发2019/5: what is left of a number when its brackets are too hard to type.
const BARE =
  /(\p{Script=Han}{1,20})\s*(\d{4})(\s*年\s*第?|\s*第|[\s/._]+)\s*(\d{1,5})(?!\d)(\s*(?:号文?|文))?/u;
const BRACKETED = new RegExp(
  String.raw`\p{Script=Han}+\s*[〔[(【〖〈{]\s*\d{4}\s*年?\s*[〕\])】〗〉}]\s*(?:字\s*)?第?\s*\d{1,5}(?!\d|${AS_PLACE})\s*号?`,
  'u',
);
const ORDER =
  /(?:[^\p{Script=Han}]|^)(\p{Script=Han}{0,20}(?:令|公告|通告)\s*第?\s*\d{1,5}\s*号?)(?![\d年月条])/u;

// 国发<2019>5号, 国发〔2019 5号: other signs than the brackets, or one of them alone.
const BRACKETS = /[〔[(【〖〈{<〕\])】〗〉}>]+/g;
const TURNED = /^第\s*(\d{1,5})\s*号\s*(\p{Script=Han}{1,20}(?:令|公告|通告))$/u;
const GOES_ON = new RegExp(`^(?:${AS_PLACE}|[年万亿人户亩岁名吨米]|\\s*[%元])`, 'u');
// 2018 11 30, 2018 11 月.
const AS_DAY = /^[\s/._]*(?:[月日]|(?:0?[1-9]|[12]\d|3[01])(?!\d))/u;
const LAST_MONTH = 12;
const SHORT_CODE = 2;

// Nothing parts these from the code of an agency.
const LEADING =
  /^(?:请问|我?想?要?(?:查询|查找|查看|下载|查|找|看)|请|求|根据|依据|按照|依照|关于|转发|印发)+/u;

/**
 * Keys under which a document number is found. Forms that people mix come to one key: 国发〔2019〕5号
 * and 国发2019年第5号; an order is found without its issuer too (令第711号), and what several agencies numbered by each
 * of its numbers (宜府办发〔2020〕1号、宜财发〔2020〕3号).
 */
export function numberKeys(written: string): string[] {
  const numbers = parseDocumentNumbers(written) ?? [];
  const keys = numbers.flatMap((number) => [
    keyOf(number),
    ...(number.form === 'order' && number.issuer ? [keyOf({ ...number, issuer: '' })] : []),
  ]);
  return [...new Set(keys)];
}

/**
 * Keys of the numbers that a folded question may name. The whole text may be a number, or a stretch between blanks, or
 * what stands before a bracket.
 */
export function findNumberKeys(text: string): string[] {
  if (!/\d|[一二三四五六七八九十]号/.test(text)) return [];
  const plain = text
    .replace(/["《》-]/g, ' ')
    .trim()
    .replace(LEADING, '');
  const signless = plain.replace(BRACKETS, ' ');
  const written = [
    plain,
    plain.replace(TURNED, '$2第$1号'),
    bareIn(signless) ?? '',
    BRACKETED.exec(plain)?.[0] ?? '',
    ORDER.exec(plain)?.[1] ?? '',
    ...plain.split(/\s+/).slice(0, MAX_STRETCHES),
  ];
  const numbers = [
    ...(parseDocumentNumbers(plain) ?? []),
    ...written.flatMap((one) => parseDocumentNumber(one) ?? []),
  ];
  const named = numbers.filter(
    (one) => !isYearOf(one, plain) && (one.form !== 'yearly' || one.series !== ''),
  );
  return [...new Set(named.map(keyOf))].slice(0, MAX_KEYS);
}

/** What ends in 号 is a number whatever follows; else it may be the beginning of a day, of an article or of a share. */
function bareIn(text: string): string | null {
  const match = BARE.exec(text);
  if (!match) return null;
  const [all, code = '', year, between = '', serial, sign] = match;
  const rest = text.slice(match.index + all.length);
  const isDay = Number(serial) <= LAST_MONTH && AS_DAY.test(rest);
  const isOther = isDay || GOES_ON.test(rest) || isAmount(code, between, Number(serial));
  return sign || !isOther ? `${code}〔${year}〕${serial}号` : null;
}

/** 低保标准2024.10, 物业费 2025 12, 规划 2021-2025: an amount, a month or a span of years, where no agency's code is before it. */
function isAmount(code: string, between: string, serial: number): boolean {
  if (/[年第]/u.test(between) || isCode(code)) return false;
  // 财税 2016 12: some codes are as short as words.
  const isMonth = serial <= LAST_MONTH && code.length > SHORT_CODE;
  return /[._]/.test(between) || isMonth || isYear(serial);
}

const isYear = (serial: number): boolean => serial >= 1949 && serial <= 2099;

/** 招聘公告 2026: the year of an announcement, and not its number. */
const isYearOf = (number: DocumentNumber, written: string): boolean =>
  number.form === 'order' && isYear(number.serial) && !/[第号]/u.test(written);

/** 国办发, 财政部公告: what numbers are called by; 限行通告 and 审计报告 are not. */
function isCode(code: string): boolean {
  const [, issuer] = /^(.*)(?:令|公告|通告)$/u.exec(code) ?? [];
  return issuer === undefined ? ENDS_AS_CODE.test(code) : ENDS_AS_ISSUER.test(issuer);
}

const WHOLE_BARE = new RegExp(`^${BARE.source}$`, 'u');
// 国务院令 第711号: nothing but a number goes on so after a blank.
const BLANK_INSIDE = /\s+(?=第\s*[\d〇零一二三四五六七八九十百千]+\s*号$)/u;
// 国发〔2019〕5号文件, 国发〔2019〕5号 全文: the paper itself.
const PAPER = /(?<=号)\s*(?:文件|全文|原文|文件全文)$/u;
const PARTED_WORDS = /\p{Script=Han}\s+\p{Script=Han}/u;
const ENDS_AS_CODE =
  /[发字函办规政审](?<!开发|颁发|补发|批发|研发|印发|财政|民政|行政|邮政|法规|违规|怎么办|咋办)$/u;
const ENDS_AS_PAPER = /(?:报|报告|预告|信息|公示|期刊)$/u;
// Of orders and announcements: 国务院, 公安局, 市政府; not 限行, 听证会 or 内部.
const ENDS_AS_ISSUER =
  /(?:(?<![内全干])部|局|署|厅|国务院|法院|检察院|政府|委|委员会|人大|代表大会|常委会|管委会|监会|协会|联合会|银行|总行|[分支]行|(?<![举承主协申代])办|办公室|主席|^国|中心|[总支大中]队|管理[处所站]|领导小组)$/u;

/**
 * The document number that a folded text is, and nothing else: where no document bears it, nothing else was asked for.
 * Null where the text may be other words too: 经济运行 2026 10 is no number for want of a 号, 审计报告2026.6 may be a month,
 * and 限行通告 第3号 the third notice of that name.
 */
export function wholeNumber(text: string): DocumentNumber | null {
  const plain = text.trim().replace(LEADING, '').replace(BLANK_INSIDE, '').replace(PAPER, '');
  if (PARTED_WORDS.test(plain)) return null;
  const bare = bareNumber(plain.replace(BRACKETS, ' ').trim());
  // 财政部公告 2019 1 is of a year, and not 第20191号.
  const number = /\d\s+\d/.test(plain)
    ? bare
    : (parseDocumentNumber(plain.replace(TURNED, '$2第$1号')) ?? bare);
  if (!number) return null;
  return isSure(number, plain) ? number : null;
}

/**
 * The question that finds the texts which mention a number, by its characters. Of an order the digits stand together, and
 * its issuer anywhere, which a text may cut in another way (中华人民共和国国务院 令).
 */
export const mentionOf = (number: DocumentNumber): string =>
  number.form === 'order'
    ? `${number.issuer}${number.instrument} "第${number.serial}号"`
    : `"${formatDocumentNumber(number)}"`;

function isSure(number: DocumentNumber, plain: string): boolean {
  switch (number.form) {
    case 'coded':
      return true;
    case 'yearly':
      return /[第号]/u.test(plain) && isSeries(number.series);
    case 'order':
      return number.issuer === ''
        ? plain.includes('号')
        : ENDS_AS_ISSUER.test(number.issuer) && !isYearOf(number, plain);
  }
}

/** What counts its numbers by the year: 国发, 财税, 税务总局公告; not 限行通告, nor a paper of news (政府公报, 工作简报). */
const isSeries = (series: string): boolean =>
  /(?:令|公告|通告)$/u.test(series)
    ? isCode(series) || series.length <= 2
    : series !== '' && !ENDS_AS_PAPER.test(series);

function bareNumber(plain: string): DocumentNumber | undefined {
  const [, code = '', year, between = '', serial] = WHOLE_BARE.exec(plain) ?? [];
  const isSure = isCode(code) && !/[/._]/.test(between);
  return isSure ? parseDocumentNumber(`${code}〔${year}〕${serial}号`) : undefined;
}

/** One word of letters and digits alone, so that it can stand in a list of words. */
function keyOf(number: DocumentNumber): string {
  switch (number.form) {
    case 'coded':
      return wordOf(number.code, number.year, number.serial);
    case 'yearly':
      return wordOf(withoutState(number.series), number.year, number.serial);
    case 'order':
      return wordOf(
        `${withoutState(number.issuer).replace(/^国$/, '国务院')}${number.instrument}`,
        0,
        number.serial,
      );
  }
}

/** 税务总局公告2019年第1号, as it is printed, is 国家税务总局公告2019年第1号, as it is called. */
const withoutState = (issuer: string): string => issuer.replace(/^(?:国家|中国)(?=..)/u, '');

const wordOf = (series: string, year: number, serial: number): string =>
  fold(`号${series.replace(/[^\p{L}\p{N}]/gu, '')}年${year}第${serial}`);
