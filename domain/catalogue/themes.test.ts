import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { THEMES } from './codes';
import { themeFromPath, themesFromField } from './themes';

describe('themeFromPath', () => {
  it('reads theme and subtheme from the spelling of the official pages', () => {
    expect(themeFromPath('市场监管、安全生产监管\\工商')).toEqual({
      theme: 'market-safety',
      subtheme: '工商',
    });
    expect(themeFromPath('国务院组织机构\\其他')).toEqual({
      theme: 'organisation',
      subtheme: '其他',
    });
  });

  it('reads a theme without a subtheme', () => {
    expect(themeFromPath('国防')).toEqual({ theme: 'defence' });
    expect(themeFromPath(' 其他 ')).toEqual({ theme: 'other' });
  });

  it('reads slashes, full-width marks, spaces and commas alike', () => {
    expect(themeFromPath('财政，金融，审计 / 税务')).toEqual({
      theme: 'finance',
      subtheme: '税务',
    });
    expect(themeFromPath('科技、教育＼教育')).toEqual({
      theme: 'science-education',
      subtheme: '教育',
    });
    expect(themeFromPath('卫生、 体育 > 卫生')).toEqual({
      theme: 'health-sport',
      subtheme: '卫生',
    });
  });

  it('reads one half of a compound theme', () => {
    expect(themeFromPath('环境保护')).toEqual({ theme: 'urban-environment' });
  });

  it('does not guess when no theme is named', () => {
    for (const path of ['', '   ', '\\工商', '体裁', 'finance', '国防部']) {
      expect(themeFromPath(path)).toBeUndefined();
    }
  });

  it('reads every theme back whatever its subtheme', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...THEMES),
        fc.constantFrom('\\', '/', ' \\ ', '＼'),
        fc.constantFrom('其他', '税务', '能源、电力'),
        (entry, mark, subtheme) => {
          expect(themeFromPath(`${entry.zh}${mark}${subtheme}`)).toEqual({
            theme: entry.code,
            subtheme,
          });
        },
      ),
    );
  });

  it('never throws, whatever the field holds', () => {
    fc.assert(fc.property(fc.string(), (text) => void themeFromPath(text)));
  });
});

describe('themesFromField', () => {
  it('reads several paths and names each theme once', () => {
    expect(themesFromField('国防；财政、金融、审计\\税务;国防\\动员\n不明')).toEqual([
      { theme: 'defence' },
      { theme: 'finance', subtheme: '税务' },
    ]);
  });
});
