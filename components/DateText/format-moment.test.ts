import { expect, it } from 'vitest';
import { formatMoment } from './format-moment';

it('says a moment by the clock of China, whatever the machine’s', () => {
  expect(formatMoment('2026-11-30T16:05:00.000Z', 'zh-CN')).toBe('2026年12月1日00:05');
  expect(formatMoment('2026-11-30T09:00:00.000Z', 'en')).toBe('30 November 2026, 17:00');
});
