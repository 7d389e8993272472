import { personalDataIn } from '../domain/applications/anonymous';
import { fold } from './normalise';

/** Longer than any title that people search for by heart; what is longer was pasted, and may say anything. */
const MOST_CHARACTERS = 60;

/** What stands between the digits of a number without changing it. */
const BETWEEN_DIGITS = /(?<=[a-z\d])[\s\p{Dash}.,·()（）/\\_]+(?=[\dx])/gu;

/**
 * Numbers that belong to one person or firm: seven digits are a telephone, a passport, an account. Numbers of
 * documents and years have fewer in a row.
 */
const DIGITS_IN_ROW = /\d{7}/;
const DIGITS_APART = /\d{10}/;
/** A receipt number whose check character is a letter (asked-receipt.ts). */
const RECEIPT = /[a-z]\d{9}x/;

const E_MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+/u;
const NUMBER_PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z]·?[a-z0-9]{5,6}/;
const ROOM = /\d\s*(?:室|单元|户\b)|[路街巷道弄村]\s*\d+\s*号/;

/** A number in Chinese digits, plain or formal; the years of documents have four. */
const CHINESE_DIGITS = /[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺]{7}/;
/** A telephone with the letter for nought, and what people are called where they talk to each other. */
const LETTER_FOR_NOUGHT = /(?=[\do]*\d{3})[\do]{9}/;
const ACCOUNT = /(?:微信|wxid|wechat|qq)[^a-z0-9]{0,4}[a-z0-9_-]{5}/;

/**
 * A question in the spelling in which it is counted, or null for one that isn't: it is empty, too long, or holds
 * what may be somebody's personal data. A name alone can't be told from other words; for that, a question that is
 * seldom asked is not shown and soon forgotten (queries/stored-counts.ts).
 *
 * 个人信息保护法第六条: “收集个人信息，应当限于实现处理目的的最小范围，不得过度收集个人信息。”
 */
export function countedQuestion(typed: string): string | null {
  // A text of megabytes is not folded to find out that it is long.
  if (typed.length > 10 * MOST_CHARACTERS) return null;
  const question = fold(typed.normalize('NFKC')).replace(/\s+/g, ' ').trim();
  const length = [...question].length;
  if (length > MOST_CHARACTERS || !/[\p{L}\p{N}]/u.test(question)) return null;
  return holdsPersonalData(question) ? null : question;
}

function holdsPersonalData(question: string): boolean {
  if (DIGITS_IN_ROW.test(question)) return true;
  const joined = question.replace(BETWEEN_DIGITS, '');
  if (DIGITS_APART.test(joined) || RECEIPT.test(joined)) return true;
  if (CHINESE_DIGITS.test(question) || LETTER_FOR_NOUGHT.test(question)) return true;
  if (ACCOUNT.test(question)) return true;
  if (E_MAIL.test(question) || NUMBER_PLATE.test(question) || ROOM.test(question)) return true;
  return personalDataIn(question, []).length > 0;
}
