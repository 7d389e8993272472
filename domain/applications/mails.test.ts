import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { actionCodes } from './actions';
import { mailbox, mailFor, mailKinds, salutation } from './mails';

/** Any code point, half pairs too. fast-check's own unit `binary` works seconds before the first one. */
const anySign = fc.integer({ min: 0, max: 0x10_ff_ff }).map((code) => String.fromCodePoint(code));

test('every kind of mail belongs to a step', () => {
  const told = new Set((['register', ...actionCodes] as const).map(mailFor));
  for (const kind of mailKinds) expect(told).toContain(kind);
});

test('the applicant is not told of the office’s own drafting and signing', () => {
  for (const step of ['dispatch', 'draft', 'review', 'return', 'approve', 'note'] as const) {
    expect(mailFor(step)).toBeNull();
  }
});

describe('the name in a mail', () => {
  it.each(['张三', '阿依古丽·买买提', 'Anne-Marie O’Neill', '宜丰县样例（集团）有限公司'])(
    'is %s',
    (name) => expect(salutation(name)).toBe(name),
  );

  it.each([
    '',
    null,
    '<b>张三</b>',
    '中奖请加 http://example.test',
    '加微信：abc12345678',
    'www example',
    '张三\u0000',
    '一'.repeat(41),
  ])('is left out where it is %j', (name) => expect(salutation(name)).toBeNull());
});

describe('an address', () => {
  it.each(['a@example.test', 'zhang.san+1@mail.example.test', '张三@例子.测试'])(
    'such as %s is taken',
    (address) => expect(mailbox(address)).toBe(address),
  );

  it.each([
    '',
    null,
    'a@b',
    'a b@example.test',
    'a@example.test\r\nBcc: b@example.test',
    'a@example.test,b@example.test',
    '"a" <a@example.test>',
    'a@@example.test',
    `${'a'.repeat(65)}@example.test`,
  ])('such as %j is refused', (address) => expect(mailbox(address)).toBeNull());

  it('never holds anything that parts one header, or one address, from the next', () => {
    fc.assert(
      fc.property(fc.string({ unit: anySign }), fc.string({ unit: anySign }), (a, b) => {
        const found = mailbox(`${a}@${b}.test`);
        expect(found ?? '').not.toMatch(/[\s,;:<>"()[\]\\]/u);
      }),
    );
  });
});
