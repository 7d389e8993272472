import { describe, expect, test } from 'vitest';
import { amendItems, choicesOf, isBeingWritten, readAmendment } from './amendments';

const person = { applicantKind: 'natural', idType: 'id-card' };

describe('the new value of an item of the filing', () => {
  test('is read as the form of the applicant reads it', () => {
    const read = (item: (typeof amendItems)[number], value: unknown) =>
      readAmendment(item, value, person, '2026-11-27');
    expect(read('email', ' Zhang@Example．cn ')).toEqual({ ok: true, value: 'Zhang@Example.cn' });
    expect(read('email', 'zhang')).toMatchObject({ ok: false, key: 'emailFormat' });
    expect(read('phone', '12')).toMatchObject({ ok: false, key: 'phoneFormat' });
    expect(read('idNumber', '110105194912310021')).toMatchObject({ ok: false, key: 'idCardCheck' });
    // Of somebody who is not born yet.
    const future = '110105203012310018';
    expect(read('idNumber', future).ok).toBe(false);
    expect(readAmendment('idNumber', future, person, '2031-01-01').ok).toBe(true);
    expect(read('postcode', '33630')).toMatchObject({ ok: false, key: 'postcodeFormat' });
    expect(read('delivery', 'pigeon')).toMatchObject({ ok: false, key: 'deliveryRequired' });
    expect(read('delivery', 'post')).toEqual({ ok: true, value: 'post' });
    expect(read('informationTitle', '题'.repeat(201))).toMatchObject({ ok: false, key: 'tooLong' });
  });

  test('is never nothing, and each code that can be chosen is one', () => {
    for (const item of amendItems) {
      for (const value of ['', '  ', undefined, 7, {}]) {
        const read = readAmendment(item, value, person, '2026-11-27');
        expect(read.ok, item).toBe(false);
      }
      for (const code of choicesOf[item] ?? []) {
        expect(readAmendment(item, code, person, '2026-11-27')).toEqual({ ok: true, value: code });
      }
    }
  });
});

test('an application is written by a save on the day of its entry, by whoever enters it, and no longer', () => {
  const register = (role: string) => ({ action: 'register', role });
  const today = '2026-11-27';
  expect(isBeingWritten([register('officer')], today, today)).toBe(true);
  expect(isBeingWritten([register('officer')], '2026-11-26', today)).toBe(false);
  expect(isBeingWritten([register('applicant')], today, today)).toBe(false);
  const noted = [register('officer'), { action: 'note', role: 'officer' }];
  expect(isBeingWritten(noted, today, today)).toBe(false);
  expect(isBeingWritten([], today, today)).toBe(false);
});
