import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Every rule of tokens.css: the media query around it, its selector, its colours. */
const rules = readRules(css);

/** A set of tokens as a browser would compute it: later rules win where they apply. */
const SETS: Record<string, (rule: Rule) => boolean> = {
  light: (rule) => rule.media === '' && rule.selector === ':root',
  dark: (rule) =>
    rule.selector === ':root' ||
    (rule.media === '(prefers-color-scheme: dark)' && rule.selector === ':root:not([data-theme])'),
  'dark, chosen': (rule) =>
    rule.selector === ':root' || rule.selector === ":root[data-theme='dark']",
  'more contrast': (rule) =>
    rule.selector === ':root' ||
    (rule.media === '(prefers-contrast: more)' && rule.selector === ':root:not([data-theme])'),
  'more contrast, chosen': (rule) =>
    rule.selector === ':root' || rule.selector === ":root[data-theme='contrast']",
  'more contrast on dark': (rule) =>
    rule.selector === ':root' ||
    (rule.media.startsWith('(prefers-') && rule.selector === ':root:not([data-theme])'),
  print: (rule) => rule.media === 'print' || (rule.media === '' && rule.selector === ':root'),
};

/** Body text, links and secondary text on every ground that text stands on. */
const BODY: [string, string, number][] = [
  ['ink', 'paper', 7],
  ['ink', 'paper-2', 7],
  ['ink', 'paper-3', 7],
  ['ink', 'mark', 7],
  ['ink', 'focus-ground', 7],
  ['ink', 'info-ground', 7],
  ['ink', 'warn-ground', 7],
  ['ink', 'error-ground', 7],
  ['ink-2', 'paper', 7],
];

const REST: [string, string, number][] = [
  ...['link', 'link-hover', 'visited', 'ink-2', 'vermilion-text'].flatMap((text) =>
    ['paper', 'paper-2', 'paper-3', 'info-ground', 'warn-ground', 'error-ground'].map(
      (ground): [string, string, number] => [text, ground, 4.5],
    ),
  ),
  ...['in-force', 'not-yet', 'amended', 'lapsed', 'repealed'].flatMap((text) =>
    ['paper', 'paper-2', 'info-ground', 'warn-ground', 'error-ground'].map(
      (ground): [string, string, number] => [text, ground, 4.5],
    ),
  ),
  ['on-action', 'action', 4.5],
  ['on-action', 'action-hover', 4.5],
  ['action', 'paper', 4.5],
  ['edge', 'paper', 4.5],
  ['edge', 'paper-2', 4.5],
  ['warn-edge', 'warn-ground', 4.5],
  ['error-edge', 'error-ground', 4.5],
  ['error-edge', 'paper', 4.5],
  ['info-edge', 'info-ground', 4.5],
  ['focus', 'paper', 4.5],
  ['focus', 'paper-2', 4.5],
  // The red rules carry no words; WCAG asks 3:1 of a graphic, we ask the same 4.5 on paper.
  ['vermilion', 'paper', 4.5],
];

for (const [name, applies] of Object.entries(SETS)) {
  const tokens = Object.assign({}, ...rules.filter(applies).map((rule) => rule.colours));

  describe(`the ${name} set`, () => {
    it('gives body text at least 7:1 on every ground', () => {
      expect(tooFaint(tokens, BODY)).toEqual([]);
    });

    it('gives everything else at least 4.5:1', () => {
      expect(tooFaint(tokens, REST)).toEqual([]);
    });
  });
}

describe('tokens.css', () => {
  it('gives the dark and the contrast set the same values, however the reader asked for them', () => {
    const find = (media: string, selector: string) =>
      rules.find((rule) => rule.media === media && rule.selector === selector)?.colours;
    expect(find('(prefers-color-scheme: dark)', ':root:not([data-theme])')).toEqual(
      find('', ":root[data-theme='dark']"),
    );
    expect(find('(prefers-contrast: more)', ':root:not([data-theme])')).toEqual(
      find('', ":root[data-theme='contrast']"),
    );
  });

  it('gives every set a value for every colour', () => {
    const names = Object.keys(rules[0]?.colours ?? {}).sort();
    for (const rule of rules) expect(Object.keys(rule.colours).sort()).toEqual(names);
    expect(rules.length).toBe(7);
  });
});

type Rule = { media: string; selector: string; colours: Record<string, string> };

/** Enough of a parser for this one file: rules, at most one @media around them. */
function readRules(source: string): Rule[] {
  const found: Rule[] = [];
  const text = source.replace(/\/\*[\s\S]*?\*\//g, '');
  let media = '';
  let selector = '';
  for (const [, words, brace] of text.matchAll(/([^{}]*)([{}])/g)) {
    const content = (words as string).trim().replace(/\s+/g, ' ');
    if (brace === '{') {
      if (content.startsWith('@media ')) media = content.slice('@media '.length);
      else selector = content;
    } else if (selector) {
      const colours = [...content.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)];
      found.push({
        media,
        selector,
        colours: Object.fromEntries(colours.map((c) => [c[1], c[2]])),
      });
      selector = '';
    } else media = '';
  }
  return found;
}

function tooFaint(tokens: Record<string, string>, pairs: [string, string, number][]): string[] {
  return pairs.flatMap(([text, ground, least]) => {
    const ratio = contrast(tokens[text] ?? '', tokens[ground] ?? '');
    return ratio >= least ? [] : [`${text} on ${ground}: ${ratio.toFixed(2)} < ${least}`];
  });
}

/** WCAG 2.2 contrast ratio of two #rrggbb colours. */
function contrast(a: string, b: string): number {
  const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((bright as number) + 0.05) / ((dark as number) + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r as number) + 0.7152 * (g as number) + 0.0722 * (b as number);
}
