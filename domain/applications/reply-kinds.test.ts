import { describe, expect, it } from 'vitest';
import { nationalCalendar } from '../workdays/national-calendar';
import { annualRow, isReplyKind, replyKindCodes, replyKinds } from './reply-kinds';
import { remedyDeadlines, remedyOf } from './remedy';

describe('the kinds of reply', () => {
  it.each([
    ['granted', 'granted'],
    ['already-public', 'granted'],
    ['not-existing', 'unavailable-not-held'],
    ['not-ours', 'unavailable-not-held'],
    ['special-inquiry', 'refused-inquiry'],
    ['unpaid', 'other-unpaid'],
  ] as const)('count %s in the row %s', (kind, row) => {
    expect(annualRow(kind, '2021')).toBe(row);
  });

  it('count everything handled otherwise in one row in the layout of 2019', () => {
    for (const kind of ['not-supplemented', 'unpaid', 'other'] as const) {
      expect(annualRow(kind, '2019')).toBe('other');
    }
    expect(annualRow('granted', '2019')).toBe('granted');
  });

  it('quote an article for each', () => {
    for (const kind of replyKindCodes) {
      expect(replyKinds[kind].basis.length).toBeGreaterThan(0);
      for (const { article, quote } of replyKinds[kind].basis) {
        expect(article).toMatch(
          /^第[一二三四五六七八九十]+条(?:第[一二]款|第（[一二三四五六七]）项)?$/,
        );
        expect(quote).not.toBe('');
      }
    }
  });

  it('know their own names only', () => {
    expect(isReplyKind('granted')).toBe(true);
    expect(isReplyKind('refused')).toBe(false);
    expect(isReplyKind(null)).toBe(false);
  });
});

describe('the remedy', () => {
  it('is review first for every refusal, and for the withheld part of a partial disclosure', () => {
    const first = replyKindCodes.filter((kind) => remedyOf(kind).order === 'review-first');
    expect(first).toEqual([
      'partial',
      'refused-secret',
      'refused-law',
      'refused-safety',
      'refused-third-party',
      'refused-internal',
      'refused-process',
      'refused-enforcement',
      'special-inquiry',
    ]);
  });

  it('ends after 60 days and 6 months, on a working day', () => {
    // 60 days from 7 August are 6 October, within the National Day holiday.
    expect(remedyDeadlines('not-existing', '2026-08-07', nationalCalendar)).toEqual({
      reviewBy: '2026-10-08',
      courtBy: '2027-02-08',
    });
    expect(remedyDeadlines('granted', '2026-03-31', nationalCalendar)).toEqual({
      reviewBy: '2026-06-01',
      courtBy: '2026-09-30',
    });
  });

  it('has no last day for court where review comes first', () => {
    expect(remedyDeadlines('refused-law', '2026-11-24', nationalCalendar)).toEqual({
      reviewBy: '2027-01-25',
      courtBy: null,
    });
  });
});
