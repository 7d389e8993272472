import type { CollectionConfig } from 'payload';
import { canReadMails, nobody } from '@/access/roles';
import { mailKinds } from '@/domain/applications/mails';
import { letterMailKinds } from '@/domain/letters/mails';
import { messages } from '@/messages';
import { retryMail } from './retry';

/**
 * 邮件: what was to be sent to an applicant and what became of it. Neither the address nor the text is
 * kept here; both are made from the case when the mail goes out.
 */
export const Mails: CollectionConfig = {
  slug: 'mails',
  labels: { singular: { zh: '邮件', en: 'Mail' }, plural: { zh: '邮件', en: 'Mails' } },
  defaultSort: '-createdAt',
  admin: {
    useAsTitle: 'id',
    defaultColumns: ['kind', 'application', 'letter', 'state', 'attempts', 'sentAt'],
    group: { zh: '依申请公开', en: 'Applications' },
  },
  access: { read: canReadMails, create: nobody, update: nobody, delete: nobody },
  fields: [
    {
      name: 'application',
      type: 'relationship',
      relationTo: 'applications',
      index: true,
      label: { zh: '申请', en: 'Application' },
    },
    {
      name: 'letter',
      type: 'relationship',
      relationTo: 'letters',
      index: true,
      label: { zh: '来信', en: 'Letter' },
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: [
        ...mailKinds.map((value) => ({
          value,
          label: {
            zh: messages['zh-CN'].mail.kinds[value].subject,
            en: messages.en.mail.kinds[value].subject,
          },
        })),
        ...letterMailKinds.map((value) => ({
          value,
          label: {
            zh: messages['zh-CN'].lettersOffice.mail.kinds[value].subject,
            en: messages.en.lettersOffice.mail.kinds[value].subject,
          },
        })),
      ],
      label: { zh: '内容', en: 'Kind' },
    },
    // The same step is told once: application and place in its history.
    { name: 'key', type: 'text', required: true, unique: true, index: true, hidden: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'waiting',
      index: true,
      options: [
        { value: 'waiting', label: { zh: '等待发送', en: 'Waiting' } },
        { value: 'sent', label: { zh: '已发送', en: 'Sent' } },
        { value: 'failed', label: { zh: '发送失败', en: 'Failed' } },
        { value: 'bounced', label: { zh: '被退回', en: 'Bounced' } },
        { value: 'skipped', label: { zh: '没有发送', en: 'Not sent' } },
      ],
      label: { zh: '状态', en: 'State' },
    },
    {
      name: 'attempts',
      type: 'number',
      defaultValue: 0,
      label: { zh: '尝试次数', en: 'Attempts' },
    },
    { name: 'error', type: 'text', label: { zh: '失败原因', en: 'Why it failed' } },
    { name: 'sentAt', type: 'date', label: { zh: '发送时间', en: 'Sent at' } },
    { name: 'messageId', type: 'text', index: true, hidden: true },
    {
      name: 'retry',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/components/admin/RetryMail/RetryMail#RetryMail' },
      },
    },
  ],
  endpoints: [retryMail],
};
