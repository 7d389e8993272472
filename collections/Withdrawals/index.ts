import type { CollectionConfig } from 'payload';
import { anyone, nobody } from '@/access/roles';

/**
 * 已撤下的内容: nothing that was published just vanishes. The address of a withdrawn text says that it
 * was withdrawn, when and why; the text itself is gone from the public. Written by the review hook.
 */
export const Withdrawals: CollectionConfig = {
  slug: 'withdrawals',
  labels: {
    singular: { zh: '撤下记录', en: 'Withdrawal' },
    plural: { zh: '撤下记录', en: 'Withdrawals' },
  },
  defaultSort: '-withdrawnOn',
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'subject', 'withdrawnOn', 'reason'],
    group: { zh: '公开内容', en: 'Disclosure' },
  },
  access: { read: anyone, create: nobody, update: nobody, delete: nobody },
  fields: [
    {
      name: 'subject',
      type: 'text',
      required: true,
      index: true,
      label: { zh: '类别', en: 'Kind' },
    },
    {
      name: 'record',
      type: 'text',
      required: true,
      index: true,
      label: { zh: '编号', en: 'Record' },
      access: { read: ({ req }) => Boolean(req.user) },
    },
    {
      name: 'slug',
      type: 'text',
      required: true,
      index: true,
      label: { zh: '地址', en: 'Address' },
    },
    { name: 'title', type: 'text', label: { zh: '标题', en: 'Title' } },
    { name: 'number', type: 'text', label: { zh: '文号', en: 'Number' } },
    { name: 'reason', type: 'textarea', required: true, label: { zh: '理由', en: 'Reason' } },
    { name: 'publishedOn', type: 'date', label: { zh: '发布日期', en: 'Published on' } },
    {
      name: 'withdrawnOn',
      type: 'date',
      required: true,
      index: true,
      label: { zh: '撤下日期', en: 'Withdrawn on' },
    },
    // Public again after a new review: the address shows the text, this row stays as a fact.
    { name: 'restoredOn', type: 'date', label: { zh: '重新公开日期', en: 'Public again on' } },
    {
      name: 'by',
      type: 'text',
      label: { zh: '撤下人', en: 'By' },
      access: { read: ({ req }) => Boolean(req.user) },
    },
  ],
};
