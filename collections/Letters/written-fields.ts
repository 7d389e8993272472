import type { Field } from 'payload';
import { revealField } from '@/collections/Applications/reveal-field';
import { noField } from '@/access/roles';
import {
  maskAddress,
  maskEmail,
  maskIdNumber,
  maskName,
  maskPhone,
} from '@/domain/applications/masking';
import {
  CORRECTION_KINDS,
  CORRECTION_RESULTS,
  LETTER_CHANNELS,
  LETTER_KINDS,
  LETTER_PURPOSES,
  type LetterPurpose,
} from '@/domain/letters/codes';
import { coded } from '@/fields/coded';
import { sealed } from '@/fields/sealed/sealed';
import { letterSecrets } from './letter-endpoints';
import { whileCorrectable } from './take-in-letter';

/** Given when it is registered, and fixed by it. */
const atFiling = { access: { update: noField } } as const;
const writersOwn = { access: { update: whileCorrectable } } as const;

const isFor =
  (purpose: LetterPurpose) =>
  (data: { purpose?: string }): boolean =>
    data.purpose === purpose;

/** What was written, and who wrote it: encrypted one by one, and shown masked to everybody. */
export const writtenFields: Field[] = [
  coded('channel', { zh: '渠道', en: 'Channel' }, LETTER_CHANNELS, {
    required: true,
    defaultValue: 'internet',
    ...atFiling,
  }),
  coded('purpose', { zh: '事由', en: 'Purpose' }, LETTER_PURPOSES, {
    required: true,
    index: true,
    defaultValue: 'letter',
    ...atFiling,
  }),
  coded('kind', { zh: '类别', en: 'Kind' }, LETTER_KINDS, {
    index: true,
    admin: { condition: isFor('letter') },
  }),
  {
    name: 'title',
    type: 'text',
    required: true,
    maxLength: 120,
    label: { zh: '标题', en: 'Title' },
    ...writersOwn,
  },
  sealed(
    {
      name: 'body',
      type: 'textarea',
      required: true,
      label: { zh: '内容', en: 'Text' },
      admin: { rows: 8 },
      ...writersOwn,
    },
    { mask: (plain) => plain },
  ),
  {
    name: 'page',
    type: 'group',
    label: { zh: '所指页面', en: 'Page' },
    admin: { condition: isFor('correction') },
    ...writersOwn,
    fields: [
      { name: 'address', type: 'text', index: true, label: { zh: '页面地址', en: 'Address' } },
      { name: 'title', type: 'text', label: { zh: '页面标题', en: 'Title' } },
      coded('kind', { zh: '问题类型', en: 'What is wrong' }, CORRECTION_KINDS),
      coded('result', { zh: '处理结果', en: 'What came of it' }, CORRECTION_RESULTS, {
        admin: { readOnly: true },
        // Said by the action that closes a correction alone.
        access: { create: noField, update: noField },
      }),
    ],
  },
  sealed(
    { name: 'name', type: 'text', label: { zh: '姓名', en: 'Name' }, ...writersOwn },
    { mask: maskName },
  ),
  sealed(
    { name: 'phone', type: 'text', label: { zh: '联系电话', en: 'Phone' }, ...writersOwn },
    { mask: maskPhone },
  ),
  sealed(
    {
      name: 'email',
      type: 'text',
      label: { zh: '电子邮箱', en: 'Email' },
      admin: {
        description: {
          zh: '填了才发邮件：收到、分办、答复时各一封。',
          en: 'Mail goes out only when it is given: on receipt, on routing and with the reply.',
        },
      },
      ...writersOwn,
    },
    { mask: maskEmail },
  ),
  sealed(
    { name: 'address', type: 'text', label: { zh: '通信地址', en: 'Address' }, ...writersOwn },
    { mask: maskAddress },
  ),
  sealed(
    {
      name: 'idNumber',
      type: 'text',
      label: { zh: '证件号码', en: 'Identity number' },
      admin: { condition: isFor('record') },
      ...writersOwn,
    },
    { mask: maskIdNumber },
  ),
  revealField('revealWriter', letterSecrets),
  {
    name: 'mayPublish',
    type: 'checkbox',
    defaultValue: false,
    label: { zh: '写信人同意公开（隐去个人信息）', en: 'The writer agrees to publication' },
    admin: { condition: isFor('letter') },
    ...writersOwn,
  },
  {
    name: 'language',
    type: 'select',
    defaultValue: 'zh-CN',
    options: [
      { value: 'zh-CN', label: '中文' },
      { value: 'en', label: 'English' },
    ],
    label: { zh: '邮件语言', en: 'Language of mail' },
    ...writersOwn,
  },
];
