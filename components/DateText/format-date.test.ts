import { describe, expect, it } from 'vitest';
import { formatDate } from './format-date';

describe('formatDate', () => {
  it('writes a Chinese day without leading zeros', () => {
    expect(formatDate('2026-03-01', 'zh-CN')).toBe('2026年3月1日');
  });

  it('writes an English day with the month in words', () => {
    expect(formatDate('2026-11-24', 'en')).toBe('24 November 2026');
  });

  it('leaves what is not a day as it came, so that the error stays visible', () => {
    for (const odd of ['', '2020', '2020-13-01', '2020年3月1日']) {
      expect(formatDate(odd, 'zh-CN')).toBe(odd);
    }
  });
});
