import { THEMES, type Theme } from './codes';

export type ThemePath = { theme: Theme; subtheme?: string };

/**
 * Reads the theme of a saved official page, spelled as a path: `市场监管、安全生产监管\工商`.
 *
 * The sources part theme and subtheme with a backslash, a slash, `>` or `-`, put spaces where
 * they please, and write 、 as a comma; all are read alike. One more habit is read too: a page
 * that names only part of a compound theme (环境保护 for 城乡建设、环境保护).
 *
 * @returns the code and the subtheme's own words, or undefined when no theme of the list is named.
 */
export function themeFromPath(path: string): ThemePath | undefined {
  const [first = '', ...rest] = path
    .normalize('NFKC')
    .split(/[\\/>›»|]|(?<=\S)\s*[-—]+\s*(?=\S)/u)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '');
  const theme = byName.get(nameKey(first)) ?? byPart.get(nameKey(first));
  if (!theme) return undefined;
  const subtheme = rest.join('、');
  return subtheme === '' ? { theme } : { theme, subtheme };
}

/**
 * Reads one or several theme paths from a single field; sources part them with `;` or a line break.
 * Each theme is named once, in the order read; words that name no theme are left out.
 */
export function themesFromField(field: string): ThemePath[] {
  const found = field
    .split(/[;；\n]+/u)
    .map(themeFromPath)
    .filter((path): path is ThemePath => path !== undefined);
  return found.filter((path, i) => found.findIndex((other) => other.theme === path.theme) === i);
}

/** A theme's name without the marks that sources write in different ways. */
const nameKey = (name: string): string => name.normalize('NFKC').replace(/[\s、,，;；.．·]+/gu, '');

const byName = new Map<string, Theme>(THEMES.map((entry) => [nameKey(entry.zh), entry.code]));

const byPart = new Map<string, Theme>(
  THEMES.flatMap((entry) => entry.zh.split('、').map((part) => [part, entry.code] as const)),
);
