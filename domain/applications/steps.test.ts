import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveryWays, informationForms } from './applicants';
import { applicationFields, parseApplication } from './parse';
import {
  asked,
  errorsOf,
  fieldsOf,
  firstUnfinished,
  formSteps,
  nextStep,
  stepBefore,
} from './steps';

const TODAY = '2026-11-27';

const person = {
  applicantKind: 'natural',
  name: '李小明',
  idType: 'id-card',
  idNumber: '11010519491231002X',
  phone: '13800001234',
  agency: 'county-office',
  informationTitle: '2025年农村公路养护计划',
  form: 'electronic',
  delivery: 'online',
};

describe('the pages of the form', () => {
  it('ask a person for no credit code, an organisation for no identity paper', () => {
    expect(fieldsOf('identity', { applicantKind: 'natural' })).not.toContain('creditCode');
    expect(fieldsOf('identity', { applicantKind: 'research' })).not.toContain('idNumber');
  });

  it('ask for an address only where something is sent to it', () => {
    expect(fieldsOf('how', { delivery: 'online' })).toEqual(['form', 'delivery']);
    expect(fieldsOf('how', { delivery: 'post' })).toContain('address');
    expect(fieldsOf('how', { delivery: 'email' })).toContain('email');
  });

  it('never ask what for', () => {
    const asked = formSteps.flatMap((step) => fieldsOf(step, person));
    expect(asked.join(' ')).not.toMatch(/purpose|reason|use/i);
  });

  it('tell only what is wrong on them', () => {
    expect(errorsOf('who', {}, TODAY).map(({ field }) => field)).toEqual(['applicantKind']);
    expect(
      errorsOf('what', { ...person, informationTitle: '' }, TODAY).map(({ key }) => key),
    ).toEqual(['informationRequired']);
    expect(errorsOf('identity', { ...person, informationTitle: '' }, TODAY)).toEqual([]);
  });

  it('refuse on the page that asks for it whatever would be refused when it is sent', () => {
    const unborn = { ...person, idNumber: '110105206203120026' };
    expect(errorsOf('identity', unborn, TODAY).map(({ key }) => key)).toEqual(['idCardBirthDate']);
    expect(firstUnfinished(unborn, TODAY)).toBe('identity');
  });

  it('follow one another there and back', () => {
    expect(nextStep('who')).toBe('identity');
    expect(nextStep('how')).toBe('check');
    expect(stepBefore('check')).toBe('how');
    expect(stepBefore('who')).toBeNull();
  });

  it('forget what they ask for no more, and hold nobody up by it', () => {
    const answers = { ...person, address: '长'.repeat(500), creditCode: 'nonsense' };
    expect(asked(answers)).toEqual(person);
    expect(firstUnfinished(answers, TODAY)).toBeNull();
  });

  it('are all finished exactly when the whole form can be read', () => {
    const answer = fc.oneof(fc.constant(''), fc.string(), fc.constantFrom(...deliveryWays));
    const forms = fc.record(
      {
        ...Object.fromEntries(applicationFields.map((field) => [field, answer])),
        form: fc.constantFrom('', ...informationForms),
        delivery: fc.constantFrom('', ...deliveryWays),
        applicantKind: fc.constantFrom('', 'natural', 'business'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(forms, fc.boolean(), (drawn, isNear) => {
        const answers = isNear ? { ...person, ...drawn } : drawn;
        expect(firstUnfinished(answers, TODAY) === null).toBe(
          parseApplication(asked(answers), TODAY).ok,
        );
      }),
    );
  });
});
