import { parseChineseNumeral } from '../chinese-numerals';
import { N } from './words';

/** 第三条, 第一百二十条之一, with 第二款 and 第（三）项 where they follow at once. */
export type ArticleSpan = { start: number; end: number; places: string[] };

/** Every 第…条 of a text, in order. `places` are anchors of domain/documents/structure.ts, the exact one first. */
export function articlesIn(text: string): ArticleSpan[] {
  const spans: ArticleSpan[] = [];
  for (const match of text.matchAll(ARTICLE)) {
    const [, article, sub, clause, item] = match;
    const number = numberOf(article);
    if (!number) continue;
    const subNumber = numberOf(sub);
    const base = `article-${number}${subNumber ? `-${subNumber}` : ''}`;
    const [inClause, ofItem] = [numberOf(clause), numberOf(item)];
    const exact = inClause ? `${base}-clause-${inClause}` : base;
    spans.push({
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      places: [
        ...(ofItem ? [`${exact}-item-${ofItem}`, `${base}-item-${ofItem}`] : []),
        exact,
        base,
      ].filter((place, at, all) => all.indexOf(place) === at),
    });
  }
  return spans;
}

const SUB = '[一二三四五六七八九十]';
const ARTICLE = new RegExp(
  `第\\s*(${N}+)\\s*条(?:\\s*之\\s*(${SUB}{1,3})(?![年月日个]))?` +
    `(?:\\s*第\\s*(${N}+)\\s*款)?(?:\\s*第\\s*[（(]?\\s*(${N}+)\\s*[）)]?\\s*项)?`,
  'gu',
);

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : parseChineseNumeral(text);
