import type { Run } from '../../domain/documents/blocks';

/** 第三十三条, 第三十三条之一, and the spaces that the sources put behind. */
const ARTICLE = /^(第[零〇一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?)[\s\u3000]*/;

/** A chapter or section heading, which is centred in Chinese statutes. */
const DIVISION = /^第[零〇一二三四五六七八九十百千\d]+[编章节][\s\u3000]*/;

/**
 * Parts an article's number from its text, so that the number can be a link to itself.
 * Gives null where the runs do not begin with an article number. Marks and links of the rest stay.
 */
export function splitArticle(runs: readonly Run[]): { number: string; rest: Run[] } | null {
  const text = runs.map((run) => run.text).join('');
  const match = ARTICLE.exec(text);
  if (!match) return null;
  let skip = match[0].length;
  const rest: Run[] = [];
  for (const run of runs) {
    if (skip >= run.text.length) {
      skip -= run.text.length;
      continue;
    }
    rest.push(skip > 0 ? { ...run, text: run.text.slice(skip) } : run);
    skip = 0;
  }
  return { number: match[1] as string, rest };
}

/** Whether a heading names a part, chapter or section of a statute. */
export const isDivision = (text: string): boolean => DIVISION.test(text);
