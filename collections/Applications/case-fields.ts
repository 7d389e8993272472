import type { Field } from 'payload';
import { noField } from '@/access/roles';
import { replyKindCodes } from '@/domain/applications/reply-kinds';
import { day } from '@/fields/day';
import { sealed } from '@/fields/sealed/sealed';
import { revealField } from './reveal-field';
import { caseWord, worded } from './worded';

/** Written by the actions alone (act.ts): what somebody types here is not kept. */
const byActions = { admin: { readOnly: true } } as const;

/**
 * What is only ever added to, as one value of the row: a change of a case is one statement, so that
 * nothing is half written when the process is killed. Shapes in stored-case.ts; the panel shows them.
 */
const record = (name: string, zh: string, en: string): Field => ({
  name,
  type: 'json',
  label: { zh, en },
  access: { create: noField, update: noField },
  admin: { hidden: true },
});

/** A text in the words of an applicant or a third party: encrypted, and shown in full where it is asked for. */
const words = (name: string, zh: string, en: string): Field =>
  sealed(
    { name, type: 'textarea', label: { zh, en }, ...byActions },
    { mask: (plain) => `${[...plain].slice(0, 2).join('')}***` },
  );

/** 办理: what was done, asked, sent and decided, in the order in which it happened. */
export const caseFields: Field[] = [
  record('history', '办理记录', 'History'),
  record('consultations', '征求意见', 'Inquiries'),
  record('letters', '文书', 'Letters'),
  {
    name: 'supplement',
    type: 'group',
    label: { zh: '补正', en: 'Supplement' },
    admin: { condition: (data) => Boolean(data.supplement?.termOn) },
    fields: [
      {
        name: 'missing',
        type: 'textarea',
        label: { zh: '需要补正的内容', en: 'What is missing' },
        ...byActions,
      },
      day('termOn', { zh: '补正期限', en: 'Term' }, byActions),
      words('text', '补正内容', 'Supplement'),
    ],
  },
  {
    name: 'extension',
    type: 'group',
    label: { zh: '延长答复期限', en: 'Extension' },
    admin: { condition: (data) => Boolean(data.extension?.state) },
    fields: [
      {
        name: 'state',
        type: 'select',
        options: ['asked', 'approved', 'refused'].map((value) => ({
          value,
          label: caseWord('extensions', value),
        })),
        label: { zh: '状态', en: 'State' },
        ...byActions,
      },
      {
        name: 'workingDays',
        type: 'number',
        label: { zh: '工作日', en: 'Working days' },
        ...byActions,
      },
      { name: 'reason', type: 'textarea', label: { zh: '理由', en: 'Reason' }, ...byActions },
    ],
  },
  {
    name: 'fee',
    type: 'group',
    label: { zh: '信息处理费', en: 'Fee' },
    admin: { condition: (data) => Boolean(data.fee?.basis) },
    fields: [
      {
        name: 'basis',
        type: 'select',
        options: ['requests', 'pages'].map((value) => ({ value, label: caseWord('fees', value) })),
        label: { zh: '计收方式', en: 'Basis' },
        ...byActions,
      },
      { name: 'count', type: 'number', label: { zh: '数量', en: 'Count' }, ...byActions },
      { name: 'yuan', type: 'number', label: { zh: '金额（元）', en: 'Yuan' }, ...byActions },
      day('termOn', { zh: '缴费期限', en: 'Pay by' }, byActions),
    ],
  },
  {
    name: 'reasons',
    type: 'group',
    label: { zh: '申请理由', en: 'Reasons' },
    admin: { condition: (data) => Boolean(data.reasons?.text) },
    fields: [words('text', '申请人说明的理由', 'What the applicant says')],
  },
  {
    name: 'reply',
    type: 'group',
    label: { zh: '答复', en: 'Reply' },
    admin: { condition: (data) => Boolean(data.reply?.kind) },
    fields: [
      {
        name: 'kind',
        type: 'select',
        index: true,
        options: worded('replies.kinds', replyKindCodes),
        label: { zh: '答复类型', en: 'Kind of reply' },
        ...byActions,
      },
      {
        name: 'number',
        type: 'text',
        label: { zh: '答复书文号', en: 'Letter number' },
        ...byActions,
      },
      { name: 'facts', type: 'textarea', label: { zh: '查明的事实', en: 'Facts' }, ...byActions },
      {
        name: 'decision',
        type: 'textarea',
        label: { zh: '答复内容与理由', en: 'Decision and reasons' },
        ...byActions,
      },
      {
        name: 'overridesObjection',
        type: 'checkbox',
        label: {
          zh: '第三方不同意，但不公开会对公共利益造成重大影响',
          en: 'Disclosed over an objection in the public interest (§32)',
        },
        ...byActions,
      },
      day('decidedOn', { zh: '答复日期', en: 'Decided on' }, { index: true, ...byActions }),
    ],
  },
  {
    name: 'rating',
    type: 'group',
    label: { zh: '申请人评价', en: 'Rating' },
    admin: { condition: (data) => Boolean(data.rating?.score) },
    fields: [
      {
        name: 'score',
        type: 'number',
        min: 1,
        max: 5,
        label: { zh: '评分', en: 'Score' },
        ...byActions,
      },
      words('comment', '意见', 'Comment'),
    ],
  },
  revealField('revealWords', [
    'supplement.text',
    'reasons.text',
    'rating.comment',
    'consultations',
    'history',
  ]),
];
