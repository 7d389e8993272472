import type { CollectionConfig } from 'payload';
import { KINDS, THEMES } from '@/domain/catalogue/codes';
import { agency } from '@/fields/agency';
import { coded } from '@/fields/coded';
import { day } from '@/fields/day';
import { english } from '@/fields/english';
import { withReview } from '@/fields/review/with-review';
import { slug } from '@/fields/slug/slug';
import { indexChanged, unindexDeleted } from '@/jobs/index-changes';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';

/** 专题: documents and interpretations of one matter, chosen and ordered by an editor. */
export const Topics: CollectionConfig = withReview({
  slug: 'topics',
  labels: { singular: { zh: '专题', en: 'Topic' }, plural: { zh: '专题', en: 'Topics' } },
  defaultSort: 'order',
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'openedOn', 'closedOn', 'stage'],
    group: { zh: '公开内容', en: 'Disclosure' },
    preview: ({ id }) => (id ? `/api/preview?collection=topics&id=${String(id)}` : null),
  },
  fields: [
    { name: 'title', type: 'text', required: true, label: { zh: '名称', en: 'Title' } },
    { name: 'summary', type: 'textarea', required: true, label: { zh: '说明', en: 'Summary' } },
    agency({ zh: '牵头机构', en: 'Agency' }),
    {
      name: 'sections',
      type: 'array',
      label: { zh: '分栏', en: 'Sections' },
      labels: { singular: { zh: '分栏', en: 'Section' }, plural: { zh: '分栏', en: 'Sections' } },
      fields: [
        { name: 'title', type: 'text', required: true, label: { zh: '分栏名称', en: 'Title' } },
        { name: 'titleEnglish', type: 'text', label: { zh: '英文名称', en: 'English title' } },
        {
          name: 'items',
          type: 'relationship',
          relationTo: ['documents', 'interpretations'],
          hasMany: true,
          label: { zh: '内容', en: 'Items' },
        },
        {
          name: 'rule',
          type: 'group',
          label: { zh: '自动收录', en: 'Taken in by rule' },
          admin: {
            description: {
              zh: '符合条件的文件和解读自动排在人工选定的内容后面。都留空就不自动收录。',
              en: 'What meets the conditions follows the chosen items; all empty means nothing is taken in.',
            },
          },
          fields: [
            coded('themes', { zh: '主题分类', en: 'Themes' }, THEMES, { hasMany: true }),
            coded('kinds', { zh: '体裁', en: 'Kinds' }, KINDS, { hasMany: true }),
            {
              name: 'agencies',
              type: 'relationship',
              relationTo: 'agencies',
              hasMany: true,
              label: { zh: '发文机关', en: 'Agencies' },
            },
            {
              name: 'words',
              type: 'text',
              hasMany: true,
              label: { zh: '标题或主题词含有（任一）', en: 'Title or keywords contain (any)' },
            },
            day('from', { zh: '发布日期从', en: 'Published from' }),
            day('to', { zh: '到', en: 'To' }),
            {
              name: 'most',
              type: 'number',
              min: 1,
              max: 200,
              defaultValue: 50,
              label: { zh: '最多收录', en: 'At most' },
            },
            {
              name: 'ruleCount',
              type: 'ui',
              admin: {
                components: { Field: '/components/admin/RuleCount/RuleCount#RuleCount' },
              },
            },
          ],
        },
      ],
    },
    english([
      { name: 'title', type: 'text', label: { zh: '英文名称', en: 'Title' } },
      { name: 'summary', type: 'textarea', label: { zh: '英文说明', en: 'Summary' } },
    ]),
    slug(),
    {
      name: 'closingNote',
      type: 'textarea',
      label: { zh: '归档说明', en: 'Note on closing' },
    },
    day('openedOn', { zh: '开设日期', en: 'Opened on' }),
    day('closedOn', { zh: '归档日期', en: 'Archived on' }),
    { name: 'order', type: 'number', defaultValue: 100, label: { zh: '排序', en: 'Order' } },
    day('publishedOn', { zh: '发布日期', en: 'Published on' }, { admin: { position: 'sidebar' } }),
  ],
  hooks: {
    afterChange: [revalidate, indexChanged],
    afterDelete: [revalidateDeleted, unindexDeleted],
  },
});
