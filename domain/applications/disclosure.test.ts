import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../workdays/national-calendar';
import { judge, type CaseFacts, type NewAct } from './case';
import { objections, type Heard } from './disclosure';

const asked = (number: number, outcome: Heard['outcome'], party = '甲公司') => ({
  number,
  of: 'third-party' as const,
  party,
  outcome,
  askedOn: '2026-11-02',
  answeredOn: '2026-11-09',
});

const facts = (more: Partial<CaseFacts> = {}): CaseFacts => ({
  status: 'in-progress',
  channel: 'in-person',
  filedOn: '2026-11-02',
  signedOn: null,
  history: [{ action: 'register', on: '2026-11-02', by: null }],
  consultations: [asked(1, 'refusal')],
  termOn: null,
  ...more,
});

const draft = (given: NewAct['given'], of = facts()) =>
  judge(
    of,
    {
      action: 'draft',
      actor: 'officer',
      by: 'a',
      on: '2026-11-10',
      given: { facts: '有', decision: '予以公开', ...given },
    },
    nationalCalendar,
    '2026-11-10',
  )?.key ?? null;

describe('information over the refusal of a third party', () => {
  test('is not drafted before the question is answered', () => {
    for (const kind of ['granted', 'partial', 'already-public']) {
      expect(draft({ kind }), kind).toBe('objectionAsked');
    }
    expect(draft({ kind: 'refused-third-party' })).toBeNull();
  });

  test('is disclosed in the public interest with the reason alone', () => {
    const overridesObjection = true;
    expect(draft({ kind: 'granted', overridesObjection })).toBe('publicInterest');
    expect(draft({ kind: 'granted', overridesObjection, reason: '涉及饮水安全' })).toBeNull();
  });

  test('stays withheld where it is not overridden: only what they do not object to is given', () => {
    expect(draft({ kind: 'granted', overridesObjection: false })).toBe('objectionGranted');
    expect(draft({ kind: 'partial', overridesObjection: false })).toBeNull();
  });

  test('goes no further on a draft of before', () => {
    const steps = [
      ['drafted', 'review', 'counsel'],
      ['reviewed', 'approve', 'leader'],
      ['approved', 'issue', 'officer'],
    ] as const;
    for (const [status, action, actor] of steps) {
      const act = { action, actor, by: 'z', on: '2026-11-10', given: {} };
      const key = (overridesObjection: boolean) =>
        judge(
          facts({ status, reply: { kind: 'granted', overridesObjection } }),
          act,
          nationalCalendar,
          '2026-11-10',
        )?.key ?? null;
      expect(key(false), action).toBe('objectionOpen');
      expect(key(true), action).toBeNull();
    }
  });
});

test('the last that was heard of a party counts, and silence is no objection', () => {
  expect(objections([asked(1, 'refusal'), asked(2, 'consent')])).toEqual([]);
  expect(objections([asked(1, 'refusal'), asked(2, 'consent', '乙公司')])).toHaveLength(1);
  expect(objections([asked(1, 'partial')])).toHaveLength(1);
  expect(objections([asked(1, 'silence')])).toEqual([]);
  // Asked again and silent, nobody has taken back what they said.
  expect(objections([asked(1, 'refusal'), asked(2, 'silence')])).toHaveLength(1);
  expect(objections([{ ...asked(1, 'refusal'), of: 'agency' }])).toEqual([]);
});

test('an electronic reply without a file to hand over is asked about when it is drafted', () => {
  const none = facts({ consultations: [], form: 'electronic', releasedFiles: 0 });
  expect(draft({ kind: 'granted' }, none)).toBe('nothingReleased');
  expect(draft({ kind: 'partial' }, none)).toBe('nothingReleased');
  expect(draft({ kind: 'granted', withoutFile: true }, none)).toBeNull();
  expect(draft({ kind: 'not-existing' }, none)).toBeNull();
  expect(draft({ kind: 'granted' }, { ...none, releasedFiles: 1 })).toBeNull();
  expect(draft({ kind: 'granted' }, { ...none, form: 'paper' })).toBeNull();
});
