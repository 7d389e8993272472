import { describe, expect, it } from 'vitest';
import { letterActions, redirectChannels, discardReasons } from '@/domain/letters/actions';
import { parseCorrection, parseLetter, parseRecordCorrection } from '@/domain/letters/parse';
import { messages } from '@/messages';
import { letterRefusal } from './letter-error';

const locales = ['zh-CN', 'en'] as const;

describe('words of letters', () => {
  it('name every action, channel and ground in both languages', () => {
    for (const locale of locales) {
      const words = messages[locale].lettersOffice;
      expect(Object.keys(words.actions).sort()).toEqual(
        [...Object.keys(letterActions), 'register'].sort(),
      );
      expect(Object.keys(words.channels).sort()).toEqual([...redirectChannels].sort());
      expect(Object.keys(words.channelTexts).sort()).toEqual([...redirectChannels].sort());
      expect(Object.keys(words.discards).sort()).toEqual([...discardReasons].sort());
    }
  });

  it('say what is wrong with each field of an empty form', () => {
    const parsed = [parseLetter({}), parseCorrection({}), parseRecordCorrection({})];
    const keys = parsed.flatMap((each) => (each.ok ? [] : each.errors.map(({ key }) => key)));
    expect(keys.length).toBeGreaterThan(10);
    for (const locale of locales) {
      const { applications, lettersOffice } = messages[locale];
      const known = { ...applications.errors, ...lettersOffice.errors };
      expect(keys.filter((key) => !(key in known))).toEqual([]);
    }
  });

  it('tell a refusal without a place left open', () => {
    for (const locale of locales) {
      const told = [
        letterRefusal(locale, { key: 'state', values: { action: 'route', status: 'answered' } }),
        letterRefusal(locale, {
          key: 'needs',
          values: { action: 'reroute', fields: ['agency', 'reason'] },
        }),
        letterRefusal(locale, { key: 'conflict', values: null }),
        letterRefusal(locale, { key: 'samePerson', values: { action: 'issue' } }),
      ];
      for (const sentence of told) expect(sentence).not.toMatch(/[{}]/);
    }
  });
});
