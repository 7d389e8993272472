import { expect, test } from 'vitest';
import { actionCodes, actions } from '@/domain/applications/actions';
import { replyKindCodes } from '@/domain/applications/reply-kinds';
import type { DeskCase } from '@/collections/Applications/desk-case';
import {
  beginning,
  feeOf,
  fieldsOf,
  repliesIn,
  replyGroups,
  sendable,
  isAsked,
  isRemarkPrinted,
  typedOn,
  type Typed,
} from './action-form';

const desk = {
  consultations: [
    {
      number: 1,
      of: 'agency',
      askedOn: '2026-11-02',
      dueOn: '2026-11-23',
      answeredOn: '2026-11-09',
    },
    { number: 2, of: 'third-party', askedOn: '2026-11-03', dueOn: '2026-11-24', answeredOn: null },
  ],
  start: {
    today: '2026-11-26',
    supplementTerm: '2026-12-17',
    agencies: [{ id: 7, name: '测试县财政局' }],
    officers: [{ id: 3, name: '李测试', agency: 7 }],
    agency: 7,
    assignee: null,
    requestsInMonth: 12,
    extension: { workingDays: 10, reason: '材料较多' },
    reply: { kind: null, facts: null, decision: null },
  },
} as unknown as DeskCase;

test('each form has every field that its action needs, once, and a remark', () => {
  for (const action of actionCodes) {
    const fields = fieldsOf(action);
    const names = fields.map(({ field }) => field);
    expect(new Set(names).size, action).toBe(names.length);
    expect(names, action).toContain('reason');
    expect(fields.filter(({ isNeeded }) => isNeeded).map(({ field }) => field)).toEqual([
      ...(actions[action].needs ?? []),
    ]);
  }
});

test('forms begin with today, the inquiry that is open, what was asked for and the month’s number', () => {
  for (const action of actionCodes) expect(beginning(action, desk).on).toBe('2026-11-26');
  expect(beginning('close-consultation', desk).consultation).toBe('2');
  expect(beginning('extend', desk)).toMatchObject({ workingDays: '10', reason: '材料较多' });
  expect(beginning('charge', desk).feeCount).toBe('12');
});

test('what is left empty is not sent, and ids go as the database has them', () => {
  expect(sendable({ on: '2026-11-26', agency: '7', assignee: '', reason: '7' }, desk)).toEqual({
    on: '2026-11-26',
    agency: 7,
    reason: '7',
  });
});

test('the fee is shown as it will be asked for, and none for what is no number', () => {
  expect(feeOf({ feeBasis: 'requests', feeCount: '12' })).toBe(200);
  expect(feeOf({ feeBasis: 'pages', feeCount: '31' })).toBe(10);
  for (const feeCount of ['', '-1', '1.5', 'zwölf', '99999999'])
    expect(feeOf({ feeCount })).toBeNull();
});

test('words on remedies ask for a tick where nobody else examines them, and where they are examined', () => {
  const asks = (typed: Typed, remedyWords: string[] = []) =>
    isAsked('remedyChecked', typed, { ...desk, remedyWords });
  expect(asks({ facts: '逾期未补正。', decision: '视为放弃。' })).toBe(false);
  expect(asks({ facts: '逾期未补正。', decision: '不得起诉。' })).toBe(true);
  // A form in which nothing is worded has the reply that is drafted before it.
  expect(asks({ on: '2026-11-26' }, ['行政复议'])).toBe(true);
  expect(asks({ on: '2026-11-26' })).toBe(false);
});

test('a tick is gone when the words are others than those that were checked', () => {
  const ticked: Typed = { decision: '不得起诉。', remedyChecked: 'on' };
  expect(typedOn(ticked, 'reason', '补录').remedyChecked).toBe('on');
  expect(typedOn(ticked, 'decision', '终局决定。').remedyChecked).toBe('');
});

test('every kind of reply that can be drafted stands in one group', () => {
  const grouped = replyGroups.flatMap(repliesIn);
  expect([...grouped].sort()).toEqual(
    replyKindCodes.filter((kind) => kind !== 'not-supplemented' && kind !== 'unpaid').sort(),
  );
});

test('a remark that a template may print is not called one for the office alone', () => {
  const printed = actionCodes.filter(
    (action) =>
      isRemarkPrinted(action) &&
      fieldsOf(action).some(({ field, isNeeded }) => field === 'reason' && !isNeeded),
  );
  expect(printed).toEqual(['transfer', 'ask-third-party', 'ask-agency', 'ask-reasons']);
});
