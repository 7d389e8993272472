import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { errorsIn, merged, pageOf } from './forms';

beforeEach(() => vi.stubEnv('SITE_URL', 'https://gongkai.example'));
afterEach(() => vi.unstubAllEnvs());

const formOf = (values: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};

describe('the page that somebody came from', () => {
  it('is kept without its host when it lies on this portal', () => {
    expect(pageOf('https://gongkai.example/documents/a?x=1')).toBe('/documents/a?x=1');
    expect(pageOf('/en/search?q=养老')).toBe('/en/search?q=养老');
  });

  it.each([
    'https://elsewhere.example/documents/a',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'https://gongkai.example.evil.example/',
    'https://gongkai.example@evil.example/',
    `/${'x'.repeat(600)}`,
    '/documents/\u202egpj.exe',
    '',
  ])('is not taken from %j', (from) => {
    expect(pageOf(from)).toBeNull();
  });
});

describe('what a page of a form sends', () => {
  it('replaces the answers of that page and takes nothing that the form does not ask', () => {
    const answers = merged(
      'letter',
      { title: '路灯', body: '不亮' },
      formOf({ title: '东门路灯', status: 'answered', queryHash: 'x' }),
    );
    expect(answers).toEqual({ title: '东门路灯', body: '不亮' });
  });

  it('keeps fifty thousand characters, so that nothing is lost, and says how long they are', () => {
    const answers = merged('letter', {}, formOf({ body: '字'.repeat(50_000) }));
    expect(answers.body).toHaveLength(50_000);
    const errors = errorsIn('letter', answers, '2026-11-26');
    expect(errors.find(({ field }) => field === 'body')).toMatchObject({
      key: 'tooLong',
      values: { max: 5000, length: 50_000 },
    });
  });

  it('refuses a text with marks that turn the direction of writing, with a reason', () => {
    const errors = errorsIn('letter', { body: '请看\u202e附件' }, '2026-11-26');
    expect(errors.find(({ field }) => field === 'body')?.key).toBe('controlCharacters');
  });

  it('takes script and mark-up as the words that they are', () => {
    const body = '<script>alert(1)</script> [点这里](javascript:alert(1))';
    const errors = errorsIn('correction', { kind: 'text', body }, '2026-11-26');
    expect(errors).toEqual([]);
  });
});
