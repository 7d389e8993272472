import type { CollectionConfig } from 'payload';
import { THEMES } from '@/domain/catalogue/codes';
import { agency } from '@/fields/agency';
import { coded } from '@/fields/coded';
import { day } from '@/fields/day';
import { english } from '@/fields/english';
import { withReview } from '@/fields/review/with-review';
import { contentAddress } from '@/fields/slug/content-address';
import { slug } from '@/fields/slug/slug';
import { indexChanged, unindexDeleted } from '@/jobs/index-changes';
import { revalidate, revalidateDeleted } from '@/jobs/revalidate';
import { checkAnswer } from './check-answer';

/** 政策问答: a question as people ask it, its answer, and the documents that it rests on. */
export const Questions: CollectionConfig = withReview({
  slug: 'questions',
  labels: {
    singular: { zh: '政策问答', en: 'Question' },
    plural: { zh: '政策问答', en: 'Questions' },
  },
  defaultSort: '-publishedOn',
  admin: {
    preview: ({ id }) => (id ? `/api/preview?collection=questions&id=${String(id)}` : null),
    useAsTitle: 'title',
    defaultColumns: ['title', 'theme', 'agency', 'stage', 'publishedOn'],
    group: { zh: '政策与服务', en: 'Policies and services' },
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: 200,
      label: { zh: '问题', en: 'Question' },
    },
    {
      name: 'alsoAsked',
      type: 'text',
      hasMany: true,
      label: { zh: '其他问法', en: 'Asked in other words' },
      admin: {
        description: {
          zh: '群众常用的说法，用于检索。',
          en: 'Words that people use, for the search.',
        },
      },
    },
    { name: 'body', type: 'richText', label: { zh: '答', en: 'Answer' } },
    coded('theme', { zh: '主题分类', en: 'Theme' }, THEMES, { index: true }),
    {
      name: 'sources',
      type: 'array',
      label: { zh: '依据', en: 'Sources' },
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
          admin: {
            description: {
              zh: '文件页地址中“#”后面的部分，例如 article-5；不确定就留空。',
              en: 'What follows # in the address of the place, such as article-5; may be left empty.',
            },
          },
        },
      ],
    },
    {
      name: 'services',
      type: 'relationship',
      relationTo: 'services',
      hasMany: true,
      label: { zh: '相关办事指南', en: 'Services' },
    },
    english([
      { name: 'title', type: 'text', label: { zh: '英文问题', en: 'Question' } },
      { name: 'body', type: 'richText', label: { zh: '英文回答', en: 'Answer' } },
    ]),
    agency({ zh: '答复机关', en: 'Agency' }, { required: true }),
    slug({ required: false }),
    day(
      'publishedOn',
      { zh: '发布日期', en: 'Published on' },
      { index: true, admin: { position: 'sidebar' } },
    ),
  ],
  hooks: {
    beforeChange: [contentAddress('q'), checkAnswer],
    afterChange: [revalidate, indexChanged],
    afterDelete: [revalidateDeleted, unindexDeleted],
  },
});
