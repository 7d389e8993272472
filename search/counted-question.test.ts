import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedQuestion } from './counted-question';

describe('a question that is counted', () => {
  it.each([
    ['  停车　收费 ', '停车 收费'],
    ['ＷＴＯ 规则', 'wto 规则'],
    ['国发〔2019〕5号', '国发〔2019〕5号'],
    ['国发[2019]5号', '国发[2019]5号'],
    ['12345', '12345'],
    ['政府信息公开条例 第三十三条', '政府信息公开条例 第三十三条'],
    ['2025年12月31日', '2025年12月31日'],
    ['二〇二五年 google', '二〇二五年 google'],
  ])('%s is written in one spelling', (typed, counted) => {
    expect(countedQuestion(typed)).toBe(counted);
  });

  it.each([
    ['nothing', '  '],
    ['signs alone', '“”……'],
    ['an identity number', '11010519491231002X'],
    ['an identity number with blanks', '张某 110105 19491231 002X 低保'],
    ['a mobile number', '13800138000'],
    ['a mobile number with the country', '+86 138-0013-8000'],
    ['a landline', '0755-26548888'],
    ['a landline without area', '电话 2654888'],
    ['a bank card', '6222 0202 0011 2233 445'],
    ['full-width digits', '１３８００１３８０００'],
    ['an e-mail address', 'zhang.san@example.cn 举报'],
    ['a number plate', '违章 粤B12345'],
    ['a room', '幸福小区3栋2单元501室'],
    ['an address', '新昌镇渊明大道12号'],
    ['a telephone in Chinese digits', '一三八零零一三八零零零'],
    ['a telephone in formal digits', '壹叁捌零零壹叁捌零零零'],
    ['a telephone with letters', '138O0138O00'],
    ['an account', '微信号 wxid_abc123'],
    ['another account', 'QQ 123456'],
    ['a pasted paragraph', '为了规范停车秩序，制定本办法。'.repeat(6)],
    ['megabytes', '停'.repeat(1_000_000)],
  ])('is none with %s', (_, typed) => {
    expect(countedQuestion(typed)).toBeNull();
  });

  it('is the same when it is counted again, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        const question = countedQuestion(typed);
        if (question === null) return;
        expect(countedQuestion(question)).toBe(question);
        expect(/[\ud800-\udfff]/u.test(question)).toBe(false);
      }),
    );
  });
});
