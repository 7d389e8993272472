import type { CollectionConfig } from 'payload';
import { SERVICE_AUDIENCES, SERVICE_SUBJECTS } from '@/domain/services/codes';
import { agency } from '@/fields/agency';
import { coded } from '@/fields/coded';
import { day } from '@/fields/day';
import { english } from '@/fields/english';
import { withReview } from '@/fields/review/with-review';
import { contentAddress } from '@/fields/slug/content-address';
import { slug } from '@/fields/slug/slug';
import { indexChanged, unindexDeleted } from '@/jobs/index-changes';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
import { checkService } from './check-service';

/**
 * 办事服务: a service guide of the eight parts that the inspection asks for (国办秘函〔2019〕19号): 事项名称、
 * 设定依据、申请条件、办理材料、办理地点、办理时间、联系电话、办理流程.
 */
export const Services: CollectionConfig = withReview({
  slug: 'services',
  labels: {
    singular: { zh: '办事指南', en: 'Service' },
    plural: { zh: '办事指南', en: 'Services' },
  },
  defaultSort: 'title',
  admin: {
    preview: ({ id }) => (id ? `/api/preview?collection=services&id=${String(id)}` : null),
    useAsTitle: 'title',
    defaultColumns: ['title', 'audience', 'subject', 'agency', 'stage'],
    group: { zh: '政策与服务', en: 'Policies and services' },
    description: {
      zh: '提交审查前填齐八项：事项名称、设定依据、申请条件、办理材料、办理地点、办理时间、联系电话、办理流程。草稿可以不全。',
      en: 'A guide is handed in with its eight parts; a draft may lack some.',
    },
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: 200,
      label: { zh: '事项名称', en: 'Name' },
    },
    { name: 'code', type: 'text', label: { zh: '事项编码', en: 'Code' } },
    {
      name: 'summary',
      type: 'textarea',
      maxLength: 400,
      label: { zh: '一句话说明', en: 'In a sentence' },
    },
    coded('audience', { zh: '服务对象', en: 'For whom' }, SERVICE_AUDIENCES, {
      hasMany: true,
      required: true,
      index: true,
    }),
    coded('subject', { zh: '主题', en: 'Subject' }, SERVICE_SUBJECTS, {
      required: true,
      index: true,
    }),
    { name: 'basis', type: 'textarea', label: { zh: '设定依据', en: 'Legal basis' } },
    {
      name: 'documents',
      type: 'relationship',
      relationTo: 'documents',
      hasMany: true,
      label: { zh: '依据文件', en: 'Documents' },
    },
    { name: 'conditions', type: 'textarea', label: { zh: '申请条件', en: 'Conditions' } },
    {
      name: 'materials',
      type: 'array',
      label: { zh: '办理材料', en: 'Materials' },
      labels: { singular: { zh: '材料', en: 'Material' }, plural: { zh: '材料', en: 'Materials' } },
      fields: [
        { name: 'name', type: 'text', required: true, label: { zh: '名称', en: 'Name' } },
        { name: 'note', type: 'text', label: { zh: '份数、要求', en: 'Copies and form' } },
      ],
    },
    {
      name: 'noMaterials',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '不需要材料', en: 'No materials' },
    },
    { name: 'place', type: 'textarea', label: { zh: '办理地点', en: 'Place' } },
    { name: 'hours', type: 'textarea', label: { zh: '办理时间', en: 'Hours' } },
    { name: 'phone', type: 'text', label: { zh: '联系电话', en: 'Phone' } },
    {
      name: 'process',
      type: 'array',
      label: { zh: '办理流程', en: 'Process' },
      labels: { singular: { zh: '步骤', en: 'Step' }, plural: { zh: '步骤', en: 'Steps' } },
      fields: [
        { name: 'title', type: 'text', required: true, label: { zh: '步骤', en: 'Step' } },
        { name: 'text', type: 'textarea', label: { zh: '说明', en: 'What happens' } },
      ],
    },
    { name: 'timeLimit', type: 'text', label: { zh: '办结时限', en: 'Time limit' } },
    { name: 'fee', type: 'text', label: { zh: '收费', en: 'Fee' } },
    {
      name: 'onlineUrl',
      type: 'text',
      label: { zh: '省政务服务网办理地址', en: 'At the provincial service site' },
    },
    english([
      { name: 'title', type: 'text', label: { zh: '英文名称', en: 'Name' } },
      { name: 'summary', type: 'textarea', label: { zh: '英文说明', en: 'In a sentence' } },
    ]),
    agency({ zh: '实施机关', en: 'Agency' }, { required: true }),
    slug({ required: false }),
    day(
      'publishedOn',
      { zh: '发布日期', en: 'Published on' },
      { index: true, admin: { position: 'sidebar' } },
    ),
  ],
  hooks: {
    beforeChange: [contentAddress('service'), checkService],
    afterChange: [revalidate, indexChanged],
    afterDelete: [revalidateDeleted, unindexDeleted],
  },
});
