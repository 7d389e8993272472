import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailbox } from './mails';
import { applicationFields, parseApplication } from './parse';

const person = {
  applicantKind: 'natural',
  name: '李小明',
  idType: 'id-card',
  idNumber: '11010519491231002x',
  phone: '138 1234 5678',
  agency: 'county-office',
  informationTitle: '2025年农村公路养护计划',
  form: 'electronic',
  delivery: 'online',
};
const organisation = {
  applicantKind: 'business',
  name: '某某竹业有限公司',
  creditCode: '91350100m000100y43',
  representative: '王某',
  email: 'office@example.cn',
  agency: '12',
  informationNumber: '宜府办发〔2025〕3号',
  form: 'paper',
  delivery: 'post',
  address: '某路1号',
};

const errorsOf = (input: Record<string, unknown>) => {
  const parsed = parseApplication(input, '2026-11-24');
  return parsed.ok ? [] : parsed.errors.map(({ field, key }) => `${field}: ${key}`);
};
const valueOf = (input: Record<string, unknown>) => {
  const parsed = parseApplication(input, '2026-11-24');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.value;
};

describe('an application form', () => {
  it('of a natural person gives clean values and nothing that was not asked', () => {
    expect(valueOf(person)).toEqual({
      applicantKind: 'natural',
      name: '李小明',
      idType: 'id-card',
      idNumber: '11010519491231002X',
      creditCode: null,
      representative: null,
      phone: '13812345678',
      email: null,
      address: null,
      postcode: null,
      agency: 'county-office',
      informationTitle: '2025年农村公路养护计划',
      informationNumber: null,
      description: null,
      form: 'electronic',
      delivery: 'online',
    });
  });

  it('of an organisation asks for its credit code and for no identity paper', () => {
    expect(valueOf({ ...organisation, idType: 'passport', idNumber: 'nonsense' })).toMatchObject({
      creditCode: '91350100M000100Y43',
      representative: '王某',
      idType: null,
      idNumber: null,
    });
    expect(errorsOf({ ...organisation, creditCode: '' })).toEqual([
      'creditCode: creditCodeRequired',
    ]);
  });

  it('left empty names every required field, in the order of the form', () => {
    expect(errorsOf({})).toEqual([
      'applicantKind: applicantKindRequired',
      'name: nameRequired',
      'phone: contactRequired',
      'agency: agencyRequired',
      'description: informationRequired',
      'form: formRequired',
      'delivery: deliveryRequired',
    ]);
    expect(errorsOf({ applicantKind: 'natural' })).toContain('idType: idTypeRequired');
    expect(errorsOf({ applicantKind: 'research' })).toContain('name: organisationNameRequired');
  });

  it('takes a purpose for nothing it knows', () => {
    expect(valueOf({ ...person, purpose: '科研' })).not.toHaveProperty('purpose');
  });
});

describe('what the Regulation asks for', () => {
  it.each(['informationTitle', 'informationNumber', 'description'])(
    'is met by the %s alone',
    (field) => {
      const { informationTitle: _, ...rest } = person;
      expect(errorsOf({ ...rest, [field]: '农村公路' })).toEqual([]);
      expect(valueOf({ ...rest, [field]: '农村公路' }).informationTitle).toBe('农村公路');
    },
  );

  it('takes the beginning of a long description for a title', () => {
    const { informationTitle: _, ...rest } = person;
    const value = valueOf({ ...rest, description: `第一行\n${'字'.repeat(100)}` });
    expect(value.informationTitle).toBe(`第一行 ${'字'.repeat(36)}`);
    expect(value.description).toBe(`第一行\n${'字'.repeat(100)}`);
  });

  it('is one way to reach the applicant, by phone or by email', () => {
    const { phone: _, ...rest } = person;
    expect(errorsOf(rest)).toEqual(['phone: contactRequired']);
    expect(errorsOf({ ...rest, email: 'a@example.cn' })).toEqual([]);
  });

  it('is an address for the post and an email address for email', () => {
    expect(errorsOf({ ...person, delivery: 'post' })).toEqual(['address: addressRequired']);
    expect(errorsOf({ ...person, delivery: 'email' })).toEqual(['email: emailRequired']);
    const { phone: _, ...rest } = person;
    expect(errorsOf({ ...rest, delivery: 'email' })).toEqual(['email: emailRequired']);
  });

  it('is a way that fits the form', () => {
    expect(errorsOf({ ...person, form: 'paper' })).toEqual(['delivery: paperDelivery']);
    expect(errorsOf({ ...person, form: 'inspect' })).toEqual(['delivery: inspectDelivery']);
    expect(errorsOf({ ...person, form: 'inspect', delivery: 'in-person' })).toEqual([]);
  });
});

describe('bad input', () => {
  it.each([
    [{ applicantKind: 'company' }, 'applicantKind: applicantKindRequired'],
    [{ name: '  ' }, 'name: nameRequired'],
    [{ name: '12345' }, 'name: nameLetters'],
    [{ name: '李\u0000明' }, 'name: controlCharacters'],
    [{ name: '李\u202E明' }, 'name: controlCharacters'],
    [{ name: '李\uD800明' }, 'name: controlCharacters'],
    [{ name: '长'.repeat(101) }, 'name: tooLong'],
    [{ name: ['李', '明'] }, 'name: unreadable'],
    [{ name: { first: '李' } }, 'name: unreadable'],
    [{ name: 42 }, 'name: unreadable'],
    [{ idNumber: '' }, 'idNumber: idNumberRequired'],
    [{ idNumber: '110105491231002' }, 'idNumber: idCardLength'],
    [{ idNumber: '110105194912310021' }, 'idNumber: idCardCheck'],
    [{ idType: 'passport', idNumber: '护照' }, 'idNumber: passportFormat'],
    [{ idType: 'driving-licence' }, 'idType: idTypeRequired'],
    [{ phone: '110' }, 'phone: phoneFormat'],
    [{ phone: '没有电话' }, 'phone: phoneFormat'],
    [{ email: 'li at example.cn' }, 'email: emailFormat'],
    [{ email: 'li@example' }, 'email: emailFormat'],
    [{ email: 'li..ming@example.cn' }, 'email: emailFormat'],
    [{ email: 'li@-example.cn' }, 'email: emailFormat'],
    [{ email: 'li@192.0.2.1' }, 'email: emailFormat'],
    [{ email: 'li@example.cn,wang@example.cn' }, 'email: emailFormat'],
    [{ informationTitle: '\u200B', description: '\u2060 ' }, 'description: informationRequired'],
    [{ postcode: '33630' }, 'postcode: postcodeFormat'],
    [{ agency: '../admin' }, 'agency: agencyRequired'],
    [{ description: '字'.repeat(2001) }, 'description: tooLong'],
    [{ description: 'a\u0007b' }, 'description: controlCharacters'],
    [{ form: 'fax' }, 'form: formRequired'],
    [{ delivery: 'pigeon' }, 'delivery: deliveryRequired'],
  ])('%j is refused as %s', (change, error) => {
    expect(errorsOf({ ...person, ...change })).toEqual([error]);
  });

  it('says how long a text may be and how long it is, in characters', () => {
    const parsed = parseApplication({ ...person, description: '𠮷'.repeat(2001) });
    expect(parsed).toEqual({
      ok: false,
      errors: [{ field: 'description', key: 'tooLong', values: { max: 2000, length: 2001 } }],
    });
    expect(errorsOf({ ...person, description: '𠮷'.repeat(2000) })).toEqual([]);
    expect(parseApplication({ ...person, idNumber: '1101' })).toMatchObject({
      errors: [{ key: 'idCardLength', values: { length: 4 } }],
    });
  });

  it('full-width digits, spaces and line breaks pasted along are read and not refused', () => {
    const value = valueOf({
      ...person,
      phone: ' １３８１２３４５６７８ ',
      email: 'ｌｉ＠example.cn',
      postcode: '３３６３００',
      informationTitle: '　2025年\r\n公路\t计划 ',
      description: ' 一\r\n二\t三 ',
    });
    expect(value).toMatchObject({
      phone: '13812345678',
      email: 'li@example.cn',
      postcode: '336300',
      informationTitle: '2025年 公路 计划',
      description: '一\n二 三',
    });
  });

  it('marks that nobody sees, pasted along, are read over where a number or an address is asked for', () => {
    const value = valueOf({
      ...person,
      idNumber: '\u200B11010519491231002X\u200B',
      phone: '\u202D138 1234 5678\u202C',
      email: '\u200Eli@example.cn',
      informationTitle: '\u200B',
      description: '2025年公路计划',
    });
    expect(value).toMatchObject({
      idNumber: '11010519491231002X',
      phone: '13812345678',
      email: 'li@example.cn',
      informationTitle: '2025年公路计划',
    });
  });

  it.each([
    ['li@例子.中国', 'li@例子.中国'],
    ['李明@例子.中国', '李明@例子.中国'],
    // As browsers send the first of them.
    ['li@xn--fsqu00a.xn--fiqs8s', 'li@xn--fsqu00a.xn--fiqs8s'],
    ['li@example。cn', 'li@example.cn'],
    ["o'neil+a@example.ie", "o'neil+a@example.ie"],
  ])('an address in any script is one to which mail is sent: %s', (typed, kept) => {
    expect(valueOf({ ...person, email: typed }).email).toBe(kept);
    expect(mailbox(kept)).toBe(kept);
  });

  it('never throws, and names only fields of the form, each once', () => {
    const anyForm = fc.dictionary(
      fc.constantFrom<string>(...applicationFields, '__proto__', 'constructor', 'purpose'),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.anything(),
        fc.constantFrom<unknown>(...Object.values(person), ...Object.values(organisation)),
      ),
    );
    fc.assert(
      fc.property(anyForm, (form) => {
        const parsed = parseApplication(form);
        if (parsed.ok) return true;
        const fields = parsed.errors.map(({ field }) => field);
        return (
          fields.length > 0 &&
          new Set(fields).size === fields.length &&
          fields.every((field) => applicationFields.includes(field))
        );
      }),
    );
  });

  it('is not let through a second time: what was read is read again unchanged', () => {
    for (const form of [person, organisation]) {
      const value = valueOf(form);
      expect(valueOf({ ...value })).toEqual(value);
    }
  });
});
