import type { CollectionConfig } from 'payload';
import { nobody } from '@/access/roles';

/**
 * 检索统计: how often a question was asked on a day, how often nothing was found and how often a result was
 * opened. Who asked is not known here: no address, no account, no time of day.
 *
 * Nobody reads the rows themselves: a question asked once may name a person. The searches screen shows the sums
 * of those asked more often (queries/stored-counts.ts).
 */
export const SearchCounts: CollectionConfig = {
  slug: 'search-counts',
  labels: {
    singular: { zh: '检索统计', en: 'Search count' },
    plural: { zh: '检索统计', en: 'Search counts' },
  },
  defaultSort: '-day',
  admin: { hidden: true },
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  fields: [
    // Day and question: one row each.
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'day', type: 'text', required: true, index: true, label: { zh: '日期', en: 'Day' } },
    {
      name: 'question',
      type: 'text',
      required: true,
      index: true,
      label: { zh: '检索词', en: 'Question' },
    },
    {
      name: 'asked',
      type: 'number',
      required: true,
      defaultValue: 0,
      label: { zh: '检索次数', en: 'Asked' },
    },
    {
      name: 'empty',
      type: 'number',
      required: true,
      defaultValue: 0,
      label: { zh: '没有结果', en: 'Found nothing' },
    },
    {
      name: 'opened',
      type: 'number',
      required: true,
      defaultValue: 0,
      label: { zh: '打开结果', en: 'Results opened' },
    },
  ],
};
