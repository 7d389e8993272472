import type { CollectionConfig } from 'payload';
import { SERVICE_AUDIENCES } from '@/domain/services/codes';
import { agency } from '@/fields/agency';
import { coded } from '@/fields/coded';
import { day } from '@/fields/day';
import { english } from '@/fields/english';
import { withReview } from '@/fields/review/with-review';
import { contentAddress } from '@/fields/slug/content-address';
import { slug } from '@/fields/slug/slug';
import { indexChanged, unindexDeleted } from '@/jobs/index-changes';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
import { checkChain } from './check-chain';

/** 一件事: what somebody has to do at several agencies for one matter of life, in its order. */
export const ServiceChains: CollectionConfig = withReview({
  slug: 'service-chains',
  labels: {
    singular: { zh: '一件事', en: 'One matter' },
    plural: { zh: '一件事', en: 'One matter, many steps' },
  },
  defaultSort: 'order',
  admin: {
    preview: ({ id }) => (id ? `/api/preview?collection=service-chains&id=${String(id)}` : null),
    useAsTitle: 'title',
    defaultColumns: ['title', 'agency', 'stage', 'publishedOn'],
    group: { zh: '政策与服务', en: 'Policies and services' },
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: 200,
      label: { zh: '名称', en: 'Title' },
    },
    {
      name: 'summary',
      type: 'textarea',
      maxLength: 400,
      label: { zh: '一句话说明', en: 'In a sentence' },
    },
    coded('audience', { zh: '服务对象', en: 'For whom' }, SERVICE_AUDIENCES, {
      hasMany: true,
      required: true,
    }),
    {
      name: 'steps',
      type: 'array',
      required: true,
      minRows: 1,
      label: { zh: '步骤', en: 'Steps' },
      labels: { singular: { zh: '步骤', en: 'Step' }, plural: { zh: '步骤', en: 'Steps' } },
      fields: [
        { name: 'title', type: 'text', required: true, label: { zh: '做什么', en: 'What to do' } },
        {
          name: 'agency',
          type: 'relationship',
          relationTo: 'agencies',
          label: { zh: '在哪个机关', en: 'At which agency' },
        },
        {
          name: 'service',
          type: 'relationship',
          relationTo: 'services',
          label: { zh: '办事指南', en: 'Service' },
        },
        { name: 'note', type: 'textarea', label: { zh: '说明', en: 'Note' } },
        { name: 'timeLimit', type: 'text', label: { zh: '时限', en: 'Time limit' } },
      ],
    },
    {
      name: 'onlineUrl',
      type: 'text',
      label: { zh: '省政务服务网办理地址', en: 'At the provincial service site' },
    },
    english([
      { name: 'title', type: 'text', label: { zh: '英文名称', en: 'Title' } },
      { name: 'summary', type: 'textarea', label: { zh: '英文说明', en: 'In a sentence' } },
    ]),
    agency({ zh: '牵头机关', en: 'Lead agency' }, { required: true }),
    {
      name: 'order',
      type: 'number',
      defaultValue: 100,
      index: true,
      label: { zh: '排序', en: 'Order' },
    },
    slug({ required: false }),
    day(
      'publishedOn',
      { zh: '发布日期', en: 'Published on' },
      { index: true, admin: { position: 'sidebar' } },
    ),
  ],
  hooks: {
    beforeChange: [contentAddress('chain'), checkChain],
    afterChange: [revalidate, indexChanged],
    afterDelete: [revalidateDeleted, unindexDeleted],
  },
});
