import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SUSPICIOUS_FROM, suspicionOf } from './suspicion';

const codesOf = (text: string, before = 0) =>
  suspicionOf(text, before).findings.map(({ code }) => code);

describe('the suspicion of a comment', () => {
  it.each([
    '建议第八条的申请期限由五个工作日改为十个工作日，农忙时节村民来不及准备材料。',
    '第3条引用的条例全文见官方公报，建议在附则中写明。',
    'I support article 4, but the fee should be waived for students.',
    '身份证号、电话不要在公示表里写全，写最后四位就行。',
    '支持支持！',
    '——————————————————\n一、建议提高标准\n二、建议简化程序',
  ])('is none for an ordinary opinion: %s', (text) => {
    expect(suspicionOf(text)).toEqual(expect.objectContaining({ findings: [] }));
  });

  it.each([
    ['links', '看 https://example.invalid/a 和 shop.example.com'],
    ['advertising', '免费领取，日赚三百，稳赚不赔'],
    ['contact', '有意者 13800000000 联系'],
    ['contact', '加 QQ：123456789'],
    ['repeated', '赞成赞成赞成赞成赞成赞成'],
    ['repeated', '强烈要求马上执行\n强烈要求马上执行'],
    ['mixed-scripts', '请登录 p\u0430ypal 领取'],
    ['hidden-signs', '支\u200b持'],
    ['markup', '<a href=x>点我</a>'],
  ])('finds %s', (code, text) => {
    expect(codesOf(text)).toContain(code);
  });

  it('sees through wide letters and dots between the signs', () => {
    expect(codesOf('加·微·信 领取')).toContain('advertising');
    expect(codesOf('ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ')).toContain('links');
  });

  it('marks an advertisement, and the same words once more, but not a single link', () => {
    const spam = '无抵押贷款，秒批下款，加微信 wx: abc12345，点击进入 http://a.example.top';
    expect(suspicionOf(spam).score).toBeGreaterThanOrEqual(80);
    expect(suspicionOf('同意', 1).score).toBeGreaterThanOrEqual(SUSPICIOUS_FROM);
    expect(suspicionOf('依据见 https://www.gov.cn/').score).toBeLessThan(SUSPICIOUS_FROM);
  });

  it('is from 0 to 100 for any text, and quick for a hostile one', () => {
    // Any code units, halves of pairs among them.
    const anyText = fc
      .array(fc.nat(0xffff), { maxLength: 60 })
      .map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(anyText, fc.nat(), (text, before) => {
        const { score } = suspicionOf(text, before);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
    for (const piece of ['a', 'ab', 'a.', 'www.', '<a', 'qq ', '\u0430a', '1', '字']) {
      // What took longer than the number of characters allows would run out of the time of the test.
      expect(suspicionOf(piece.repeat(5000).slice(0, 5000)).score).toBeLessThanOrEqual(100);
    }
  });
});
