import { describe, expect, it } from 'vitest';
import {
  AGENCY_KINDS,
  CATEGORIES,
  FORMS,
  KINDS,
  THEMES,
  VALIDITIES,
  hasCode,
  labelOf,
} from './codes';

const lists = { KINDS, THEMES, CATEGORIES, FORMS, AGENCY_KINDS, VALIDITIES };

describe('codes', () => {
  for (const [name, entries] of Object.entries(lists)) {
    it(`names every code of ${name} once, in both languages`, () => {
      const codes = entries.map((entry) => entry.code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const entry of entries) {
        expect(entry.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
        expect(entry.zh).toMatch(/^[\p{Script=Han}、（）]+$/u);
        expect(entry.en).toMatch(/^[A-Z][A-Za-z,: -]+$/);
      }
    });
  }

  it('keeps the fifteen statutory classes in the order of article 20', () => {
    expect(CATEGORIES.map((entry) => entry.item)).toEqual(
      Array.from({ length: 15 }, (_, i) => i + 1),
    );
  });

  it('keeps the twenty-two themes of gov.cn, from 国务院组织机构 to 其他', () => {
    expect(THEMES).toHaveLength(22);
    expect(THEMES[0].zh).toBe('国务院组织机构');
    expect(THEMES[21].zh).toBe('其他');
  });

  it('names a code in the language of the reader, and an unknown code by itself', () => {
    expect(labelOf(KINDS, 'normative', 'zh-CN')).toBe('规范性文件');
    expect(labelOf(KINDS, 'normative', 'en')).toBe('Normative document');
    expect(labelOf(KINDS, 'poem', 'en')).toBe('poem');
  });

  it('tells a code from any other value', () => {
    expect(hasCode(VALIDITIES, 'lapsed')).toBe(true);
    expect(hasCode(VALIDITIES, 'Lapsed')).toBe(false);
    expect(hasCode(VALIDITIES, undefined)).toBe(false);
  });
});
