import { describe, expect, it } from 'vitest';
import { mastheadOf } from './masthead';

const county = { name: '青禾县人民政府', kind: 'government' };
const of = (number: string | null, more: object = {}) =>
  mastheadOf({ kind: 'notice', number, agency: county, ...more });

describe('mastheadOf', () => {
  it('names the agency over what it numbered itself', () => {
    expect(of('青府发〔2026〕1号')).toEqual({ form: 'document', mark: '青禾县人民政府文件' });
  });

  it('gives letters and orders their own formats', () => {
    expect(of('青府函〔2026〕1号')).toEqual({ form: 'letter', mark: '青禾县人民政府' });
    expect(of('青禾县人民政府令第3号')).toEqual({ form: 'order', mark: '青禾县人民政府令' });
  });

  it('puts no masthead on what has no number, or a number of another kind', () => {
    for (const number of [null, '', '不是文号', '2026年第1号', '青禾县人民政府公告第1号']) {
      expect(of(number)).toBeUndefined();
    }
  });

  it('puts none on texts of others, on joint issues, on laws and on figures', () => {
    const number = '青府发〔2026〕1号';
    expect(of(number, { agency: null })).toBeUndefined();
    expect(of(number, { agency: { name: '国务院', kind: 'external' } })).toBeUndefined();
    expect(of(number, { agencyName: '青禾县人民政府、东渠市人民政府' })).toBeUndefined();
    for (const kind of ['law', 'regulation', 'rule', 'judicial', 'statistics', 'budget']) {
      expect(of(number, { kind })).toBeUndefined();
    }
    expect(of(number, { agencyName: '青禾县人民政府' })).toBeDefined();
  });
});
