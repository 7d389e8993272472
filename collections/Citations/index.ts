import type { CollectionConfig } from 'payload';
import { canCorrectCitations, hasRole, nobody, noField, staffField } from '@/access/roles';
import { revalidate } from '@/jobs/revalidate';
import { messages } from '@/messages';
import { checkCorrections } from './check-corrections';

/**
 * 引用: which held documents a text names, one row a citing document. Derived from the text by a job
 * and never written into it; an editor's corrections stand beside what was found and outlive it.
 */
export const Citations: CollectionConfig = {
  slug: 'citations',
  labels: {
    singular: { zh: '文中引用', en: 'Citations' },
    plural: { zh: '文中引用', en: 'Citations' },
  },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'document', 'updatedAt'],
    group: { zh: '公开内容', en: 'Disclosure' },
  },
  access: {
    read: ({ req: { user } }) =>
      hasRole(user, 'administrator', 'editor', 'clerk', 'leader', 'auditor') || {
        'document._status': { equals: 'published' },
      },
    create: nobody,
    update: canCorrectCitations,
    delete: nobody,
  },
  hooks: {
    beforeChange: [checkCorrections],
    afterChange: [revalidate],
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      admin: { readOnly: true },
      label: { zh: '文件', en: 'Document' },
    },
    {
      name: 'document',
      type: 'relationship',
      relationTo: 'documents',
      required: true,
      unique: true,
      index: true,
      label: { zh: '引用方', en: 'Citing document' },
      access: { update: noField },
      admin: { readOnly: true },
    },
    {
      name: 'overview',
      type: 'ui',
      label: { zh: messages['zh-CN'].citations.admin.label, en: messages.en.citations.admin.label },
      admin: {
        disableListColumn: true,
        components: { Field: '/components/admin/FoundCitations/FoundCitations#FoundCitations' },
      },
    },
    {
      name: 'found',
      type: 'json',
      label: { zh: '系统识别的引用', en: 'Found' },
      access: { update: noField },
      admin: { hidden: true },
    },
    {
      name: 'targets',
      type: 'relationship',
      relationTo: 'documents',
      hasMany: true,
      index: true,
      label: { zh: '被引用的文件', en: 'Cited documents' },
      access: { update: noField },
      admin: { readOnly: true },
    },
    {
      // Every name in the text, held or not, as |key|key|: who waits for a document that comes, is
      // found by it.
      name: 'named',
      type: 'textarea',
      admin: { hidden: true },
      access: { read: staffField, update: noField },
    },
    {
      name: 'fingerprint',
      type: 'text',
      index: true,
      admin: { hidden: true },
      access: { update: noField },
    },
    {
      name: 'corrections',
      type: 'array',
      label: { zh: '人工更正', en: 'Corrections' },
      labels: {
        singular: { zh: '更正', en: 'Correction' },
        plural: { zh: '更正', en: 'Corrections' },
      },
      fields: [
        {
          name: 'action',
          type: 'select',
          required: true,
          defaultValue: 'remove',
          label: { zh: '处理', en: 'Action' },
          options: [
            { value: 'remove', label: { zh: '不作链接', en: 'Do not link' } },
            { value: 'link', label: { zh: '链接到', en: 'Link to' } },
          ],
        },
        {
          name: 'quote',
          type: 'text',
          required: true,
          maxLength: 300,
          label: { zh: '正文中的文字', en: 'Words in the text' },
          admin: {
            description: {
              zh: '从正文中原样复制。同样的文字出现几处而只改一处时，连同前后文一起复制。',
              en: 'Copied from the text as it stands, with the words around it where it stands more than once.',
            },
          },
        },
        {
          name: 'target',
          type: 'relationship',
          relationTo: 'documents',
          label: { zh: '指向', en: 'Target' },
          admin: {
            condition: (_, { action }) => action === 'link',
            description: {
              zh: '指本文件自己的条款时不用选。',
              en: 'Not needed for a provision of the same text.',
            },
          },
        },
        {
          name: 'anchor',
          type: 'text',
          label: { zh: '条款', en: 'Provision' },
          admin: {
            condition: (_, { action }) => action === 'link',
            description: {
              zh: '如“第三条”或“第三条第二款”；留空则链接到整份文件。',
              en: 'Such as 第三条 or 第三条第二款; left empty, the link leads to the whole document.',
            },
          },
        },
        {
          name: 'note',
          type: 'text',
          label: { zh: '说明', en: 'Note' },
          // Words that no review has seen.
          access: { read: ({ req }) => Boolean(req.user) },
        },
      ],
    },
  ],
};
