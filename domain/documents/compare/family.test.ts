import { describe, expect, it } from 'vitest';
import { isFamily } from './family';

describe('isFamily', () => {
  it.each([
    ['中华人民共和国公司法', '中华人民共和国公司法'],
    ['宜丰县城区机动车停车管理规定（试行）', '宜丰县城区机动车停车管理规定'],
    ['宜丰县城区机动车停车管理规定', '宜丰县城区机动车停车管理办法'],
    ['关于禁止燃放烟花爆竹的通告（2019年）', '关于禁止燃放烟花爆竹的通告'],
  ])('takes %s and %s for texts of one matter', (one, other) => {
    expect(isFamily(one, other)).toBe(true);
    expect(isFamily(other, one)).toBe(true);
  });

  it.each([
    ['中华人民共和国公司法', '全国人民代表大会常务委员会关于修改《中华人民共和国公司法》的决定'],
    ['宜丰县规范性文件管理办法', '宜丰县人民政府关于废止部分规范性文件的决定'],
    ['中华人民共和国公司法', '中华人民共和国种子法实施条例'],
    ['', ''],
  ])('takes %s and %s for two matters', (one, other) => {
    expect(isFamily(one, other)).toBe(false);
    expect(isFamily(other, one)).toBe(false);
  });
});
