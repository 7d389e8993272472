import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, WORTH_A_LOOK } from './likeness';

describe('likeness of a wish and a title', () => {
  it.each([
    ['停车场管理办法', '宜丰县机动车停车管理办法', true],
    ['2020年财政预算', '宜丰县2020年财政预算执行情况', true],
    ['新昌路路灯改造验收报告', '宜丰县政府投资项目管理办法', false],
    ['烟花爆竹', '关于禁止燃放烟花爆竹的通告', true],
    ['校车服务采购合同', '宜丰县养老服务办法', false],
  ])('of “%s” and “%s” is worth a look: %s', (wish, title, isWorth) => {
    expect(likeness(wish, title) >= WORTH_A_LOOK).toBe(isWorth);
  });

  it.each(['', '　', '！？', '路'])('is none where the wish is “%s”', (wish) => {
    expect(likeness(wish, '农村公路')).toBe(0);
  });

  it('lies between none and all, and is all for a title itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (wish, title) => {
        const measured = likeness(wish, title);
        expect(measured).toBeGreaterThanOrEqual(0);
        expect(measured).toBeLessThanOrEqual(1);
        if (likeness(wish, wish) > 0) expect(likeness(wish, wish)).toBe(1);
      }),
    );
  });
});
