import { isDecisionLetter, type LetterKind } from './kinds';

/**
 * The places of a template and how they are written in it: `{申请人}`. Stored templates hold the
 * Chinese, which therefore never changes; what each stands for is in messages
 * `letters.placeholders.<code>`.
 */
export const placeholders = {
  agency: '机关',
  number: '文号',
  date: '日期',
  applicant: '申请人',
  you: '你',
  receiptNumber: '申请编号',
  request: '申请内容',
  filedOn: '提交日期',
  receivedOn: '收到日期',
  contact: '联系方式',
  basis: '法律依据',
  facts: '查明事实',
  replyKind: '答复类型',
  decision: '答复内容',
  remedy: '救济途径',
  form: '提供形式',
  delivery: '提供途径',
  term: '办理期限',
  missing: '补正事项',
  respondBy: '回复期限',
  reason: '理由',
  dueOn: '原答复期限',
  newDueOn: '新答复期限',
  workdays: '延长工作日',
  thirdParty: '第三方',
  otherAgency: '其他机关',
  subject: '涉及信息',
  opinionTerm: '征询期限',
  counting: '计费方式',
  rates: '收费标准',
  count: '计费数量',
  yuan: '金额',
  paymentTerm: '缴费期限',
  payment: '缴费方式',
  withdrawnOn: '撤回日期',
  correctedNumber: '原文号',
} as const;
export type Placeholder = keyof typeof placeholders;

/** The place with this Chinese name. */
export const placeholderNamed = (name: string): Placeholder | undefined => byName.get(name.trim());

const byName = new Map(
  Object.entries(placeholders).map(([code, name]) => [name as string, code as Placeholder]),
);

/**
 * Agency, number, addressee, signature and date stand in every letter without being asked for. The
 * number is drawn when all else is there, and so has no other place.
 */
const everywhere: Placeholder[] = ['agency', 'date', 'you', 'contact'];

const ofCase: Placeholder[] = [
  ...everywhere,
  'applicant',
  'receiptNumber',
  'request',
  'filedOn',
  'receivedOn',
];

/**
 * What a decision must hold. 行政复议法（2023）第二十条第三款: “行政机关作出行政行为时，未告知公民、法人或者其他组织申请行政复议的权利、
 * 行政复议机关和申请期限的，申请期限自公民、法人或者其他组织知道或者应当知道……之日起计算”.
 */
const decision: Placeholder[] = [
  'request',
  'receivedOn',
  'facts',
  'basis',
  'replyKind',
  'decision',
  'remedy',
];

/** The places that a template of this kind may not lack: without them the letter is none. */
const required: Partial<Record<LetterKind, Placeholder[]>> = {
  receipt: ['request', 'receiptNumber', 'filedOn', 'term'],
  supplement: ['request', 'receivedOn', 'basis', 'missing', 'respondBy'],
  extension: ['request', 'receivedOn', 'basis', 'reason', 'workdays', 'newDueOn'],
  'third-party-inquiry': ['basis', 'subject', 'opinionTerm'],
  'third-party-result': ['basis', 'subject', 'facts', 'decision', 'remedy'],
  'agency-inquiry': ['basis', 'subject', 'opinionTerm'],
  reasons: ['request', 'receivedOn', 'basis'],
  deferral: ['request', 'receivedOn', 'basis', 'reason', 'newDueOn'],
  fee: [
    'request',
    'receivedOn',
    'basis',
    'counting',
    'rates',
    'count',
    'yuan',
    'payment',
    'paymentTerm',
    'remedy',
  ],
  transfer: ['request', 'receivedOn', 'basis', 'otherAgency'],
  correction: ['request', 'receivedOn', 'reason'],
  'acceptance-of-withdrawal': ['request', 'withdrawnOn'],
};

/** What is said once in a letter: a remedy or a decision that stands twice may be read as two. */
export const oncePlaceholders: readonly Placeholder[] = ['remedy', 'facts', 'decision', 'missing'];

/**
 * Texts that make paragraphs of their own where their writer broke the line: the officer words them as
 * parts of a letter. All else stands inside a sentence, such as what an applicant typed into a field
 * of several lines.
 */
export const paragraphPlaceholders: readonly Placeholder[] = [
  ...oncePlaceholders,
  'reason',
  'payment',
  'contact',
];

/** The places that it may hold besides. */
const optional: Partial<Record<LetterKind, Placeholder[]>> = {
  receipt: ['form', 'delivery'],
  extension: ['dueOn'],
  'third-party-inquiry': ['thirdParty', 'request', 'respondBy', 'reason'],
  'third-party-result': ['thirdParty', 'reason'],
  'agency-inquiry': ['otherAgency', 'request', 'respondBy', 'reason'],
  reasons: ['facts'],
  deferral: ['dueOn'],
  transfer: ['reason'],
  correction: ['correctedNumber'],
  'decision-disclosure': ['form', 'delivery'],
  'decision-public': ['form', 'delivery'],
  'decision-partial': ['form', 'delivery'],
  'decision-not-ours': ['otherAgency'],
};

export const requiredPlaceholders = (kind: LetterKind): readonly Placeholder[] =>
  isDecisionLetter(kind) ? decision : (required[kind] ?? []);

/**
 * The places that a template of this kind may hold. A third party and another agency learn what is
 * asked for, not by whom (个人信息保护法第六条: “限于实现处理目的的最小范围”).
 */
export function allowedPlaceholders(kind: LetterKind): readonly Placeholder[] {
  const isToApplicant =
    kind !== 'third-party-inquiry' && kind !== 'third-party-result' && kind !== 'agency-inquiry';
  return [
    ...new Set([
      ...requiredPlaceholders(kind),
      ...(optional[kind] ?? []),
      ...(isToApplicant ? ofCase : everywhere),
    ]),
  ];
}
