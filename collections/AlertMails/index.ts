import type { CollectionConfig } from 'payload';
import { nobody, readsSubscriptions } from '@/access/roles';
import { retryAlert } from './retry';

/** 订阅邮件: confirmations and digests to subscribers, and what became of each. The text is not kept. */
export const AlertMails: CollectionConfig = {
  slug: 'alert-mails',
  labels: {
    singular: { zh: '订阅邮件', en: 'Alert mail' },
    plural: { zh: '订阅邮件', en: 'Alert mails' },
  },
  defaultSort: '-createdAt',
  admin: {
    useAsTitle: 'key',
    defaultColumns: ['kind', 'subscription', 'state', 'attempts', 'sentAt'],
    group: { zh: '互动交流', en: 'Taking part' },
    components: { beforeListTable: ['/components/admin/AlertsBoard/AlertsLink#AlertsLink'] },
  },
  access: { read: readsSubscriptions, create: nobody, update: nobody, delete: nobody },
  fields: [
    {
      name: 'subscription',
      type: 'relationship',
      relationTo: 'subscriptions',
      required: true,
      index: true,
      label: { zh: '订阅', en: 'Subscription' },
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: [
        { value: 'confirm', label: { zh: '确认订阅', en: 'Confirmation' } },
        { value: 'digest', label: { zh: '摘要', en: 'Digest' } },
      ],
      label: { zh: '内容', en: 'Kind' },
    },
    { name: 'key', type: 'text', required: true, unique: true, index: true, hidden: true },
    // The events that it tells of, from one number to another, both included.
    { name: 'from', type: 'number', label: { zh: '自事件', en: 'From event' } },
    { name: 'until', type: 'number', label: { zh: '至事件', en: 'Until event' } },
    { name: 'count', type: 'number', label: { zh: '条数', en: 'Items' } },
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
  ],
  endpoints: [retryAlert],
};
