import { parseDocumentNumber, formatDocumentNumber } from '../number';

/**
 * The one form under which a title is looked up, however it is written: without the state's name,
 * blanks, quotation and title marks, the sign between two issuers, and the year of an edition
 * (（2018年修正）). 《关于适用〈中华人民共和国水法〉的解释》 and 关于适用水法的解释 have one key.
 */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff《》〈〉<>«»「」『』“”"‘’'、,·•]+/gu, '')
    .replace(EDITION, '')
    .replace(/中华人民共和国(?=\p{Script=Han})/gu, '');
}

/** The one form under which a document number is looked up; undefined for what is no number. */
export function numberKey(text: string): string | undefined {
  const number = parseDocumentNumber(text);
  return number && formatDocumentNumber(number).replace(/^国令/u, '国务院令');
}

/**
 * Of a notice that issues or forwards a text (关于印发《…方案》的通知), the key of that text: whoever
 * cites the plan means the notice that it came with.
 */
export function issuedIn(title: string): string | undefined {
  const match = ISSUES.exec(title.normalize('NFKC').replace(/\s+/gu, ''));
  const key = match ? titleKey(match[1] as string) : '';
  return key === '' ? undefined : key;
}

/**
 * The names by which texts may call a document, for finding those that wait for it: its key, the
 * key of its title without the issuer before 关于, the text that it issues, the code of which it is a part (民法典 of
 * 民法典　物权编), and its number, whole and without the agency's code.
 */
export function namesOf(document: { title: string; number?: string | null }): string[] {
  const key = titleKey(document.title);
  const about = key.indexOf('关于');
  const code = codeOf(document.title);
  const issued = issuedIn(document.title);
  const number = document.number ? numberKey(document.number) : undefined;
  return [
    key,
    ...(about > 0 ? [key.slice(about)] : []),
    ...(issued ? [issued] : []),
    ...(code ? [code] : []),
    ...(number ? [number, shortNumber(number)] : []),
  ];
}

/** Of a code that is held part by part, each a document (民法典　物权编), the key of the code. */
export function codeOf(title: string): string | undefined {
  const match = /^(\S*典)\s+\S*(?:编|总则|附则)$/u.exec(title.normalize('NFKC').trim());
  return match ? titleKey(match[1] as string) : undefined;
}

/** A number without what stands before its year or its 第: 〔2018〕108号, 令第711号. */
export const shortNumber = (number: string): string =>
  /(?:〔|\d{4}年第|(?:令|公告|通告)第).*$/u.exec(number)?.[0] ?? number;

const ISSUES =
  /关于(?:[^《〈]{0,4})?(?:印发|发布|公布|颁布|转发|批转|下发)(?:[^《〈]*(?=[《〈]))?(.+?)的(?:通知|公告|通告|决定|令|函)$/u;

/** （2018年修正）, （2021修订）, (修订), (2019年版) at the end of a title. */
const EDITION =
  /\((?:\d{4}年?(?:\d{1,2}月)?(?:\d{1,2}日)?)?(?:第[一二三四五六七八九十]次)?(?:修正|修订|修改|版|最新)(?:版|本|文本)?\)$/u;
