import type { CollectionConfig } from 'payload';
import { NEEDS, SIZES, TRADES } from '@/domain/policies/codes';
import { agency } from '@/fields/agency';
import { coded } from '@/fields/coded';
import { day } from '@/fields/day';
import { english } from '@/fields/english';
import { withReview } from '@/fields/review/with-review';
import { contentAddress } from '@/fields/slug/content-address';
import { slug } from '@/fields/slug/slug';
import { indexChanged, unindexDeleted } from '@/jobs/index-changes';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
import { checkWhole } from './check-whole';
import { checkPassages } from './passages-endpoint';

const anyOfThem = {
  hasMany: true,
  admin: { description: { zh: '留空表示不限。', en: 'Empty means any.' } },
} as const;

/**
 * 惠企政策: one benefit of one or several documents told as a guide: what a business gets, whether it
 * qualifies, how to apply. Whether it still holds follows from the documents.
 */
export const Policies: CollectionConfig = withReview({
  slug: 'policies',
  labels: {
    singular: { zh: '惠企政策', en: 'Business policy' },
    plural: { zh: '惠企政策', en: 'Business policies' },
  },
  defaultSort: '-publishedOn',
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'agency', 'endsOn', 'stage', 'publishedOn'],
    group: { zh: '政策与服务', en: 'Policies and services' },
    preview: ({ id }) => (id ? `/api/preview?collection=policies&id=${String(id)}` : null),
  },
  endpoints: [checkPassages],
  fields: [
    {
      name: 'gaps',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/components/admin/PolicyGaps/PolicyGaps#PolicyGaps' },
      },
    },
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: 300,
      label: { zh: '标题', en: 'Title' },
    },
    { name: 'benefit', type: 'textarea', label: { zh: '支持内容', en: 'Benefit' } },
    { name: 'eligibility', type: 'textarea', label: { zh: '申报条件', en: 'Who qualifies' } },
    { name: 'howToApply', type: 'textarea', label: { zh: '申报方式', en: 'How to apply' } },
    { name: 'applyUrl', type: 'text', label: { zh: '网上申报地址', en: 'Apply online at' } },
    {
      name: 'materials',
      type: 'array',
      label: { zh: '申报材料', en: 'Materials' },
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
      label: { zh: '免申即享，不需要材料', en: 'Granted without application: no materials' },
    },
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
    { name: 'timeLimit', type: 'text', label: { zh: '办理时限', en: 'Time limit' } },
    { name: 'officer', type: 'text', label: { zh: '经办人', en: 'Officer' } },
    { name: 'phone', type: 'text', label: { zh: '咨询电话', en: 'Phone' } },
    {
      name: 'sources',
      type: 'array',
      label: { zh: '政策依据', en: 'From which document' },
      labels: { singular: { zh: '依据', en: 'Source' }, plural: { zh: '依据', en: 'Sources' } },
      fields: [
        {
          name: 'document',
          type: 'relationship',
          relationTo: 'documents',
          required: true,
          index: true,
          label: { zh: '文件', en: 'Document' },
        },
        {
          name: 'anchor',
          type: 'text',
          label: { zh: '条款位置', en: 'Anchor of the passage' },
          admin: { description: { zh: '例如 article-5。', en: 'For instance article-5.' } },
        },
        { name: 'passage', type: 'textarea', label: { zh: '原文摘录', en: 'The passage' } },
      ],
    },
    {
      name: 'fits',
      type: 'group',
      label: { zh: '适用范围（供查找）', en: 'Whom it fits (for the finder)' },
      fields: [
        coded('trades', { zh: '行业', en: 'Trades' }, TRADES, anyOfThem),
        coded('sizes', { zh: '规模', en: 'Sizes' }, SIZES, anyOfThem),
        coded('needs', { zh: '需求', en: 'Needs' }, NEEDS, anyOfThem),
      ],
    },
    english([
      { name: 'title', type: 'text', label: { zh: '英文标题', en: 'Title' } },
      { name: 'benefit', type: 'textarea', label: { zh: '英文支持内容', en: 'Benefit' } },
      { name: 'eligibility', type: 'textarea', label: { zh: '英文申报条件', en: 'Who qualifies' } },
    ]),
    agency({ zh: '办理机关', en: 'Agency' }, { required: true }),
    day('startsOn', { zh: '开始受理', en: 'From' }),
    day('endsOn', { zh: '截止受理', en: 'Until' }, { index: true }),
    slug({ required: false }),
    day(
      'publishedOn',
      { zh: '发布日期', en: 'Published on' },
      { index: true, admin: { position: 'sidebar' } },
    ),
  ],
  hooks: {
    beforeChange: [checkWhole, contentAddress('policy')],
    afterChange: [revalidate, indexChanged],
    afterDelete: [revalidateDeleted, unindexDeleted],
  },
});
