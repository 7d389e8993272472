import * as xlsx from '@e965/xlsx';
import { applicantKinds, type ApplicantKind } from '../../domain/applications/applicants';
import { channels, type Channel } from '../../domain/applications/clock';
import { replyKindCodes, type ReplyKind } from '../../domain/applications/reply-kinds';
import { isDay, parseDay, type Day } from '../../domain/workdays/days';
import { messages } from '../../messages';
import type { Cell } from './read-table';

/** What a cell was read as, and whether that is sure: a guess is told to the operator. */
export type Reading<T> = { value: T; isGuess: boolean } | null;

const sure = <T>(value: T): Reading<T> => ({ value, isGuess: false });
const guess = <T>(value: T): Reading<T> => ({ value, isGuess: true });

/** As typed, without the differences that nobody sees. */
export const textOf = (cell: Cell | undefined): string =>
  String(cell ?? '')
    .replace(/[\s\u3000]+/gu, ' ')
    .trim();

const bare = (cell: Cell | undefined): string =>
  textOf(cell)
    .normalize('NFKC')
    .replace(/[\s"'“”‘’]/gu, '');

const NOTHING = /^(?:|无|否|不|没有|未|\/|\\|-+|—+|–|×|x|n\/?a|no|none|0)$/iu;
const YES = /^(?:是|有|√|✓|已|yes|y|true)$/iu;

/** Empty, or one of the signs by which people say so. */
export const saysNothing = (cell: Cell | undefined): boolean => NOTHING.test(bare(cell));
export const saysYes = (cell: Cell | undefined): boolean => YES.test(bare(cell));

/**
 * A day as ledgers write it: 2020年3月5日, 2020.3.5, 2020-03-05 10:20, 20200305, full-width digits, a
 * serial number of Excel; 3月5日 with the year of the ledger is a guess.
 */
export function readDay(cell: Cell | undefined, epoch: number, year?: number): Reading<Day> {
  if (typeof cell === 'number') return serialDay(cell, epoch);
  const text = bare(cell).replace(/(?:星期|周)[一二三四五六日天]/gu, '');
  if (/^\d{5}(?:\.\d+)?$/u.test(text)) return serialDay(Number(text), epoch);
  const digits = /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (digits) return real(`${digits[1]}-${digits[2]}-${digits[3]}`);
  const day = parseDay(
    text.replace(/(?:T?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?|日?[上下]午)$/u, ''),
  );
  if (day) return real(day);
  const loose = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\.?$/u.exec(text);
  if (loose) return real(dayFrom(loose[1], loose[2], loose[3]));
  const short = /^(\d{1,2})(?:月|\.|\/|-)(\d{1,2})日?$/u.exec(text);
  const guessed = short && year ? dayFrom(String(year), short[1], short[2]) : undefined;
  return guessed && isDay(guessed) ? guess(guessed) : null;
}

const dayFrom = (year = '', month = '', date = ''): string =>
  `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;

const real = (day: string): Reading<Day> => (isDay(day) && isRecent(day) ? sure(day) : null);

/** The Regulation came into force in 2008; a day before is a slip, as is one far ahead. */
const isRecent = (day: Day): boolean => day >= '2008-05-01' && day < '2100-01-01';

function serialDay(serial: number, epoch: number): Reading<Day> {
  if (serial >= 20080501 && serial < 21000101 && Number.isInteger(serial)) {
    return readDay(String(serial), epoch);
  }
  if (serial < 39_000 || serial > 75_000) return null;
  const parts = xlsx.SSF.parse_date_code(serial + epoch) as {
    y: number;
    m: number;
    d: number;
  } | null;
  return parts ? real(dayFrom(String(parts.y), String(parts.m), String(parts.d))) : null;
}

/** All days that a text names, in their order. */
export function daysIn(text: string, epoch: number, year?: number): Reading<Day>[] {
  const found = text
    .normalize('NFKC')
    .match(/\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?|\d{1,2}月\d{1,2}日/gu);
  return (found ?? []).map((one) => readDay(one, epoch, year));
}

type Labels = Record<string, string>;
const { applications: zh } = messages['zh-CN'];
const { applications: en } = messages.en;

/** By the portal's own words or its code, exactly. */
function byLabel<T extends string>(
  text: string,
  codes: readonly T[],
  ...labels: Labels[]
): T | undefined {
  const wanted = bare(text).toLowerCase();
  return codes.find(
    (code) => code === wanted || labels.some((each) => bare(each[code]).toLowerCase() === wanted),
  );
}

const CHANNELS: readonly (readonly [RegExp, Channel, 'sure' | 'guess'])[] = [
  [/传真/u, 'fax', 'sure'],
  [/口头|口述|电话/u, 'oral', 'sure'],
  [/平信|平常信|普通信|平邮/u, 'unsigned-post', 'sure'],
  [/挂号|特快|EMS|快递|签收/iu, 'signed-post', 'sure'],
  [
    /^(?:互联网|网上|网络|网站|在线|线上|电子邮件|电子邮箱|E-?mail|门户网站|网页)/iu,
    'internet',
    'sure',
  ],
  [/当面|现场|窗口|到场|来访|面交|上门|柜台/u, 'in-person', 'sure'],
  // Which kind of post it was, the ledger does not say; by far the most is signed for.
  [/信函|邮寄|来信|信件|寄/u, 'signed-post', 'guess'],
];

export function readChannel(cell: Cell | undefined): Reading<Channel> {
  const exact = byLabel(textOf(cell), channels, zh.channels, en.channels);
  return exact ? sure(exact) : byPattern(bare(cell), CHANNELS);
}

const KINDS: readonly (readonly [RegExp, ApplicantKind, 'sure' | 'guess'])[] = [
  [/^(?:自然人|个人|公民|公民个人|居民|村民)$/u, 'natural', 'sure'],
  [/^(?:商业企业|企业|公司|企业法人|法人[(（]?企业[)）]?)$/u, 'business', 'sure'],
  [/科研|研究机构/u, 'research', 'sure'],
  [/公益/u, 'welfare', 'sure'],
  [/法律服务|律所|律师事务所/u, 'legal-service', 'sure'],
  [/^(?:其他|其它|其他组织|其它组织|其他法人)$/u, 'other-org', 'sure'],
];

/** By the name of an organisation, where the ledger does not say what it is. */
const NAMES: readonly (readonly [RegExp, ApplicantKind, 'guess'])[] = [
  [/律师事务所/u, 'legal-service', 'guess'],
  [/(?:公司|企业|厂|商行|合作社)$/u, 'business', 'guess'],
  [/(?:大学|学院|研究院|研究所)$/u, 'research', 'guess'],
  [/(?:基金会|慈善会)$/u, 'welfare', 'guess'],
];

export function readApplicantKind(cell: Cell | undefined, name: string): Reading<ApplicantKind> {
  const { kinds } = zh.applicants;
  const exact = byLabel(textOf(cell), applicantKinds, kinds, en.applicants.kinds);
  if (exact) return sure(exact);
  return byPattern(bare(cell), KINDS) ?? byPattern(bare(name), NAMES);
}

/** `withdrawn` is no reply: the applicant took the application back. */
export type LedgerReply = ReplyKind | 'withdrawn';

const ASKED = '(?:征求|征询|征得|询问)[^,;。]{0,4}|[向经]|不涉及';
const AGREED =
  '(?:均|都|已|也|明确|书面|表示){0,3}(?:同意|不反对|(?:没有|无|未(?:提出)?)(?:异议|反对|意见))';

/** 第三方没有明确同意, 对方要求不公开, 未征得第三方同意. */
const OBJECTED =
  /第三方.*(?:(?:不|没有?|未)(?:予|能|明确|书面|表示){0,2}同意|(?:拒绝|要求不|不愿|不希望|(?<!不|无|没有|未(?:提出)?)反对|(?<!无|没有|未(?:提出)?)异议))|(?:未|没有?)(?:经|获得?|取得|征得|得到|收到)[^,;。]{0,4}第三方[^,;。]*同意/u;

/** Words that say which grounds there are not: 不涉及国家秘密、个人隐私. */
const GROUNDS_DENIED = /(?:不涉及|不属于)(?:(?:国家|商业)秘密|个人隐私|[、和或及])+/gu;

const REPLIES: readonly (readonly [RegExp, LedgerReply, 'sure' | 'guess'])[] = [
  [/撤回|撤销申请|主动放弃/u, 'withdrawn', 'sure'],
  [/部分公开|区分处理/u, 'partial', 'sure'],
  [/国家秘密|涉密/u, 'refused-secret', 'sure'],
  [/三安全/u, 'refused-safety', 'sure'],
  [OBJECTED, 'refused-third-party', 'sure'],
  // That one was asked, or agreed, is no reason to refuse.
  [
    new RegExp(`(?<!${ASKED})第三方(?!${AGREED})|商业秘密|个人隐私`, 'u'),
    'refused-third-party',
    'sure',
  ],
  [/内部事务|内部管理/u, 'refused-internal', 'sure'],
  [/过程性/u, 'refused-process', 'sure'],
  [/执法案卷/u, 'refused-enforcement', 'sure'],
  [/行政查询|查询事项/u, 'special-inquiry', 'sure'],
  [/(?:法律|法规).*禁止/u, 'refused-law', 'sure'],
  [
    /不属于?本|非本(?:机关|单位|级)|不属.*(?:职责|公开范围)|其他(?:机关|单位)负责/u,
    'not-ours',
    'sure',
  ],
  [/不存在|未制作|未获取|未保存|没有相关/u, 'not-existing', 'sure'],
  // Counted in one row of the annual table; which of the two it was, the ledger does not say.
  [/不掌握/u, 'not-existing', 'guess'],
  [/另行制作|加工|没有现成/u, 'to-be-made', 'sure'],
  [/补正后.*不明确|仍不明确/u, 'still-unclear', 'sure'],
  [/信访|举报|投诉/u, 'petition', 'sure'],
  [/重新出具|要求.*确认/u, 'reissue', 'sure'],
  [/重复/u, 'repeat', 'sure'],
  [/出版物/u, 'publication', 'sure'],
  [/大量|反复|频次/u, 'excessive', 'sure'],
  [/逾期.*补正|未补正|不补正/u, 'not-supplemented', 'sure'],
  [/缴费|缴纳费用|未缴/u, 'unpaid', 'sure'],
  [/已(?:经)?主动公开|属于?主动公开|告知获取/u, 'already-public', 'sure'],
  [/^(?:\([一1]\))?(?:予以|同意|全部|依法|依申请)?公开$/u, 'granted', 'sure'],
  [/^(?:已公开|已提供|提供|同意|同意提供|予以提供)$/u, 'granted', 'guess'],
  [/^(?:其他|其它|其他处理)$/u, 'other', 'sure'],
  // A third party is asked where its rights may be harmed (第三十二条); what it said, the ledger does not say.
  [
    /(?:征求|征询|向)[^,;。]{0,4}第三方(?!.*同意).*(?:不予?公开|不予提供)/u,
    'refused-third-party',
    'guess',
  ],
];

/** What before 予以公开 makes it none: 不能予以公开, 没有同意公开, 不同意予以公开, 未经第三方同意公开. */
const NO_GRANT = [
  '(?:不[予能得宜应可再]?[当该]?|未|没有?|无法|拒绝|是否|能否)(?:明确|书面|表示){0,2}(?:同意[^,;。但仍]{0,6})?',
  '(?:未|没有?)(?:经|获得?|取得|征得|得到|收到)[^,;。]{0,4}(?:第三方|对方|权利人)',
].join('|');

/** 予以公开 among other words: 征求第三方意见后予以公开, 不涉及国家秘密，予以公开. */
const GRANTS = new RegExp(`(?<!${NO_GRANT})(?:予以|同意|准予)公开(?!的)`, 'u');
const GRANTS_AT_LAST = new RegExp(`${GRANTS.source}[。.;!]*$`, 'u');

/**
 * The kind of a reply. A bare 不予公开 or 无法提供 names no reason and so no row of the annual table:
 * it is not read.
 */
export function readReply(cell: Cell | undefined): Reading<LedgerReply> {
  if (byLabel(textOf(cell), ['withdrawn'], ...WITHDRAWN)) return sure('withdrawn');
  const exact = byLabel(textOf(cell), replyKindCodes, zh.replies.kinds, en.replies.kinds);
  if (exact) return sure(exact);
  const text = bare(cell);
  const found = byPattern(text.replaceAll(GROUNDS_DENIED, ''), REPLIES);
  const isOpened = found !== null && OPENED.has(found.value);
  if (isOpened || !GRANTS.test(text)) return found;
  // It grants and names a ground to refuse: the last word counts, and the operator looks at it.
  const isLast = GRANTS_AT_LAST.test(text.replace(/\([^()]*\)$/u, ''));
  return isLast && !text.includes('部分') ? guess('granted') : null;
}

/** Kinds whose own words say 公开. */
const OPENED: ReadonlySet<LedgerReply> = new Set(['granted', 'partial', 'already-public']);

const WITHDRAWN: Labels[] = [
  { withdrawn: messages['zh-CN'].ledger.withdrawn },
  { withdrawn: messages.en.ledger.withdrawn },
];

function byPattern<T>(
  text: string,
  patterns: readonly (readonly [RegExp, T, 'sure' | 'guess'])[],
): Reading<T> {
  const found = text === '' ? undefined : patterns.find(([pattern]) => pattern.test(text));
  return found ? { value: found[1], isGuess: found[2] === 'guess' } : null;
}

/** Whole working days of an extension: 20个工作日, 延长10日; null when the text names none. */
export function workdaysIn(text: string): number | null {
  const plain = text.normalize('NFKC');
  const found = /(\d{1,2})\s*个?\s*(?:工作日|日|天|working)/iu.exec(
    plain.replace(/\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?/gu, ''),
  );
  const days = Number(found?.[1] ?? Number.NaN);
  return days >= 1 && days <= 20 ? days : null;
}

/** A sum in yuan: 100, 100元, ¥1,200.50; null for anything else. */
export function yuanIn(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell >= 0 ? cell : null;
  const text = bare(cell).replaceAll(',', '');
  const found = /^(?:[¥￥]|人民币|收费)?(\d{1,9}(?:\.\d{1,2})?)(?:元|yuan)?整?$/iu.exec(text);
  return found ? Number(found[1]) : null;
}
