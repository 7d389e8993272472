import { expect, it } from 'vitest';
import { LONGEST_REASON, readReasons, reasonsOf } from './reasons';

const old = {
  finding: 'a',
  reason: '原报告如此',
  by: '1',
  byName: '甲',
  at: '2026-01-05T00:00:00Z',
};
const now = { by: '2', byName: '乙', at: '2026-01-06T00:00:00Z' };

it('keeps who gave a reason when it is sent again, whatever name is sent with it', () => {
  const sent = readReasons([{ ...old, byName: '丙', at: '2020-01-01T00:00:00Z' }]);
  expect(reasonsOf([old], sent ?? [], now)).toEqual([old]);
});

it('gives a new or changed reason the name of who sends it', () => {
  const sent = readReasons([
    { finding: 'a', reason: '另有原因' },
    { finding: 'b', reason: ' 新增 ', byName: '丙' },
  ]);
  expect(reasonsOf([old], sent ?? [], now)).toEqual([
    { finding: 'a', reason: '另有原因', ...now },
    { finding: 'b', reason: '新增', ...now },
  ]);
});

it('drops reasons without words, and keeps the last of two for one finding', () => {
  const sent = readReasons([
    { finding: 'a', reason: '先' },
    { finding: 'a', reason: '后' },
    { finding: 'b', reason: '  ' },
  ]);
  expect(reasonsOf([], sent ?? [], now).map(({ reason }) => reason)).toEqual(['后']);
});

it.each([
  ['no list', { finding: 'a', reason: 'b' }],
  ['no entries', ['a']],
  ['no finding', [{ reason: 'b' }]],
  ['a reason that is no text', [{ finding: 'a', reason: 1 }]],
  ['a reason as long as a report', [{ finding: 'a', reason: '长'.repeat(LONGEST_REASON + 1) }]],
])('refuses %s', (_, value) => {
  expect(readReasons(value)).toBeNull();
});
