import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIntake, type Intake } from './intake';

const today = '2026-11-26';
const call: Intake = {
  channel: 'phone',
  kind: 'question',
  title: '路灯不亮',
  body: '学校门口的路灯坏了三盏。',
};
const taken = (more: Intake = {}, purpose: 'letter' | 'correction' | 'record' = 'letter') =>
  parseIntake({ ...call, ...more }, purpose, { today, site: 'https://county.example.test' });
const wrong = (more: Intake, purpose?: 'letter' | 'correction' | 'record') => {
  const parsed = taken(more, purpose);
  return parsed.ok ? [] : parsed.errors.map(({ path, key }) => `${path} ${key}`);
};

describe('a letter that an officer writes down', () => {
  it('may come from somebody who leaves no name and no address', () => {
    expect(taken()).toMatchObject({
      ok: true,
      value: { name: null, email: null, kind: 'question' },
    });
  });

  it('does not come through the site, which registers by itself', () => {
    expect(wrong({ channel: 'internet' })).toEqual(['channel channelRequired']);
    expect(wrong({ channel: null })).toEqual(['channel channelRequired']);
  });

  it('says everything that is wrong at once, each at its field', () => {
    expect(wrong({ kind: '', title: ' ', body: '', phone: '12', email: 'a@', name: '——' })).toEqual(
      [
        'kind letterKindRequired',
        'title titleRequired',
        'body bodyRequired',
        'name nameLetters',
        'phone phoneFormat',
        'email emailFormat',
      ],
    );
  });

  it('came today or within the year before', () => {
    expect(wrong({ receivedOn: today })).toEqual([]);
    expect(wrong({ receivedOn: '2025-11-26' })).toEqual([]);
    expect(wrong({ receivedOn: '2026-11-27' })).toEqual(['receivedOn receivedLater']);
    expect(wrong({ receivedOn: '2016-11-25' })).toEqual(['receivedOn receivedLongAgo']);
  });

  it('about a page names what is wrong with it, and a page of this site alone', () => {
    expect(wrong({}, 'correction')).toEqual(['page.kind correctionKindRequired']);
    const at = (address: string) =>
      wrong({ 'page.kind': 'text', 'page.address': address }, 'correction');
    expect(at('https://county.example.test/documents/1')).toEqual([]);
    expect(at('/documents/1')).toEqual([]);
    expect(at('https://elsewhere.example.test/')).toEqual(['page.address pageElsewhere']);
    expect(
      taken(
        { 'page.kind': 'text', 'page.address': 'https://county.example.test/a?b=1' },
        'correction',
      ),
    ).toMatchObject({ value: { 'page.address': '/a?b=1' } });
  });

  it('about somebody’s own record says whose', () => {
    expect(wrong({}, 'record')).toEqual(['name recordNameRequired']);
    expect(wrong({ name: '张样例' }, 'record')).toEqual([]);
  });

  it('is taken or refused in words whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (body, phone) => {
        const parsed = taken({ body, phone });
        expect(parsed.ok || parsed.errors.length > 0).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
