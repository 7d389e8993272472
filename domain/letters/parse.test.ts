import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  correctionFields,
  letterFields,
  parseCorrection,
  parseLetter,
  parseRecordCorrection,
  recordFields,
} from './parse';

const letter = {
  kind: 'question',
  title: '新修的村道什么时候通车',
  body: '路面已经铺好，\r\n一直没有放行。',
  name: '张某',
  phone: '138 1234 5678',
};
const record = {
  agency: 'county-office',
  title: '低保公示名单',
  wrong: '姓名写错一个字',
  right: '应为“张某”',
  evidence: '身份证复印件',
  name: '张某',
  idType: 'id-card',
  idNumber: '11010519491231002x',
  email: 'a@example.cn',
};

const errorsOf = (parsed: ReturnType<typeof parseLetter | typeof parseRecordCorrection>) =>
  parsed.ok ? [] : parsed.errors.map(({ field, key }) => `${field}: ${key}`);

describe('a letter', () => {
  it('is read into clean values, and left to the office where no agency is chosen', () => {
    expect(parseLetter(letter)).toMatchObject({
      ok: true,
      value: {
        purpose: 'letter',
        agency: null,
        phone: '13812345678',
        body: '路面已经铺好，\n一直没有放行。',
        mayPublish: false,
      },
    });
    expect(parseLetter({ ...letter, mayPublish: 'on' })).toMatchObject({
      value: { mayPublish: true },
    });
  });

  it('keeps nothing of a title and a name that nobody can see, or that covers other lines', () => {
    const given = { ...letter, title: `路\u{e0041}灯z${'\u0301'.repeat(200)}`, name: '张\u200b某' };
    const parsed = parseLetter(given);
    expect(parsed).toMatchObject({ ok: true, value: { name: '张某' } });
    expect(parsed.ok && parsed.value.title.length).toBeLessThan(10);
  });

  it('left empty names every required field, in the order of the form', () => {
    expect(errorsOf(parseLetter({}))).toEqual([
      'kind: letterKindRequired',
      'title: titleRequired',
      'body: bodyRequired',
      'name: writerNameRequired',
      'phone: writerContactRequired',
    ]);
  });

  it('of 50,000 characters is refused and says how many there may be', () => {
    expect(parseLetter({ ...letter, body: '字'.repeat(50_000) })).toEqual({
      ok: false,
      errors: [{ field: 'body', key: 'tooLong', values: { max: 5000, length: 50_000 } }],
    });
  });

  it.each(['路\u202E面', '路\u2066面', '路\u0000面', '路\uD800面'])(
    'with a mark that turns or hides text is refused: %j',
    (body) => {
      expect(errorsOf(parseLetter({ ...letter, body }))).toEqual(['body: controlCharacters']);
    },
  );

  it('keeps mark-up as the characters that it is', () => {
    const body = '<script>alert(1)</script> https://example.com';
    expect(parseLetter({ ...letter, body })).toMatchObject({ value: { body } });
  });
});

describe('a correction', () => {
  const correction = { kind: 'link', body: '附件打不开', pageAddress: '/documents/a?x=1' };

  it('needs nothing of who writes', () => {
    expect(parseCorrection(correction)).toMatchObject({
      ok: true,
      value: {
        purpose: 'correction',
        title: '附件打不开',
        name: null,
        page: { address: '/documents/a?x=1', title: null, kind: 'link' },
      },
    });
  });

  it('takes the path out of an address of this portal, and no other address', () => {
    const site = 'https://portal.example.cn';
    const at = (pageAddress: string) => parseCorrection({ ...correction, pageAddress }, site);
    expect(at('https://portal.example.cn/about')).toMatchObject({
      value: { page: { address: '/about' } },
    });
    for (const elsewhere of [
      'https://evil.example/',
      '//evil.example',
      'javascript:alert(1)',
      '/\\evil',
      'https://portal.example.cn//evil.example/x',
    ]) {
      expect(at(elsewhere)).toMatchObject({ errors: [{ key: 'pageElsewhere' }] });
    }
  });
});

describe('a correction of one’s own record', () => {
  it('is one text for the office, with who asks and the paper that shows it', () => {
    const parsed = parseRecordCorrection(record, '2026-11-26');
    expect(parsed).toMatchObject({
      ok: true,
      value: { purpose: 'record', idNumber: '11010519491231002X', agency: 'county-office' },
    });
    expect(parsed.ok && parsed.value.body).toContain('应当更正为：\n应为“张某”');
  });

  it('asks for evidence and checks the number', () => {
    expect(errorsOf(parseRecordCorrection({ ...record, evidence: ' ' }))).toEqual([
      'evidence: evidenceRequired',
    ]);
    expect(errorsOf(parseRecordCorrection({ ...record, idNumber: '1101' }))).toEqual([
      'idNumber: idCardLength',
    ]);
    expect(
      errorsOf(
        parseRecordCorrection({
          ...record,
          idType: 'credit-code',
          idNumber: '91350100M000100Y43',
        }),
      ),
    ).toEqual([]);
  });
});

describe('any form', () => {
  const forms = [
    { fields: letterFields, parse: (form: Record<string, unknown>) => parseLetter(form) },
    { fields: correctionFields, parse: (form: Record<string, unknown>) => parseCorrection(form) },
    { fields: recordFields, parse: (form: Record<string, unknown>) => parseRecordCorrection(form) },
  ];

  it('never throws, names only its own fields, each once', () => {
    const values = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.anything(),
      fc.constantFrom<unknown>(...Object.values(letter), ...Object.values(record)),
    );
    for (const { fields, parse } of forms) {
      fc.assert(
        fc.property(
          fc.dictionary(fc.constantFrom<string>(...fields, '__proto__'), values),
          (form) => {
            const parsed = parse(form);
            if (parsed.ok) return true;
            const named = parsed.errors.map(({ field }) => field);
            return (
              named.length > 0 &&
              new Set(named).size === named.length &&
              named.every((field) => (fields as readonly string[]).includes(field))
            );
          },
        ),
        { numRuns: 60 },
      );
    }
  });
});
