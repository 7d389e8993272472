import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GUIDE_PARTS, missingParts, onlineHost, type Guide, type GuidePart } from './guide';

const whole: Guide = {
  title: '结婚登记',
  basis: '《婚姻登记条例》',
  conditions: '双方自愿',
  materials: [{ name: '身份证' }],
  place: '县民政局一楼',
  hours: '工作日 8:30–12:00',
  phone: '0795-0000001',
  process: [{ title: '申请' }],
};

const empty: Record<GuidePart, Guide[]> = {
  title: [{ title: '' }, { title: ' \u3000' }, { title: null }],
  basis: [{ basis: '', documents: [] }, { basis: undefined }],
  conditions: [{ conditions: '\n' }],
  materials: [{ materials: [] }, { materials: null }, { materials: [{ name: ' ' }] }],
  place: [{ place: '' }],
  hours: [{ hours: null }],
  phone: [{ phone: '  ' }],
  process: [{ process: [] }, { process: [{ title: '申请' }, { title: '' }] }],
};

describe('the eight parts of a service guide', () => {
  it('are all there in a guide that says each', () => {
    expect(missingParts(whole)).toEqual([]);
  });

  it('are named one by one, exactly those that are missing, in their order', () => {
    fc.assert(
      fc.property(fc.subarray([...GUIDE_PARTS]), fc.nat(), (gone, at) => {
        const guide = gone.reduce<Guide>(
          (left, part) => ({ ...left, ...empty[part][at % empty[part].length] }),
          whole,
        );
        expect(missingParts(guide)).toEqual(gone);
      }),
    );
  });

  it('are all missing in a draft of which nothing is written', () => {
    expect(missingParts({})).toEqual([...GUIDE_PARTS]);
  });

  it('take documents for a basis, and the word that nothing has to be brought for the materials', () => {
    const guide = { ...whole, basis: '', documents: [7], materials: [], noMaterials: true };
    expect(missingParts(guide)).toEqual([]);
  });
});

describe('the address of a service site', () => {
  it('is shown by its host', () => {
    expect(onlineHost('https://www.jxzwfww.gov.cn/apply?id=1')).toBe('www.jxzwfww.gov.cn');
  });

  it.each([
    'http://www.jxzwfww.gov.cn/',
    'javascript:alert(1)',
    'https://user:secret@example.cn/',
    'https://localhost/',
    'www.jxzwfww.gov.cn',
    '',
    '//example.cn',
  ])('is refused where it is not a plain https address: %s', (address) => {
    expect(onlineHost(address)).toBeNull();
  });
});
