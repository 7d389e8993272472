import type { CollectionConfig } from 'payload';
import { agency } from '@/fields/agency';
import { day } from '@/fields/day';
import { english } from '@/fields/english';
import { withReview } from '@/fields/review/with-review';
import { slug } from '@/fields/slug/slug';
import { indexChanged, unindexDeleted } from '@/jobs/index-changes';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';

/** 指南与制度: standing texts of the platform (条例第十二条: 编制、公布并及时更新公开指南). */
export const Pages: CollectionConfig = withReview({
  slug: 'pages',
  labels: { singular: { zh: '指南与制度', en: 'Page' }, plural: { zh: '指南与制度', en: 'Pages' } },
  defaultSort: 'order',
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'editionOn', 'stage'],
    group: { zh: '公开内容', en: 'Disclosure' },
  },
  fields: [
    { name: 'title', type: 'text', required: true, label: { zh: '标题', en: 'Title' } },
    {
      name: 'kind',
      type: 'select',
      required: true,
      index: true,
      label: { zh: '类别', en: 'Kind' },
      options: [
        { value: 'guide', label: { zh: '政府信息公开指南', en: 'Guide' } },
        { value: 'rules', label: { zh: '政府信息公开制度', en: 'Rules' } },
        { value: 'about', label: { zh: '关于本站', en: 'About this site' } },
      ],
    },
    agency({ zh: '编制机构', en: 'Agency' }),
    { name: 'summary', type: 'textarea', label: { zh: '概述', en: 'Summary' } },
    { name: 'body', type: 'richText', required: true, label: { zh: '正文', en: 'Body' } },
    english([
      { name: 'title', type: 'text', label: { zh: '英文标题', en: 'Title' } },
      { name: 'summary', type: 'textarea', label: { zh: '英文概述', en: 'Summary' } },
      { name: 'body', type: 'richText', label: { zh: '英文正文', en: 'Body' } },
    ]),
    slug(),
    day('editionOn', { zh: '版本日期', en: 'Edition of' }),
    { name: 'order', type: 'number', defaultValue: 100, label: { zh: '排序', en: 'Order' } },
    day('publishedOn', { zh: '发布日期', en: 'Published on' }, { admin: { position: 'sidebar' } }),
  ],
  hooks: {
    afterChange: [revalidate, indexChanged],
    afterDelete: [revalidateDeleted, unindexDeleted],
  },
});
