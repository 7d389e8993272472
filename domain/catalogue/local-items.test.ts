import { describe, expect, it } from 'vitest';
import { LOCAL_ITEMS } from './local-items';

/** 条例第二十一条, the part after “主动公开” for each level. */
const COUNTY = '市政建设、公共服务、公益事业、土地征收、房屋征收、治安管理、社会救助';
const TOWNSHIP =
  '贯彻落实农业农村政策、农田水利工程建设运营、农村土地承包经营权流转、宅基地使用情况审核、土地征收、房屋征收、筹资筹劳、社会救助';

describe('the matters of Article 21', () => {
  it('are those of the article, in its order', () => {
    const named = (level: string) =>
      LOCAL_ITEMS.filter((item) => item.level === level).map(({ zh }) => zh);
    expect(named('county').join('、')).toBe(COUNTY);
    expect(named('township').join('、')).toBe(TOWNSHIP);
  });
});
