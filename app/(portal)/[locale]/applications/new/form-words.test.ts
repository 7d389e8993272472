import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import { messages } from '@/messages';
import { formWords, timeToWait } from './form-words';

test('a time to wait is told as people say it, one minute too', () => {
  expect(timeToWait(1, 'en')).toBe('1 minute');
  expect(timeToWait(121, 'zh-CN')).toBe('3 小时');
  const t = formWords('en');
  expect(t('otherWays.busy', { minutes: 1 })).toContain('in 1 minute.');
  expect(t('files.problems.wait', { minutes: 2 })).toContain('in 2 minutes.');
  const cases = createTranslator({
    locale: 'en',
    messages: messages.en,
    namespace: 'applications',
  });
  expect(cases('tooMany', { minutes: 1 })).toContain('in 1 minute,');
});
