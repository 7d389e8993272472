import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskAddress, maskEmail, maskIdNumber, maskName, maskPhone } from './masking';

const masks = { maskAddress, maskIdNumber, maskName, maskPhone };

describe('masking personal data', () => {
  it.each([
    [maskIdNumber, '11010519491231002X', '**************002X'],
    [maskPhone, '13812345678', '138****5678'],
    [maskPhone, '12345', '1****'],
    [maskIdNumber, '1234567', '*******'],
    [maskName, '王小明', '王**'],
    [maskName, '王明', '王**'],
    [maskName, '王', '**'],
    [maskEmail, 'wang.xm@example.cn', 'w******@example.cn'],
    [maskEmail, 'not an address', 'n*************'],
    [maskAddress, '宜丰县新昌镇某路1号', '宜丰县新昌镇****'],
    [maskAddress, '江西省宜春市宜丰县新昌镇某路1号', '江西省宜春市**********'],
  ])('%o of %j is %j', (mask, text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it('leaves nothing of an empty text', () => {
    for (const mask of [...Object.values(masks), maskEmail]) expect(mask('')).toBe('');
  });

  it.each(Object.entries(masks))('%s never shows the whole nor splits a character', (_, mask) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const masked = mask(text);
        return masked !== text.replaceAll('*', '') && !/\p{Cs}/u.test(masked);
      }),
    );
  });
});
