import { expect, test } from 'vitest';
import { nationalCalendar } from '../workdays/national-calendar';
import type { ActionCode } from './actions';
import { judge, type PastAct } from './case';
import type { Status } from './statuses';

const TODAY = '2026-11-10';
const past = (...actions: PastAct['action'][]): PastAct[] =>
  (['register', ...actions] as const).map((action) => ({ action, on: '2026-11-02', by: null }));

const refusal = (
  action: ActionCode,
  given: object,
  history: PastAct[],
  status: Status = 'in-progress',
) =>
  judge(
    {
      status,
      channel: 'in-person',
      filedOn: '2026-11-02',
      signedOn: null,
      history,
      consultations: [],
      termOn: null,
    },
    {
      action,
      actor: action === 'extend' ? 'leader' : 'officer',
      by: 'a',
      on: TODAY,
      given: { reason: '有', facts: '有', decision: '有', ...given },
    },
    nationalCalendar,
    TODAY,
  )?.key ?? null;

test('only what was supplemented is still unclear', () => {
  const kind = 'still-unclear';
  expect(refusal('draft', { kind }, past())).toBe('notSupplemented');
  expect(refusal('draft', { kind }, past('request-supplement'))).toBe('notSupplemented');
  const supplemented = past('request-supplement', 'receive-supplement');
  expect(refusal('draft', { kind }, supplemented)).toBeNull();
});

test('nobody is turned away for too many applications who was not asked for reasons', () => {
  const kind = 'excessive';
  expect(refusal('draft', { kind }, past())).toBe('reasonsNotAsked');
  expect(refusal('draft', { kind }, past('ask-reasons', 'receive-reasons'))).toBeNull();
  // Who gives none has none.
  expect(refusal('draft', { kind }, past('ask-reasons'), 'reasons-requested')).toBeNull();
});

test.each(['not-supplemented', 'unpaid'])('what ends by itself is not drafted: %s', (kind) => {
  expect(refusal('draft', { kind }, past())).toBe('endsByItself');
});

test.each([
  ['charge', { feeBasis: 'requests', feeCount: 12 }],
  ['ask-extension', { workingDays: 10 }],
  ['extend', { workingDays: 10 }],
] as [ActionCode, object][])(
  'what belongs to the time before the answer is not done while it is corrected: %s',
  (action, given) => {
    expect(refusal(action, given, past())).toBeNull();
    expect(refusal(action, given, past('draft', 'issue', 'correct'))).toBe('answered');
  },
);

test('what was left out may be asked for, and another answer drafted, while one is corrected', () => {
  const corrected = past('draft', 'issue', 'correct');
  const supplement = { missing: '年份', termOn: '2026-12-20' };
  expect(refusal('request-supplement', supplement, corrected)).toBeNull();
  expect(refusal('ask-reasons', {}, corrected)).toBeNull();
  expect(refusal('ask-third-party', { party: '测试公司' }, corrected)).toBeNull();
  expect(refusal('draft', { kind: 'partial', withoutFile: true }, corrected)).toBeNull();
});
