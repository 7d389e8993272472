import type { DateField, FieldHook } from 'payload';
import { describe, expect, test } from 'vitest';
import { day } from './day';

const kept = (value: unknown): unknown => {
  const field = day('filedOn', { zh: '受理日期', en: 'Filed on' }) as DateField;
  const [normalise] = field.hooks!.beforeValidate as [FieldHook];
  const req = { t: (key: string) => key };
  return normalise({ value, req, path: ['filedOn'] } as never);
};

describe('a day that is sent', () => {
  test('is kept as noon of that day, also where a picker sends the midnight in Shanghai', () => {
    expect(kept('2024-02-29')).toBe('2024-02-29T12:00:00.000Z');
    expect(kept('2024-12-31T16:00:00.000Z')).toBe('2025-01-01T12:00:00.000Z');
    expect(kept(null)).toBeNull();
  });

  test.each(['2024-02-31', '2023-02-29', '2024-04-31'])(
    '%s is refused, since no figure could be counted from it',
    (value) => {
      expect(() => kept(value)).toThrow(expect.objectContaining({ status: 400 }));
    },
  );
});
