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
    defaultColumns: ['title', 'form', 'agency', 'review.state', '_status', 'publishedOn'],
    group: { zh: '公开内容', en: 'Disclosure' },
    preview: ({ slug }) => (slug ? `/interpretations/${String(slug)}` : null),
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
      name: 'textAlternative',
      type: 'textarea',
      label: { zh: '文字版', en: 'Text alternative' },
      admin: {
        description: {
          zh: '图解、视频必须附文字版，让看不见、听不见的人得到同样的内容。',
          en: 'Required for pictures and video: the same content for those who can’t see or hear it.',
        },
      },
      validate: (value, { siblingData }) => {
        const { form } = siblingData as { form?: string };
        const isNeeded = form === 'illustrated' || form === 'video';
        if (!isNeeded || value?.trim()) return true;
        return '图解和视频解读要有文字版。请把图中或片中的内容写成文字。 A text alternative is needed for pictures and video.';
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
    beforeChange: [contentAddress('i')],
    afterChange: [releaseFiles(['images']), revalidate, indexChanged],
    afterDelete: [revalidateDeleted, unindexDeleted],
  },
});
