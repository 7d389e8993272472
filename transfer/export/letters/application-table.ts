import {
  applicantKinds,
  deliveryWays,
  informationForms,
  type ApplicantKind,
} from '../../../domain/applications/applicants';
import { cleanText } from '../../../domain/applications/letters/clean';
import type { ApplicationField } from '../../../domain/applications/parse';
import { messages } from '../../../messages';

/** What somebody has entered, as the web form holds it; `agency` is the agency's name. */
export type Entered = Partial<Record<ApplicationField, string>>;

/** A cell of the form; spans as in HTML, `mm` the least height. */
export type FormCell = { text: string; isLabel?: boolean; colSpan?: number; rowSpan?: number };
export type FormRow = { mm: number; cells: FormCell[] };

/** The share of the width of each column. */
export const formColumns = [0.9, 1.2, 1.25, 2.7, 1.25, 2.7];

export type FormLocale = keyof typeof messages;

/**
 * The printed form as a table: the fields of the web form and no other. Nobody is asked what for.
 *
 * 条例第二十九条第二款: “政府信息公开申请应当包括下列内容：（一）申请人的姓名或者名称、身份证明、联系方式；（二）申请公开的政府信息的名称、文号或者便于行政机关查询的其他特征性描述；
 * （三）申请公开的政府信息的形式要求，包括获取信息的方式、途径。”
 *
 * @param offices where it is handed in, a line each.
 */
export function applicationTable(
  locale: FormLocale,
  offices: readonly string[],
  entered: Entered = {},
): FormRow[] {
  const { letters, applications } = messages[locale];
  const words = letters.application;
  const isPerson = entered.applicantKind === 'natural';
  const isOrg = entered.applicantKind !== undefined && !isPerson;
  const label = (text: string, spans: Partial<FormCell> = {}): FormCell => ({
    text,
    isLabel: true,
    ...spans,
  });
  const value = (text: string | undefined, colSpan = 1): FormCell => ({
    text: cleanText(text ?? ''),
    colSpan,
  });
  const choices = (names: Record<string, string>, codes: readonly string[], chosen?: string) =>
    codes.map((code) => `${code === chosen ? '■' : '□'} ${names[code]}`).join('　');
  const organisations = applicantKinds.filter((kind: ApplicantKind) => kind !== 'natural');
  // What is read on the site needs the query code, which a paper application has not.
  const ways = deliveryWays.filter((way) => way !== 'online' || entered.delivery === 'online');
  const idType = applications.applicants.idTypes[entered.idType as 'passport'] as
    string | undefined;
  const notes = [
    ...words.notes.split('\n').map((note, i) => `${i + 1}. ${note}`),
    ...(offices.length > 0 ? [`4. ${words.where}`, ...offices] : []),
  ].join('\n');
  return [
    row(
      ROW,
      label(words.applicant, { rowSpan: 7 }),
      label(words.person, { rowSpan: 2 }),
      label(words.name),
      value(isPerson ? entered.name : ''),
      label(words.idType),
      value(isPerson ? idType : ''),
    ),
    row(ROW, label(words.idNumber), value(isPerson ? entered.idNumber : '', 3)),
    row(
      ROW,
      label(words.organisation, { rowSpan: 3 }),
      label(words.organisationName),
      value(isOrg ? entered.name : '', 3),
    ),
    row(
      ROW,
      label(words.applicantKind),
      value(choices(applications.applicants.kinds, organisations, entered.applicantKind), 3),
    ),
    row(
      ROW,
      label(words.creditCode),
      value(entered.creditCode),
      label(words.representative),
      value(entered.representative),
    ),
    row(
      ROW,
      label(words.contact, { rowSpan: 2 }),
      label(words.phone),
      value(entered.phone),
      label(words.email),
      value(entered.email),
    ),
    row(
      ROW,
      label(words.address),
      value(entered.address),
      label(words.postcode),
      value(entered.postcode),
    ),
    row(
      ROW,
      label(words.information, { rowSpan: 3 }),
      label(words.informationTitle, { colSpan: 2 }),
      value(entered.informationTitle, 3),
    ),
    row(ROW, label(words.informationNumber, { colSpan: 2 }), value(entered.informationNumber, 3)),
    row(
      DESCRIPTION,
      label(`${words.description}\n${words.descriptionHint}`, { colSpan: 2 }),
      value(entered.description, 3),
    ),
    row(
      ROW,
      label(words.how, { rowSpan: 2 }),
      label(words.form, { colSpan: 2 }),
      value(choices(applications.forms, informationForms, entered.form), 3),
    ),
    row(
      ROW,
      label(words.delivery, { colSpan: 2 }),
      value(choices(applications.delivery, ways, entered.delivery), 3),
    ),
    row(ROW, label(words.agency, { colSpan: 3 }), value(entered.agency, 3)),
    row(SIGNATURE, label(words.signature, { colSpan: 3 }), value(''), label(words.date), {
      text: words.dateBlank,
    }),
    row(ROW, label(words.notesTitle), value(notes, 5)),
  ];
}

/** Millimetres: a line that is written by hand, the description, the signature. */
const ROW = 9;
const DESCRIPTION = 40;
const SIGNATURE = 14;

const row = (mm: number, ...cells: FormCell[]): FormRow => ({ mm, cells });
