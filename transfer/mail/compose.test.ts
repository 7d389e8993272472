import { expect, test } from 'vitest';
import { messages } from '../../messages';
import { composeMail, type MailFacts } from './compose';

const fee: MailFacts = {
  kind: 'fee',
  receiptNumber: 'YF2026-00012-1',
  name: '示例·周某',
  hasCode: true,
  agency: null,
  isReceived: true,
  dueOn: null,
  isProvisional: false,
  termOn: '2026-12-25',
  yuan: 500,
  attached: 'letter',
  lettersAddress: null,
  statusAddress: 'https://portal.test/applications/status',
};

test('the mail of a fee says how much, by when, and that the time to reply starts afresh', () => {
  const chinese = composeMail(fee, 'zh-CN').text;
  expect(chinese).toContain('应缴金额：500 元');
  expect(chinese).toContain('截止日期：2026年12月25日');
  // As the clock counts it, and as the page of the case says.
  expect(chinese).toContain('重新计算');
  expect(messages['zh-CN'].caseStatus.clock.fee).toContain('重新计算');
  const english = composeMail(fee, 'en').text;
  expect(english).toContain('500 yuan');
  expect(english).toContain('starts afresh');
  expect(messages.en.caseStatus.clock.fee).toContain('starts afresh');
});
