import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_TARGET, parseFollowed, parseSubscription, sameKey } from './parse';

const whole = {
  email: ' reader@demo.example ',
  subject: 'agency',
  target: 'finance',
  frequency: 'weekly',
};

/** Any code point, half pairs too. fast-check's own unit `binary` works seconds before the first one. */
const anySign = fc.integer({ min: 0, max: 0x10_ff_ff }).map((code) => String.fromCodePoint(code));

describe('the form of a subscription', () => {
  it('takes one mailbox, what is followed, and how often', () => {
    expect(parseSubscription(whole)).toEqual({
      ok: true,
      value: {
        email: 'reader@demo.example',
        subject: 'agency',
        target: 'finance',
        frequency: 'weekly',
      },
    });
  });

  it('says of each answer what is wrong with it', () => {
    expect(parseSubscription({})).toEqual({
      ok: false,
      errors: {
        email: 'emailMissing',
        subject: 'subjectUnknown',
        frequency: 'frequencyMissing',
      },
    });
    expect(parseSubscription({ ...whole, email: 'a@b@c' })).toMatchObject({
      errors: { email: 'emailWrong' },
    });
  });

  it('reads an address typed in full-width characters', () => {
    expect(parseSubscription({ ...whole, email: 'reader＠demo．example' })).toMatchObject({
      value: { email: 'reader@demo.example' },
    });
  });

  it.each([
    ['a@demo.example,b@demo.example'],
    ['a@demo.example\r\nBcc: b@demo.example'],
    ['<a@demo.example>'],
  ])('takes nothing that could say more to a mail server: %j', (email) => {
    expect(parseSubscription({ ...whole, email })).toMatchObject({ ok: false });
  });

  it('needs no target for all that is new, and one for everything else', () => {
    expect(parseFollowed('all', 'x')).toEqual({ subject: 'all', target: '' });
    expect(parseFollowed('document', '')).toBeNull();
    expect(parseFollowed('document', '../x')).toBeNull();
    expect(parseFollowed('search', 'q=营商环境&kind=notice')).not.toBeNull();
    expect(parseFollowed('search', 'x'.repeat(MOST_TARGET + 1))).toBeNull();
    expect(parseFollowed('everybody', 'x')).toBeNull();
  });

  it('never throws, and never takes an address that is none', () => {
    const answers = fc.record({
      email: fc.string({ unit: anySign }),
      subject: fc.string(),
      target: fc.string({ unit: anySign }),
      frequency: fc.string(),
    });
    fc.assert(
      fc.property(answers, (given) => {
        const parsed = parseSubscription(given);
        if (parsed.ok) expect(parsed.value.email).toMatch(/^[^\s@]+@[^\s@]+$/);
      }),
      { numRuns: 40 },
    );
  });

  it('knows the same wish again, however the mailbox is written', () => {
    const wish = { subject: 'theme', target: 'finance' } as const;
    expect(sameKey({ ...wish, email: 'A@demo.example' })).toBe(
      sameKey({ ...wish, email: 'a@demo.example' }),
    );
  });
});
