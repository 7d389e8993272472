import { describe, expect, it } from 'vitest';
import { workOf } from './work';

const law = (title: string, agency: string, kind: string | null = 'law') =>
  workOf({ title, agency, kind });

describe('the work of a document', () => {
  it('is one for all editions of a norm, whichever body of the congress passed them', () => {
    const works = [
      law('某某法', '全国人民代表大会'),
      law('某某法（2018年修正）', '全国人民代表大会常务委员会'),
      law('某某法(2020修订版)', '全国人民代表大会'),
    ];
    expect(new Set(works).size).toBe(1);
    expect(works[0]).not.toBeNull();
  });

  it('tells makers and numbered interpretations of one name apart', () => {
    expect(law('物业管理条例', '甲市人民代表大会')).not.toBe(
      law('物业管理条例', '乙市人民代表大会'),
    );
    expect(law('某某若干问题的解释（一）', '最高人民法院', 'judicial')).not.toBe(
      law('某某若干问题的解释（二）', '最高人民法院', 'judicial'),
    );
  });

  it('is none for what is no norm, or an act that comes again under its title', () => {
    expect(law('关于放假的通知', '县政府办', 'normative')).toBeNull();
    expect(law('关于修改某某法的决定', '全国人民代表大会常务委员会')).toBeNull();
    expect(law('年度计划', '县政府', 'plan')).toBeNull();
    expect(law('某某法', '全国人民代表大会', null)).toBeNull();
  });
});
