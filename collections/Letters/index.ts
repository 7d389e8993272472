import type { CollectionConfig, Field } from 'payload';
import { refuseMisshapen } from '@/access/refuse-misshapen';
import { revealField } from '@/collections/Applications/reveal-field';
import {
  canHandleLetters,
  canReadLetters,
  canRegisterLetters,
  nobody,
  noField,
} from '@/access/roles';
import {
  maskAddress,
  maskEmail,
  maskIdNumber,
  maskName,
  maskPhone,
} from '@/domain/applications/masking';
import {
  COMPLEXITIES,
  CORRECTION_KINDS,
  CORRECTION_RESULTS,
  LETTER_CHANNELS,
  LETTER_KINDS,
  LETTER_PURPOSES,
  LETTER_STATUSES,
} from '@/domain/letters/codes';
import { agency } from '@/fields/agency';
import { coded } from '@/fields/coded';
import { day } from '@/fields/day';
import { sealed } from '@/fields/sealed/sealed';
import { letterEndpoints, letterSecrets } from './letter-endpoints';
import { confirmLetterNumber, recordLetter } from './record-letter';

const hash = (name: string): Field => ({
  name,
  type: 'text',
  index: true,
  hidden: true,
  access: { read: noField, create: noField, update: noField },
});

const byActions = { admin: { readOnly: true } } as const;

/**
 * 网民来信、网站找错、更正本人信息: whatever somebody writes to the office that asks for an answer and is no
 * application. One case with one clock; `purpose` says which kind. A citizen's letter comes in through
 * the form's own action; what happens afterwards are actions.
 */
export const Letters: CollectionConfig = {
  slug: 'letters',
  labels: {
    singular: { zh: '来信与找错', en: 'Letter' },
    plural: { zh: '来信与找错', en: 'Letters' },
  },
  defaultSort: 'dueOn',
  disableDuplicate: true,
  admin: {
    useAsTitle: 'receiptNumber',
    hideAPIURL: true,
    defaultColumns: [
      'receiptNumber',
      'title',
      'purpose',
      'status',
      'agency',
      'receivedOn',
      'dueOn',
    ],
    listSearchableFields: ['receiptNumber', 'title'],
    components: {
      beforeListTable: ['/components/admin/AnswersDesk/AnswersDeskLink#AnswersDeskLink'],
    },
    group: { zh: '互动交流', en: 'Taking part' },
  },
  access: {
    read: canReadLetters,
    create: canRegisterLetters,
    update: canHandleLetters,
    delete: nobody,
  },
  fields: [
    {
      name: 'panel',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/components/admin/LetterPanel/LetterPanel#LetterPanel' },
      },
    },
    coded('purpose', { zh: '事由', en: 'Purpose' }, LETTER_PURPOSES, {
      required: true,
      index: true,
      defaultValue: 'letter',
    }),
    coded('kind', { zh: '类别', en: 'Kind' }, LETTER_KINDS, { index: true }),
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: 120,
      label: { zh: '标题', en: 'Title' },
    },
    sealed(
      { name: 'body', type: 'textarea', required: true, label: { zh: '内容', en: 'Text' } },
      { mask: (plain) => plain },
    ),
    {
      name: 'page',
      type: 'group',
      label: { zh: '所指页面', en: 'Page' },
      admin: { condition: (data) => data.purpose !== 'letter' },
      fields: [
        { name: 'address', type: 'text', index: true, label: { zh: '页面地址', en: 'Address' } },
        { name: 'title', type: 'text', label: { zh: '页面标题', en: 'Title' } },
        coded('kind', { zh: '问题类型', en: 'What is wrong' }, CORRECTION_KINDS),
        coded('result', { zh: '处理结果', en: 'What came of it' }, CORRECTION_RESULTS, byActions),
      ],
    },
    sealed({ name: 'name', type: 'text', label: { zh: '姓名', en: 'Name' } }, { mask: maskName }),
    sealed(
      { name: 'phone', type: 'text', label: { zh: '联系电话', en: 'Phone' } },
      { mask: maskPhone },
    ),
    sealed(
      { name: 'email', type: 'text', label: { zh: '电子邮箱', en: 'Email' } },
      { mask: maskEmail },
    ),
    sealed(
      { name: 'address', type: 'text', label: { zh: '通信地址', en: 'Address' } },
      { mask: maskAddress },
    ),
    sealed(
      { name: 'idNumber', type: 'text', label: { zh: '证件号码', en: 'Identity number' } },
      { mask: maskIdNumber },
    ),
    revealField('revealWriter', letterSecrets),
    {
      name: 'mayPublish',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '写信人同意公开（隐去个人信息）', en: 'The writer agrees to publication' },
    },
    coded('channel', { zh: '渠道', en: 'Channel' }, LETTER_CHANNELS, {
      required: true,
      defaultValue: 'internet',
    }),
    {
      name: 'language',
      type: 'select',
      defaultValue: 'zh-CN',
      options: [
        { value: 'zh-CN', label: '中文' },
        { value: 'en', label: 'English' },
      ],
      label: { zh: '邮件语言', en: 'Language of mail' },
    },
    {
      name: 'history',
      type: 'json',
      access: { create: noField, update: noField },
      admin: { hidden: true },
    },
    {
      name: 'reply',
      type: 'group',
      label: { zh: '答复', en: 'Reply' },
      admin: { condition: (data) => Boolean(data.reply?.text) },
      fields: [
        { name: 'text', type: 'textarea', label: { zh: '答复内容', en: 'Reply' }, ...byActions },
        {
          name: 'draftedBy',
          type: 'text',
          label: { zh: '拟稿人', en: 'Drafted by' },
          ...byActions,
        },
        {
          name: 'reviewedBy',
          type: 'text',
          label: { zh: '审核人', en: 'Reviewed by' },
          ...byActions,
        },
        day('repliedOn', { zh: '答复日期', en: 'Replied on' }, { index: true, ...byActions }),
      ],
    },
    {
      name: 'rating',
      type: 'group',
      label: { zh: '满意度评价', en: 'Rating' },
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
        sealed(
          { name: 'comment', type: 'textarea', label: { zh: '意见', en: 'Comment' }, ...byActions },
          { mask: (plain) => plain },
        ),
      ],
    },
    {
      name: 'application',
      type: 'relationship',
      relationTo: 'applications',
      index: true,
      label: { zh: '转为依申请公开', en: 'Became the application' },
      admin: { readOnly: true, condition: (data) => Boolean(data.application) },
    },
    {
      name: 'receiptNumber',
      type: 'text',
      unique: true,
      index: true,
      label: { zh: '回执编号', en: 'Receipt number' },
      admin: { position: 'sidebar', readOnly: true },
    },
    coded('status', { zh: '状态', en: 'Status' }, LETTER_STATUSES, {
      required: true,
      index: true,
      defaultValue: 'received',
      admin: { position: 'sidebar', readOnly: true },
    }),
    agency({ zh: '办理机关', en: 'Agency' }, { admin: { position: 'sidebar', readOnly: true } }),
    {
      name: 'assignee',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      label: { zh: '承办人', en: 'Officer' },
      admin: { position: 'sidebar', readOnly: true },
    },
    coded('complexity', { zh: '难易', en: 'Complexity' }, COMPLEXITIES, {
      defaultValue: 'other',
      admin: { position: 'sidebar', readOnly: true },
    }),
    day(
      'receivedOn',
      { zh: '收到日期', en: 'Received on' },
      { index: true, admin: { position: 'sidebar' } },
    ),
    day(
      'dueOn',
      { zh: '答复期限', en: 'Due on' },
      { index: true, admin: { position: 'sidebar', readOnly: true } },
    ),
    {
      name: 'isProvisional',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '期限为暂定', en: 'Due date provisional' },
      admin: { position: 'sidebar', readOnly: true },
    },
    day(
      'closedOn',
      { zh: '办结日期', en: 'Closed on' },
      { index: true, admin: { position: 'sidebar', readOnly: true } },
    ),
    day(
      'deletionAskedOn',
      { zh: '要求删除日期', en: 'Deletion asked on' },
      { admin: { hidden: true } },
    ),
    day(
      'erasedOn',
      { zh: '个人信息删除日期', en: 'Erased on' },
      { index: true, admin: { position: 'sidebar', readOnly: true } },
    ),
    {
      name: 'revision',
      type: 'number',
      defaultValue: 0,
      hidden: true,
      access: { create: noField, update: noField },
    },
    hash('queryHash'),
    hash('phoneHash'),
    hash('emailHash'),
    {
      name: 'filingKey',
      type: 'text',
      unique: true,
      index: true,
      hidden: true,
      access: { read: noField, create: noField, update: noField },
    },
  ],
  endpoints: letterEndpoints,
  hooks: {
    beforeOperation: [refuseMisshapen],
    beforeChange: [recordLetter],
    afterChange: [confirmLetterNumber],
  },
};
