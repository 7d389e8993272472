import type { CollectionConfig } from 'payload';
import { canModerate, nobody, noField, readsModeration, shownOrModerator } from '@/access/roles';
import { maskEmail, maskName } from '@/domain/applications/masking';
import { COMMENT_STATES, WITHHOLDING_REASONS } from '@/domain/consultations/codes';
import { coded } from '@/fields/coded';
import { sealed } from '@/fields/sealed/sealed';
import { keepComment, noteSeen } from './keep-comment';
import { moderateComments } from './moderate-endpoint';

/** 公众意见: what somebody says of a draft. Nobody sees it before a moderator has. */
export const Comments: CollectionConfig = {
  slug: 'comments',
  labels: {
    singular: { zh: '公众意见', en: 'Comment' },
    plural: { zh: '公众意见', en: 'Comments' },
  },
  defaultSort: '-submittedAt',
  disableDuplicate: true,
  admin: {
    useAsTitle: 'excerpt',
    hideAPIURL: true,
    defaultColumns: ['excerpt', 'consultation', 'state', 'suspicion', 'submittedAt'],
    listSearchableFields: ['body', 'receiptNumber'],
    components: {
      beforeListTable: ['/components/admin/ModerationBoard/ModerationLink#ModerationLink'],
    },
    group: { zh: '互动交流', en: 'Taking part' },
  },
  // Comments come in through the form's own action (file-comment.ts), never through an interface.
  access: { read: shownOrModerator, create: nobody, update: canModerate, delete: nobody },
  fields: [
    {
      name: 'excerpt',
      type: 'text',
      label: { zh: '摘录', en: 'Excerpt' },
      admin: { readOnly: true },
    },
    {
      name: 'consultation',
      type: 'relationship',
      relationTo: 'consultations',
      required: true,
      index: true,
      label: { zh: '意见征集', en: 'Consultation' },
      admin: { readOnly: true },
    },
    {
      name: 'body',
      type: 'textarea',
      required: true,
      label: { zh: '意见', en: 'Comment' },
      admin: { readOnly: true },
    },
    {
      name: 'place',
      type: 'text',
      label: { zh: '针对的条款', en: 'About which provision' },
      admin: { readOnly: true },
    },
    {
      name: 'shownName',
      type: 'text',
      label: { zh: '公开时的署名', en: 'Name shown' },
      admin: { readOnly: true },
    },
    sealed(
      {
        name: 'name',
        type: 'text',
        label: { zh: '姓名', en: 'Name' },
        access: { read: readsModeration },
        admin: { readOnly: true },
      },
      { mask: maskName },
    ),
    sealed(
      {
        name: 'contact',
        type: 'text',
        label: { zh: '联系方式', en: 'Contact' },
        access: { read: readsModeration },
        admin: { readOnly: true },
      },
      { mask: maskEmail },
    ),
    coded('state', { zh: '状态', en: 'State' }, COMMENT_STATES, {
      required: true,
      index: true,
      defaultValue: 'pending',
      admin: { position: 'sidebar' },
    }),
    coded('reason', { zh: '不公开的理由', en: 'Why it is not shown' }, WITHHOLDING_REASONS, {
      admin: { position: 'sidebar', condition: (data) => data.state === 'withheld' },
    }),
    {
      name: 'note',
      type: 'textarea',
      maxLength: 600,
      access: { read: readsModeration },
      label: { zh: '审看说明', en: 'Note' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'suspicion',
      type: 'number',
      index: true,
      defaultValue: 0,
      label: { zh: '可疑程度', en: 'Suspicion' },
      access: { read: readsModeration, create: noField, update: noField },
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'findings',
      type: 'json',
      access: { read: readsModeration, create: noField, update: noField },
      admin: { hidden: true },
    },
    {
      name: 'moderatedBy',
      type: 'text',
      label: { zh: '审看人', en: 'Moderated by' },
      access: { read: readsModeration, create: noField, update: noField },
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'moderatedAt',
      type: 'date',
      label: { zh: '审看时间', en: 'Moderated at' },
      access: { read: readsModeration, create: noField, update: noField },
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'submittedAt',
      type: 'date',
      required: true,
      index: true,
      label: { zh: '提交时间', en: 'Sent at' },
      admin: { readOnly: true },
    },
    {
      name: 'receiptNumber',
      type: 'text',
      unique: true,
      index: true,
      label: { zh: '回执编号', en: 'Receipt number' },
      access: { read: readsModeration },
      admin: { readOnly: true },
    },
    {
      name: 'language',
      type: 'select',
      defaultValue: 'zh-CN',
      options: [
        { value: 'zh-CN', label: '中文' },
        { value: 'en', label: 'English' },
      ],
      admin: { hidden: true },
    },
    // The same text to the same consultation is one opinion, however often it is sent.
    {
      name: 'bodyHash',
      type: 'text',
      index: true,
      hidden: true,
      access: { read: noField, create: noField, update: noField },
    },
    {
      name: 'filingKey',
      type: 'text',
      unique: true,
      index: true,
      hidden: true,
      access: { read: noField, create: noField, update: noField },
    },
    // Of the code with which the writer asks what became of it; see writer-comment.ts.
    {
      name: 'queryHash',
      type: 'text',
      hidden: true,
      access: { read: noField, create: noField, update: noField },
    },
  ],
  endpoints: [moderateComments],
  hooks: { beforeOperation: [noteSeen], beforeChange: [keepComment] },
};
