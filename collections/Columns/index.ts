import type { CollectionConfig, Where } from 'payload';
import { administrators, anyone, canCreateTexts, nobody } from '@/access/roles';
import { slug } from '@/fields/slug/slug';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
import type { Column } from '@/payload-types';
import { checkParent } from './check-parent';

/** 栏目: a tree under which documents stand; one document can stand under several. */
export const Columns: CollectionConfig = {
  slug: 'columns',
  labels: { singular: { zh: '栏目', en: 'Column' }, plural: { zh: '栏目', en: 'Columns' } },
  defaultSort: 'order',
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'group', 'parent', 'order', 'reviewDays', 'retired'],
    group: { zh: '基础信息', en: 'Foundations' },
    components: {
      beforeListTable: ['/components/admin/ColumnRenewals/ColumnRenewals#ColumnRenewals'],
    },
  },
  access: { read: anyone, create: canCreateTexts, update: canCreateTexts, delete: nobody },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      localized: true,
      label: { zh: '名称', en: 'Name' },
    },
    slug(),
    {
      name: 'description',
      type: 'textarea',
      localized: true,
      label: { zh: '栏目说明', en: 'Description' },
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'columns',
      label: { zh: '上级栏目', en: 'Parent' },
      filterOptions: ({ id, data }): Where => ({
        and: [
          ...(id ? [{ id: { not_equals: id } } as Where] : []),
          {
            or: [
              { retired: { not_equals: true } },
              ...(data?.parent ? [{ id: { equals: data.parent as Column['id'] } }] : []),
            ],
          },
        ],
      }),
    },
    {
      name: 'group',
      type: 'text',
      index: true,
      label: { zh: '分组', en: 'Group' },
      admin: {
        description: {
          zh: '例如五公开、三大领域。',
          en: 'For instance the five kinds of openness.',
        },
      },
    },
    {
      name: 'order',
      type: 'number',
      defaultValue: 100,
      index: true,
      label: { zh: '排序', en: 'Order' },
    },
    {
      name: 'reviewDays',
      type: 'number',
      min: 1,
      label: { zh: '更新期限（天）', en: 'Renewal interval (days)' },
      access: { update: ({ req }) => Boolean(administrators({ req })) },
    },
    {
      name: 'retired',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '已停用', en: 'Retired' },
      admin: {
        position: 'sidebar',
        description: {
          zh: '停用后不再列出，地址仍然有效。',
          en: 'No longer listed; its address stays.',
        },
      },
    },
  ],
  hooks: {
    beforeChange: [checkParent],
    afterChange: [revalidate],
    afterDelete: [revalidateDeleted],
  },
};
