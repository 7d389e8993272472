import {
  formatChineseNumeral,
  NUMERAL_CHARACTERS,
  parseChineseNumeral,
} from '../domain/documents/chinese-numerals';
import { articlesIn } from '../domain/documents/citations/articles';
import { BETWEEN, ENDS_AS_NAME, N } from '../domain/documents/citations/words';
import type { Lexicon } from './lexicon';
import type { ArticleAsked } from './query';

const LONGEST_NAME = 60;

// 民法典1079条, 33条: as typed, the 第 is left out, and blanks stand where they like. 十条措施 and 二十条意见 are no articles.
const BARE = new RegExp(
  `(?<!第\\s*|[${NUMERAL_CHARACTERS}])(${N}{1,9})\\s*条` +
    `(?=\\s*(?:之\\s*[一二三四五六七八九十]|第\\s*${N}+\\s*[款项]|[^\\p{L}\\p{N}]|的|是|规定|内容|怎么|讲|说|$))`,
  'u',
);
// 第133条之1 is 第一百三十三条之一, another article than 第133条.
const SUB = /条\s*之\s*([1-9]\d?)(?!\d|\s*[款项])/u;
// 33条2款, 第39条(二)项.
const CLAUSE = new RegExp(
  `(条|款|之[一二三四五六七八九十]{1,3})\\s*[(（]?\\s*(${N}{1,4})\\s*[)）]?\\s*([款项])`,
  'gu',
);
// 第33、34条, 第33-35条: the first of them is answered, as of 第33条和第34条.
const SEVERAL = new RegExp(
  `(${N}{1,9})(?:\\s*(?:[、,~～—-]+|至|到|和|及)\\s*(?:第\\s*)?${N}{1,9})+\\s*条`,
  'u',
);
const YEAR = '(?<!\\d)((?:19|20)\\d{2})(?!\\d)';
// 行政复议法(2017), 行政复议法（2017年9月1日修正）, 2017年版; not 国发〔2017〕10号, nor (2017)京01行初10号.
const VERSION = new RegExp(
  `[(（〔[]\\s*${YEAR}\\s*年?\\s*本?\\s*[)）〕\\]](?!\\s*(?:字?\\s*第?\\s*|\\p{Script=Han}{1,3})\\d)` +
    `|${YEAR}\\s*(?:年(?:\\s*\\d{1,2}\\s*月)?(?:\\s*\\d{1,2}\\s*日)?)?\\s*(?:修[正订改]|版)`,
  'u',
);
// 2017年行政复议法, 行政复议法 2017年: a year beside the name; further away something happened in it (2017年处罚不服).
const ENDS_AS_YEAR = new RegExp(`${YEAR}\\s*年?\\s*的?\\s*[《〈]?(?:中华人民共和国)?$`, 'u');
const BEGINS_AS_YEAR = new RegExp(`^\\s*[》〉]?\\s*${YEAR}\\s*年?\\s*(?![\\p{L}\\p{N}])`, 'u');
const ANY_YEAR = new RegExp(`[(（〔[]?${YEAR}\\s*年?(?:版|修[正订改])?本?[)）〕\\]]?`, 'gu');

/**
 * The article that a folded question asks for: 政府信息公开条例 第三十三条, 《民法典》1079条, 刑法133条之一.
 *
 * @returns null when it names no law beside the article
 */
export function articleAsked(text: string, lexicon: Lexicon | undefined): ArticleAsked | null {
  if (!text.includes('条')) return null;
  const written = text
    .replace(SEVERAL, '$1条')
    .replace(SUB, (_, sub: string) => `条之${formatChineseNumeral(Number(sub))}`)
    .replace(CLAUSE, '$1第$2$3')
    .replace(BARE, '第$1条');
  const [span] = articlesIn(written);
  if (!span) return null;
  const [place] = span.places;
  const label = place ? labelOf(place) : null;
  const [before, after] = [written.slice(0, span.start), written.slice(span.end)];
  const nameOf = (one: string, other: string): string | null =>
    nameIn(one.replace(BETWEEN, ''), lexicon, 'end') ?? nameIn(other, lexicon, 'start');
  const plain = nameOf(before.replace(ANY_YEAR, ' '), after.replace(ANY_YEAR, ' '));
  const year = yearIn(before, after, plain);
  // Many titles hold a year, so the name is looked for with it first.
  const names = [nameOf(before, after), year ? plain : null].filter((name) => name !== null);
  if (!label || names.length === 0) return null;
  return {
    titles: [...new Set(names.flatMap((name) => [...(lexicon?.fullNames(name) ?? []), name]))],
    year,
    label,
    anchors: span.places,
  };
}

/** The year of the version that is asked for. */
function yearIn(before: string, after: string, name: string | null): number | null {
  const beside = [before, after].flatMap((text) => {
    const at = name ? text.indexOf(name) : -1;
    if (at < 0) return [];
    const rest = text.slice(at + (name?.length ?? 0));
    return [ENDS_AS_YEAR.exec(text.slice(0, at)), BEGINS_AS_YEAR.exec(rest)];
  });
  const found = [
    VERSION.exec(before),
    VERSION.exec(after),
    ...beside,
    ENDS_AS_YEAR.exec(before.replace(BETWEEN, '')),
    /^\s*\d{4}\s*年?\s*$/u.test(after) ? BEGINS_AS_YEAR.exec(after) : null,
  ].find((match) => match !== null);
  const year = found?.[1] ?? found?.[2];
  return year ? Number(year) : null;
}

/** The law named in 《》, or else the stretch that ends or begins here and is called as laws are. */
function nameIn(text: string, lexicon: Lexicon | undefined, side: 'start' | 'end'): string | null {
  const marked = /[《〈]([^《》〈》]{2,60})[》〉]?/u.exec(text);
  if (marked) return (marked[1] as string).trim();
  const stretches = text.split(/[^\p{L}\p{N}()（）]+/u).filter((one) => one !== '');
  const stretch = side === 'end' ? stretches.at(-1) : stretches[0];
  if (!stretch || stretch.length > LONGEST_NAME) return null;
  const plain = lexicon ? withoutEmptyWords(stretch, lexicon) : stretch;
  const isName = ENDS_AS_NAME.test(plain) || (lexicon?.fullNames(plain).length ?? 0) > 0;
  return isName && plain.length > 1 ? plain : null;
}

/** 请问劳动法: what comes before the name only asks. */
function withoutEmptyWords(stretch: string, lexicon: Lexicon): string {
  const cut = lexicon.words.cut(stretch);
  const first = cut.findIndex((word) => !lexicon.isEmptyWord(word));
  const last = cut.findLastIndex((word) => !lexicon.isEmptyWord(word));
  return first < 0 ? '' : cut.slice(first, last + 1).join('');
}

/** What people call the place of an anchor: article-33-clause-2 is 第三十三条第二款. */
function labelOf(anchor: string): string | null {
  const match = /^article-(\d+)(?:-(\d+))?(?:-clause-(\d+))?(?:-item-(\d+))?$/.exec(anchor);
  if (!match) return null;
  const [article, sub, clause, item] = match.slice(1).map((part) => numeral(part));
  return [
    `第${article}条`,
    sub ? `之${sub}` : '',
    clause ? `第${clause}款` : '',
    item ? `第${item}项` : '',
  ].join('');
}

const numeral = (digits: string | undefined): string => {
  const value = digits === undefined ? undefined : parseChineseNumeral(digits);
  return value ? formatChineseNumeral(value) : '';
};
