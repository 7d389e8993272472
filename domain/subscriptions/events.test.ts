import { describe, expect, it } from 'vitest';
import { eventsDue, newsSince, validityEvent, type RecordFacts } from './events';

const since = newsSince('2026-11-26');
const facts = (more: Partial<RecordFacts> = {}): RecordFacts => ({
  collection: 'documents',
  id: '12',
  isPublic: true,
  publishedOn: '2026-11-25T12:00:00.000Z',
  updatedAt: '2026-11-25T03:00:00.000Z',
  ...more,
});
const keys = (more?: Partial<RecordFacts>) => eventsDue(facts(more), since).map(({ key }) => key);

describe('what subscribers are told of', () => {
  it('is a publication, once however often the record is saved afterwards', () => {
    expect(keys()).toEqual(['documents:12:published:2026-11-25']);
    expect(keys({ updatedAt: '2026-11-26T03:00:00.000Z' })).toEqual(keys());
  });

  it('is no old text that an import brings or that is saved anew', () => {
    expect(keys({ publishedOn: '2020-03-01T12:00:00.000Z' })).toEqual([]);
    expect(keys({ publishedOn: null })).toEqual([]);
  });

  it('is no draft', () => {
    expect(keys({ isPublic: false })).toEqual([]);
  });

  it('is each correction by its own note, also of an old text', () => {
    expect(
      keys({
        publishedOn: '2020-03-01T12:00:00.000Z',
        corrections: [
          { mark: 'a', at: '2025-01-01T00:00:00.000Z' },
          { mark: 'b', at: '2026-11-26T00:00:00.000Z' },
        ],
      }),
    ).toEqual(['documents:12:corrected:b']);
  });

  it('is a withdrawal, and that the text is public again', () => {
    const withdrawal = { id: '7', withdrawnOn: '2026-11-24T01:00:00.000Z', restoredOn: null };
    expect(keys({ isPublic: false, withdrawals: [withdrawal] })).toEqual([
      'documents:12:withdrawn:7',
    ]);
    expect(
      keys({
        publishedOn: '2020-03-01T12:00:00.000Z',
        withdrawals: [{ ...withdrawal, restoredOn: '2026-11-26T01:00:00.000Z' }],
      }),
    ).toEqual(['documents:12:withdrawn:7', 'documents:12:published:again-7']);
  });

  it('is a change of validity, once a day', () => {
    expect(validityEvent('12', 'repealed', '2026-11-26', '2026-11-26T00:05:00.000Z').key).toBe(
      'documents:12:validity:repealed:2026-11-26',
    );
  });
});
