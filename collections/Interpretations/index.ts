import type { CollectionConfig } from 'payload';
import { FORMS } from '@/domain/catalogue/codes';
import { coded } from '@/fields/coded';
import { agency } from '@/fields/agency';
import { day } from '@/fields/day';
import { english } from '@/fields/english';
import { releaseFiles } from '@/fields/review/release-files';
import { withReview } from '@/fields/review/with-review';
import { slug } from '@/fields/slug/slug';
import { indexChanged, unindexDeleted } from '@/jobs/index-changes';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
import { contentAddress } from '@/fields/slug/content-address';
import { checkForm } from './check-form';

/** 政策解读: what a document means, in words or pictures; the document's page shows it without a second edit. */
export const Interpretations: CollectionConfig = withReview({
  slug: 'interpretations',
  labels: {
    singular: { zh: '政策解读', en: 'Interpretation' },
    plural: { zh: '政策解读', en: 'Interpretations' },
  },
  defaultSort: '-publishedOn',
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'form', 'agency', 'stage', 'publishedOn'],
    group: { zh: '公开内容', en: 'Disclosure' },
    preview: ({ id }) => (id ? `/api/preview?collection=interpretations&id=${String(id)}` : null),
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: 300,
      label: { zh: '标题', en: 'Title' },
    },
    coded('form', { zh: '形式', en: 'Form' }, FORMS, {
      required: true,
      index: true,
      defaultValue: 'text',
    }),
    {
      name: 'documents',
      type: 'relationship',
      relationTo: 'documents',
      hasMany: true,
      required: true,
      index: true,
      label: { zh: '所解读的文件', en: 'Documents explained' },
    },
    agency(
      { zh: '解读机关', en: 'Agency' },
      {
        admin: {
          description: { zh: '谁起草，谁解读。', en: 'Whoever drafted the document explains it.' },
        },
      },
    ),
    { name: 'summary', type: 'textarea', maxLength: 600, label: { zh: '要点', en: 'Summary' } },
    { name: 'body', type: 'richText', label: { zh: '正文', en: 'Body' } },
    {
      name: 'images',
      type: 'upload',
      relationTo: 'media',
      hasMany: true,
      label: { zh: '图片', en: 'Images' },
    },
    {
      name: 'video',
      type: 'upload',
      relationTo: 'files',
      label: { zh: '视频', en: 'Video' },
      admin: { condition: (_, { form }) => form === 'video' || form === 'press' },
    },
    {
      name: 'captions',
      type: 'upload',
      relationTo: 'files',
      label: { zh: '字幕（WebVTT）', en: 'Captions (WebVTT)' },
      admin: { condition: (_, { form }) => form === 'video' || form === 'press' },
    },
    {
      name: 'questions',
      type: 'array',
      label: { zh: '问答', en: 'Questions and answers' },
      labels: {
        singular: { zh: '问答', en: 'Question' },
        plural: { zh: '问答', en: 'Questions' },
      },
      admin: { condition: (_, { form }) => form === 'qa' || form === 'press' },
      fields: [
        { name: 'question', type: 'text', required: true, label: { zh: '问', en: 'Question' } },
        { name: 'answer', type: 'textarea', required: true, label: { zh: '答', en: 'Answer' } },
      ],
    },
    {
      name: 'speaker',
      type: 'text',
      maxLength: 120,
      label: { zh: '解读人', en: 'Who speaks' },
      admin: {
        condition: (_, { form }) => ['press', 'expert', 'video'].includes(form),
        description: { zh: '姓名和单位、职务。', en: 'Name, body and post.' },
      },
    },
    {
      name: 'provisions',
      type: 'array',
      label: { zh: '解读的条款', en: 'Provisions explained' },
      labels: {
        singular: { zh: '条款', en: 'Provision' },
        plural: { zh: '条款', en: 'Provisions' },
      },
      fields: [
        {
          name: 'document',
          type: 'relationship',
          relationTo: 'documents',
          required: true,
          label: { zh: '文件', en: 'Document' },
        },
        {
          name: 'provision',
          type: 'text',
          required: true,
          label: { zh: '条款', en: 'Provision' },
          admin: {
            description: {
              zh: '如“第十二条”“二、”，照正文写。',
              en: 'As the text has it, such as 第十二条.',
            },
          },
        },
        { name: 'note', type: 'textarea', label: { zh: '说明', en: 'What it means' } },
      ],
    },
    {
      name: 'separately',
      type: 'textarea',
      maxLength: 300,
      label: { zh: '不与文件同步发布的理由', en: 'Why it is not released with its document' },
      admin: {
        description: {
          zh: '解读与文件同步发布。确需分开的，写明理由，就不再等另一方。',
          en: 'An interpretation goes out together with its document, unless a reason stands here.',
        },
      },
    },
    {
      name: 'textAlternative',
      type: 'textarea',
      label: { zh: '文字版', en: 'Text alternative' },
      admin: {
        description: {
          zh: '图解、视频必须附文字版，让看不见、听不见的人得到同样的内容。',
          en: 'Required for pictures and video: the same content for those who can’t see or hear it.',
        },
      },
    },
    english([
      { name: 'title', type: 'text', label: { zh: '英文标题', en: 'Title' } },
      { name: 'summary', type: 'textarea', label: { zh: '英文要点', en: 'Summary' } },
    ]),
    slug({ required: false }),
    day(
      'publishedOn',
      { zh: '发布日期', en: 'Published on' },
      { index: true, admin: { position: 'sidebar' } },
    ),
  ],
  hooks: {
    beforeChange: [contentAddress('i'), checkForm],
    afterChange: [releaseFiles(['images', 'video', 'captions']), revalidate, indexChanged],
    afterDelete: [revalidateDeleted, unindexDeleted],
  },
});
