import { describe, expect, it } from 'vitest';
import { stepsNowhere, workdaysOf } from './chain';

describe('the steps of one matter', () => {
  it('each say where one goes, by an agency or by a service', () => {
    expect(stepsNowhere([{ agency: 1 }, { service: 2 }, {}, { agency: null }])).toEqual([3, 4]);
  });

  it('take together the working days of each', () => {
    expect(workdaysOf(['即办', '5个工作日', '３ 个工作日内', '20工作日'])).toBe(28);
    expect(workdaysOf(['当场办结'])).toBe(0);
  });

  it.each([[['5个工作日', '']], [[null]], [['约一个月']], [['5天']], [[]]])(
    'are not summed up where one does not say: %j',
    (limits) => {
      expect(workdaysOf(limits)).toBeNull();
    },
  );
});
