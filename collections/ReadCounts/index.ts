import type { CollectionConfig } from 'payload';
import { nobody, readsDraftsOrNobody } from '@/access/roles';

/** 阅读次数: how often a record was read in a month; never by whom. */
export const ReadCounts: CollectionConfig = {
  slug: 'read-counts',
  labels: {
    singular: { zh: '阅读次数', en: 'Read count' },
    plural: { zh: '阅读次数', en: 'Read counts' },
  },
  defaultSort: '-count',
  admin: {
    useAsTitle: 'key',
    defaultColumns: ['record', 'month', 'count'],
    group: { zh: '系统', en: 'System' },
  },
  access: { read: readsDraftsOrNobody, create: nobody, update: nobody, delete: nobody },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true, hidden: true },
    // `<collection>:<slug>`, as in the search index.
    {
      name: 'record',
      type: 'text',
      required: true,
      index: true,
      label: { zh: '内容', en: 'Record' },
    },
    {
      name: 'month',
      type: 'text',
      required: true,
      index: true,
      label: { zh: '月份', en: 'Month' },
    },
    {
      name: 'count',
      type: 'number',
      required: true,
      defaultValue: 0,
      label: { zh: '次数', en: 'Count' },
    },
  ],
};
