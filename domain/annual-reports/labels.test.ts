import { describe, expect, it } from 'vitest';
import { bareLabel, meaningOf } from './labels';
import { layouts } from './years';

describe('a label of the form', () => {
  it.each([
    ['一、本年新收政府信息公开申请数量', { applicationRow: 'received' }],
    ['(一)予以公开', { applicationRow: 'granted' }],
    ['（二）部分公开（区分处理的，只记这一情形，不记其他情形）', { applicationRow: 'partial' }],
    ['1、属于国家秘密', { applicationRow: 'refused-secret' }],
    ['3.危及"三安全一稳定"', { applicationRow: 'refused-safety' }],
    ['（三）不予公开1.属于国家秘密', { applicationRow: 'refused-secret' }],
    ['1．信访投诉举报类申请', { applicationRow: 'declined-petition' }],
    ['规    章', { disclosureRow: 'rules' }],
    ['本年收费金额（单位：万元）', { disclosureColumn: 'fee-amount' }],
    ['结果\n维护', { litigationColumn: 'upheld' }],
    ['行政复议（因政府信息公开被行政复议）', { litigationRow: 'review' }],
    ['合 计', { applicationColumn: 'total', applicationRow: 'outcome-total' }],
    ['第二十条第(八)项', { disclosureGroup: '八' }],
  ])('%j is known', (text, meaning) => {
    expect(meaningOf(text)).toMatchObject(meaning);
  });

  it('with a slip of the pen is taken for the nearest, and told', () => {
    expect(meaningOf('7.属于行政执法案券')).toMatchObject({
      applicationRow: 'refused-enforcement',
      guessedFor: '属于行政执法案卷',
    });
  });

  it.each([
    '',
    '23',
    '公开',
    '行政处理',
    '属于信息',
    '本年度我县共收到政府信息公开申请23件，均已答复',
  ])('%j is none', (text) => {
    expect(meaningOf(text)).toBeNull();
  });

  it('in the official wording means its own code, in every layout', () => {
    for (const { applications, disclosure } of Object.values(layouts)) {
      for (const { code, label } of applications.lines) {
        if (code !== null) expect(meaningOf(label.zh)?.applicationRow).toBe(code);
      }
      for (const { rows, columns } of disclosure) {
        for (const { code, label } of rows) expect(meaningOf(label.zh)?.disclosureRow).toBe(code);
        for (const { code, label } of columns) {
          expect(meaningOf(label.zh)?.disclosureColumn).toBe(code);
        }
      }
    }
  });

  it('is compared without number, brackets and spaces', () => {
    expect(bareLabel('（七）总　计')).toBe('总计');
  });
});
