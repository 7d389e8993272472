import { describe, expect, it } from 'vitest';
import { fileType, formatSize } from './format-size';

describe('formatSize', () => {
  it('chooses the unit that a person would', () => {
    expect(formatSize(0)).toBe('0 B');
    expect(formatSize(900)).toBe('900 B');
    expect(formatSize(831_488)).toBe('812 KB');
    expect(formatSize(2_516_582)).toBe('2.4 MB');
  });

  it('never says 1024 KB', () => {
    expect(formatSize(1024 * 1024 - 1)).toBe('1.0 MB');
  });

  it('says nothing of a size that is none', () => {
    expect(formatSize(Number.NaN)).toBe('');
    expect(formatSize(-1)).toBe('');
  });
});

describe('fileType', () => {
  it('reads the ending of a Chinese file name', () => {
    expect(fileType('附件1：任务分工表.xlsx')).toBe('XLSX');
    expect(fileType('说明')).toBe('');
  });
});
