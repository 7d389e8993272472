import { describe, expect, it } from 'vitest';
import { partTelephones } from './telephone';

describe('telephone numbers in a question', () => {
  it.each([
    ['0795-1234567', '0795-1234567'],
    ['0795 1234567', '0795-1234567'],
    ['(0795)1234567', '0795-1234567'],
    ['(0795) 12345678', '0795-12345678'],
    ['07951234567', '0795-1234567'],
    ['010-12345678', '010-12345678'],
    ['02112345678', '021-12345678'],
    ['400-123-4567', '400-123-4567'],
    ['县医院0795-1234567', '0795-1234567'],
  ])('%s is read as %s', (typed, number) => {
    expect(partTelephones(typed).telephones).toEqual([number]);
  });

  it('leave the other words, an extension as one of them, and no minus that would leave something out', () => {
    expect(partTelephones('县医院0795-1234567').rest.trim()).toBe('县医院');
    expect(partTelephones('0795-1234567-8001 转').rest.trim().split(/\s+/)).toEqual(['8001', '转']);
    expect(partTelephones('0795-1234567-内线').rest.trim()).toBe('内线');
  });

  it.each([
    '2023-2025',
    '2023-01-05',
    '1234567',
    '12345',
    '国发2019-5',
    '-0795-1234567',
    '0795123456789',
    '36092400000000000X',
  ])('are not seen in %s', (typed) => {
    expect(partTelephones(typed)).toEqual({ telephones: [], rest: typed });
  });
});
