import { describe, expect, it } from 'vitest';
import { composeReminder, type ReminderFacts } from './report-reminder';

const facts: ReminderFacts = {
  names: { 'zh-CN': '测试县财政局', en: 'Finance Bureau' },
  kind: 'department',
  year: 2026,
  state: 'draft',
  today: '2027-01-10',
  address: 'https://example.test/admin/collections/annual-reports/7',
};

describe('a reminder', () => {
  it('says by when, how the report stands and where it is, in Chinese and below it in English', () => {
    const { subject, text } = composeReminder(facts);
    expect(subject).toBe('请于2027年1月31日前公布2026年政府信息公开工作年度报告');
    const [chinese = '', english = ''] = text.split('\n----\n');
    expect(chinese).toContain('还有 21 天');
    expect(chinese).toContain('现在的情况：草稿');
    expect(chinese).toContain(facts.address);
    expect(english).toContain('Finance Bureau,');
    expect(english).toContain('in 21 days');
  });

  it('quotes the article of whoever reports', () => {
    expect(composeReminder(facts).text).toContain(
      '第四十九条：“县级以上人民政府部门应当在每年1月31日前',
    );
    const county = composeReminder({ ...facts, kind: 'government', today: '2027-03-28' });
    expect(county.text).toContain('在每年3月31日前向社会公布');
    expect(county.subject).toContain('只剩 3 天');
  });

  it('tells a township why its day is that of the departments', () => {
    expect(composeReminder({ ...facts, kind: 'township' }).text).toContain(
      '乡镇（场）的报告按部门的期限',
    );
    expect(composeReminder(facts).text).not.toContain('乡镇');
  });

  it.each([
    ['2027-01-31', '今天到期：请公布2026年政府信息公开工作年度报告'],
    ['2027-02-08', '已超期 8 天：2026年政府信息公开工作年度报告还没有公布'],
  ])('speaks otherwise on %s', (today, subject) => {
    expect(composeReminder({ ...facts, today }).subject).toBe(subject);
  });

  it('says the same as a page, with its English marked as such', () => {
    const { html } = composeReminder(facts);
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('<div lang="en">');
    expect(html).toContain(`<a href="${facts.address}">`);
  });
});
