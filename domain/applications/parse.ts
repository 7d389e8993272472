import { z } from 'zod';
import type { Day } from '../workdays/days';
import {
  applicantKinds,
  deliveryWays,
  idTypes,
  informationForms,
  isOrganisation,
  type ApplicantKind,
  type DeliveryWay,
  type IdType,
  type InformationForm,
} from './applicants';
import {
  choice,
  dropped,
  emailProblem,
  halfWidth,
  oneLine,
  optional,
  phoneProblem,
  readPhone,
  required,
  severalLines,
} from './form-texts';
import { wayProblem } from './delivery';
import { normaliseIdNumber, problemOfCreditCode, problemOfDocument } from './identity';
import { isUnseen } from './letters/clean';

/** The fields of the form, in its order. There is none for a purpose: the Regulation asks for none. */
export const applicationFields = [
  'applicantKind',
  'name',
  'idType',
  'idNumber',
  'creditCode',
  'representative',
  'phone',
  'email',
  'address',
  'postcode',
  'agency',
  'informationTitle',
  'informationNumber',
  'description',
  'form',
  'delivery',
] as const;
export type ApplicationField = (typeof applicationFields)[number];

export type ApplicationInput = {
  applicantKind: ApplicantKind;
  name: string;
  /** For natural persons; null for organisations. */
  idType: IdType | null;
  idNumber: string | null;
  /** For organisations; null for natural persons. */
  creditCode: string | null;
  representative: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
  postcode: string | null;
  /** The slug or id as the form sent it; whether there is such an agency is not known here. */
  agency: string;
  /** Never empty: where only a number or a description was given, its beginning stands here. */
  informationTitle: string;
  informationNumber: string | null;
  description: string | null;
  form: InformationForm;
  delivery: DeliveryWay;
};

/** What is wrong with a field; `key` is a message in `applications.errors`, `values` go into it. */
export type FieldError = {
  field: ApplicationField;
  key: string;
  values?: Record<string, string | number>;
};

/** Longest texts, in characters. */
export const maxLengths = {
  name: 100,
  representative: 50,
  email: 254,
  address: 200,
  informationTitle: 200,
  informationNumber: 100,
  description: 2000,
} as const;

/**
 * Reads an application form: each field a text as a form sends it, anything else is a field that
 * can't be read. Fields the applicant's kind does not need are dropped, unknown ones ignored.
 *
 * 条例第二十九条: “政府信息公开申请应当包括下列内容：（一）申请人的姓名或者名称、身份证明、联系方式；（二）申请公开的政府信息的名称、文号或者便于行政机关查询的其他特征性描述；
 * （三）申请公开的政府信息的形式要求，包括获取信息的方式、途径。”
 *
 * @param today with it, a birth date in an identity number may not lie in the future
 * @returns every error at once, in the order of the form, at most one a field
 */
export function parseApplication(
  input: Record<string, unknown>,
  today?: Day,
): { ok: true; value: ApplicationInput } | { ok: false; errors: FieldError[] } {
  const parsed = schemaFor(input, today).safeParse(
    Object.fromEntries(applicationFields.map((field) => [field, input[field] ?? ''])),
  );
  if (parsed.success) return { ok: true, value: withTitle(parsed.data) };
  const errors = new Map<ApplicationField, FieldError>();
  for (const issue of parsed.error.issues) {
    const field = applicationFields.find((name) => name === issue.path[0]);
    if (!field || errors.has(field)) continue;
    const values = issue.code === 'custom' ? (issue.params as FieldError['values']) : undefined;
    errors.set(field, { field, key: issue.message, ...(values && { values }) });
  }
  return { ok: false, errors: applicationFields.flatMap((field) => errors.get(field) ?? []) };
}

/** How a form reads one of its fields, beside what the others say. */
export const readerOf = (
  field: ApplicationField,
  beside: Record<string, unknown>,
  today?: Day,
): z.ZodType<string | null> => schemaFor(beside, today).shape[field];

type Parsed = Omit<ApplicationInput, 'informationTitle'> & { informationTitle: string | null };

/** What the rules for one form depend on. */
type Form = {
  kind: ApplicantKind | undefined;
  idType: IdType | undefined;
  delivery: DeliveryWay | undefined;
  wanted: InformationForm | undefined;
  hasEmail: boolean;
  isDescribed: boolean;
  today: Day | undefined;
};

/** Making the rules takes ten times as long as reading a form by them, and few forms differ in them. */
const schemas = new Map<string, ReturnType<typeof makeSchema>>();
const MOST_SCHEMAS = 1000;

/** The rules for one form: which fields are required depends on who applies and what is wanted. */
function schemaFor(input: Record<string, unknown>, today?: Day): ReturnType<typeof makeSchema> {
  const given = (field: ApplicationField): string =>
    typeof input[field] === 'string' && !isUnseen(input[field]) ? oneLine(input[field]) : '';
  const form: Form = {
    kind: applicantKinds.find((code) => code === given('applicantKind')),
    idType: idTypes.find((code) => code === given('idType')),
    delivery: deliveryWays.find((code) => code === given('delivery')),
    wanted: informationForms.find((code) => code === given('form')),
    hasEmail: given('email') !== '',
    isDescribed: (['informationTitle', 'informationNumber', 'description'] as const).some(
      (field) => given(field) !== '',
    ),
    today,
  };
  const key = JSON.stringify(Object.values(form));
  const made = schemas.get(key) ?? makeSchema(form);
  // The days of a year that went by are asked for no more.
  if (schemas.size >= MOST_SCHEMAS) schemas.clear();
  schemas.set(key, made);
  return made;
}

function makeSchema({ kind, idType, delivery, wanted, hasEmail, isDescribed, today }: Form) {
  const isOrg = kind !== undefined && isOrganisation(kind);
  const isPerson = kind !== undefined && !isOrg;
  return z.object({
    applicantKind: choice(applicantKinds, 'applicantKindRequired'),
    name: required(isOrg ? 'organisationNameRequired' : 'nameRequired', maxLengths.name, (name) =>
      /\p{L}/u.test(name) ? null : { key: 'nameLetters' },
    ),
    idType: isPerson ? choice(idTypes, 'idTypeRequired') : dropped,
    idNumber: isPerson
      ? required(
          'idNumberRequired',
          50,
          (number) => {
            const key = idType && problemOfDocument(idType, number, today);
            return key ? { key, values: { length: number.length } } : null;
          },
          normaliseIdNumber,
        )
      : dropped,
    creditCode: isOrg
      ? required(
          'creditCodeRequired',
          50,
          (code) => {
            const key = problemOfCreditCode(code);
            return key && { key, values: { length: code.length } };
          },
          normaliseIdNumber,
        )
      : dropped,
    representative: isOrg ? optional(maxLengths.representative) : dropped,
    // 联系方式: one of the two is enough to confirm the application and to answer it.
    phone:
      !hasEmail && delivery !== 'email'
        ? required('contactRequired', 50, phoneProblem, readPhone)
        : optional(50, phoneProblem, readPhone),
    email:
      delivery === 'email'
        ? required('emailRequired', maxLengths.email, emailProblem, halfWidth)
        : optional(maxLengths.email, emailProblem, halfWidth),
    address:
      delivery === 'post'
        ? required('addressRequired', maxLengths.address)
        : optional(maxLengths.address),
    postcode: optional(
      20,
      (code) => (/^\d{6}$/.test(code) ? null : { key: 'postcodeFormat' }),
      halfWidth,
    ),
    agency: required('agencyRequired', 100, (agency) =>
      /^[\w-]+$/.test(agency) ? null : { key: 'agencyRequired' },
    ),
    informationTitle: optional(maxLengths.informationTitle),
    informationNumber: optional(maxLengths.informationNumber),
    description: isDescribed
      ? optional(maxLengths.description, undefined, severalLines)
      : required('informationRequired', maxLengths.description, undefined, severalLines),
    form: choice(informationForms, 'formRequired'),
    delivery: choice(deliveryWays, 'deliveryRequired', (way) => {
      const key = wayProblem(wanted, way);
      return key ? { key } : null;
    }),
  });
}

/** A title for the case list and the letter, out of whatever the applicant described it by. */
function withTitle(parsed: Parsed): ApplicationInput {
  const fallback = parsed.informationNumber ?? [...oneLine(parsed.description ?? '')].slice(0, 40);
  return {
    ...parsed,
    informationTitle: parsed.informationTitle ?? [...fallback].join(''),
  };
}
